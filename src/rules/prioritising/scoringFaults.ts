/** What a forum's criteria and scores don't allow: weights that can't be shared out, scores off the scale. */
import { LEAST_SCORE, MOST_SCORE, WHOLE } from './scoring.ts'

export type ScoringFault =
  | { fault: 'noCriteria' }
  | { fault: 'negativeWeight'; titles: string[] }
  /** `sum`: what they come to instead of 100. */
  | { fault: 'weightsSum'; sum: number }
  | { fault: 'sameTitle'; title: string }
  | { fault: 'notAStep'; value: number }
  /** Of another forum, or put away. */
  | { fault: 'notTheirs'; title: string }
  /** Titles of those that are put away, merged or ended. */
  | { fault: 'notScored'; titles: string[] }

/** Shares are said with one decimal: what rounding leaves is nobody's fault. */
const ROUNDING = 0.05

/** Why criteria can't be saved as they stand; nothing when they can. */
export function criteriaFaults(criteria: readonly { title: string; weight: number }[]): ScoringFault[] {
  if (criteria.length === 0) return [{ fault: 'noCriteria' }]
  const negative = criteria.filter(({ weight }) => !(weight >= 0)).map(({ title }) => title)
  if (negative.length > 0) return [{ fault: 'negativeWeight', titles: negative }]
  const names = criteria.map(({ title }) => title.trim().toLowerCase())
  const twice = criteria.find((_, i) => names.indexOf(names[i] ?? '') !== i)
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  return [
    ...(twice ? [{ fault: 'sameTitle' as const, title: twice.title }] : []),
    ...(Math.abs(sum - WHOLE) > ROUNDING ? [{ fault: 'weightsSum' as const, sum }] : []),
  ]
}

/** A score is one of the steps that have words. */
export const isStep = (value: number): boolean =>
  Number.isInteger(value) && value >= LEAST_SCORE && value <= MOST_SCORE

/** The same proportions, in shares that come to exactly 100 with one decimal: the largest rests are rounded up. */
export function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (!(sum > 0)) return weights.map(() => 0)
  const exact = weights.map((weight) => (weight * WHOLE * 10) / sum)
  const shares = exact.map(Math.floor)
  const rest = WHOLE * 10 - shares.reduce((total, share) => total + share, 0)
  const byRest = exact.map((_, i) => i).toSorted((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1))
  for (const i of byRest.slice(0, rest)) shares[i] = (shares[i] ?? 0) + 1
  return shares.map((share) => share / 10)
}
