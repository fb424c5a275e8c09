/** When something is reminded of: weekends, Easter, month ends, moved days, missed nights. */
import { describe, expect, test } from 'vitest'
import { holidays } from '#src/rules/days/holidays.ts'
import { lastPassed, type Milestone, milestoneDay } from '#src/rules/reminding/milestones.ts'
import { instantOf, momentOf } from '#src/rules/days/swedishClock.ts'

const table: { says: string; milestone: Milestone; due: string; on: string }[] = [
  { says: 'a week before', milestone: { name: 'a', days: -7 }, due: '2026-03-25', on: '2026-03-18' },
  {
    says: 'the day before Easter Tuesday is Thursday',
    milestone: { name: 'a', days: -1 },
    due: '2026-04-07',
    on: '2026-04-02',
  },
  {
    says: 'the day before a Monday is Friday',
    milestone: { name: 'a', days: -1 },
    due: '2026-03-23',
    on: '2026-03-20',
  },
  {
    says: 'due on a Sunday is said on Friday',
    milestone: { name: 'a', days: 0 },
    due: '2026-03-29',
    on: '2026-03-27',
  },
  {
    says: 'the day after stays where it is',
    milestone: { name: 'a', days: 1 },
    due: '2026-04-02',
    on: '2026-04-03',
  },
  {
    says: 'five working days before a month that ends on a Tuesday',
    milestone: { name: 'a', workingDays: -5 },
    due: '2026-03-31',
    on: '2026-03-24',
  },
  {
    says: 'the last working day of a month that ends on a Sunday',
    milestone: { name: 'a', workingDays: 0 },
    due: '2026-05-31',
    on: '2026-05-29',
  },
  {
    says: 'five working days before that last one',
    milestone: { name: 'a', workingDays: -5 },
    due: '2026-05-31',
    on: '2026-05-22',
  },
  {
    says: 'five working days before April of 2026 ends, over no holiday',
    milestone: { name: 'a', workingDays: -5 },
    due: '2026-04-30',
    on: '2026-04-23',
  },
  {
    says: 'December, over Christmas',
    milestone: { name: 'a', workingDays: -5 },
    due: '2026-12-31',
    on: '2026-12-21',
  },
  {
    says: 'the working day after December is after New Year and a weekend',
    milestone: { name: 'a', workingDays: 1 },
    due: '2026-12-31',
    on: '2027-01-04',
  },
  {
    says: 'ten working days over Easter',
    milestone: { name: 'a', workingDays: 10 },
    due: '2026-03-25',
    on: '2026-04-10',
  },
  {
    says: 'February of a leap year',
    milestone: { name: 'a', workingDays: 0 },
    due: '2028-02-29',
    on: '2028-02-29',
  },
]

test.each(table)('$says', ({ milestone, due, on }) => {
  expect(milestoneDay(milestone, due, holidays)).toBe(on)
})

describe('the last milestone that has passed counts', () => {
  const milestones: Milestone[] = [
    { name: 'week', days: -7 },
    { name: 'soon', days: -1 },
    { name: 'late', days: 1 },
  ]
  test.each([
    { says: 'none before the first', today: '2026-03-17', name: undefined },
    { says: 'the first on its day', today: '2026-03-18', name: 'week' },
    { says: 'the first still, days after', today: '2026-03-23', name: 'week' },
    { says: 'the second after nights that were missed', today: '2026-03-25', name: 'soon' },
    { says: 'the last, long after', today: '2026-06-01', name: 'late' },
  ])('$says', ({ today, name }) => {
    expect(lastPassed(milestones, '2026-03-25', { today, holidays })?.milestone.name).toBe(name)
  })
})

test.each([
  { says: 'winter', instant: '2026-03-27T07:00:00Z', day: '2026-03-27', minutes: 480 },
  {
    says: 'summer, from the last Sunday of March',
    instant: '2026-03-29T06:00:00Z',
    day: '2026-03-29',
    minutes: 480,
  },
  { says: 'the hour that is skipped', instant: '2026-03-29T01:00:00Z', day: '2026-03-29', minutes: 180 },
  {
    says: 'late evening in UTC is the next day',
    instant: '2026-07-01T22:30:00Z',
    day: '2026-07-02',
    minutes: 30,
  },
])('the clock in Sweden: $says', ({ instant, day, minutes }) => {
  expect(momentOf(Date.parse(instant))).toEqual({ day, minutes })
  expect(instantOf({ day, minutes })).toBe(Date.parse(instant))
})

test('a time that summer time skips is an hour later', () => {
  expect(momentOf(instantOf({ day: '2026-03-29', minutes: 150 }))).toEqual({
    day: '2026-03-29',
    minutes: 210,
  })
})
