/** Quarters as `2026-Q3` and a few questions about them. */
import type { Day } from '#src/lists/columns.ts'
import { type Month, monthOf } from './months.ts'

/** `2026-Q3`: sorts as text. */
export type Quarter = string

export const quarterOfMonth = (month: Month): Quarter =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

export const quarterOf = (day: Day): Quarter => quarterOfMonth(monthOf(day))

/** The quarter so many quarters later; earlier when negative. */
export function quartersAfter(quarter: Quarter, count: number): Quarter {
  const all = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count
  return `${Math.floor(all / 4)}-Q${(all % 4) + 1}`
}
