/** What units have room to receive, as limits of a choice; free where nobody has said. */
import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Reception } from '#src/lists/receptions.ts'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import { fullestRooms } from '#src/rules/prioritising/receivingLimits.ts'
import { selectionFaults } from '#src/rules/prioritising/selectionFaults.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import { type ProblemRows, selectionOf, settingsOf } from '#src/rules/prioritising/selectionProblem.ts'
import type { ScenarioSettings } from '#src/lists/prioritising.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { isPossible, solve } from '#src/solver/solve.ts'
import { aCostItem, anInitiative } from '#test/fixtures/initiatives.ts'
import { aRef, aUnit } from '#test/fixtures/organisation.ts'

const YEARS = [2027, 2028]

const lands = (
  initiative: string,
  [from, to]: [string, string],
  days: number | undefined,
  values: Partial<Reception> = {},
): Reception => ({
  id: '',
  version: '',
  key: `${initiative} ${from}`,
  title: 'Införande',
  initiative: aRef(initiative),
  unit: aRef('ward'),
  kind: 'rollout',
  from: `${from}-01`,
  to: `${to}-28`,
  ...(days !== undefined && { days }),
  ...values,
})

const made = {
  law: anInitiative({ key: 'law', legal: 'yes', stage: 'prioritisation' }),
  good: anInitiative({ key: 'good', stage: 'prioritisation' }),
  fair: anInitiative({ key: 'fair', stage: 'prioritisation' }),
  theirs: anInitiative({ key: 'theirs', external: true, stage: 'development' }),
  other: anInitiative({ key: 'other', stage: 'prioritisation' }),
  running: anInitiative({ key: 'running', stage: 'development' }),
  secret: anInitiative({
    key: 'secret',
    stage: 'development',
    confidential: true,
    confidentialBasis: '18:8',
  }),
}

/** A hospital with a ward that can take 10 days a month: 30 in a quarter. */
function rows(receptions: Reception[], room: number | null = 10): ProblemRows {
  const candidates = (['law', 'good', 'fair'] as const).map((key) => ({
    initiative: made[key],
    basis: key === 'law' ? ('mandatory' as const) : ('ranked' as const),
    isShared: false,
    isUnknownCost: false,
    isExternal: false,
  }))
  return {
    candidates,
    portfolios: [aRef('p-elderly')],
    isWhole: false,
    costs: ['law', 'good', 'fair'].map((key) =>
      aCostItem({ initiative: aRef(key), year: 2027, amountKr: 10 }),
    ),
    resources: [],
    frames: [],
    dependencies: [],
    receiving: {
      receptions,
      initiatives: Object.values(made),
      tree: treeOf([
        aUnit('hospital', 'administration'),
        { ...aUnit('ward', 'department', 'hospital'), ...(room !== null && { receivingDays: room }) },
      ]),
    },
    totals: new Map([
      ['law', { total: 1, missing: [] }],
      ['good', { total: 50, missing: [] }],
      ['fair', { total: 40, missing: [] }],
    ]),
  }
}

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

function tried(receptions: Reception[], settings: Partial<ScenarioSettings> = {}, room?: number | null) {
  const selection = selectionOf(rows(receptions, room), { ...settingsOf(YEARS), ...settings })
  const { problem } = selection
  expect(selectionFaults(problem)).toEqual([])
  const answer = solve(problem, highs)
  const choice = isPossible(answer) ? answer.choice : undefined
  return {
    ...selection,
    limits: problem.limits.flatMap((limit) =>
      limit.of === 'receiving' ? [[limit.unit, limit.quarter, limit.most]] : [],
    ),
    chosen: choice && [...choice.keys()].toSorted(),
    starts: choice && Object.fromEntries(choice),
    preview: [...(previewOf(problem)?.keys() ?? [])].toSorted(),
    why: choice && leftOutOf(choice, problem).map(({ id, why }) => [id, why]),
    short: isPossible(answer)
      ? []
      : answer.shortfalls.map(({ limit, by }) => [limit.of === 'receiving' && limit.unit, by]),
    rooms: choice && fullestRooms(selection.rooms, choice, problem),
  }
}

const spring: [string, string] = ['2027-01', '2027-03']

describe('free of charge', () => {
  test.for([
    { says: 'where nobody has planned what lands', receptions: [], room: 10 },
    { says: 'where the unit hasn’t said', receptions: [lands('good', spring, 99)], room: null },
    { says: 'where nobody knows how many days', receptions: [lands('good', spring, undefined)], room: 10 },
    {
      says: 'after the years that are asked about',
      receptions: [lands('good', ['2030-01', '2030-03'], 99)],
      room: 10,
    },
  ])('$says', ({ receptions, room }) => {
    const { limits, chosen } = tried(receptions, {}, room)
    expect([limits, chosen]).toEqual([[], ['fair', 'good', 'law']])
  })
})

describe('two that land on a unit in the same quarter, with room for one', () => {
  const both = [lands('good', spring, 6), lands('fair', spring, 6)]

  test('the better is chosen, by the preview too, and the other is left out for the room', () => {
    const { limits, chosen, preview, why } = tried(both)
    expect(limits).toEqual([['ward', '2027-Q1', 30]])
    expect([chosen, preview]).toEqual([
      ['good', 'law'],
      ['good', 'law'],
    ])
    expect(why).toEqual([['fair', 'receiving']])
  })

  test('both, when one may start a year later: what lands moves with it', () => {
    const { starts, rooms } = tried(both, { starts: { fair: [2028] } })
    expect(starts).toEqual({ law: 2027, good: 2027, fair: 2028 })
    expect(rooms?.map(({ quarter, usedDays, roomDays }) => [quarter, usedDays, roomDays])).toEqual([
      ['2027-Q1', 18, 30],
      ['2028-Q1', 18, 30],
    ])
  })

  test('a heavy month is borne by the others of its quarter', () => {
    expect(
      tried([lands('good', ['2027-02', '2027-02'], 16), lands('fair', ['2027-03', '2027-03'], 14)]).chosen,
    ).toEqual(['fair', 'good', 'law'])
  })

  test('both, when the room is made larger by hand, or isn’t reckoned with', () => {
    expect(tried(both, { receiving: { ward: 12 } }).chosen).toEqual(['fair', 'good', 'law'])
    expect(tried(both, { isReceivingFree: true }).chosen).toEqual(['fair', 'good', 'law'])
  })

  test('put in by hand, both: which unit lacks room, and how much', () => {
    expect(tried(both, { forcedIn: ['good', 'fair'] }).short).toEqual([['ward', 6]])
  })

  test('a unit has room for what lands on those under it', () => {
    const other = rows(both, null)
    const tree = treeOf([
      { ...aUnit('hospital', 'administration'), receivingDays: 10 },
      aUnit('ward', 'department', 'hospital'),
    ])
    const { problem } = selectionOf({ ...other, receiving: { ...other.receiving, tree } }, settingsOf(YEARS))
    expect(problem.limits).toMatchObject([{ unit: 'hospital', most: 30 }])
  })
})

describe('what lands whatever is chosen has its part first', () => {
  test.for([
    { says: 'what others lead', by: 'theirs', most: 18 },
    { says: 'what has begun elsewhere', by: 'running', most: 18 },
    { says: 'not what nobody has decided elsewhere', by: 'other', most: 30 },
    { says: 'not what is confidential: all staff read scenarios', by: 'secret', most: 30 },
  ])('$says', ({ by, most }) => {
    const { limits } = tried([lands('good', spring, 1), lands(by, spring, 4)])
    expect(limits).toEqual([['ward', '2027-Q1', most]])
  })

  test('what must be in is received though there is no room; nothing more is put there, and it is told', () => {
    const { chosen, crowded, why, rooms } = tried([
      lands('theirs', spring, 9),
      lands('law', spring, 5),
      lands('good', spring, 1),
    ])
    expect(chosen).toEqual(['fair', 'law'])
    expect(why).toEqual([['good', 'receiving']])
    expect(crowded).toEqual([{ unit: 'ward', quarter: '2027-Q1', roomDays: 30, takenDays: 27, byDays: 12 }])
    expect(rooms).toMatchObject([{ usedDays: 42, roomDays: 30 }])
  })
})
