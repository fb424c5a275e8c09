/** What is chosen without a solver: down the list of benefit per krona, and the textbook's table for one year. */
import { type Choice, keepsTo, type Problem, valueOf, wholeCost } from '#src/rules/selection.ts'

/** Takes what must be in, then the greatest value for each krona that fits with what is there already; nobody is put back. */
export function greedyList(problem: Problem): number {
  const chosen = new Map<string, number>()
  const order = problem.candidates.toSorted(
    (a, b) => Number(b.mandatory) - Number(a.mandatory) || worth(b) - worth(a),
  )
  const fits = (choice: Choice) => keepsTo(choice, { ...problem, candidates: asFree })
  const asFree = problem.candidates.map((one) => ({ ...one, mandatory: false }))
  // Once more down the list for each that waited for one below it.
  for (let before = -1; before !== chosen.size; ) {
    before = chosen.size
    for (const { id, start } of order) {
      if (chosen.has(id)) continue
      chosen.set(id, start)
      if (!fits(chosen)) chosen.delete(id)
    }
  }
  return valueOf(chosen, problem)
}

const worth = (one: Problem['candidates'][number]) => one.value / Math.max(wholeCost(one), 1)

/** The knapsack of one year by dynamic programming, in steps of a thousand kronor: no prerequisites, exclusions or days. */
export function knapsack({ candidates, limits }: Problem): number {
  const [limit] = limits
  const room = Math.floor((limit?.most ?? 0) / 1000)
  const best = new Float64Array(room + 1)
  for (const { cost, value } of candidates) {
    const size = Math.ceil((cost[limit?.year ?? 0] ?? 0) / 1000)
    for (let left = room; left >= size; left--) {
      const taken = (best[left - size] ?? 0) + value
      if (taken > (best[left] ?? 0)) best[left] = taken
    }
  }
  return best[room] ?? 0
}
