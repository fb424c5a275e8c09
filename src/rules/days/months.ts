/** Months as `2026-10` and a few questions about them. No clock: today is always an argument. */
import type { Day } from '#src/lists/columns.ts'

/** `2026-10`: sorts as text. */
export type Month = string

/** From this day people report the month they are in; until then the one that has just ended. */
const REPORTED_FROM_DAY = 20

export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** The month so many months later; earlier when negative. */
export function monthsAfter(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** How many months from the first to the second; negative when the second is earlier. */
export const monthsBetween = (first: Month, second: Month): number =>
  (Number(second.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
  Number(second.slice(5)) -
  Number(first.slice(5))

/** The last of its days. */
export const lastDayOf = (month: Month): Day =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** The month and those before it, newest first. */
export const monthsBack = (month: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, back) => monthsAfter(month, -back))

/** The month that reports are about now: reports are due some working days before a month ends, never before the twentieth. */
export const reportingMonth = (today: Day): Month =>
  Number(today.slice(8)) >= REPORTED_FROM_DAY ? monthOf(today) : monthsAfter(monthOf(today), -1)
