/** When forums meet: rules by month and by week, and what public holidays do to them. */
import { expect, test } from 'vitest'
import type { Cadence } from '#src/lists/forumTemplates.ts'
import { daysOf } from '#src/rules/meetings/cadence.ts'
import { holidays } from '#src/rules/days/holidays.ts'

const year = (from: number, to = from) => ({ from: `${from}-01-01`, to: `${to}-12-31`, holidays })

test.for<{ says: string; rule: Cadence; from: string; to: string; days: string[] }>([
  {
    says: 'the second Tuesday of three months',
    rule: { every: 'month', nth: 2, weekday: 2, months: [3, 8, 11] },
    ...year(2024),
    days: ['2024-03-12', '2024-08-13', '2024-11-12'],
  },
  {
    says: 'the last Wednesday, in months of four and of five',
    rule: { every: 'month', nth: -1, weekday: 3, months: [1, 2, 5, 9] },
    ...year(2024),
    days: ['2024-01-31', '2024-02-28', '2024-05-29', '2024-09-25'],
  },
  {
    says: 'the last weekday of a month that ends on it',
    rule: { every: 'month', nth: -1, weekday: 6, months: [8] },
    ...year(2024),
    days: ['2024-08-31'],
  },
  {
    says: 'the first weekday of a month that begins with it',
    rule: { every: 'month', nth: 1, weekday: 2, months: [10] },
    ...year(2024),
    days: ['2024-10-01'],
  },
  {
    says: 'every month when none is named',
    rule: { every: 'month', nth: 3, weekday: 4, months: [] },
    from: '2024-09-01',
    to: '2024-11-30',
    days: ['2024-09-19', '2024-10-17', '2024-11-21'],
  },
  {
    says: 'only what lies within the period, its ends included',
    rule: { every: 'month', nth: 3, weekday: 4 },
    from: '2024-09-20',
    to: '2024-10-17',
    days: ['2024-10-17'],
  },
  {
    says: 'every week but in July',
    rule: { every: 'week', weekday: 1, weeks: 1, from: '2024-06-01', notMonths: [7] },
    from: '2024-06-20',
    to: '2024-08-10',
    days: ['2024-06-24', '2024-08-05'],
  },
  {
    says: 'every other week, also over a year of 53 weeks',
    rule: { every: 'week', weekday: 4, weeks: 2, from: '2026-12-07' },
    from: '2026-12-01',
    to: '2027-01-31',
    days: ['2026-12-10', '2026-12-23', '2027-01-07', '2027-01-21'],
  },
  {
    says: 'every third week, not before the day the rule is from',
    rule: { every: 'week', weekday: 2, weeks: 3, from: '2024-10-02' },
    from: '2024-09-01',
    to: '2024-11-30',
    days: ['2024-10-22', '2024-11-12'],
  },
  {
    says: 'given days, in order and once',
    rule: { every: 'days', days: ['2024-11-05', '2024-03-12', '2024-11-05', '2025-03-11'] },
    ...year(2024),
    days: ['2024-03-12', '2024-11-05'],
  },
  { says: 'none of a forum that meets on need', rule: { every: 'need' }, ...year(2024), days: [] },
  {
    says: 'none of a month that there is not',
    rule: { every: 'month', nth: 1, weekday: 1, months: [13] },
    ...year(2024),
    days: [],
  },
])('a forum meets $says', ({ rule, from, to, days }) => {
  expect(daysOf(rule, { from, to, holidays }).map(({ day }) => day)).toEqual(days)
})

test.for<{ says: string; rule: Cadence; slot: string; movedFrom: string; day: string }>([
  {
    says: 'Good Friday to the Thursday before it',
    rule: { every: 'month', nth: -1, weekday: 5, months: [3] },
    slot: '2024-03',
    movedFrom: '2024-03-29',
    day: '2024-03-28',
  },
  {
    says: 'Easter Monday to the Tuesday after it',
    rule: { every: 'month', nth: 1, weekday: 1, months: [4] },
    slot: '2024-04',
    movedFrom: '2024-04-01',
    day: '2024-04-02',
  },
  {
    says: 'Midsummer Eve to the day before',
    rule: { every: 'month', nth: 3, weekday: 5, months: [6] },
    slot: '2024-06',
    movedFrom: '2024-06-21',
    day: '2024-06-20',
  },
  {
    says: 'a Friday that is the first of May to the next week: it is the meeting of May',
    rule: { every: 'month', nth: 1, weekday: 5, months: [5] },
    slot: '2026-05',
    movedFrom: '2026-05-01',
    day: '2026-05-04',
  },
  {
    says: 'the same Friday of a weekly series to the Thursday: the week is kept',
    rule: { every: 'week', weekday: 5, weeks: 1, from: '2026-05-01' },
    slot: '2026-05-01',
    movedFrom: '2026-05-01',
    day: '2026-04-30',
  },
  {
    says: 'Ascension Day to the Friday after it',
    rule: { every: 'week', weekday: 4, weeks: 2, from: '2024-05-06' },
    slot: '2024-05-09',
    movedFrom: '2024-05-09',
    day: '2024-05-10',
  },
  {
    says: 'Christmas Eve to the day before, when the rest of the week is free',
    rule: { every: 'days', days: ['2025-12-24'] },
    slot: '2025-12-24',
    movedFrom: '2025-12-24',
    day: '2025-12-23',
  },
  {
    says: 'the last Tuesday of December to the day before, within its year',
    rule: { every: 'month', nth: -1, weekday: 2, months: [12] },
    slot: '2024-12',
    movedFrom: '2024-12-31',
    day: '2024-12-30',
  },
  {
    says: 'New Year’s Day to the first working day of the year',
    rule: { every: 'month', nth: 1, weekday: 5, months: [1] },
    slot: '2027-01',
    movedFrom: '2027-01-01',
    day: '2027-01-04',
  },
  {
    says: 'a Monday that is New Year’s Eve to the Friday before it',
    rule: { every: 'month', nth: -1, weekday: 1, months: [12] },
    slot: '2029-12',
    movedFrom: '2029-12-31',
    day: '2029-12-28',
  },
  {
    says: 'a Saturday that is a holiday to the Friday',
    rule: { every: 'month', nth: 1, weekday: 6, months: [11] },
    slot: '2024-11',
    movedFrom: '2024-11-02',
    day: '2024-11-01',
  },
])('$says, and the slot stays', ({ rule, slot, movedFrom, day }) => {
  const period = year(Number(movedFrom.slice(0, 4)))
  expect(daysOf(rule, period)).toContainEqual({ slot, day, movedFrom })
})

test('a holiday moves a day into the period, or out of it', () => {
  const rule: Cadence = { every: 'week', weekday: 5, weeks: 1, from: '2026-04-01' }
  expect(daysOf(rule, { from: '2026-04-28', to: '2026-04-30', holidays })).toEqual([
    { slot: '2026-05-01', day: '2026-04-30', movedFrom: '2026-05-01' },
  ])
  expect(daysOf(rule, { from: '2026-05-01', to: '2026-05-07', holidays })).toEqual([])
})

test('years of every series: a slot once, no day on a holiday, in order', () => {
  const rules: Cadence[] = [1, 2, 3, 4, -1].flatMap((nth) =>
    [1, 2, 3, 4, 5].map((weekday) => ({ every: 'month', nth, weekday }) as Cadence),
  )
  for (const rule of rules) {
    const days = daysOf(rule, year(2020, 2040))
    expect(days).toHaveLength(21 * 12)
    expect(new Set(days.map(({ slot }) => slot)).size).toBe(days.length)
    expect(days.filter(({ day }) => holidays.has(day))).toEqual([])
    expect(days.filter(({ day, slot }) => !day.startsWith(slot))).toEqual([])
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort())
  }
})
