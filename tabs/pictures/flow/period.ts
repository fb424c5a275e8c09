/** How far back the flow is looked at, as it stands in the address. Pure. */
import type { Day } from '#src/lists/columns.ts'
import { daysEarlier } from '#src/rules/calendar.ts'

export const periods = ['30', '90', '180', '365', 'year'] as const
export type Period = (typeof periods)[number]

export const periodIn = (text: string | undefined): Period => periods.find((one) => one === text) ?? '90'

/** The first of its days. */
export const firstDayOf = (period: Period, today: Day): Day =>
  period === 'year' ? `${today.slice(0, 4)}-01-01` : daysEarlier(today, Number(period))
