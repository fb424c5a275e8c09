/** How well an order holds when scores and costs are no surer than those who gave them: drawn anew many times between low and high. */
import type { Scored } from './scoring.ts'

export interface Uncertain {
  id: string
  /** What each criterion gives, from the lowest score to the highest. */
  parts: readonly { low: number; high: number }[]
  /** Kronor; only for an order by value per krona. */
  cost?: { low: number; high: number }
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
  const between = ({ low, high }: { low: number; high: number }, at: number) => low + (high - low) * at
  const worth = ({ parts, cost }: Uncertain, at: () => number) => {
    const total = parts.reduce((sum, part) => sum + between(part, at()), 0)
    if (by === 'total') return total
    const kr = cost ? between(cost, at()) : 0
    return kr > 0 ? total / kr : total === 0 ? 0 : Number.POSITIVE_INFINITY
  }
  const ranksOf = (at: () => number) => {
    const worths = all.map((one) => worth(one, at))
    const order = all.map((_, i) => i).toSorted((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b)
    const ranks = new Int32Array(all.length)
    for (const [rank, i] of order.entries()) ranks[i] = rank + 1
    return ranks
  }
  const likely = ranksOf(() => 0.5)
  const drawn = Array.from({ length: draws }, () => ranksOf(random))
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

/** What scoring says of an initiative, between the lowest and the highest score of each criterion. */
export const uncertainOf = (
  { initiative, contributions }: Scored,
  cost?: { low: number; high: number },
): Uncertain => ({
  id: initiative,
  parts: contributions.map(({ points, value, lowest, highest }) =>
    value
      ? { low: (points * (lowest ?? value)) / value, high: (points * (highest ?? value)) / value }
      : { low: 0, high: 0 },
  ),
  ...(cost && { cost }),
})
