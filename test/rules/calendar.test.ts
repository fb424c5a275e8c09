/** Days are words; a few questions about them. */
import { expect, test } from 'vitest'
import { daysBetween, daysEarlier, isWithin, yearOf } from '#src/rules/calendar.ts'

test.for([
  { from: '2024-10-01', to: '2024-10-01', days: 0 },
  { from: '2024-02-28', to: '2024-03-01', days: 2 },
  { from: '2024-10-01', to: '2024-09-30', days: -1 },
  { from: '2024-03-30', to: '2024-04-01', days: 2 },
  { from: '2024-10-26', to: '2024-10-28', days: 2 },
])('from $from to $to is $days days, also across summer time', ({ from, to, days }) => {
  expect(daysBetween(from, to)).toBe(days)
})

test.for<{ day: string; from?: string; to?: string; is: boolean }>([
  { day: '2024-10-01', from: '2024-10-01', to: '2024-10-01', is: true },
  { day: '2024-10-02', from: '2024-10-01', to: '2024-10-01', is: false },
  { day: '2024-10-02', from: '2024-10-01', is: true },
  { day: '2024-09-30', from: '2024-10-01', is: false },
  { day: '2024-09-30', to: '2024-10-01', is: true },
  { day: '2024-10-02', is: true },
])('$day within $from and $to: $is', ({ day, from, to, is }) => {
  expect(isWithin(day, from, to)).toBe(is)
})

test.for([
  { day: '2024-10-01', days: 0, is: '2024-10-01' },
  { day: '2024-03-01', days: 1, is: '2024-02-29' },
  { day: '2024-10-28', days: 60, is: '2024-08-29' },
  { day: '2024-01-01', days: 1, is: '2023-12-31' },
])('$days days before $day is $is', ({ day, days, is }) => {
  expect(daysEarlier(day, days)).toBe(is)
})

test('the year of a day', () => {
  expect(yearOf('2026-11-02')).toBe(2026)
})
