/** Why a candidate was left out of a choice: one reason, the nearest, worked out at once without solving again. */
import {
  type Candidate,
  candidatesById,
  type Choice,
  closureOf,
  type Limit,
  type Problem,
  startsOf,
  amountOf,
  usedOf,
  wholeCost,
} from '../selection.ts'
import { requiredOf } from './required.ts'

export type LeftOut = { id: string } & (
  | { why: 'forcedOut' }
  /** It adds no value. */
  | { why: 'noValue' }
  /** Another of its pair was chosen. */
  | { why: 'exclusion'; of: string }
  /** What it needs can't be had, or not in time. */
  | { why: 'prerequisite'; of: string }
  /** With what it needs it passes the limit by itself, beside only what must be in. */
  | { why: 'tooLarge'; limit: Limit }
  /** Every chosen one gives more value for each krona in the year it falls on. */
  | { why: 'lowerValuePerKrona'; limit: Limit }
  | { why: 'frame'; limit: Limit }
  | { why: 'personDays'; limit: Limit }
  /** A unit has no room to receive it. */
  | { why: 'receiving'; limit: Limit }
  /** There is room for it: a part of the cost that is to go to something else holds it back. */
  | { why: 'corridor' }
)

/** A reason for each candidate that isn't chosen. */
export function leftOutOf(choice: Choice, problem: Problem): LeftOut[] {
  const byId = candidatesById(problem)
  return problem.candidates
    .filter(({ id }) => !choice.has(id))
    .map((candidate) => reasonOf(candidate, choice, problem, byId))
}

type ById = ReadonlyMap<string, Candidate>

function reasonOf(candidate: Candidate, choice: Choice, problem: Problem, byId: ById): LeftOut {
  const { id } = candidate
  const { forcedOut = [], exclusions } = problem
  if (forcedOut.includes(id)) return { id, why: 'forcedOut' }
  const added = closureOf(id, byId).filter((one) => !choice.has(one))
  const others = added.filter((one) => one !== id)
  const barred = others.find((one) => forcedOut.includes(one))
  if (barred !== undefined) return { id, why: 'prerequisite', of: barred }
  const late = lateFor(candidate, choice, byId)
  if (late !== undefined) return { id, why: 'prerequisite', of: late }
  for (const one of added) {
    const rival = exclusions
      .flatMap(([a, b]) => (a === one ? [b] : b === one ? [a] : []))
      .find((r) => choice.has(r))
    if (rival !== undefined) return { id, why: 'exclusion', of: rival }
  }
  const all = added.flatMap((one) => byId.get(one) ?? [])
  if (all.reduce((sum, { value }) => sum + value, 0) <= 0) return { id, why: 'noValue' }

  const left = problem.limits.map((limit) => ({ limit, left: limit.most - usedOf(choice, limit, problem) }))
  const needed = all.filter((one) => one !== candidate)
  const passed = nearestPassed(candidate, needed, left)
  const byItself = passed.find((limit) => leastUse(all, limit) > roomBeside(limit, problem) + EVEN)
  if (byItself) return { id, why: byItself.of === 'receiving' ? 'receiving' : 'tooLarge', limit: byItself }
  const [need] = others
  if (need !== undefined && passed.length > 0 && nearestPassed(candidate, [], left).length === 0)
    return { id, why: 'prerequisite', of: need }
  const of = (kind: Limit['of']) => passed.find((limit) => limit.of === kind)
  const [money, days, room] = [of('cost'), of('personDays'), of('receiving')]
  if (money) {
    const isWorse = isWorthLess(all, choice, problem, money)
    return { id, why: isWorse ? 'lowerValuePerKrona' : 'frame', limit: money }
  }
  if (days) return { id, why: 'personDays', limit: days }
  return room ? { id, why: 'receiving', limit: room } : { id, why: 'corridor' }
}

/** The limits it would pass in the year that passes fewest; none when there is a year with room. */
function nearestPassed(
  candidate: Candidate,
  needed: readonly Candidate[],
  left: readonly { limit: Limit; left: number }[],
): Limit[] {
  const passedAt = (start: number) =>
    left.flatMap((one) =>
      amountOf(candidate, start, one.limit) + leastUse(needed, one.limit) > one.left + EVEN
        ? [one.limit]
        : [],
    )
  const [nearest = []] = startsOf(candidate)
    .map(passedAt)
    .toSorted((a, b) => a.length - b.length)
  return nearest
}

/** Öre are added in another order than they were spent. */
const EVEN = 1e-6

/** The prerequisite that starts later than the candidate may. */
function lateFor(candidate: Candidate, choice: Choice, byId: ById): string | undefined {
  const latest = Math.max(...startsOf(candidate))
  return candidate.prerequisites.find((need) => {
    const one = byId.get(need)
    return (choice.get(need) ?? (one && Math.min(...startsOf(one))) ?? Number.POSITIVE_INFINITY) > latest
  })
}

/** What some use of a limit however they are placed. */
const leastUse = (some: readonly Candidate[], limit: Limit): number =>
  some.reduce((sum, one) => sum + Math.min(...startsOf(one).map((start) => amountOf(one, start, limit))), 0)

/** What a limit leaves when only what must be in is there. */
const roomBeside = (limit: Limit, problem: Problem): number =>
  limit.most - leastUse(requiredOf(problem), limit)

/** Whether every chosen one that uses the same year's money, and needn't be in, gives more for each krona. */
function isWorthLess(all: readonly Candidate[], choice: Choice, problem: Problem, limit: Limit): boolean {
  const cost = all.reduce((sum, one) => sum + wholeCost(one), 0)
  if (cost === 0) return false
  const worth = all.reduce((sum, { value }) => sum + value, 0) / cost
  const rivals = problem.candidates.filter((one) => {
    const start = choice.get(one.id)
    return start !== undefined && !one.mandatory && one.value > 0 && amountOf(one, start, limit) > 0
  })
  return rivals.length > 0 && rivals.every((one) => one.value / wholeCost(one) >= worth)
}
