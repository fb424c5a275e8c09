/** What the gates move, ask for and may end in. */
import { describe, expect, test } from 'vitest'
import type { Outcome } from '#src/lists/decisions.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import {
  type GateName,
  gateNames,
  gateRefusals,
  gates,
  matterOf,
  missingFor,
  movesForward,
  needsOf,
  nextGate,
  outcomesOf,
} from '#src/rules/gates.ts'
import { aPreparation, type Given } from '#test/fixtures/initiatives.ts'

test.for<[Stage, GateName | undefined]>([
  ['collection', 'BP1'],
  ['screening', 'BP2'],
  ['preparation', 'BP3'],
  ['ready', 'BP4'],
  ['delivery', undefined],
  ['closed', undefined],
  ['prioritisation', undefined],
])('in %s the next gate is %s', ([stage, gate]) => {
  expect(nextGate({ stage })).toBe(gate)
})

test.for<{ gate: GateName; outcomes: Outcome[]; forward: Outcome }>([
  { gate: 'BP1', outcomes: ['goOn', 'screenOut'], forward: 'goOn' },
  { gate: 'BP2', outcomes: ['investigate', 'screenOut'], forward: 'investigate' },
  { gate: 'BP3', outcomes: ['waitingList', 'back', 'screenOut'], forward: 'waitingList' },
  { gate: 'BP4', outcomes: ['handOver', 'wait', 'screenOut'], forward: 'handOver' },
])('$gate ends in $outcomes, and only $forward goes forward', ({ gate, outcomes, forward }) => {
  expect(outcomesOf(gate, false)).toEqual(outcomes)
  expect(outcomes.filter((outcome) => movesForward(gate, outcome))).toEqual([forward])
})

test('each party of a shared BP3 may agree to anything the gate can end in, or say no', () => {
  expect(outcomesOf('BP3', true)).toEqual(['waitingList', 'back', 'screenOut', 'refuse'])
  expect(movesForward('BP3', 'refuse')).toBe(false)
})

test('parties choose among the same outcomes where the gate has none of their own', () => {
  expect(outcomesOf('BP4', true)).toEqual(outcomesOf('BP4', false))
})

test.for<[GateName, Outcome | undefined, string]>([
  ['BP1', 'goOn', 'BP1'],
  ['BP3', 'screenOut', 'BP3'],
  ['BP3', 'refuse', 'BP3'],
  ['BP4', 'handOver', 'start'],
  ['BP4', 'screenOut', 'start'],
  ['BP4', 'wait', 'BP4'],
  ['BP4', undefined, 'start'],
])('%s ending in %s takes the mandate for %s', ([gate, outcome, matter]) => {
  expect(matterOf(gate, outcome)).toBe(matter)
})

test.for(gateNames)('each gate leads to where the next begins: %s', (gate) => {
  const next = gateNames[gateNames.indexOf(gate) + 1]
  if (next) expect(gates[next].from).toBe(gates[gate].to)
  else expect(gates[gate].to).toBe('delivery')
})

test('a gate asks for all that the gates before it asked for', () => {
  expect(needsOf('BP1')).toEqual(['title', 'need', 'benefit', 'unit', 'contact'])
  for (const [before, after] of [
    ['BP1', 'BP2'],
    ['BP2', 'BP3'],
    ['BP3', 'BP4'],
  ] as const)
    expect(needsOf(after).slice(0, needsOf(before).length)).toEqual(needsOf(before))
})

test('a prepared initiative lacks nothing at any gate', () => {
  for (const gate of gateNames) expect(missingFor(gate, aPreparation())).toEqual([])
})

test('what has been emptied since an earlier gate is asked for again', () => {
  expect(missingFor('BP4', aPreparation({ initiative: { contact: undefined, caseNumber: '' } }))).toEqual([
    'contact',
    'caseNumber',
  ])
})

describe('what stands in the way of a decision', () => {
  const refusals = (initiative: Given<Initiative>, outcome: Outcome = 'goOn') =>
    gateRefusals('BP1', aPreparation({ initiative }), outcome)

  test.for<{ says: string; initiative: Given<Initiative>; outcome?: Outcome; why: object[] }>([
    { says: 'nothing, when all is there', initiative: {}, why: [] },
    {
      says: 'what is missing, by name',
      initiative: { need: undefined, contact: undefined },
      why: [{ why: 'missing', matter: 'BP1', needs: ['need', 'contact'] }],
    },
    {
      says: 'nothing is asked for when a need is screened out',
      initiative: { need: undefined },
      outcome: 'screenOut',
      why: [],
    },
    {
      says: 'another stage than the gate begins in',
      initiative: { stage: 'screening' },
      why: [{ why: 'noGate', stage: 'screening' }],
    },
    {
      says: 'a pause',
      initiative: { state: 'paused' },
      why: [{ why: 'notActive', state: 'paused' }],
    },
    {
      says: 'that it was screened out already',
      initiative: { state: 'screenedOut' },
      outcome: 'screenOut',
      why: [{ why: 'notActive', state: 'screenedOut' }],
    },
    {
      says: 'that somebody else runs it',
      initiative: { external: true, need: undefined },
      why: [{ why: 'external' }],
    },
    { says: 'that it is archived', initiative: { archived: true }, why: [{ why: 'archived' }] },
  ])('$says', ({ initiative, outcome, why }) => {
    expect(refusals({ stage: 'collection', ...initiative }, outcome)).toEqual(why)
  })

  test('a gate that is skipped is refused, also with everything filled in', () => {
    const preparation = aPreparation({ initiative: { stage: 'collection' } })
    expect(gateRefusals('BP4', preparation, 'handOver')).toEqual([{ why: 'noGate', stage: 'collection' }])
  })
})
