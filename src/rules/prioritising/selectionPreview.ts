/** A choice at once, before the best one is known: what gives most value for what it uses of the limits, with all it needs. */
import {
  breachOf,
  type Candidate,
  candidatesById,
  type Choice,
  closureOf,
  keepsTo,
  type Limit,
  mustBeIn,
  type Problem,
  startsOf,
  amountOf,
} from '../selection.ts'

/**
 * Puts in what must be in, then one candidate at a time with its prerequisites, the greatest value for its share of the limits first;
 * then takes out what breaks a share that is wanted, and fills up what that leaves. Answers nothing when what must be in doesn't fit as
 * early as it can start, or no share is reached so: the solver then says what is missing.
 */
export function previewOf(problem: Problem): Choice | undefined {
  const byId = candidatesById(problem)
  const choice = new Map<string, number>()
  const left = problem.limits.map(({ most }) => most)
  const blocked = new Set(problem.forcedOut)

  /** Puts in a candidate and what it lacks, as early as there is room; takes nothing when all of it can't be had. */
  const putIn = (id: string): boolean => {
    const added: Added[] = []
    for (const needed of closureOf(id, byId)) {
      if (choice.has(needed)) continue
      const candidate = byId.get(needed)
      const one = candidate && blockedBy(needed, problem, choice, blocked) ? undefined : candidate
      const at = one && earliest(one, { choice, left, limits: problem.limits })
      if (!one || at === undefined) {
        for (const each of added) give(each, left, problem.limits, choice)
        return false
      }
      take({ one, at }, left, problem.limits, choice)
      added.push({ one, at })
    }
    return true
  }

  for (const candidate of problem.candidates)
    if (mustBeIn(candidate, problem) && !putIn(candidate.id)) return undefined
  const worth = new Map(problem.candidates.map(({ id }) => [id, density(id, problem, byId)]))
  const inOrder = problem.candidates
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => (worth.get(b.id) ?? 0) - (worth.get(a.id) ?? 0))
  for (const { id } of inOrder) putIn(id)
  const { corridors = [] } = problem
  if (corridors.some((corridor) => breachOf(corridor, choice, problem))) {
    for (const { one, at } of tooMuch(choice, problem, worth)) give({ one, at }, left, problem.limits, choice)
    for (const { id } of inOrder) {
      const before = new Map(choice)
      if (!putIn(id) || corridors.every((corridor) => !breachOf(corridor, choice, problem))) continue
      for (const [added, at] of choice)
        if (!before.has(added)) {
          const one = byId.get(added)
          if (one) give({ one, at }, left, problem.limits, choice)
        }
    }
  }
  return keepsTo(choice, problem) ? choice : undefined
}

/** What must go for the shares to hold, one at a time, the least value for its share of the limits first. */
function tooMuch(standing: Choice, problem: Problem, worth: ReadonlyMap<string, number>): Added[] {
  const choice = new Map(standing)
  const gone: Added[] = []
  const { candidates, corridors = [] } = problem
  for (;;) {
    const broken = corridors
      .map((corridor) => ({ corridor, breach: breachOf(corridor, choice, problem) }))
      .find(({ breach }) => breach)
    if (!broken) return gone
    const { corridor, breach } = broken
    const isNeeded = (id: string) =>
      candidates.some((one) => choice.has(one.id) && one.prerequisites.includes(id))
    const [least] = candidates
      .filter(
        (one) =>
          choice.has(one.id) &&
          !mustBeIn(one, problem) &&
          corridor.ids.includes(one.id) === (breach === 'above') &&
          !isNeeded(one.id),
      )
      .toSorted((a, b) => (worth.get(a.id) ?? 0) - (worth.get(b.id) ?? 0))
    if (!least) return gone
    gone.push({ one: least, at: choice.get(least.id) ?? least.start })
    choice.delete(least.id)
  }
}

interface Added {
  one: Candidate
  at: number
}

const take = ({ one, at }: Added, left: number[], limits: readonly Limit[], choice: Map<string, number>) => {
  choice.set(one.id, at)
  for (const [i, limit] of limits.entries()) left[i] = (left[i] ?? 0) - amountOf(one, at, limit)
}

const give = ({ one, at }: Added, left: number[], limits: readonly Limit[], choice: Map<string, number>) => {
  choice.delete(one.id)
  for (const [i, limit] of limits.entries()) left[i] = (left[i] ?? 0) + amountOf(one, at, limit)
}

const blockedBy = (id: string, { exclusions }: Problem, choice: Choice, blocked: ReadonlySet<string>) =>
  blocked.has(id) ||
  exclusions.some(([one, other]) => (one === id && choice.has(other)) || (other === id && choice.has(one)))

/** The first year in which there is room and all it needs has started. */
function earliest(
  one: Candidate,
  { choice, left, limits }: { choice: Choice; left: readonly number[]; limits: readonly Limit[] },
): number | undefined {
  const from = Math.max(
    one.start,
    ...one.prerequisites.map((id) => choice.get(id) ?? Number.POSITIVE_INFINITY),
  )
  return startsOf(one).find(
    (at) => at >= from && limits.every((limit, i) => amountOf(one, at, limit) <= (left[i] ?? 0)),
  )
}

/** Value of a candidate and what it needs, for the largest part of any limit they use. */
function density(id: string, problem: Problem, byId: ReadonlyMap<string, Candidate>): number {
  const all = closureOf(id, byId).flatMap((one) => byId.get(one) ?? [])
  const value = all.reduce((sum, one) => sum + one.value, 0)
  let [part, room] = [0, 0]
  for (const limit of problem.limits) {
    const used = all.reduce((sum, one) => sum + amountOf(one, one.start, limit), 0)
    if (used === 0) continue
    // Of the quarters of all units, the fullest stands for them: they are many, and one is what keeps it out.
    if (limit.of === 'receiving') room = Math.max(room, used / limit.most)
    else part += used / limit.most
  }
  return part + room === 0 ? Number.POSITIVE_INFINITY : value / (part + room)
}
