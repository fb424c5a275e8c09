/** What the follow-up shows: a row for each running initiative, a cell for each month, what changed first. */
import type { ProjectPoint, StatusReport } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { monthOf, type Month, monthsBack, reportingMonth } from '#src/rules/days/months.ts'
import { isRunning, owesReport } from '#src/rules/reminding/owing.ts'
import {
  changesBetween,
  type Contradiction,
  contradictionsOf,
  judgedOn,
  type ReportChange,
  turn,
  worstLight,
} from '#src/rules/reporting.ts'

export const MONTHS_SHOWN = 12

/** How an initiative stands for a month. `awaited`: owed, and not late yet. */
export type Cell =
  | { is: 'report'; report: StatusReport; found: Contradiction[] }
  | { is: 'missing' | 'awaited' | 'notOwed' }

export interface Row {
  initiative: Initiative
  /** Newest month first, one for each month shown. */
  cells: Cell[]
  /** What differs in the newest month from the report before it. */
  changes: ReportChange[]
  /** The month the changes are counted from. */
  since: Month | undefined
}

/** What a row may be filtered by: how it stands in the newest month. */
export const standings = ['red', 'yellow', 'green', 'questioned', 'missing'] as const
export type Standing = (typeof standings)[number]

/** The months to read: one more than is shown, as the newest depends on whether anybody has reported this month. */
export const monthsToRead = (today: string) => monthsBack(monthOf(today), MONTHS_SHOWN + 1)

/** The newest month that is reported, and those before it, back to the first that anybody reported: nobody owes the time before. */
export function monthsShown(reports: readonly StatusReport[], today: string): Month[] {
  const now = monthOf(today)
  const first = reports.reduce((least, { month }) => (month < least ? month : least), now)
  const newest = reports.some(({ month }) => month === now) ? now : reportingMonth(today)
  return monthsBack(newest, MONTHS_SHOWN).filter((month) => month === newest || month >= first)
}

/** Rows of everything that runs; what changed for the worse, is missing or doubted comes first. */
export function overviewOf({
  initiatives,
  reports,
  points,
  months,
  today,
}: {
  initiatives: readonly Initiative[]
  reports: readonly StatusReport[]
  points: readonly ProjectPoint[]
  months: readonly Month[]
  today: string
}): Row[] {
  const reportsOf = Map.groupBy(reports, ({ initiative }) => initiative.key)
  const pointsOf = Map.groupBy(points, ({ initiative }) => initiative.key)
  const rows = initiatives.filter(isRunning).map((initiative) =>
    rowOf(initiative, {
      reports: reportsOf.get(initiative.key) ?? [],
      points: pointsOf.get(initiative.key) ?? [],
      months,
      today,
    }),
  )
  return rows.toSorted(
    (a, b) =>
      urgency(b) - urgency(a) ||
      a.initiative.number.localeCompare(b.initiative.number, 'sv', { numeric: true }),
  )
}

function rowOf(
  initiative: Initiative,
  of: {
    reports: readonly StatusReport[]
    points: readonly ProjectPoint[]
    months: readonly Month[]
    today: string
  },
): Row {
  const { months, today, points } = of
  const sorted = of.reports.toSorted((a, b) => b.month.localeCompare(a.month))
  const [newest] = months
  const cells = months.map((month): Cell => {
    const report = sorted.find((r) => r.month === month)
    if (report)
      return {
        is: 'report',
        report,
        found: contradictionsOf({
          report,
          initiative,
          points,
          on: month === newest ? today : judgedOn(month, today),
          ...(report === sorted[0] && { sentOn: report.sentOn }),
        }),
      }
    if (!owesReport(initiative, month, sorted.at(-1)?.month)) return { is: 'notOwed' }
    return { is: month === monthOf(today) ? 'awaited' : 'missing' }
  })
  const latest = sorted.find(({ month }) => month === newest)
  const before = sorted.find(({ month }) => newest !== undefined && month < newest)
  return {
    initiative,
    cells,
    changes: latest && before ? changesBetween(before, latest) : [],
    since: before?.month,
  }
}

/** How a row stands in the newest month; several may hold at once. */
export function standingsOf({ cells: [cell] }: Row): Standing[] {
  if (!cell || cell.is === 'notOwed') return []
  if (cell.is !== 'report') return ['missing']
  return [worstLight(cell.report), ...(cell.found.length > 0 ? ['questioned' as const] : [])]
}

export const hasNews = (row: Row) => row.changes.length > 0 || news(row) > 0

/** Whose row comes first: turned red, turned yellow, missing, doubted, grown or at risk; then the most doubtful, then the worst light. */
function urgency(row: Row): number {
  const [cell] = row.cells
  const found = cell?.is === 'report' ? cell.found : []
  const over = found.map((one) => (one.why === 'overAllocation' ? (one.percent ?? 0) : 0))
  const light = cell?.is === 'report' ? { green: 0, yellow: 1, red: 2 }[worstLight(cell.report)] : 0
  return news(row) * 10_000 + Math.min(999, Math.max(0, ...over)) * 10 + light
}

function news({ cells: [cell], changes }: Row): number {
  const worse = changes.filter((change) => change.what === 'turned' && turn(change.from, change.to) > 0)
  if (worse.some((change) => change.what === 'turned' && change.to === 'red')) return 6
  if (worse.length > 0) return 5
  if (cell?.is === 'missing') return 4
  if (cell?.is === 'report' && cell.found.length > 0) return 3
  if (changes.some((change) => change.what === 'newHighRisk')) return 2
  return changes.some((change) => change.what === 'forecastGrew') ? 1 : 0
}

export interface Filter {
  /** Key of a portfolio; empty for all. */
  portfolio: string
  standing: Standing | ''
  mine: boolean
}

/** Whether it passes the filter; `except` leaves one part of it out, to count what a choice would give. */
export function passes(row: Row, filter: Filter, me: string, except?: keyof Filter): boolean {
  const { portfolio, projectManager, projectOwner, effectOwner, contact } = row.initiative
  return (
    (except === 'portfolio' || !filter.portfolio || portfolio.key === filter.portfolio) &&
    (except === 'standing' || !filter.standing || standingsOf(row).includes(filter.standing)) &&
    (except === 'mine' ||
      !filter.mine ||
      [projectManager, projectOwner, effectOwner, contact].some((person) => person?.id === me))
  )
}
