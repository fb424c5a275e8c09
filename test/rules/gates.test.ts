/** What the gates move, ask for and may end in. */
import { describe, expect, test } from 'vitest'
import type { Outcome } from '#src/lists/decisions.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import {
  type GateName,
  forwardOutcomes,
  gateNames,
  gateOf,
  gateRefusals,
  gatesOf,
  matterOf,
  missingFor,
  movesForward,
  needsOf,
  nextGate,
  outcomesOf,
} from '#src/rules/gates.ts'
import { stagesOf } from '#src/rules/processes.ts'
import { aPreparation, type Given } from '#test/fixtures/initiatives.ts'

test.for<[Stage, GateName | undefined]>([
  ['collection', 'BP1'],
  ['screening', 'BP2'],
  ['preparation', 'BP3'],
  ['ready', 'BP4'],
  ['delivery', 'benefitsStart'],
  ['benefits', 'benefitsEnd'],
  ['closed', undefined],
  ['prioritisation', undefined],
])('in %s of Behovsprocessen the next gate is %s', ([stage, gate]) => {
  expect(nextGate({ stage }, 'behovsprocessen')).toBe(gate)
})

test.for<[Stage, GateName | undefined]>([
  ['need', 'intake'],
  ['intake', 'prioritisation'],
  ['prioritisation', 'phase'],
  ['concept', 'development'],
  ['development', 'rollout'],
  ['rollout', 'closing'],
  ['closed', undefined],
  ['preparation', undefined],
])('in %s of the portfolio process the next gate is %s', ([stage, gate]) => {
  expect(nextGate({ stage }, 'portfoljprocessen')).toBe(gate)
})

test('an investigation that has ended may be prepared anew, and nothing else may', () => {
  expect(nextGate({ stage: 'closed', type: 'investigation' }, 'behovsprocessen')).toBe('reentry')
  expect(nextGate({ stage: 'closed', type: 'rollout' }, 'behovsprocessen')).toBeUndefined()
  expect(outcomesOf('benefitsStart', false, { type: 'investigation' })).toContain('reenter')
  expect(outcomesOf('benefitsStart', false, { type: 'rollout' })).not.toContain('reenter')
})

test.for<{ gate: GateName; outcomes: Outcome[]; forward: Outcome }>([
  { gate: 'BP1', outcomes: ['goOn', 'screenOut'], forward: 'goOn' },
  { gate: 'BP2', outcomes: ['investigate', 'screenOut'], forward: 'investigate' },
  { gate: 'BP3', outcomes: ['waitingList', 'back', 'screenOut'], forward: 'waitingList' },
  { gate: 'BP4', outcomes: ['handOver', 'wait', 'screenOut'], forward: 'handOver' },
])('$gate ends in $outcomes, and only $forward goes forward', ({ gate, outcomes, forward }) => {
  expect(outcomesOf(gate, false, {})).toEqual(outcomes)
  expect(outcomes.filter((outcome) => movesForward(gate, outcome))).toEqual([forward])
})

test('each party of a shared BP3 may agree to anything the gate can end in, or say no', () => {
  expect(outcomesOf('BP3', true, {})).toEqual(['waitingList', 'back', 'screenOut', 'refuse'])
  expect(movesForward('BP3', 'refuse')).toBe(false)
})

test('parties choose among the same outcomes where the gate has none of their own', () => {
  expect(outcomesOf('BP2', true, {})).toEqual(outcomesOf('BP2', false, {}))
})

test('where the parties decide jointly, every outcome of BP4 is theirs', () => {
  for (const outcome of outcomesOf('BP4', true, {})) expect(matterOf('BP4', outcome, true)).toBe('start')
})

test.for<[GateName, Outcome | undefined, string]>([
  ['BP1', 'goOn', 'BP1'],
  ['BP3', 'screenOut', 'BP3'],
  ['BP3', 'refuse', 'BP3'],
  ['BP4', 'handOver', 'start'],
  ['BP4', 'screenOut', 'start'],
  ['BP4', 'wait', 'BP4'],
  ['BP4', undefined, 'start'],
  ['benefitsStart', 'realise', 'projectEnd'],
  ['benefitsStart', 'reenter', 'BP2'],
  ['phase', undefined, 'concept'],
  ['phase', 'toDevelopment', 'development'],
  ['phase', 'remit', 'ranking'],
  ['rollout', 'stay', 'development'],
  ['closing', 'escalate', 'rollout'],
])('%s ending in %s takes the mandate for %s', ([gate, outcome, matter]) => {
  expect(matterOf(gate, outcome)).toBe(matter)
})

test.for(gateNames.filter((gate) => gate !== 'reentry'))(
  '%s can go forward, to a later stage of its own process',
  (gate) => {
    const { process, from, outcomes } = gateOf(gate)
    const stages = stagesOf(process)
    const forward = forwardOutcomes(gate)
    expect(forward.length).toBeGreaterThan(0)
    for (const outcome of forward)
      expect(stages.indexOf(outcomes[outcome]?.stage as Stage)).toBeGreaterThan(stages.indexOf(from))
  },
)

test('every stage of every process has a gate, but the last', () => {
  for (const process of ['behovsprocessen', 'portfoljprocessen'] as const)
    expect(stagesOf(process).filter((stage) => !nextGate({ stage }, process))).toEqual(['closed'])
})

test('a concept phase that is skipped leaves its questions to be answered', () => {
  const [concept, development] = [needsOf('phase', 'toConcept'), needsOf('phase', 'toDevelopment')]
  expect(concept).not.toContain('union')
  expect(development).toEqual([...concept, ...gateOf('development').needs])
  expect(needsOf('development')).toEqual(development)
})

test('whatever does not go forward asks for nothing', () => {
  for (const outcome of ['remit', 'wait', 'screenOut'] as const) expect(needsOf('phase', outcome)).toEqual([])
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
  for (const gate of gatesOf('behovsprocessen')) expect(missingFor(gate, aPreparation())).toEqual([])
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
