/** What must be in, with all that it needs; and what makes that impossible whatever the limits. */
import {
  candidatesById,
  type Candidate,
  type Choice,
  closureOf,
  mustBeIn,
  type Problem,
  startsOf,
} from '../selection.ts'

/** The candidates that every choice holds. */
export function requiredOf(problem: Problem): Candidate[] {
  const byId = candidatesById(problem)
  const seen = new Set<string>()
  return problem.candidates
    .filter((candidate) => mustBeIn(candidate, problem))
    .flatMap(({ id }) => closureOf(id, byId, seen))
    .flatMap((id) => byId.get(id) ?? [])
}

/** Those, each as early as it may start: what is known to be used before anything else is chosen. */
export const requiredChoice = (problem: Problem): Choice =>
  new Map(requiredOf(problem).map((candidate) => [candidate.id, candidate.start]))

export type Contradiction =
  /** Both must be in, and exclude each other. */
  | { why: 'exclusion'; ids: [string, string] }
  /** It must be in, and needs what was left out by hand. */
  | { why: 'needsOut'; id: string; of: string }
  /** It must be in, and what it needs can't start so early. */
  | { why: 'needsLate'; id: string; of: string }

/** Where what must be in is at odds with itself; nothing when only limits or shares can stand in its way. */
export function contradictionsOf(problem: Problem): Contradiction[] {
  const { exclusions, forcedOut = [] } = problem
  const required = requiredOf(problem)
  const byId = new Map(required.map((one) => [one.id, one]))
  const earliest = earliestOf(required)
  return [
    ...exclusions.flatMap(([one, other]): Contradiction[] =>
      byId.has(one) && byId.has(other) ? [{ why: 'exclusion', ids: [one, other] }] : [],
    ),
    ...required.flatMap((one) =>
      one.prerequisites.flatMap((of): Contradiction[] => {
        if (forcedOut.includes(of)) return [{ why: 'needsOut', id: one.id, of }]
        return (earliest.get(of) ?? 0) > Math.max(...startsOf(one))
          ? [{ why: 'needsLate', id: one.id, of }]
          : []
      }),
    ),
  ]
}

/** The first year in which each may start when it waits for what it needs; those that need something stand after it. */
function earliestOf(required: readonly Candidate[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const one of required) {
    const from = Math.max(...one.prerequisites.map((id) => found.get(id) ?? 0), one.start)
    found.set(one.id, startsOf(one).find((start) => start >= from) ?? from)
  }
  return found
}
