/** Days as `2026-03-31` and a few questions about them. No clock: today is always an argument. */
import type { Day } from '#src/lists/columns.ts'

const MS_A_DAY = 86_400_000

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY)

/** Whether a day lies within given days, both included; an open end is no limit. */
export const isWithin = (day: Day, from: Day | undefined, to: Day | undefined) =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

/** So many days before a day. */
export const daysEarlier = (day: Day, days: number): Day =>
  new Date(Date.parse(day) - days * MS_A_DAY).toISOString().slice(0, 10)

export const yearOf = (day: Day) => Number(day.slice(0, 4))
