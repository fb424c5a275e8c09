/** What an outcome of an item asks for, whatever the initiative looks like. */
import { describe, expect, test } from 'vitest'
import type { ItemEffect, ItemOutcome, Meeting } from '#src/lists/meetings.ts'
import {
  decisionFaults,
  isDecision,
  type ItemDecision,
  keepsFromDeciding,
  saysTheSame,
  whyNotCarriedOut,
  wordingOf,
} from '#src/rules/meetings/itemDecision.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { aMeeting, anItem, attends } from '#test/fixtures/meetings.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'

const chair = aPerson('anna-ek', 'Anna Ek')
const about = { initiative: aRef('i-1') }
const gate: ItemEffect = { does: 'gate', gate: 'BP1', outcome: 'goOn' }

function faults(
  decision: Partial<ItemDecision>,
  {
    meeting = {},
    item = {},
    guidesOnly = false,
  }: { meeting?: Partial<Meeting>; item?: object; guidesOnly?: boolean } = {},
) {
  const asked = { outcome: 'grant', wording: 'Ja.', decidedBy: chair, ...decision } as ItemDecision
  return decisionFaults(asked, {
    meeting: aMeeting(meeting),
    attendance: [
      attends('Anna Ek'),
      attends('Bo Al', { presence: 'absent' }),
      attends('Cia By', { presence: 'part' }),
    ],
    item: anItem('1', item),
    me: chair,
    guidesOnly,
  }).map((refusal) => (refusal.why === 'meeting' ? refusal.fault : refusal.why))
}

test.for<{
  says: string
  decision: Partial<ItemDecision>
  given?: Parameters<typeof faults>[1]
  found: string[]
}>([
  { says: 'granted in words', decision: {}, found: [] },
  { says: 'granted without words', decision: { wording: '' }, found: ['invalid'] },
  {
    says: 'granted as proposed',
    decision: { wording: '' },
    given: { item: { proposal: 'att köpa' } },
    found: [],
  },
  { says: 'remitted without a word of what', decision: { outcome: 'remit' }, found: ['invalid'] },
  { says: 'remitted', decision: { outcome: 'remit', toComplete: 'Kostnaden' }, found: [] },
  { says: 'noted in silence', decision: { outcome: 'noted', wording: undefined }, found: [] },
  { says: 'tabled', decision: { outcome: 'table', wording: undefined }, found: [] },
  { says: 'its own wording, without one', decision: { outcome: 'own', wording: ' ' }, found: ['invalid'] },
  { says: 'by one who was there for some of it', decision: { decidedBy: aPerson('cia-by') }, found: [] },
  { says: 'by one who was absent', decision: { decidedBy: aPerson('bo-al') }, found: ['notPresent'] },
  { says: 'by one who was never called', decision: { decidedBy: aPerson('dan') }, found: ['notPresent'] },
  { says: 'by one who left', decision: { conflicted: [chair] }, found: ['leftItem'] },
  { says: 'a gate of nothing', decision: { effect: gate }, found: ['effectUnfit'] },
  { says: 'a gate', decision: { effect: gate }, given: { item: about }, found: [] },
  {
    says: 'a new owner by a no',
    decision: { outcome: 'refuse', effect: { does: 'owner', role: 'contact', person: chair } },
    given: { item: about },
    found: ['effectUnfit'],
  },
  { says: 'yes in a forum that guides', decision: {}, given: { guidesOnly: true }, found: ['guidesOnly'] },
  { says: 'support there', decision: { outcome: 'support' }, given: { guidesOnly: true }, found: [] },
  {
    says: 'a gate that a post decides there',
    decision: { effect: gate },
    given: { guidesOnly: true, item: about },
    found: [],
  },
  { says: 'at once', decision: { atOnce: true }, found: [] },
  {
    says: 'at once in notes',
    decision: { atOnce: true },
    given: { meeting: { minutesKind: 'notes' } },
    found: ['notVerified'],
  },
  {
    says: "another's between meetings",
    decision: { decidedBy: aPerson('bo-al') },
    given: { meeting: { kind: 'between' } },
    found: ['notYourOwn'],
  },
  { says: 'my own between meetings', decision: {}, given: { meeting: { kind: 'between' } }, found: [] },
])('$says: $found', ({ decision, given, found }) => {
  expect(faults(decision, given)).toEqual(found)
})

describe('the words', () => {
  test.for<[ItemOutcome, string | undefined, string | undefined, string | undefined]>([
    ['grant', 'att köpa två', 'att köpa', 'att köpa två'],
    ['grant', undefined, 'att köpa', 'att köpa'],
    ['refuse', undefined, 'att köpa', 'Avslag: att köpa'],
    ['support', undefined, 'att köpa', 'Tillstyrks: att köpa'],
    ['own', undefined, 'att köpa', undefined],
    ['grant', undefined, undefined, undefined],
    ['table', undefined, undefined, 'Bordläggning'],
  ])('of %s with %s of the proposal %s are %s', ([outcome, wording, proposal, said]) => {
    expect(wordingOf({ outcome, wording }, proposal === undefined ? {} : { proposal })).toBe(said)
  })

  test('what is only noted is in the register when it was noted in words', () => {
    expect(isDecision({ outcome: 'noted' })).toBe(false)
    expect(isDecision({ outcome: 'noted', wording: 'Forumet ser allvarligt på läget.' })).toBe(true)
    expect(isDecision({ outcome: 'dropped', wording: 'x' })).toBe(false)
    expect(isDecision({ outcome: 'assign' })).toBe(true)
  })
})

test('a decision is the same whoever writes it down, and another when it does something else', () => {
  const decided = anItem('1', { ...about, outcome: 'grant', wording: 'Ja.', decidedBy: chair, effect: gate })
  const same: ItemDecision = {
    outcome: 'grant',
    wording: 'Ja. ',
    decidedBy: aPerson(chair.id, 'A Ek'),
    effect: { ...gate },
  }
  expect(saysTheSame(decided, same)).toBe(true)
  for (const other of [
    { wording: 'Nej.' },
    { outcome: 'own' },
    { effect: undefined },
    { atOnce: true },
  ] as const)
    expect(saysTheSame(decided, { ...same, ...other })).toBe(false)
})

test('what is missing keeps a decision from taking effect, not from being made', () => {
  const missing: Refusal = { why: 'missing', matter: 'BP1', needs: ['need'] }
  const noMandate: Refusal = { why: 'noMandate', matter: 'BP1' }
  expect(keepsFromDeciding([missing, noMandate])).toEqual([noMandate])
  expect(whyNotCarriedOut({ refused: JSON.stringify([missing]) })).toEqual([missing])
  expect(whyNotCarriedOut({ refused: 'skrivet för hand' })).toEqual([])
  expect(whyNotCarriedOut({})).toEqual([])
})
