/** What a forum asks about a choice: what it would cost to force one in, and what more money would buy. Each is solved anew. */
import type { Highs } from 'highs'
import type { AmountLimit, Choice, Problem } from '#src/rules/selection.ts'
import { type Best, type Impossible, isPossible, solve, type SolveOptions } from './solve.ts'

export interface Difference {
  best: Best
  /** Ids. */
  comesIn: string[]
  fallsOut: string[]
  /** Value gained; lost when it is negative. */
  value: number
}

/** The best choice with a candidate in it, beside the one that stands. */
export function ifForcedIn(
  id: string,
  { problem, standing, highs, options }: Question,
): Difference | Impossible {
  return compared({ ...problem, forcedIn: [...(problem.forcedIn ?? []), id] }, standing, highs, options)
}

/** The best choice with more kronor in a year, for all or for one portfolio. */
export function ifMore(
  more: Pick<AmountLimit, 'year' | 'portfolio'> & { kr: number },
  { problem, standing, highs, options }: Question,
): Difference | Impossible {
  const limits = problem.limits.map((limit) =>
    limit.of === 'cost' && limit.year === more.year && limit.portfolio === more.portfolio
      ? { ...limit, most: limit.most + more.kr }
      : limit,
  )
  return compared({ ...problem, limits }, standing, highs, options)
}

export interface Question {
  problem: Problem
  standing: Best
  highs: Highs
  options?: SolveOptions | undefined
}

function compared(
  problem: Problem,
  standing: Best,
  highs: Highs,
  options?: SolveOptions,
): Difference | Impossible {
  const best = solve(problem, highs, options)
  if (!isPossible(best)) return best
  return {
    best,
    comesIn: without(best.choice, standing.choice),
    fallsOut: without(standing.choice, best.choice),
    value: best.value - standing.value,
  }
}

const without = (some: Choice, others: Choice) => [...some.keys()].filter((id) => !others.has(id))
