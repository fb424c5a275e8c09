/** Weekdays, weeks and working days, as Swedish offices count them. No clock: today is always an argument. */
import type { Day } from '#src/lists/columns.ts'
import type { Weekday } from '#src/lists/forumTemplates.ts'
import { daysBetween, daysEarlier, yearOf } from '../calendar.ts'

export const daysLater = (day: Day, days: number): Day => daysEarlier(day, -days)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day) => (new Date(day).getUTCDay() || 7) as Weekday

export const mondayOf = (day: Day): Day => daysEarlier(day, weekdayOf(day) - 1)

/** `v. 1` is the week that holds the year's first Thursday (ISO 8601): the first days of January may be of the year before. */
export function weekOf(day: Day): { year: number; week: number } {
  const year = yearOf(daysLater(mondayOf(day), 3))
  return { year, week: daysBetween(mondayOf(`${year}-01-04`), mondayOf(day)) / 7 + 1 }
}

export const isWorkingDay = (day: Day, holidays: ReadonlySet<Day>) =>
  weekdayOf(day) <= 5 && !holidays.has(day)

/** By when something is to be done that is reckoned to this day: the day itself, or the last working day before it. */
export const workingDayBy = (day: Day, holidays: ReadonlySet<Day>): Day =>
  isWorkingDay(day, holidays) ? day : workingDayBy(daysEarlier(day, 1), holidays)
