/** Which needs may become one, and what the one gains. */
import { describe, expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import {
  mergeableStages,
  type MergeFault,
  type MergePart,
  mergedChanges,
  mergeRefusals,
  partsOf,
  relink,
  splitRefusals,
} from '#src/rules/needs/merging.ts'
import { processes } from '#src/rules/processes.ts'
import { aDecision, anInitiative, type Given } from '#test/fixtures/initiatives.ts'
import { aPerson, aRef, tree } from '#test/fixtures/organisation.ts'

const lead = { id: 'lead', roles: ['developmentLead' as const] }

const aPart = (values: Given<Initiative> = {}, rest: Partial<MergePart> = {}): MergePart => ({
  initiative: anInitiative(values),
  process: 'behovsprocessen',
  parts: 0,
  ...rest,
})
const target = (values: Given<Initiative> = {}) =>
  aPart({ key: 'one', number: 'T-1', title: 'Lås', ...values })
const source = (values: Given<Initiative> = {}, rest: Partial<MergePart> = {}) =>
  aPart({ key: 'two', number: 'T-2', title: 'Nycklar', ...values }, rest)

const faults = (into: MergePart, from: MergePart[], who: Parameters<typeof mergeRefusals>[0] = lead) =>
  mergeRefusals(who, into, from).map((refusal) =>
    refusal.why === 'notMergeable' ? refusal.fault : refusal.why,
  )

describe('needs may become one', () => {
  test('when all are in play and nobody has decided what they lead to', () => {
    expect(faults(target(), [source(), source({ key: 'three' })])).toEqual([])
  })

  test.for<{
    says: string
    into?: Given<Initiative>
    from?: Given<Initiative>
    parts?: number
    fault: MergeFault
  }>([
    { says: 'a need and itself', from: { key: 'one' }, fault: 'self' },
    { says: 'into one that is itself part of another', into: { state: 'merged' }, fault: 'targetMerged' },
    { says: 'into one that is stopped', into: { state: 'stopped' }, fault: 'targetClosed' },
    { says: 'into one that is screened out', into: { state: 'screenedOut' }, fault: 'targetClosed' },
    { says: 'into one that is closed', into: { stage: 'closed' }, fault: 'targetClosed' },
    {
      says: 'one that is part of a third',
      from: { state: 'merged', mergedInto: aRef('x') },
      fault: 'sourceMerged',
    },
    { says: 'one that is paused', from: { state: 'paused' }, fault: 'sourceHeld' },
    { says: 'one that waits to start', from: { stage: 'ready' }, fault: 'sourceDecided' },
    { says: 'one in delivery', from: { stage: 'delivery' }, fault: 'sourceDecided' },
    { says: 'one that others are part of', parts: 1, fault: 'sourceHasParts' },
    { says: 'one that somebody else runs', from: { external: true }, fault: 'external' },
    { says: 'into one that somebody else runs', into: { external: true }, fault: 'external' },
    { says: 'with a conflict of interest', into: { conflicted: [aPerson('lead')] }, fault: 'conflicted' },
    { says: 'with a conflict in the other', from: { conflicted: [aPerson('lead')] }, fault: 'conflicted' },
  ])('but not $says', ({ into, from, parts = 0, fault }) => {
    expect(faults(target(into), [source(from, { parts })])).toEqual([fault])
  })

  test('and are named where they can’t', () => {
    expect(mergeRefusals(lead, target(), [source({ state: 'paused' }), source({ key: 'three' })])).toEqual([
      { why: 'notMergeable', fault: 'sourceHeld', names: ['T-2 Nycklar'] },
    ])
  })

  test('also when the one waits to start: only what becomes part of it must be undecided', () => {
    expect(faults(target({ stage: 'ready' }), [source()])).toEqual([])
  })

  test('again when they are one already', () => {
    expect(faults(target(), [source({ state: 'merged', mergedInto: aRef('one') })])).toEqual([])
  })

  test('only by somebody who may prepare every one of them', () => {
    const contact = { id: 'c', roles: [] }
    const mine = { contact: aPerson('c') }
    expect(faults(target(mine), [source(mine)], contact)).toEqual([])
    expect(faults(target(mine), [source()], contact)).toEqual(['notYourTask'])
    expect(faults(target(), [source(mine)], contact)).toEqual(['notYourTask'])
  })

  test('not while some authorities have decided and others have not', () => {
    const parties = [aRef('elderly'), aRef('disability')]
    const half = aDecision({ matter: 'BP3', outcome: 'waitingList', party: aRef('elderly'), parties })
    const open = { stage: 'preparation' as const }
    expect(faults(target(), [source(open, { decisions: [half] })])).toEqual(['roundOpen'])
    expect(faults({ ...target(open), decisions: [half] }, [source()])).toEqual(['roundOpen'])
    const other = aDecision({ ...half, number: '2024-0002', key: 'other', party: aRef('disability') })
    expect(faults(target(), [source(open, { decisions: [half, other] })])).toEqual([])
  })
})

test('a need may become part of another until the first decision about what it leads to, in every process', () => {
  const stages = Object.values(processes).map((rows) => rows.map(({ stage }) => stage))
  for (const inOrder of stages) {
    const may = inOrder.map((stage) => mergeableStages.includes(stage))
    expect(may).toEqual(may.toSorted((a, b) => Number(b) - Number(a)))
    expect(may[0]).toBe(true)
    expect(may.at(-1)).toBe(false)
  }
})

describe('the one gains', () => {
  const homeCare = aRef('homeCare')
  const gained = (into: Given<Initiative>, ...from: Given<Initiative>[]) =>
    mergedChanges(
      target(into).initiative,
      from.map((values) => source(values).initiative),
      tree,
    )

  test.for<{ says: string; into: Given<Initiative>; from: Given<Initiative>; units: string[] }>([
    { says: 'the unit that asked', into: {}, from: { unit: aRef('nursing') }, units: ['nursing'] },
    { says: 'nothing of its own unit', into: { unit: homeCare }, from: { unit: homeCare }, units: [] },
    {
      says: 'those it didn’t have, after those it had',
      into: { concernedUnits: [aRef('quality')] },
      from: { unit: aRef('nursing'), concernedUnits: [aRef('quality'), homeCare] },
      units: ['quality', 'nursing'],
    },
  ])('units concerned: $says', ({ into, from, units }) => {
    expect(gained(into, from)?.concernedUnits?.map(({ key }) => key)).toEqual(units)
  })

  test('links to what became part of it', () => {
    expect(gained({}, {}, { key: 'three' })).toMatchObject({
      similar: [{ key: 'two' }, { key: 'three' }],
      similarChecked: 'linked',
    })
  })

  test('that it is shared, when it was its own and another administration asks for the same', () => {
    expect(gained({ scope: 'own' }, { unit: aRef('housing') })?.scope).toBe('shared')
    expect(gained({ scope: 'own' }, { unit: aRef('nursing') })?.scope).toBe('own')
    expect(gained({}, { unit: aRef('housing') })).not.toHaveProperty('scope')
  })

  test('nothing the second time', () => {
    const once = gained({ scope: 'own' }, { unit: aRef('housing') }) ?? expect.fail('nothing was gained')
    expect(gained({ ...once }, { unit: aRef('housing') })).toBeUndefined()
  })
})

describe('a need may be taken out', () => {
  const split = (need: Given<Initiative>, one?: Given<Initiative>) =>
    splitRefusals(lead, source(need), one && target(one)).map((refusal) =>
      refusal.why === 'notMergeable' ? refusal.fault : refusal.why,
    )
  test('of what it is part of, also when that one is gone or closed', () => {
    expect(split({ state: 'merged', mergedInto: aRef('one') }, {})).toEqual([])
    expect(split({ state: 'merged', mergedInto: aRef('one') }, { stage: 'closed' })).toEqual([])
    expect(split({ state: 'merged', mergedInto: aRef('one') })).toEqual([])
  })
  test('only if it is part of another, and by somebody without a conflict of interest', () => {
    expect(split({})).toEqual(['notMerged'])
    expect(split({ state: 'merged' }, { conflicted: [aPerson('lead')] })).toEqual(['conflicted'])
  })
})

test('the parts of an initiative are those merged into it, and no longer those taken out', () => {
  const all = [
    source({ key: 'a', state: 'merged', mergedInto: aRef('one') }),
    source({ key: 'b', state: 'merged', mergedInto: aRef('x') }),
    source({ key: 'c', mergedInto: aRef('one') }),
  ].map(({ initiative }) => initiative)
  expect(partsOf('one', all).map(({ key }) => key)).toEqual(['a'])
})

test('links are added once and taken away', () => {
  const [a, b] = [aRef('a'), aRef('b')]
  expect(relink([a], { add: [a, b], drop: [] })).toEqual([a, b])
  expect(relink([a, b], { add: [], drop: [a] })).toEqual([b])
  expect(relink([a], { add: [a], drop: [b] })).toBeUndefined()
  expect(relink(undefined, { add: [], drop: [b] })).toBeUndefined()
})
