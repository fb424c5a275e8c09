/** The agenda somebody prepares: where what is taken up goes, its times, and what changed since it was sent. */
import { describe, expect, test } from 'vitest'
import type { AgendaItem, AgendaSource } from '#src/lists/meetings.ts'
import { changesSince } from '#src/rules/meetings/agendaChanges.ts'
import { agendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { placeOfAdded, placesFor } from '#src/rules/meetings/agendaPlacing.ts'
import { lengthOf, minutesIn, startsOf } from '#src/rules/meetings/agendaTimes.ts'
import { aForum, aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aPerson, tree } from '../../fixtures/organisation.ts'

const on = (key: string, source: AgendaSource, order: number, cause = key) =>
  anItem(key, { source, order, cause })
const proposed = (cause: string, source: AgendaSource, order = 0) => ({ cause, source, order })
const agenda = [
  on('opening', 'standing', 1, 'standing/first/opening'),
  on('gate', 'gate', 2),
  on('closing', 'standing', 3, 'standing/last/closing'),
]
/** The keys in the order they come to stand. */
const placed = (items: readonly AgendaItem[], proposals: ReturnType<typeof proposed>[]) =>
  [
    ...items.map(({ key, order = 0 }) => ({ key, order })),
    ...placesFor(items, proposals).map(({ proposal, order }) => ({ key: proposal.cause, order })),
  ]
    .toSorted((a, b) => a.order - b.order)
    .map(({ key }) => key)

describe('what is taken up goes', () => {
  test.each([
    {
      says: 'before what comes from later sources',
      of: [proposed('red', 'redReport')],
      becomes: ['opening', 'red', 'gate', 'closing'],
    },
    {
      says: 'after others of its own source',
      of: [proposed('other', 'gate')],
      becomes: ['opening', 'gate', 'other', 'closing'],
    },
    {
      says: 'in the order of sources, whatever order it was taken in',
      of: [proposed('need', 'newNeed'), proposed('action', 'openAction'), proposed('red', 'redReport')],
      becomes: ['opening', 'action', 'red', 'gate', 'need', 'closing'],
    },
    {
      says: 'in the order of its source',
      of: [proposed('second', 'newNeed', 2), proposed('first', 'newNeed', 1)],
      becomes: ['opening', 'gate', 'first', 'second', 'closing'],
    },
    {
      says: 'last, when it ends every meeting',
      of: [proposed('standing/last/other', 'standing')],
      becomes: ['opening', 'gate', 'closing', 'standing/last/other'],
    },
  ])('$says', ({ of, becomes }) => expect(placed(agenda, of)).toEqual(becomes))

  test('to places of their own, also when they are many', () => {
    const many = Array.from({ length: 200 }, (_, i) => proposed(`need ${i}`, 'newNeed', i))
    const orders = placesFor(agenda, many).map(({ order }) => order)
    expect(new Set(orders).size).toBe(200)
    expect(orders.every((order) => order > 2 && order < 3)).toBe(true)
    expect(orders).toEqual(orders.toSorted((a, b) => a - b))
  })
  test('on an empty agenda from the first place on', () => {
    expect(placesFor([], [proposed('need', 'newNeed')]).map(({ order }) => order)).toEqual([1])
  })
  test('what somebody adds stands before what ends the meeting', () => {
    expect(placeOfAdded(agenda)).toBe(2.5)
    expect(placeOfAdded([])).toBe(1)
  })
})

describe('against the clock', () => {
  const items = [anItem('a', { minutes: 5 }), anItem('b'), anItem('c', { minutes: 20 })]
  test('each item begins when those before it end', () => {
    expect(startsOf(items, '13.55')).toEqual(['13:55', '14:00', '14:00'])
    expect(startsOf(items, undefined)).toEqual([undefined, undefined, undefined])
    expect(minutesIn(items)).toBe(25)
  })
  test.each([
    { says: 'from start to end', of: { start: '13:00', end: '14:30' }, length: 90 },
    { says: 'as the template says when there is no end', of: { start: '13:00' }, length: 60 },
    {
      says: 'as the template says when it would end before it begins',
      of: { start: '13:00', end: '12:00' },
      length: 60,
    },
  ])('it is as long as $says', ({ of, length }) => {
    expect(lengthOf(of, { lengthMinutes: 60 })).toBe(length)
  })
})

describe('since the agenda was sent', () => {
  const sent = [
    anItem('a', { title: 'Läget', minutes: 5, presenter: aPerson('p-1'), proposal: 'att anta ' }),
    anItem('b', {
      title: 'Robotar',
      initiative: { key: 'A-1', title: 'Robotar' },
      material: [{ name: 'Bild' }],
    }),
    anItem('c', { title: 'Övrigt' }),
  ]
  const picture = agendaPicture({
    meeting: aMeeting(),
    forum: aForum(),
    tree,
    items: sent.map((item, i) => ({ ...item, order: i + 1 })),
    version: 1,
    today: '2024-10-01',
  })
  const [a, b, c] = sent as [AgendaItem, AgendaItem, AgendaItem]
  test('nothing has changed', () => expect(changesSince(picture, sent).any).toBe(false))
  test.each([
    { says: 'a title', now: [{ ...a, title: 'Lägesbild' }, b, c], changed: ['a'] },
    { says: 'who presents it', now: [{ ...a, presenter: aPerson('p-2') }, b, c], changed: ['a'] },
    { says: 'what is proposed', now: [{ ...a, proposal: 'att avslå' }, b, c], changed: ['a'] },
    { says: 'material', now: [a, { ...b, material: [{ name: 'Bild 2' }] }, c], changed: ['b'] },
    { says: 'an initiative', now: [a, { ...b, also: [{ key: 'A-2', title: 'x' }] }, c], changed: ['b'] },
  ])('$says reads differently', ({ now, changed }) => {
    const found = changesSince(picture, now)
    expect([...found.changed]).toEqual(changed)
    expect(found).toMatchObject({ any: true, moved: false, gone: [] })
  })
  test('one is new, one is gone, and the others stand as they stood', () => {
    const found = changesSince(picture, [a, anItem('d'), c])
    expect([...found.added]).toEqual(['d'])
    expect(found).toMatchObject({ gone: ['Robotar'], moved: false, any: true })
  })
  test('another order is told', () => {
    expect(changesSince(picture, [b, a, c])).toMatchObject({ moved: true, any: true })
  })
})
