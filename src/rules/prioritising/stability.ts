/** How well an order holds when scores and costs are no surer than those who gave them: drawn anew many times between low and high. */
import { LEAST_SCORE, MOST_SCORE, type Scored } from './scoring.ts'

/** `likely`: half-way where it isn't said. */
export interface Range {
  low: number
  high: number
  likely?: number
}

export interface Uncertain {
  id: string
  /** What each criterion gives, from the lowest score to the highest. */
  parts: readonly Range[]
  /** Kronor; only for an order by value per krona. */
  cost?: Range
}

export interface Steadiness {
  id: string
  /** The rank when everything is as likely. */
  rank: number
  /** The part of the draws in which it has that rank, 0–1. */
  holds: number
  /** Ranks that nine draws of ten lie between. */
  from: number
  to: number
}

export interface StabilityOptions {
  by: 'total' | 'perKrona'
  /** Numbers between 0 and 1; seeded, so that the same question gets the same answer. */
  random: () => number
  draws?: number
}

const DRAWS = 1000
const TAIL = 0.05

/** In the order of what is likely. */
export function steadiness(
  all: readonly Uncertain[],
  { by, random, draws = DRAWS }: StabilityOptions,
): Steadiness[] {
  const worth = ({ parts, cost }: Uncertain, pick: (range: Range) => number) => {
    const total = parts.reduce((sum, part) => sum + pick(part), 0)
    if (by === 'total') return total
    const kr = cost ? pick(cost) : 0
    return kr > 0 ? total / kr : total === 0 ? 0 : Number.POSITIVE_INFINITY
  }
  const ranksOf = (pick: (range: Range) => number) => {
    const worths = all.map((one) => worth(one, pick))
    const order = all.map((_, i) => i).toSorted((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b)
    const ranks = new Int32Array(all.length)
    for (const [rank, i] of order.entries()) ranks[i] = rank + 1
    return ranks
  }
  const likely = ranksOf(({ low, high, likely: said = (low + high) / 2 }) => said)
  const drawn = Array.from({ length: draws }, () => ranksOf(({ low, high }) => low + (high - low) * random()))
  return all
    .map(({ id }, i) => {
      const rank = likely[i] ?? 0
      const ranks = drawn.map((one) => one[i] ?? 0).toSorted((a, b) => a - b)
      return {
        id,
        rank,
        holds: ranks.filter((one) => one === rank).length / draws,
        from: ranks[Math.floor(draws * TAIL)] ?? rank,
        to: ranks[Math.ceil(draws * (1 - TAIL)) - 1] ?? rank,
      }
    })
    .toSorted((a, b) => a.rank - b.rank)
}

/**
 * What scoring says of an initiative, between the lowest and the highest score of each criterion; `slack`: how many steps any score
 * may be wrong besides. What nobody has scored gives nothing.
 */
export const uncertainOf = (
  { initiative, contributions }: Scored,
  { cost, slack = 0 }: { cost?: Range; slack?: number } = {},
): Uncertain => ({
  id: initiative,
  parts: contributions.map(({ points, value, lowest, highest }) =>
    value
      ? {
          low: (points * Math.max(LEAST_SCORE, (lowest ?? value) - slack)) / value,
          likely: points,
          high: (points * Math.min(MOST_SCORE, (highest ?? value) + slack)) / value,
        }
      : { low: 0, high: 0 },
  ),
  ...(cost && { cost }),
})
