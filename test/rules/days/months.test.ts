/** Months as text: counted over the turn of the year, and which one reports are about. */
import { expect, test } from 'vitest'
import { isMonth, lastDayOf, monthsAfter, monthsBack, reportingMonth } from '#src/rules/days/months.ts'

test.for([
  { from: '2026-10', count: 1, to: '2026-11' },
  { from: '2026-12', count: 1, to: '2027-01' },
  { from: '2026-01', count: -1, to: '2025-12' },
  { from: '2026-05', count: -17, to: '2024-12' },
  { from: '2026-05', count: 0, to: '2026-05' },
])('$count months from $from is $to', ({ from, count, to }) => {
  expect(monthsAfter(from, count)).toBe(to)
})

test('the last months are given newest first', () => {
  expect(monthsBack('2026-02', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
})

test.for([
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2026-12', '2026-12-31'],
])('%s ends on %s', ([month = '', day]) => {
  expect(lastDayOf(month)).toBe(day)
})

test.for([
  { today: '2026-11-02', month: '2026-10', says: 'the month that has just ended, early in the next' },
  { today: '2026-11-19', month: '2026-10', says: 'the month before, until the twentieth' },
  { today: '2026-11-20', month: '2026-11', says: 'the month itself, from the twentieth' },
  { today: '2027-01-04', month: '2026-12', says: 'December, when the year has turned' },
])('on $today reports are about $says', ({ today, month }) => {
  expect(reportingMonth(today)).toBe(month)
})

test.for(['2026-13', '2026-1', '2026-00', '2026', '2026-10-01', 'oktober'])('%s is no month', (text) => {
  expect(isMonth(text)).toBe(false)
})
