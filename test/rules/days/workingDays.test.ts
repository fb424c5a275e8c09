/** Weeks begin on Mondays and are numbered as in every Swedish office; working days are neither weekends nor holidays. */
import { expect, test } from 'vitest'
import { holidays } from '#src/rules/days/holidays.ts'
import { isWorkingDay, mondayOf, weekdayOf, weekOf, workingDayBy } from '#src/rules/days/workingDays.ts'

test.for([
  { day: '2026-11-12', year: 2026, week: 46, says: 'in the middle of a year' },
  { day: '2024-12-30', year: 2025, week: 1, says: 'a Monday that begins next year’s first week' },
  { day: '2027-01-03', year: 2026, week: 53, says: 'a Sunday of a year with 53 weeks' },
  { day: '2027-01-04', year: 2027, week: 1, says: 'the Monday after it' },
  { day: '2021-01-01', year: 2020, week: 53, says: 'New Year’s Day in the old year’s last week' },
  { day: '2024-10-27', year: 2024, week: 43, says: 'the Sunday summer time ends' },
])('$day is in week $week of $year: $says', ({ day, year, week }) => {
  expect(weekOf(day)).toEqual({ year, week })
})

test.for([
  ['2024-09-30', 1],
  ['2024-10-06', 7],
] as const)('%s is weekday %d, in the week of 30 September', ([day, weekday]) => {
  expect(weekdayOf(day)).toBe(weekday)
  expect(mondayOf(day)).toBe('2024-09-30')
})

test.for([
  ['2024-10-01', true],
  ['2024-10-05', false],
  ['2024-10-06', false],
  ['2024-05-01', false],
  ['2041-05-01', true],
] as const)('%s is a working day: %s', ([day, is]) => {
  expect(isWorkingDay(day, holidays)).toBe(is)
})

test.for([
  { day: '2024-10-04', by: '2024-10-04', says: 'a Friday stays' },
  { day: '2024-10-06', by: '2024-10-04', says: 'a Sunday is the Friday before' },
  { day: '2024-05-09', by: '2024-05-08', says: 'Ascension Day is the day before it' },
  { day: '2024-12-26', by: '2024-12-23', says: 'Christmas is the last day before all of it' },
  { day: '2024-04-01', by: '2024-03-28', says: 'Easter Monday is the Thursday before Good Friday' },
])('what is to be done by $day is done by $by: $says', ({ day, by }) => {
  expect(workingDayBy(day, holidays)).toBe(by)
})
