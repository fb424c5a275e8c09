/** What became of the needs, and how old those are that wait. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import {
  type Became,
  becameOf,
  becameOrder,
  coverageOf,
  departmentsOf,
  sumOf,
} from '#src/rules/needs/coverage.ts'
import { anInitiative, type Given } from '#test/fixtures/initiatives.ts'
import { aPerson, aRef, TODAY, tree } from '#test/fixtures/organisation.ts'

const process = () => 'behovsprocessen' as const

test.for<{ says: string; of: Given<Initiative>; is: Became }>([
  { says: 'handed in', of: {}, is: 'first' },
  { says: 'let on', of: { stage: 'screening' }, is: 'underway' },
  { says: 'ready for start', of: { stage: 'ready' }, is: 'underway' },
  { says: 'in delivery', of: { stage: 'delivery' }, is: 'started' },
  { says: 'benefits being realised', of: { stage: 'benefits' }, is: 'started' },
  { says: 'closed', of: { stage: 'closed' }, is: 'closed' },
  { says: 'paused in delivery', of: { stage: 'delivery', state: 'paused' }, is: 'paused' },
  { says: 'stopped', of: { state: 'stopped' }, is: 'stopped' },
  { says: 'screened out', of: { state: 'screenedOut' }, is: 'screenedOut' },
  { says: 'merged', of: { state: 'merged' }, is: 'merged' },
  { says: 'driven by others', of: { stage: 'delivery', external: true }, is: 'external' },
])('a need that is $says counts as $is', ({ of, is }) => {
  expect(becameOf(anInitiative(of), 'behovsprocessen')).toBe(is)
})

test.for<[Initiative['stage'], Became]>([
  ['need', 'first'],
  ['prioritisation', 'underway'],
  ['concept', 'started'],
  ['rollout', 'started'],
])('in the portfolio process %s counts as %s', ([stage, is]) => {
  expect(becameOf(anInitiative({ stage }), 'portfoljprocessen')).toBe(is)
})

const rows = [
  anInitiative({ stageSince: '2024-09-21', contact: aPerson('a') }),
  anInitiative({ stageSince: '2024-09-01', lastDecision: aRef('d') }),
  anInitiative({ stage: 'screening', stageSince: '2024-07-03', unit: aRef('homeCareSouth') }),
  anInitiative({ stage: 'delivery', stageSince: '2023-01-01' }),
  anInitiative({ state: 'screenedOut', stageSince: '2022-01-01', unit: aRef('nursing') }),
  anInitiative({ unit: undefined, unitAsWritten: 'Alla' }),
  anInitiative({ unit: aRef('elderly') }),
]

test('each need is counted once, and all of them are', () => {
  const coverage = coverageOf(rows, process)
  expect(coverage).toMatchObject({ total: 7, decided: 1, withoutContact: 6, withoutUnit: 1 })
  expect(becameOrder.reduce((sum, name) => sum + coverage.became[name], 0)).toBe(7)
})

test('departments take in what stands under them; what belongs to none is one row', () => {
  const found = departmentsOf(rows, { tree, today: TODAY, processOf: process })
  expect(found.map(({ department, total }) => [department?.key, total])).toEqual([
    ['homeCare', 4],
    ['nursing', 1],
    [undefined, 2],
  ])
  expect(found[0]).toMatchObject({ medianDays: 30, oldestDays: 90, ended: 0 })
  expect(Object.fromEntries(found[0]?.stages ?? [])).toEqual({ collection: 2, screening: 1, delivery: 1 })
  expect(found[1]).toEqual({
    department: { key: 'nursing', title: 'nursing (department)' },
    total: 1,
    stages: new Map(),
    ended: 1,
  })
})

test.for<{ says: string; since: string[]; median: number | undefined }>([
  { says: 'of none', since: [], median: undefined },
  { says: 'of one', since: ['2024-09-30'], median: 1 },
  { says: 'of two is between them', since: ['2024-09-30', '2024-09-27'], median: 3 },
  { says: 'of three is the middle one', since: ['2024-09-30', '2024-06-01', '2024-09-21'], median: 10 },
  { says: 'of a day that is to come is none', since: ['2024-10-09'], median: 0 },
])('the median $says', ({ since, median }) => {
  const all = since.map((stageSince) => anInitiative({ stageSince }))
  expect(sumOf(undefined, all, TODAY, process).medianDays).toBe(median)
})
