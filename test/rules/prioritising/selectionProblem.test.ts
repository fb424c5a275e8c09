/** The question a forum asks, made from the region's rows: what competes, under what, what is left aside, and what has changed since. */
import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioSettings } from '#src/lists/prioritising.ts'
import { weighingForums } from '#src/rules/prioritising/forumTotals.ts'
import { basisOf, changesSince, fingerprint } from '#src/rules/prioritising/selectionBasis.ts'
import { selectionFaults } from '#src/rules/prioritising/selectionFaults.ts'
import { type ProblemRows, selectionOf, settingsOf } from '#src/rules/prioritising/selectionProblem.ts'
import { isPossible, solve } from '#src/solver/solve.ts'
import { regionRows } from '#scripts/demo/regionRows.ts'
import { problemRows } from '#scripts/demo/regionScenarios.ts'
import { aCostItem, anInitiative } from '#test/fixtures/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'

const region = regionRows()
const YEARS = [2027, 2028, 2029]
const rowsOf = (forum: string) => problemRows(region, forum)
const care = rowsOf('f-pl-vp')
const asked = (settings: Partial<ScenarioSettings> = {}, rows = care) =>
  selectionOf(rows, { ...settingsOf(YEARS), ...settings })
const candidate = (id: string, settings: Partial<ScenarioSettings> = {}, rows = care) =>
  asked(settings, rows).problem.candidates.find((one) => one.id === id)

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

test.for(region.scenarios)(
  "the demo's “$title” is what the solver finds, and only the older one is out of date",
  ({ key, settings, result }) => {
    const answer = solve(asked(settings).problem, highs)
    if (!isPossible(answer) || !result) throw new Error('nothing found')
    expect([Object.fromEntries(answer.choice), answer.value, answer.gap]).toEqual([
      result.chosen,
      result.value,
      0,
    ])
    const now = basisOf(care, settings.years)
    const changes = result.reckoned ? changesSince(result.reckoned, now) : []
    expect(changes.map((change) => change.what)).toEqual(key === 'S-VP-2' ? ['cost'] : [])
    expect(result.basis === fingerprint(now)).toBe(key !== 'S-VP-2')
  },
)

describe('of health care 2027–2029', () => {
  const { problem, aside, elsewhere, unscored, coarse, unlimited } = asked()

  test('ten compete; what asks nothing of the frame is left aside', () => {
    expect(problem.candidates.map(({ id }) => id).toSorted()).toEqual(
      ['VP-01', 'VP-02', 'VP-03', 'VP-04', 'VP-05', 'VP-07', 'VP-08', 'VP-09', 'VP-11', 'VP-13'].toSorted(),
    )
    expect(aside.map(({ id, why }) => [id, why])).toContainEqual(['VP-06', 'noNeed'])
    expect([unscored, coarse, unlimited]).toEqual([[], [], []])
  })

  test('frames are those of the latest decision less what is kept for concepts; person-days those that are known', () => {
    expect(
      problem.limits.flatMap((limit) =>
        limit.of === 'receiving' ? [] : [[limit.of, limit.year, limit.portfolio, limit.most]],
      ),
    ).toEqual([
      ['cost', 2027, 'pf-vp', 38_500_000],
      ['personDays', 2027, 'pf-vp', 2300],
      ['cost', 2028, 'pf-vp', 35_000_000],
      ['cost', 2029, 'pf-vp', 35_000_000],
    ])
  })

  test('what a law asks for and what has begun must be in; what is waited for here is a prerequisite, else it is said', () => {
    const must = problem.candidates.filter(({ mandatory }) => mandatory).map(({ id }) => id)
    expect(must.toSorted()).toEqual(['VP-01', 'VP-03', 'VP-05', 'VP-07', 'VP-08', 'VP-13'])
    expect(candidate('VP-09')?.prerequisites).toEqual(['VP-01'])
    expect(elsewhere.map(({ id, needs }) => [id, needs.key])).toEqual([
      ['VP-03', 'INF-02'],
      ['VP-04', 'INF-01'],
    ])
  })

  test('value is the weighted total, cost what the development frame is asked for', () => {
    expect(candidate('VP-04')).toMatchObject({ value: 77, start: 2027, portfolio: 'pf-vp' })
    expect(candidate('VP-04')?.cost[2027]).toBe(7_300_000)
    expect(candidate('VP-04')?.personDays[2027]).toBe(300)
  })

  test('the best set is another than the ranking down to the line, and is proved', () => {
    const answer = solve(problem, highs)
    expect(isPossible(answer) && answer.isProved && answer.value).toBe(535)
    const chosen = isPossible(answer) ? [...answer.choice.keys()].toSorted() : []
    expect(chosen).toEqual(['VP-01', 'VP-02', 'VP-03', 'VP-05', 'VP-07', 'VP-08', 'VP-09', 'VP-13'])
  })
})

describe('set by hand', () => {
  test('frames and days of a portfolio and year', () => {
    const { problem } = asked({ frames: { 'pf-vp/2028': 1 }, personDays: { 'pf-vp/2029': 7 } })
    expect(problem.limits).toContainEqual({ of: 'cost', year: 2028, portfolio: 'pf-vp', most: 1 })
    expect(problem.limits).toContainEqual({ of: 'personDays', year: 2029, portfolio: 'pf-vp', most: 7 })
  })

  test('what runs may go when the forum says so, or when it is taken out; a law may not', () => {
    expect(candidate('VP-08', { isRunningFree: true })?.mandatory).toBe(false)
    expect(candidate('VP-08', { forcedOut: ['VP-08'] })?.mandatory).toBe(false)
    expect(selectionFaults(asked({ forcedOut: ['VP-05'] }).problem)).toEqual([
      { why: 'mandatoryOut', id: 'VP-05' },
    ])
  })

  test('later starts, pairs and shares; what is gone since is left out of all of them', () => {
    const { problem } = asked({
      starts: { 'VP-11': [2027, 2028, 2029] },
      exclusions: [
        ['VP-11', 'VP-04'],
        ['VP-11', 'gone'],
      ],
      forcedIn: ['gone', 'VP-02'],
      corridors: [{ axis: 'portfolio', value: 'pf-vp', least: 0.2 }],
    })
    expect(problem.candidates.find(({ id }) => id === 'VP-11')?.laterStarts).toEqual([2028, 2029])
    expect([problem.exclusions, problem.forcedIn]).toEqual([[['VP-11', 'VP-04']], ['VP-02']])
    expect(problem.corridors?.[0]).toMatchObject({ least: 0.2 })
    expect(problem.corridors?.[0]?.ids).toHaveLength(10)
  })
})

test('a forum over all portfolios weighs each by its own board, under every frame and the whole', () => {
  const all = rowsOf('f-dd')
  const { problem, unscored } = asked({}, all)
  expect(unscored).toEqual([])
  expect(problem.candidates).toHaveLength(28)
  expect(problem.limits.filter(({ of, year }) => of === 'cost' && year === 2027)).toHaveLength(6)
  expect(problem.candidates.find(({ id }) => id === 'VP-03')?.prerequisites).toEqual([])
  expect(problem.candidates.find(({ id }) => id === 'VP-04')?.prerequisites).toEqual(['INF-01'])
  expect(weighingForums('f-dd', all.portfolios, region.portfolios)).toHaveLength(6)
})

describe('what nobody knows is never nothing', () => {
  const forum: ProblemRows = {
    candidates: [
      ['known', {}],
      ['rough', { costLowKr: 100, costHighKr: 300, start: '2028-Q2' }],
      ['yearly', { costHighKr: 50, costPerYear: true, start: '2028-Q1' }],
      ['unknown', {}],
      ['after', {}],
      ['negative', {}],
      ['secret', { confidentialBasis: '19 kap. 3 §' }],
    ].map(([key, values]) => ({
      initiative: anInitiative({ key: key as string, ...(values as object) }),
      basis: 'ranked' as const,
      isShared: key === 'joint',
      isUnknownCost: false,
      isExternal: false,
    })),
    portfolios: [aRef('p-elderly')],
    isWhole: false,
    costs: [
      aCostItem({ initiative: aRef('known'), year: 2027, amountKr: 70 }),
      aCostItem({ initiative: aRef('after'), year: 2027, amountKr: 20 }),
      aCostItem({ initiative: aRef('negative'), year: 2028, amountKr: -5 }),
      aCostItem({ initiative: aRef('secret'), year: 2028, amountKr: 5 }),
    ],
    resources: [],
    frames: [],
    dependencies: [{ key: 'd', initiative: aRef('after'), needs: aRef('unknown') }],
    receiving: { receptions: [], initiatives: [], tree: new Map() },
    totals: new Map([['known', { total: 40, missing: ['x'] }]]),
  }

  test('a rough cost counts at its highest, in the year it starts or each year from then', () => {
    expect(candidate('rough', {}, forum)).toMatchObject({ start: 2028, cost: { 2028: 300 } })
    expect(candidate('yearly', {}, forum)?.cost).toEqual({ 2028: 50, 2029: 50 })
    expect(asked({}, forum).coarse).toEqual(['rough', 'yearly'])
  })

  test('unknown and wrong costs are set aside with what waits for them, confidential ones too', () => {
    const { aside } = asked({}, forum)
    expect(aside).toMatchObject([
      { id: 'unknown', why: 'unknownCost' },
      { id: 'negative', why: 'badAmount', year: 2028, kr: -5 },
      { id: 'secret', why: 'confidential' },
      { id: 'after', why: 'needsUnknown', of: 'unknown' },
    ])
    expect(aside).toHaveLength(4)
  })

  test('until the forum says what to reckon with', () => {
    const { aside, coarse, problem } = asked({ assumed: { unknown: 900 } }, forum)
    expect(aside.map(({ id }) => id)).toEqual(['negative', 'secret'])
    expect(coarse).toContain('unknown')
    expect(problem.candidates.find(({ id }) => id === 'after')?.prerequisites).toEqual(['unknown'])
  })

  test('no score is said, and so is no frame', () => {
    const { unscored, partlyScored, unlimited } = asked({}, forum)
    expect(unscored).toEqual(['rough', 'yearly'])
    expect(partlyScored).toEqual(['known'])
    expect(unlimited).toEqual(YEARS.map((year) => ({ year, portfolio: 'p-elderly' })))
  })

  test('those who wait for each other are named', () => {
    const dependencies = [
      { key: '1', initiative: aRef('known'), needs: aRef('rough') },
      { key: '2', initiative: aRef('rough'), needs: aRef('known') },
    ]
    expect(selectionFaults(asked({}, { ...forum, dependencies }).problem)).toEqual([
      { why: 'circle', ids: ['known', 'rough', 'known'] },
    ])
  })
})

describe('what a scenario was reckoned from', () => {
  const before = basisOf(care, YEARS)

  test('has the same fingerprint in whatever order its rows came, and another when something differs', () => {
    const turned = { ...care, candidates: care.candidates.toReversed(), costs: care.costs.toReversed() }
    expect(fingerprint(basisOf(turned, YEARS))).toBe(fingerprint(before))
    expect(fingerprint(basisOf(care, [2027, 2028]))).not.toBe(fingerprint(before))
  })

  test.for([
    {
      says: 'a cost',
      change: (rows: ProblemRows) => ({
        costs: [...rows.costs, aCostItem({ initiative: aRef('VP-04'), year: 2028, amountKr: 500 })],
      }),
      expected: [{ what: 'cost', id: 'VP-04', before: 15_700_000, now: 15_700_500 }],
    },
    {
      says: 'a score',
      change: (rows: ProblemRows) => ({
        totals: new Map([...rows.totals, ['VP-02', { total: 60.4, missing: [] }]]),
      }),
      expected: [{ what: 'value', id: 'VP-02', before: 57, now: 60.4 }],
    },
    {
      says: 'a dependency',
      change: (rows: ProblemRows) => ({
        dependencies: [...rows.dependencies, { key: 'x', initiative: aRef('VP-11'), needs: aRef('VP-03') }],
      }),
      expected: [{ what: 'needs', id: 'VP-11', added: ['VP-03'], removed: [] }],
    },
    {
      says: 'one that is gone',
      change: (rows: ProblemRows) => ({
        candidates: rows.candidates.filter(({ initiative }) => initiative.key !== 'VP-02'),
      }),
      expected: [{ what: 'gone', id: 'VP-02' }],
    },
    {
      says: 'a law that came',
      change: (rows: ProblemRows) => ({
        candidates: rows.candidates.map((one) =>
          one.initiative.key === 'VP-02' ? { ...one, basis: 'mandatory' as const } : one,
        ),
      }),
      expected: [{ what: 'isIn', id: 'VP-02', now: true }],
    },
    {
      says: 'a frame',
      change: (rows: ProblemRows) => ({
        frames: rows.frames.map((row) => (row.key === 'R-2028-U-VP-26' ? { ...row, amountKr: 1_000 } : row)),
      }),
      expected: [{ what: 'limit', of: 'cost', name: 'pf-vp/2028', before: 35_000_000, now: 0 }],
    },
  ])('$says is told of with before and after', ({ change, expected }) => {
    expect(changesSince(before, basisOf({ ...care, ...change(care) }, YEARS))).toEqual(expected)
  })
})
