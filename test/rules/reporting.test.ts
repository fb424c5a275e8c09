/** Who owes a status report, what contradicts a green light, and what changed between two reports. */
import { describe, expect, test } from 'vitest'
import type { ProjectPoint, StatusReport } from '#src/lists/followUp.ts'
import { type Initiative, type Stage, stages } from '#src/lists/initiatives.ts'
import { owesReport } from '#src/rules/reminding/owing.ts'
import {
  allocationKnown,
  changesBetween,
  contradictionsOf,
  judgedOn,
  reportRefusals,
  worstLight,
} from '#src/rules/reporting.ts'
import { anInitiative, type Given } from '#test/fixtures/initiatives.ts'
import { aPoint, aReport } from '#test/fixtures/reports.ts'

const running: Given<Initiative> = { stage: 'development', stageSince: '2024-03-10' }

describe('a report is owed', () => {
  test.for<{ stage: Stage; owes: boolean }>(
    (Object.keys(stages) as Stage[]).map((stage) => ({
      stage,
      owes: ['delivery', 'concept', 'development', 'rollout'].includes(stage),
    })),
  )('in the stage $stage: $owes', ({ stage, owes }) => {
    expect(owesReport(anInitiative({ stage, stageSince: '2024-01-01' }), '2024-09')).toBe(owes)
  })

  test.for<{ says: string; given: Given<Initiative>; month: string; first?: string; owes: boolean }>([
    { says: 'for the first whole month in the stage', given: running, month: '2024-04', owes: true },
    { says: 'not for the month the stage began in', given: running, month: '2024-03', owes: false },
    {
      says: 'from the first report of an earlier stage',
      given: running,
      month: '2024-02',
      first: '2024-01',
      owes: true,
    },
    { says: 'not before its first report', given: running, month: '2023-12', first: '2024-01', owes: false },
    { says: 'when nobody knows since when', given: { stage: 'rollout' }, month: '2024-02', owes: true },
    { says: 'not while paused', given: { ...running, state: 'paused' }, month: '2024-05', owes: false },
    { says: 'not when stopped', given: { ...running, state: 'stopped' }, month: '2024-05', owes: false },
    { says: 'not when led by others', given: { ...running, external: true }, month: '2024-05', owes: false },
    { says: 'not when archived', given: { ...running, archived: true }, month: '2024-05', owes: false },
  ])('$says', ({ given, month, first, owes }) => {
    expect(owesReport(anInitiative(given), month, first)).toBe(owes)
  })
})

test.for<{ says: string; given: Given<Initiative>; month?: string; why: string[] }>([
  { says: 'running work reports the month that runs', given: running, month: '2024-10', why: [] },
  { says: 'and one that has passed', given: running, month: '2024-06', why: [] },
  { says: 'a month to come is too early', given: running, month: '2024-11', why: ['futureMonth'] },
  { says: 'a need has nothing to report', given: { stage: 'collection' }, why: ['nothingToReport'] },
  { says: 'paused work is taken up first', given: { ...running, state: 'paused' }, why: ['notActive'] },
  { says: 'others report their own', given: { ...running, external: true }, why: ['external'] },
  { says: 'what is archived is left alone', given: { ...running, archived: true }, why: ['archived'] },
])('$says', ({ given, month = '2024-09', why }) => {
  expect(reportRefusals(anInitiative(given), month, '2024-10-01').map((r) => r.why)).toEqual(why)
})

describe('a green light is contradicted', () => {
  test.for<{
    says: string
    report?: Partial<StatusReport>
    given?: Given<Initiative>
    points?: ProjectPoint[]
    sentOn?: string
    finds: object[]
  }>([
    {
      says: 'by a forecast above the allocation, with amount and percent',
      report: { forecastKr: 11_800_000, allocationKr: 9_000_000 },
      finds: [{ why: 'overAllocation', aspect: 'economy', overKr: 2_800_000, percent: 31 }],
    },
    { says: 'not by a forecast on the krona', report: { forecastKr: 100, allocationKr: 100 }, finds: [] },
    {
      says: 'not when the economy is said to be red',
      report: { economy: 'red', forecastKr: 2, allocationKr: 1 },
      finds: [],
    },
    { says: 'not when the allocation is unknown', report: { forecastKr: 2 }, finds: [] },
    {
      says: 'without percent when nothing was allocated',
      report: { forecastKr: 5, allocationKr: 0 },
      finds: [{ why: 'overAllocation', aspect: 'economy', overKr: 5, percent: undefined }],
    },
    {
      says: 'by a legal day that has passed',
      given: { legal: 'yes', legalDay: '2024-09-30' },
      finds: [{ why: 'legalDayPassed', aspect: 'time', day: '2024-09-30' }],
    },
    { says: 'not by the legal day itself', given: { legal: 'yes', legalDay: '2024-10-01' }, finds: [] },
    {
      says: 'not by a day that is no legal requirement',
      given: { legal: 'no', legalDay: '2024-01-01' },
      finds: [],
    },
    {
      says: 'not when the time is said to be yellow',
      report: { time: 'yellow' },
      given: { legal: 'yes', legalDay: '2024-01-01' },
      finds: [],
    },
    {
      says: 'by a project point that should have been passed',
      points: [
        aPoint({ planned: '2024-09-15' }),
        aPoint({ title: 'Start', planned: '2024-02-01', passed: '2024-02-03' }),
      ],
      finds: [{ why: 'pointPassed', aspect: 'time', point: 'Driftstart', day: '2024-09-15' }],
    },
    {
      says: 'not by a point that was taken away',
      points: [aPoint({ planned: '2024-09-15', archived: true })],
      finds: [],
    },
    {
      says: 'by an open high risk when all is green',
      report: {
        risks: [
          { text: 'Avtal saknas', level: 'high' },
          { text: 'Sjukdom', level: 'low' },
        ],
      },
      finds: [{ why: 'highRisk', aspect: undefined, risk: 'Avtal saknas' }],
    },
    {
      says: 'not by a closed one',
      report: { risks: [{ text: 'Avtal saknas', level: 'high', closed: true }] },
      finds: [],
    },
    {
      says: 'not when a light already warns',
      report: { quality: 'yellow', risks: [{ text: 'Avtal saknas', level: 'high' }] },
      finds: [],
    },
    {
      says: 'by silence longer than 45 days',
      sentOn: '2024-08-16',
      finds: [{ why: 'noReport', aspect: undefined, days: 46 }],
    },
    { says: 'not by 45 days', sentOn: '2024-08-17', finds: [] },
    { says: 'not by silence while paused', sentOn: '2024-01-01', given: { state: 'paused' }, finds: [] },
  ])('$says', ({ report, given, points, sentOn, finds }) => {
    const found = contradictionsOf({
      report: aReport(report),
      initiative: anInitiative({ ...running, ...given }),
      on: '2024-10-01',
      ...(points && { points }),
      ...(sentOn && { sentOn }),
    })
    expect(found).toEqual(finds)
  })
})

test('a month is judged on its last day, the running one on today', () => {
  expect([judgedOn('2024-09', '2024-10-01'), judgedOn('2024-10', '2024-10-01')]).toEqual([
    '2024-09-30',
    '2024-10-01',
  ])
})

describe('between two reports', () => {
  test('what turned red comes first, then yellow, the grown forecast, new high risks, and last what got better', () => {
    const before = aReport({
      month: '2024-08',
      quality: 'red',
      scope: 'green',
      forecastKr: 100,
      risks: [{ text: 'Gammal', level: 'high' }],
    })
    const after = aReport({
      economy: 'yellow',
      quality: 'green',
      time: 'red',
      scope: 'green',
      forecastKr: 130,
      risks: [
        { text: 'Gammal', level: 'high' },
        { text: 'Ny', level: 'high' },
        { text: 'Stängd', level: 'high', closed: true },
      ],
    })
    expect(changesBetween(before, after)).toEqual([
      { what: 'turned', aspect: 'time', from: 'green', to: 'red' },
      { what: 'turned', aspect: 'economy', from: 'green', to: 'yellow' },
      { what: 'forecastGrew', fromKr: 100, toKr: 130 },
      { what: 'newHighRisk', risk: 'Ny' },
      { what: 'turned', aspect: 'quality', from: 'red', to: 'green' },
    ])
  })

  test.for([
    { says: 'a forecast that shrank is no news', from: { forecastKr: 200 }, to: { forecastKr: 100 } },
    {
      says: 'a forecast of another year is not compared',
      from: { month: '2023-12', forecastKr: 1 },
      to: { month: '2024-01', forecastKr: 9 },
    },
    { says: 'a light that was not given before has not turned', from: {}, to: { scope: 'red' as const } },
  ])('$says', ({ from, to }) => {
    expect(changesBetween(aReport(from), aReport(to))).toEqual([])
  })
})

test.for<{ lights: Partial<StatusReport>; worst: string }>([
  { lights: {}, worst: 'green' },
  { lights: { quality: 'yellow' }, worst: 'yellow' },
  { lights: { quality: 'yellow', scope: 'red' }, worst: 'red' },
])('the worst light counts: $worst', ({ lights, worst }) => {
  expect(worstLight(aReport(lights))).toBe(worst)
})

test.for<{ says: string; reports: Partial<StatusReport>[]; financed?: number; kr: number | undefined }>([
  {
    says: 'as last reported this year',
    reports: [
      { month: '2024-07', allocationKr: 7 },
      { month: '2024-08', allocationKr: 8 },
    ],
    financed: 9,
    kr: 8,
  },
  {
    says: 'passing over a month without',
    reports: [{ month: '2024-07', allocationKr: 7 }, { month: '2024-08' }],
    kr: 7,
  },
  { says: 'not from a later month', reports: [{ month: '2024-10', allocationKr: 10 }], kr: undefined },
  { says: "not from last year's", reports: [{ month: '2023-12', allocationKr: 7 }], financed: 9, kr: 9 },
])('the allocation is known $says', ({ reports, financed, kr }) => {
  expect(allocationKnown('2024-09', reports.map(aReport), financed)).toBe(kr)
})
