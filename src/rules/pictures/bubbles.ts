/** The figures that initiatives are placed by in the bubbles: cost, benefit, score, risk and effort. Pure. */
import type { Benefit } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { riskLevels } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { median } from '../needs/funnel.ts'
import { scored } from '../prioritising/scoring.ts'
import { pricesOf } from './price.ts'

/** Kronor of all years (or of one, when that is all there is), kronor a year, 0–100, 1–3, person-days. */
export const measures = ['cost', 'benefit', 'score', 'risk', 'effort'] as const
export type Measure = (typeof measures)[number]

/** What is known of an initiative; what nobody has said is left out, never nought. */
export type Figures = Partial<Record<Measure, number>> & {
  /** The cost is an estimate of one year. */
  isCostYearly?: true
}

export type Weighed = Pick<
  Initiative,
  'key' | 'costLowKr' | 'costHighKr' | 'costPerYear' | 'risk' | 'effortDays'
>

export interface FigureRows {
  benefits: readonly Pick<Benefit, 'initiative' | 'title' | 'kind' | 'year' | 'likelyKr'>[]
  criteria: readonly { key: string; forum: Ref; weight: number }[]
  scores: readonly { initiative: Ref; criterion: Ref; forum: Ref; value: number }[]
  costItems: Parameters<typeof pricesOf>[1]
  /** Person-days that initiatives need. */
  resources: readonly { initiative?: Ref | undefined; days: number }[]
}

export function figuresOf(initiatives: readonly Weighed[], rows: FigureRows): Map<string, Figures> {
  const prices = pricesOf(initiatives, rows.costItems)
  const benefits = benefitsOf(rows.benefits)
  const totals = totalsOf(rows)
  const days = new Map<string, number>()
  for (const { initiative, days: more } of rows.resources)
    if (initiative) days.set(initiative.key, (days.get(initiative.key) ?? 0) + more)
  return new Map(
    initiatives.map((one) => {
      const figures = {
        cost: prices.get(one.key)?.kr,
        benefit: benefits.get(one.key),
        score: totals.get(one.key),
        risk: one.risk && riskStep(one.risk),
        effort: days.get(one.key) ?? one.effortDays,
      }
      const isCostYearly = prices.get(one.key)?.isYearly === true
      return [one.key, { ...onlyKnown(figures), ...(isCostYearly && { isCostYearly }) }]
    }),
  )
}

const onlyKnown = (figures: Record<Measure, number | undefined>): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))

/** 1 is low. */
export const riskStep = (risk: keyof typeof riskLevels) => Object.keys(riskLevels).indexOf(risk) + 1

/** Kronor a year when all of it is there: of each benefit its last year, what has no price left out. */
function benefitsOf(rows: FigureRows['benefits']): Map<string, number> {
  const last = new Map<string, FigureRows['benefits'][number]>()
  for (const row of rows) {
    if (row.kind === 'notValued' || row.likelyKr === undefined) continue
    const of = `${row.initiative.key}\n${row.kind}\n${row.title}`
    if ((last.get(of)?.year ?? Number.NEGATIVE_INFINITY) <= (row.year ?? Number.NEGATIVE_INFINITY))
      last.set(of, row)
  }
  const sums = new Map<string, number>()
  for (const { initiative, likelyKr = 0 } of last.values())
    sums.set(initiative.key, (sums.get(initiative.key) ?? 0) + likelyKr)
  return sums
}

/** The total in the forum that has scored it by all its criteria; the greatest, where several have. */
function totalsOf({ criteria, scores }: Pick<FigureRows, 'criteria' | 'scores'>): Map<string, number> {
  const given = Map.groupBy(scores, ({ forum }) => forum.key)
  const totals = new Map<string, number>()
  for (const [forum, own] of Map.groupBy(criteria, (criterion) => criterion.forum.key)) {
    const flat = (given.get(forum) ?? []).map(({ initiative, criterion, value }) => ({
      initiative: initiative.key,
      criterion: criterion.key,
      value,
    }))
    const keys = [...new Set(flat.map(({ initiative }) => initiative))]
    for (const { initiative, total, missing } of scored(keys, own, flat))
      if (missing.length === 0) totals.set(initiative, Math.max(total, totals.get(initiative) ?? 0))
  }
  return totals
}

/** Whether a figure has a place on an axis: nought and less have none on a logarithmic one. */
export const hasPlace = (value: number | undefined, isLog: boolean): value is number =>
  value !== undefined && (!isLog || value > 0)

/** Most of `x` among those that have less of `y` than the middle one: the first three to ask about. */
export function worstThree<I extends { key: string }>(
  initiatives: readonly I[],
  figures: ReadonlyMap<string, Figures>,
  { x, y }: { x: Measure; y: Measure },
): I[] {
  const known = initiatives.flatMap((one) => {
    const { [x]: more, [y]: less } = figures.get(one.key) ?? {}
    return more === undefined || less === undefined ? [] : [{ one, more, less }]
  })
  const middle = median(known.map(({ less }) => less))
  return known
    .filter(({ less }) => middle !== undefined && less < middle)
    .toSorted((a, b) => b.more - a.more)
    .slice(0, 3)
    .map(({ one }) => one)
}

/** Four steps of about as many each: the limits between them. */
export function quartersOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const limits = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(sorted.length * share)])
  return limits.flatMap((limit) => limit ?? [])
}

/** Which step a value is in, from 0. */
export const stepOf = (value: number, limits: readonly number[]) =>
  limits.filter((limit) => value >= limit).length
