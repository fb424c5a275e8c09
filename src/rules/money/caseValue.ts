/** What a business case comes to over the years: who pays, what it gives, when it has paid for itself, and what it costs afterwards. */
import type { Benefit, CostItem, Financing } from '#src/lists/businessCase.ts'
import { isRunning } from './businessCase.ts'
import { financingOf } from './costFinancing.ts'
import { type MoneyYear, type NetValue, netValueOf } from './netValue.ts'

export interface CaseSettings {
  /** The first year, which later ones are discounted to. */
  from: number
  /** The last year that is reckoned with. */
  until: number
  /** 0.03 is three per cent. */
  rate: number
}

export interface CaseYear extends MoneyYear {
  /** The project's part of the cost. */
  projectKr: number
  /** Operation and maintenance. */
  runningKr: number
  /** Present value of everything up to and with this year. */
  sum: { low: number; likely: number; high: number }
}

/** What one source pays. */
export interface Paid {
  financing: Financing
  /** Those who are named as paying, each once. */
  payers: string[]
  perYear: Map<number, number>
  sumKr: number
}

export interface CaseValue extends NetValue {
  years: CaseYear[]
  /** Of the project, largest first. */
  paid: Paid[]
  /** What it costs a year when the project is over, by who finances it; as it stands in the last year that has one. */
  after: { financing: Financing; payers: string[]; kr: number }[]
  afterKr: number
  /** Kinds that are reckoned with, and what each gives in its last year. */
  valued: { kind: Benefit['kind']; kr: { low: number; likely: number; high: number } }[]
  /** What no sum can hold: listed, never hidden. */
  notValued: Benefit[]
}

/** Years from the first that has any amount. One that gives every year has no end of its own: it is looked at for so many. */
const LOOKED_AT = 5
/** A slip of the pen must not make a line for each year since the Vikings. */
const MOST_YEARS = 30

/** The years a case spans as it is written. */
export function caseSpan(costs: readonly CostItem[], benefits: readonly Benefit[], today: number) {
  const kept = [...alive(costs).map(({ year }) => year), ...alive(benefits).flatMap(({ year }) => year ?? [])]
  const from = kept.length > 0 ? Math.min(...kept) : today
  const last = kept.length > 0 ? Math.max(...kept) : today
  const goesOn = [...benefitSeries(alive(benefits)), ...runningSeries(alive(costs))].some(
    (rows) => new Set(rows.map(({ year }) => year)).size === 1,
  )
  const until = Math.max(last, goesOn ? from + LOOKED_AT - 1 : last)
  return { from, until: Math.min(until, from + MOST_YEARS - 1) }
}

export function caseValueOf(
  costs: readonly CostItem[],
  benefits: readonly Benefit[],
  { from, until, rate }: CaseSettings,
): CaseValue {
  const [items, gains] = [alive(costs), alive(benefits)]
  const project = items.filter((item) => !isRunning(item))
  const [operation, worth] = [runningSeries(items), benefitSeries(gains)]
  const money = Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => {
    const year = from + i
    const projectKr = sumOf(
      project.filter((item) => item.year === year),
      ({ amountKr }) => amountKr,
    )
    const runningKr = sumOf(
      operation.flatMap((rows) => standingAt(rows, year)),
      ({ amountKr }) => amountKr,
    )
    return {
      year,
      projectKr,
      runningKr,
      cost: projectKr + runningKr,
      benefit: worthOf(worth.flatMap((rows) => standingAt(rows, year))),
    }
  })
  const after = operation.flatMap((rows) => standingAt(rows)).filter(({ amountKr }) => amountKr > 0)
  return {
    ...netValueOf(money, from, rate),
    years: money.map((year, i) => ({ ...year, sum: netValueOf(money.slice(0, i + 1), from, rate).net })),
    paid: paidBy(project),
    after: paidBy(after).map(({ financing, payers, sumKr }) => ({ financing, payers, kr: sumKr })),
    afterKr: sumOf(after, ({ amountKr }) => amountKr),
    valued: (['financial', 'redistributedTime'] as const)
      .map((kind) => ({
        kind,
        kr: worthOf(worth.flatMap((rows) => (rows[0]?.kind === kind ? standingAt(rows) : []))),
      }))
      .filter(({ kr }) => kr.low > 0 || kr.likely > 0 || kr.high > 0),
    notValued: worth.flatMap((rows) => standingAt(rows)).filter((row) => !isValued(row)),
  }
}

const alive = <T extends { archived?: boolean }>(rows: readonly T[]) =>
  rows.filter(({ archived }) => !archived)

const sumOf = <T>(rows: readonly T[], kr: (row: T) => number) => rows.reduce((sum, row) => sum + kr(row), 0)

/** Rows that say the same in later years: each stands from its year until the next one does. */
function seriesOf<T extends { year?: number }>(rows: readonly T[], nameOf: (row: T) => string): T[][] {
  return [...Map.groupBy(rows, nameOf).values()].map((of) =>
    of.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)),
  )
}

const runningSeries = (costs: readonly CostItem[]) =>
  seriesOf(costs.filter(isRunning), ({ title, payer }) => JSON.stringify([title.trim(), payer?.key ?? '']))

const benefitSeries = (benefits: readonly Benefit[]) =>
  seriesOf(benefits, ({ kind, title, unit }) => JSON.stringify([kind, title.trim(), unit?.key ?? '']))

/** Those of the latest year that has come; one without a year stands from the first. */
function standingAt<T extends { year?: number }>(rows: readonly T[], year = Infinity): T[] {
  const latest = rows.findLast((row) => (row.year ?? 0) <= year)
  return latest ? rows.filter((row) => row.year === latest.year) : []
}

const isValued = ({ kind, lowKr, likelyKr, highKr }: Benefit) =>
  kind !== 'notValued' && (lowKr ?? likelyKr ?? highKr) !== undefined

/** What is likely stands for what isn't said. One that isn't valued counts for nothing, whatever stands beside it. */
function worthOf(benefits: readonly Benefit[]) {
  const valued = benefits.filter(isValued)
  return {
    low: sumOf(valued, ({ lowKr, likelyKr }) => lowKr ?? likelyKr ?? 0),
    likely: sumOf(
      valued,
      ({ lowKr, likelyKr, highKr }) => likelyKr ?? ((lowKr ?? 0) + (highKr ?? lowKr ?? 0)) / 2,
    ),
    high: sumOf(valued, ({ likelyKr, highKr, lowKr }) => highKr ?? likelyKr ?? lowKr ?? 0),
  }
}

/** What each source pays, the largest first. */
function paidBy(costs: readonly CostItem[]): Paid[] {
  return [...Map.groupBy(costs, financingOf)]
    .map(([financing, of]) => {
      const perYear = new Map<number, number>()
      for (const { year, amountKr } of of) perYear.set(year, (perYear.get(year) ?? 0) + amountKr)
      return {
        financing,
        payers: [...new Set(of.flatMap(({ payer }) => payer?.title ?? []))],
        perYear,
        sumKr: sumOf(of, ({ amountKr }) => amountKr),
      }
    })
    .toSorted((a, b) => b.sumKr - a.sumKr)
}
