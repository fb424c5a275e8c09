/** When minutes may be fixed, who answers for them, and what the answers come to. */
import { describe, expect, test } from 'vitest'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { Answer, Verification } from '#src/lists/minutes.ts'
import {
  answerFaults,
  fixingFaults,
  isLeftToDo,
  latestOf,
  takesEffect,
  verdictOf,
} from '#src/rules/meetings/verifying.ts'
import { nextNumber, openRun, takenNumbers } from '#src/rules/meetings/paragraphs.ts'
import { anItem } from '#test/fixtures/meetings.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'

const [anna, bo] = [aPerson('anna'), aPerson('bo')]
const asked = (person = anna, answer: Answer = 'asked', values: Partial<Verification> = {}) =>
  ({ person, answer, hash: 'h', edition: 1, ...values }) as Verification
const why = (refusals: ReturnType<typeof fixingFaults>) =>
  refusals.map((refusal) => (refusal.why === 'meeting' ? refusal.fault : refusal.why))

test.for<{ says: string; items: AgendaItem[]; found: string[] }>([
  { says: 'no items', items: [anItem('1', { state: 'left' })], found: ['empty'] },
  { says: 'information without an outcome', items: [anItem('1', { kind: 'information' })], found: [] },
  { says: 'a decision without an outcome', items: [anItem('1')], found: ['noOutcome'] },
  { says: 'a gate without an outcome', items: [anItem('1', { kind: 'gate' })], found: ['noOutcome'] },
  { says: 'a decision that was tabled', items: [anItem('1', { outcome: 'table' })], found: [] },
])('minutes with $says: $found', ({ items, found }) => {
  expect(why(fixingFaults(items))).toEqual(found)
})

test.for<[Answer[], Answer]>([
  [[], 'asked'],
  [['asked', 'approved'], 'asked'],
  [['approved', 'approved'], 'approved'],
  [['approved', 'returned'], 'returned'],
  [['asked', 'returned'], 'returned'],
])('%s together are %s', ([answers, verdict]) => {
  expect(verdictOf(answers.map((answer) => asked(anna, answer)))).toBe(verdict)
})

describe('an answer', () => {
  test.for<{
    says: string
    me?: typeof anna
    answer?: Answer
    hash?: string
    comment?: string
    said?: Answer
    found: string[]
  }>([
    { says: 'of one who was asked', found: [] },
    { says: 'of one who was not', me: bo, found: ['notYourTask'] },
    { says: 'about another text', hash: 'other', found: ['newVersion'] },
    { says: 'that returns it with a comment', answer: 'returned', comment: 'Fel.', found: [] },
    { says: 'that returns it in silence', answer: 'returned', comment: ' ', found: ['invalid'] },
    { says: 'given again', said: 'approved', found: [] },
    {
      says: 'that changes its mind',
      said: 'approved',
      answer: 'returned',
      comment: 'Fel.',
      found: ['answered'],
    },
  ])('$says: $found', ({ me = anna, answer = 'approved', hash = 'h', comment, said, found }) => {
    expect(why(answerFaults({ me, hash, answer, comment }, [asked(anna, said)]))).toEqual(found)
  })

  test('is about the latest edition of the § itself', () => {
    const item = aRef('item')
    const all = [
      asked(anna, 'returned', { item }),
      asked(anna, 'asked', { item, edition: 2 }),
      asked(bo, 'approved'),
    ]
    expect(latestOf(all, 'item')).toEqual([all[1]])
    expect(latestOf(all)).toEqual([all[2]])
  })
})

describe('what was decided', () => {
  const item = anItem('1', { outcome: 'grant', wording: 'Ja.', atOnce: true })
  const own = (answer: Answer) => [asked(anna, answer, { item: aRef('1') })]
  test.for([
    { says: 'at the meeting', state: 'open', effectAt: 'atMeeting', answer: 'asked', takes: true },
    {
      says: 'before the minutes are verified',
      state: 'sent',
      effectAt: 'verified',
      answer: 'asked',
      takes: false,
    },
    { says: 'when they are', state: 'verified', effectAt: 'verified', answer: 'asked', takes: true },
    { says: 'when notes are settled', state: 'settled', effectAt: 'verified', answer: 'asked', takes: true },
    {
      says: 'when the § was verified at once',
      state: 'open',
      effectAt: 'verified',
      answer: 'approved',
      takes: true,
    },
    {
      says: 'at a cancelled meeting',
      state: 'cancelled',
      effectAt: 'atMeeting',
      answer: 'asked',
      takes: false,
    },
  ] as const)('takes effect $says: $takes', ({ state, effectAt, answer, takes }) => {
    expect(takesEffect(item, { state, effectAt }, own(answer))).toBe(takes)
  })

  test('is left to do until it is in the register, unless it was refused', () => {
    expect(isLeftToDo(item)).toBe(true)
    expect(isLeftToDo({ ...item, decision: aRef('d') })).toBe(false)
    expect(isLeftToDo({ ...item, carrying: 'refused' })).toBe(false)
    expect(isLeftToDo(anItem('1'))).toBe(false)
  })
})

describe('§ that are given together', () => {
  const row = (key: string, number: number, run?: string[]) => ({
    item: aRef(key),
    number,
    ...(run && { run: run.map(aRef) }),
  })
  test('have their numbers when the first has one, and are written down before anybody else is numbered', () => {
    const given = [row('a', 1, ['a', 'b']), row('b', 2), row('c', 3, ['c', 'd', 'e']), row('e', 5)]
    expect(nextNumber(takenNumbers(['f/2024/9', 'f/2024/10', 'f/2024/x']))).toBe(11)
    expect(openRun(given, new Set([1, 2, 3, 5]))).toEqual({
      first: given[2],
      rest: [{ item: aRef('d'), number: 4 }],
    })
    expect(openRun(given, new Set([1, 2, 3, 4, 5]))).toBeUndefined()
    expect(openRun([row('old', 7)], new Set([7]))).toBeUndefined()
    expect(nextNumber(new Set())).toBe(1)
  })
})
