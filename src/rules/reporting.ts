/** Status reports: which green lights the figures contradict, and what changed since the report before. */
import type { Day } from '#src/lists/columns.ts'
import {
  type Aspect,
  aspects,
  type Light,
  type ProjectPoint,
  type StatusReport,
} from '#src/lists/followUp.ts'
import { daysBetween } from './calendar.ts'
import { lastDayOf, type Month, monthOf } from './days/months.ts'
import { isRunning, type Reporting, runs } from './reminding/owing.ts'
import type { Refusal } from './refusal.ts'

/** A report older than this says little of how things are. */
export const STALE_AFTER_DAYS = 45

/** What a report says of how things stand. */
export type Judged = Pick<
  StatusReport,
  'month' | 'forecastKr' | 'allocationKr' | 'risks' | 'economy' | 'quality' | 'time' | 'scope'
>

/** Why nothing may be reported for the month; empty when it may. Who may is in permissions.ts. */
export function reportRefusals(initiative: Reporting, month: Month, today: Day): Refusal[] {
  if (initiative.archived) return [{ why: 'archived' }]
  if (initiative.external) return [{ why: 'external' }]
  if (!runs(initiative.stage)) return [{ why: 'nothingToReport', stage: initiative.stage }]
  if (initiative.state !== 'active') return [{ why: 'notActive', state: initiative.state }]
  return month > monthOf(today) ? [{ why: 'futureMonth', month }] : []
}

/** The unique claim of a report: the first for the month is the one. */
export const reportClaim = (initiative: string, month: Month) => `${initiative}/${month}`

/** What contradicts a green light, with the figures that do. */
export type Contradiction =
  | { why: 'overAllocation'; aspect: 'economy'; overKr: number; percent: number | undefined }
  | { why: 'legalDayPassed'; aspect: 'time'; day: Day }
  | { why: 'pointPassed'; aspect: 'time'; point: string; day: Day }
  | { why: 'highRisk'; aspect: undefined; risk: string }
  | { why: 'noReport'; aspect: undefined; days: number }
export type ContradictionName = Contradiction['why']

interface Facts {
  report: Judged
  initiative: Reporting
  points: readonly Pick<ProjectPoint, 'title' | 'planned' | 'passed' | 'archived'>[]
  /** The day things are judged on. */
  on: Day
  /** Days since the report was sent; absent while it is written. */
  ageDays: number | undefined
}

type Found<N extends ContradictionName> = Omit<Extract<Contradiction, { why: N }>, 'why' | 'aspect'>

/** One row for each: the light it questions (`undefined`: green all through), and what it finds. */
export const contradictions: {
  [N in ContradictionName]: {
    aspect: Extract<Contradiction, { why: N }>['aspect']
    finds: (facts: Facts) => Found<N>[]
  }
} = {
  overAllocation: {
    aspect: 'economy',
    finds: ({ report: { forecastKr, allocationKr } }) => {
      if (forecastKr === undefined || allocationKr === undefined || forecastKr <= allocationKr) return []
      const overKr = forecastKr - allocationKr
      return [{ overKr, percent: allocationKr > 0 ? Math.round((100 * overKr) / allocationKr) : undefined }]
    },
  },
  legalDayPassed: {
    aspect: 'time',
    finds: ({ initiative: { legal, legalDay }, on }) =>
      legal === 'yes' && legalDay !== undefined && legalDay < on ? [{ day: legalDay }] : [],
  },
  pointPassed: {
    aspect: 'time',
    finds: ({ points, on }) =>
      points.flatMap(({ title, planned, passed, archived }) =>
        !archived && planned !== undefined && passed === undefined && planned < on
          ? [{ point: title, day: planned }]
          : [],
      ),
  },
  highRisk: {
    aspect: undefined,
    finds: ({ report }) =>
      (report.risks ?? []).flatMap((risk) =>
        risk.level === 'high' && !risk.closed ? [{ risk: risk.text }] : [],
      ),
  },
  noReport: {
    aspect: undefined,
    finds: ({ ageDays }) => (ageDays !== undefined && ageDays > STALE_AFTER_DAYS ? [{ days: ageDays }] : []),
  },
}

const isGreen = (report: Judged, aspect: Aspect | undefined) =>
  aspect === undefined ? worstLight(report) === 'green' : report[aspect] === 'green'

/** What the figures say against the green lights of a report; inputs that don't exist find nothing. */
export function contradictionsOf({
  report,
  initiative,
  points = [],
  on,
  sentOn,
}: Omit<Facts, 'points' | 'ageDays'> & {
  points?: Facts['points']
  sentOn?: Day | undefined
}): Contradiction[] {
  const facts: Facts = {
    report,
    initiative,
    points,
    on,
    ageDays: sentOn && isRunning(initiative) ? daysBetween(sentOn, on) : undefined,
  }
  return (Object.keys(contradictions) as ContradictionName[]).flatMap((why) => {
    const { aspect, finds } = contradictions[why]
    return isGreen(report, aspect)
      ? finds(facts).map((found) => ({ why, aspect, ...found }) as Contradiction)
      : []
  })
}

/** The day a report for a month is judged on: the last of the month, or today when that is earlier. */
export const judgedOn = (month: Month, today: Day): Day =>
  lastDayOf(month) < today ? lastDayOf(month) : today

const badness: Record<Light, number> = { green: 0, yellow: 1, red: 2 }

/** Positive when the second light is worse. */
export const turn = (from: Light, to: Light) => badness[to] - badness[from]

/** The worst of the lights given. */
export const worstLight = (report: Judged): Light =>
  aspects.flatMap((aspect) => report[aspect] ?? []).toSorted((a, b) => turn(a, b))[0] ?? 'green'

export type ReportChange =
  | { what: 'turned'; aspect: Aspect; from: Light; to: Light }
  | { what: 'forecastGrew'; fromKr: number; toKr: number }
  | { what: 'newHighRisk'; risk: string }

/** What differs from the report before, worst first: turned red, then yellow, grown, new high risks, and last what got better. */
export function changesBetween(before: Judged, after: Judged): ReportChange[] {
  const turned = aspects.flatMap((aspect): Extract<ReportChange, { what: 'turned' }>[] => {
    const [from, to] = [before[aspect], after[aspect]]
    return from && to && from !== to ? [{ what: 'turned', aspect, from, to }] : []
  })
  const worse = turned
    .filter(({ from, to }) => turn(from, to) > 0)
    .toSorted((a, b) => badness[b.to] - badness[a.to])
  const highBefore = new Set(openHigh(before))
  return [
    ...worse,
    ...grown(before, after),
    ...openHigh(after)
      .filter((risk) => !highBefore.has(risk))
      .map((risk) => ({ what: 'newHighRisk' as const, risk })),
    ...turned.filter((change) => !worse.includes(change)),
  ]
}

/** A forecast is for a year: January's is another year's than December's. */
function grown(before: Judged, after: Judged): ReportChange[] {
  const [fromKr, toKr] = [before.forecastKr, after.forecastKr]
  const isSameYear = before.month.slice(0, 4) === after.month.slice(0, 4)
  return isSameYear && fromKr !== undefined && toKr !== undefined && toKr > fromKr
    ? [{ what: 'forecastGrew', fromKr, toKr }]
    : []
}

const openHigh = ({ risks = [] }: Judged) =>
  risks.filter((risk) => risk.level === 'high' && !risk.closed).map((risk) => risk.text)

/** The year's allocation as last reported; else what the financing decision granted. */
export function allocationKnown(
  month: Month,
  reports: readonly Pick<StatusReport, 'month' | 'allocationKr'>[],
  financedKr: number | undefined,
): number | undefined {
  const earlier = reports
    .filter(
      (r) => r.month < month && r.month.slice(0, 4) === month.slice(0, 4) && r.allocationKr !== undefined,
    )
    .toSorted((a, b) => b.month.localeCompare(a.month))
  return earlier[0]?.allocationKr ?? financedKr
}
