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

  const passed = problem.limits.filter(
    (limit) => usedOf(choice, limit, problem) + leastUse(all, limit) > limit.most,
  )
  const byItself = passed.find(
    (limit) => usedOf(choice, limit, problem) > 0 && leastUse(all, limit) > roomBeside(limit, problem, byId),
  )
  if (byItself) return { id, why: 'tooLarge', limit: byItself }
  const alone = problem.limits.find(
    (limit) => usedOf(choice, limit, problem) + leastUse([candidate], limit) > limit.most,
  )
  const [need] = others
  if (!alone && passed.length > 0 && need !== undefined) return { id, why: 'prerequisite', of: need }
  const money = passed.find(({ of }) => of === 'cost')
  if (money)
    return {
      id,
      why: isWorthLess(all, choice, problem, money) ? 'lowerValuePerKrona' : 'frame',
      limit: money,
    }
  const [days] = passed
  return days ? { id, why: 'personDays', limit: days } : { id, why: 'corridor' }
}

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
function roomBeside(limit: Limit, { candidates, forcedIn = [] }: Problem, byId: ById): number {
  const seen = new Set<string>()
  const must = candidates
    .filter(({ id, mandatory }) => mandatory || forcedIn.includes(id))
    .flatMap(({ id }) => closureOf(id, byId, seen))
  return (
    limit.most -
    leastUse(
      must.flatMap((id) => byId.get(id) ?? []),
      limit,
    )
  )
}

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
