/** What lands on units month by month, against what each has room for. */
import { describe, expect, test } from 'vitest'
import type { Reception } from '#src/lists/receptions.ts'
import { heaviestOf, receivingOfInitiative, unitLoads } from '#src/rules/pictures/unitLoad.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef, tree as city } from '../../fixtures/organisation.ts'

const room = (days: Record<string, number>) =>
  treeOf(
    [...city.values()].map((unit) => {
      const receivingDays = days[unit.key]
      return receivingDays === undefined ? unit : { ...unit, receivingDays }
    }),
  )
const tree = room({ homeCare: 40 })

const aReception = (values: Partial<Reception> = {}): Reception => ({
  key: 'r-1',
  id: '1',
  version: '1',
  title: 'Utbildning',
  initiative: aRef('i-1'),
  unit: aRef('homeCare'),
  kind: 'training',
  from: '2025-01-10',
  to: '2025-02-20',
  days: 30,
  ...values,
})
const around = { tree, from: '2025-01', count: 3 }
const loads = (receptions: Reception[], initiatives = [anInitiative({ stage: 'delivery' })]) =>
  unitLoads({ ...around, receptions, initiatives })
const daysOf = (found: ReturnType<typeof unitLoads>, unit: string) =>
  found.find((load) => load.unit.key === unit)?.months.map(({ days }) => days)

describe('a month', () => {
  test.for([
    { says: 'counts what touches it', receptions: [aReception()], days: [30, 30, 0], over: [0, 0, 0] },
    {
      says: 'adds what lands at once, and says by how much it is too much',
      receptions: [aReception(), aReception({ key: 'r-2', kind: 'standIns', days: 25 })],
      days: [55, 55, 0],
      over: [15, 15, 0],
    },
    {
      says: 'takes what lands on the units under it',
      receptions: [aReception({ unit: aRef('homeCareSouth'), from: '2025-03-01', to: '2025-06-30' })],
      days: [0, 0, 30],
      over: [0, 0, 0],
    },
    {
      says: 'leaves out what has been taken away',
      receptions: [aReception({ archived: true })],
      days: [0, 0, 0],
      over: [0, 0, 0],
    },
    {
      says: 'begins where it is looked from, also for what has gone on for long',
      receptions: [aReception({ from: '2023-01-01', to: '2025-01-31' })],
      days: [30, 0, 0],
      over: [0, 0, 0],
    },
    {
      says: 'that ends before it begins holds nothing',
      receptions: [aReception({ from: '2025-03-01', to: '2025-01-31' })],
      days: [0, 0, 0],
      over: [0, 0, 0],
    },
  ])('$says', ({ receptions, days, over }) => {
    const found = loads(receptions).find(({ unit }) => unit.key === 'homeCare')
    expect(found?.months.map((month) => month.days)).toEqual(days)
    expect(found?.months.map((month) => month.overDays)).toEqual(over)
  })

  test('says how many have no figure, and is not too much for that', () => {
    const { days: _, ...unsaid } = aReception()
    const [load] = loads([unsaid])
    expect(load?.months[0]).toMatchObject({ days: 0, unsaid: 1, overDays: 0 })
  })
})

test.for([
  { says: 'rests', values: { state: 'paused' as const } },
  { says: 'has ended', values: { stage: 'closed' as const } },
  { says: 'is realising its benefits', values: { stage: 'benefits' as const } },
])('what $says lands nowhere', ({ values }) => {
  expect(daysOf(loads([aReception()], [anInitiative(values)]), 'homeCare')).toEqual([0, 0, 0])
})

test('others’ projects land as well', () => {
  expect(daysOf(loads([aReception()], [anInitiative({ external: true })]), 'homeCare')).toEqual([30, 30, 0])
})

test('units that nothing lands on and that have said nothing have no row', () => {
  const found = loads([aReception({ unit: aRef('nursing') })])
  expect(found.map(({ unit, limitDays }) => [unit.key, limitDays])).toEqual([
    ['homeCare', 40],
    ['nursing', undefined],
  ])
})

describe('what nobody has planned', () => {
  const unplanned = anInitiative({
    stage: 'delivery',
    concernedUnits: [aRef('nursing')],
    plannedEnd: '2025-Q1',
  })

  test('lands in the last month of the quarter that it ends in, on each unit that it concerns, without a figure', () => {
    const found = loads([], [unplanned])
    expect(found.map(({ unit, months }) => [unit.key, months.map(({ unsaid }) => unsaid)])).toEqual([
      ['homeCare', [0, 0, 1]],
      ['nursing', [0, 0, 1]],
    ])
  })

  test('is not counted beside what somebody has planned', () => {
    const found = loads([aReception()], [unplanned])
    expect(found.flatMap(({ months }) => months.map(({ unsaid }) => unsaid))).toEqual([0, 0, 0])
  })
})

test('a quarter is as heavy as its heaviest month, and counts nobody twice', () => {
  const [load] = loads([aReception(), aReception({ key: 'r-2', from: '2025-02-01', days: 25 })])
  expect(heaviestOf(load?.months ?? [])).toMatchObject({ month: '2025-02', days: 55, overDays: 15 })
  expect(heaviestOf(load?.months ?? [])?.arrivals).toHaveLength(2)
  expect(heaviestOf([])).toBeUndefined()
})

describe('an initiative', () => {
  const other = anInitiative({ key: 'i-2', stage: 'delivery' })
  const all = [anInitiative({ stage: 'delivery' }), other]
  const receptions = [
    aReception(),
    aReception({ key: 'r-2', kind: 'standIns', from: '2025-02-01', to: '2025-04-30', days: 5 }),
    aReception({ key: 'r-3', initiative: aRef('i-2'), from: '2025-02-01', to: '2025-02-28', days: 20 }),
    aReception({ key: 'r-4', unit: aRef('nursing') }),
  ]

  test('asks each unit for its own, and is told of the months when all that lands is too much', () => {
    const found = receivingOfInitiative('i-1', { receptions, initiatives: all, tree })
    expect(found).toMatchObject([
      {
        unit: { key: 'homeCare' },
        kinds: ['training', 'standIns'],
        from: '2025-01',
        to: '2025-04',
        days: 35,
        limitDays: 40,
        over: [{ month: '2025-02', days: 55, overDays: 15 }],
      },
      { unit: { key: 'nursing' }, days: 30, over: [] },
    ])
  })

  test('that nobody has planned asks nothing', () => {
    expect(receivingOfInitiative('i-9', { receptions, initiatives: all, tree })).toEqual([])
  })
})
