/** What is typed about an item and what the server has of it, step by step and with times of our own. */
import { expect, test } from 'vitest'
import {
  arrived,
  type Box,
  boxOf,
  chosen,
  clashesIn,
  dueAt,
  isUnsaved,
  MOST_MS,
  PAUSE_MS,
  queued,
  refused,
  restored,
  retried,
  sent,
  stateOf,
  textIn,
  typed,
} from '#tabs/meetings/hold/autosave.ts'

const item = (version: string, texts: { notes?: string; proposals?: string } = {}) => ({
  key: 'item',
  version,
  ...texts,
})
const start = boxOf(item('1', { notes: 'Old' }))

/** Each letter at its time. */
const write = (box: Box, text: string, at: number) => typed(box, 'notes', text, at)

test('what is typed is shown at once, before the server has heard of it', () => {
  const box = write(start, 'Old and new', 0)
  expect(textIn(box, 'notes')).toBe('Old and new')
  expect(isUnsaved(box)).toBe(true)
})

test.for<{ letters: number[]; hurry?: boolean; due: number | undefined; says: string }>([
  { letters: [0], due: PAUSE_MS, says: 'after a pause' },
  { letters: [0, 500], due: 500 + PAUSE_MS, says: 'the pause is counted from the last letter' },
  { letters: [0, 500, 1000, 1500], due: MOST_MS, says: 'but never later than two seconds after the first' },
  { letters: [0, 500], hurry: true, due: 0, says: 'at once where nothing is kept in the browser' },
  { letters: [], due: undefined, says: 'not at all when nothing was typed' },
])('it is sent $says', ({ letters, hurry = false, due }) => {
  const box = letters.reduce((now, at) => write(now, `New ${at}`, at), start)
  expect(dueAt(box, { hurry })).toBe(due)
})

test('one request at a time: what is typed meanwhile goes with the next, from the version that the first one made', () => {
  const first = sent(write(start, 'A', 0), 700)
  expect(first).toMatchObject({ texts: { notes: 'A' }, seen: '1' })
  const meanwhile = write(first.box, 'AB', 800)
  expect(dueAt(meanwhile)).toBeUndefined()
  const answered = arrived(meanwhile, item('2', { notes: 'A' }), 900)
  expect(textIn(answered, 'notes')).toBe('AB')
  expect(dueAt(answered)).toBe(800 + PAUSE_MS)
  expect(sent(answered, 1500)).toMatchObject({ texts: { notes: 'AB' }, seen: '2' })
})

test('an answer that says all that was typed leaves nothing to save', () => {
  const box = arrived(sent(write(start, 'A', 0), 700).box, item('2', { notes: 'A' }), 800)
  expect(isUnsaved(box)).toBe(false)
  expect(dueAt(box)).toBeUndefined()
})

test('a text that was emptied is sent as empty', () => {
  const { texts } = sent(write(start, '', 0), 700)
  expect(texts).toEqual({ notes: '' })
  const box = arrived(sent(write(start, '', 0), 700).box, item('2'), 800)
  expect(isUnsaved(box)).toBe(false)
})

test('what is typed and taken back is nothing to send', () => {
  const box = write(write(start, 'Old!', 0), 'Old', 100)
  expect(isUnsaved(box)).toBe(false)
  expect(dueAt(box)).toBeUndefined()
})

test('a space at the end is saved as nothing, and stays for the next word', () => {
  const waiting = sent(write(start, 'Old ', 0), 700).box
  const box = arrived(waiting, item('1', { notes: 'Old' }), 800)
  expect(isUnsaved(box)).toBe(false)
  expect(textIn(box, 'notes')).toBe('Old ')
  expect(textIn(arrived(box, item('2', { notes: 'Old', proposals: 'P' }), 900), 'notes')).toBe('Old ')
})

test('taken back while it is on its way, it is sent once more', () => {
  const box = write(sent(write(start, 'Old!', 0), 700).box, 'Old', 800)
  const answered = arrived(box, item('2', { notes: 'Old!' }), 900)
  expect(textIn(answered, 'notes')).toBe('Old')
  expect(sent(answered, 1600).texts).toEqual({ notes: 'Old' })
})

test('another text of the same item by somebody else comes in silently', () => {
  const box = arrived(write(start, 'Mine', 0), item('2', { notes: 'Old', proposals: 'Theirs' }), 300)
  expect(clashesIn(box)).toEqual([])
  expect(textIn(box, 'proposals')).toBe('Theirs')
  expect(sent(box, 700)).toMatchObject({ texts: { notes: 'Mine' }, seen: '2' })
})

test('the same text by somebody else is shown beside mine, and nothing is sent before I have chosen', () => {
  const box = arrived(write(start, 'Mine', 0), item('2', { notes: 'Theirs' }), 300)
  expect(clashesIn(box)).toEqual([{ field: 'notes', mine: 'Mine', theirs: 'Theirs' }])
  expect(textIn(box, 'notes')).toBe('Mine')
  expect(dueAt(box)).toBeUndefined()
})

test.for<{ text: string; sends: object | undefined; says: string }>([
  { text: 'Mine', sends: { notes: 'Mine' }, says: 'mine is sent' },
  { text: 'Theirs', sends: undefined, says: 'theirs is there already' },
  { text: 'Mine and theirs', sends: { notes: 'Mine and theirs' }, says: 'both put together are sent' },
])('chosen: $says', ({ text, sends }) => {
  const box = chosen(
    arrived(write(start, 'Mine', 0), item('2', { notes: 'Theirs' }), 300),
    'notes',
    text,
    5000,
  )
  expect(clashesIn(box)).toEqual([])
  expect(textIn(box, 'notes')).toBe(text)
  expect(dueAt(box) === undefined ? undefined : sent(box, 6000).texts).toEqual(sends)
})

test('changed once more by them after I chose, it is shown once more', () => {
  const clash = arrived(write(start, 'Mine', 0), item('2', { notes: 'Theirs' }), 300)
  const box = arrived(chosen(clash, 'notes', 'Mine', 500), item('3', { notes: 'Theirs too' }), 600)
  expect(clashesIn(box)).toEqual([{ field: 'notes', mine: 'Mine', theirs: 'Theirs too' }])
})

test('refused because something else of the item changed, it goes again from the new version', () => {
  const box = refused(sent(write(start, 'Mine', 0), 700).box, item('2', { notes: 'Old' }), 900)
  expect(clashesIn(box)).toEqual([])
  expect(dueAt(box)).toBe(900 + PAUSE_MS)
  expect(sent(box, 1700)).toMatchObject({ texts: { notes: 'Mine' }, seen: '2' })
})

test('refused because the same text changed, both are shown', () => {
  const box = refused(sent(write(start, 'Mine', 0), 700).box, item('2', { notes: 'Theirs' }), 900)
  expect(clashesIn(box)).toEqual([{ field: 'notes', mine: 'Mine', theirs: 'Theirs' }])
})

test('refused for good, it stays on screen and is tried again when the person writes on or asks', () => {
  const box = refused(sent(write(start, 'Mine', 0), 700).box, item('1', { notes: 'Old' }), 900)
  expect(textIn(box, 'notes')).toBe('Mine')
  expect(dueAt(box)).toBeUndefined()
  expect(dueAt(write(box, 'Mine!', 2000))).toBeDefined()
  expect(dueAt(retried(box, 3000))).toBeDefined()
})

test('without the net it lies in the queue, and newer text takes its place there', () => {
  const first = sent(typed(write(start, 'A', 0), 'proposals', 'P', 0), 700)
  const cut = write(queued(first.box), 'AB', 800)
  expect(dueAt(cut)).toBe(700 + 5000)
  expect(sent(cut, 5700).texts).toEqual({ notes: 'AB', proposals: 'P' })
  const back = arrived(sent(cut, 5700).box, item('2', { notes: 'AB', proposals: 'P' }), 9000)
  expect(isUnsaved(back)).toBe(false)
})

test.for<{ kept: string; base: string; text: string; clashes: number; says: string }>([
  {
    kept: 'Mine',
    base: 'Old',
    text: 'Mine',
    clashes: 0,
    says: 'is meant again when nobody changed it since',
  },
  { kept: 'Mine', base: 'Older', text: 'Mine', clashes: 1, says: 'stands beside what somebody wrote since' },
  {
    kept: 'Old',
    base: 'Older',
    text: 'Old',
    clashes: 0,
    says: 'is forgotten when the server had it after all',
  },
])('what a closed page left $says', ({ kept, base, text, clashes }) => {
  const box = restored(start, { notes: { base, text: kept } }, 0)
  expect(textIn(box, 'notes')).toBe(text)
  expect(clashesIn(box)).toHaveLength(clashes)
  expect(isUnsaved(box)).toBe(kept !== 'Old')
})

test('what is being typed is never replaced by what was kept', () => {
  const box = restored(write(start, 'Newer', 0), { notes: { base: 'Old', text: 'Kept' } }, 10)
  expect(textIn(box, 'notes')).toBe('Newer')
})

const clean = boxOf(item('1'))
const dirty = write(clean, 'A', 0)
test.for<{ boxes: Box[]; online?: boolean; state: object; says: string }>([
  { boxes: [clean], state: { is: 'saved' }, says: 'all is there' },
  { boxes: [clean, dirty], state: { is: 'saving' }, says: 'something is on its way' },
  { boxes: [queued(sent(dirty, 1).box)], state: { is: 'unsaved', count: 1 }, says: 'it waits in the queue' },
  {
    boxes: [arrived(dirty, item('2', { notes: 'B' }), 1)],
    state: { is: 'unsaved', count: 1 },
    says: 'two versions',
  },
  { boxes: [dirty, clean], online: false, state: { is: 'offline', count: 1 }, says: 'the net is gone' },
])('the state of saving says that $says', ({ boxes, online = true, state }) => {
  expect(stateOf(boxes, online)).toEqual(state)
})
