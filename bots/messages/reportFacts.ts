/** What a report's card is drawn from, and the report that its answers make. */
import type { ActionArgs } from '#src/actions/index.ts'
import { decisions } from '#src/lists/decisions.ts'
import {
  type Aspect,
  type Light,
  type ProjectPoint,
  projectPoints,
  type StatusReport,
  statusReports,
} from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { allocationKnown, type Judged } from '#src/rules/reporting.ts'
import { formatNumber } from '#src/text/format.ts'
import type { MatterOf } from './matter.ts'
import { type MoreTyped, nextOf, risksOf } from './reportMore.ts'
import type { Telling } from './telling.ts'

export interface ReportFacts {
  initiative: Initiative
  /** For the month, when it has been sent. */
  sent: StatusReport | undefined
  before: StatusReport | undefined
  points: readonly ProjectPoint[]
  allocationKr: number | undefined
}

/** As written in the card. */
export type Typed = { [A in Aspect]?: Light | undefined } & MoreTyped & {
    forecast?: string | undefined
    changed?: string | undefined
    explanation?: string | undefined
  }

/** Nothing when there is no such initiative that every employee reads. */
export async function readReport(
  { item, month }: MatterOf<'report'>,
  { of: { store } }: Telling,
): Promise<ReportFacts | undefined> {
  const initiative = await store.byKey(initiatives, item)
  if (!initiative) return undefined
  const [reports, points, about] = await store.whereOf([statusReports, projectPoints, decisions], {
    column: 'initiative',
    value: item,
  })
  const newest = reports.toSorted((a, b) => b.month.localeCompare(a.month))
  const granted = about.find(({ key }) => key === initiative.financing?.key)?.amountKr
  return {
    initiative,
    sent: newest.find((report) => report.month === month),
    before: newest.find((report) => report.month < month),
    points,
    allocationKr: allocationKnown(month, reports, granted),
  }
}

/** `9 000 000`: read at a glance, and taken as typed. */
const grouped = (kr: number) => formatNumber(kr, 'sv')

/** What still holds is copied forward; what has happened is new each month. */
export function typedFrom(before: StatusReport | undefined): Typed {
  if (!before) return {}
  const { economy, quality, time, scope, forecastKr, month } = before
  // A forecast is for a year: January's is another than December's.
  const forecast = forecastKr !== undefined && !month.endsWith('-12') ? grouped(forecastKr) : undefined
  return { economy, quality, time, scope, forecast }
}

export function argsFor(
  { item, month }: MatterOf<'report'>,
  { economy = 'green', quality = 'green', time = 'green', scope, changed, explanation, ...more }: Typed,
  forecastKr: number | null,
  before: StatusReport | undefined,
): ActionArgs<'sendReport'> {
  const risks = risksOf(more, before)
  const next = nextOf(more, before)
  return {
    initiative: item,
    month,
    economy,
    quality,
    time,
    ...(scope && { scope }),
    ...(forecastKr !== null && { forecastKr }),
    ...(risks.length > 0 && { risks }),
    ...(next && { next }),
    ...(changed && { changed }),
    ...(explanation && { explanation }),
  }
}

/** What the report would say, to be held against the figures. */
export const judged = (
  month: string,
  { economy, quality, time, scope, forecastKr, risks }: ActionArgs<'sendReport'>,
  { allocationKr }: ReportFacts,
): Judged => ({
  month,
  economy,
  quality,
  time,
  ...(scope && { scope }),
  ...(forecastKr !== undefined && { forecastKr }),
  ...(allocationKr !== undefined && { allocationKr }),
  ...(risks && {
    risks: risks.map(({ text, level, closed = false }) => ({ text, level, closed })),
  }),
})
