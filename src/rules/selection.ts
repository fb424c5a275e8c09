/** What is chosen among when a forum divides its frames: candidates, limits, and whether a choice keeps to them. */

/** Year → amount; a year that isn't named has none. */
export type PerYear = Readonly<Record<number, number>>

export interface Candidate {
  id: string
  title: string
  /** Weighted value, of any unit; what is maximised is its sum. */
  value: number
  /** The year that `cost` and `personDays` are reckoned from. */
  start: number
  /** Later years in which it may start as well; its amounts then move as many years. */
  laterStarts?: readonly number[]
  mandatory: boolean
  /** Ids that must be chosen too and start no later. */
  prerequisites: readonly string[]
  /** Kronor a year. */
  cost: PerYear
  /** Days a year. */
  personDays: PerYear
  portfolio?: string
}

/** What may be used in a year, by all or by one portfolio. */
export interface Limit {
  of: 'cost' | 'personDays'
  year: number
  /** Kronor or days. */
  most: number
  portfolio?: string
}

/** A part of the chosen cost that some candidates are to have, such as a fifth for infrastructure. */
export interface Corridor {
  name: string
  ids: readonly string[]
  /** Shares between 0 and 1. */
  least?: number
  most?: number
}

export interface Problem {
  years: readonly number[]
  limits: readonly Limit[]
  candidates: readonly Candidate[]
  /** At most one of each pair. */
  exclusions: readonly (readonly [string, string])[]
  corridors?: readonly Corridor[]
  /** What the forum has put in or left out by hand. */
  forcedIn?: readonly string[]
  forcedOut?: readonly string[]
}

/** Id → the year in which it starts. */
export type Choice = ReadonlyMap<string, number>

/** Amounts are sums of kronor with öre at most. */
const SLACK = 1e-6
/** A share is met when it is met to the krona. */
const KRONA = 1

export const startsOf = ({ start, laterStarts = [] }: Candidate): number[] => [start, ...laterStarts]

export const mustBeIn = (
  { id, mandatory }: Pick<Candidate, 'id' | 'mandatory'>,
  { forcedIn = [] }: Pick<Problem, 'forcedIn'>,
): boolean => mandatory || forcedIn.includes(id)

export const isUnder = ({ portfolio }: Limit, candidate: Candidate): boolean =>
  portfolio === undefined || portfolio === candidate.portfolio

/** What a candidate uses of a limit when it starts in a year. */
export const amountOf = (candidate: Candidate, start: number, limit: Limit): number =>
  isUnder(limit, candidate) ? (candidate[limit.of][limit.year - (start - candidate.start)] ?? 0) : 0

/** Kronor over all years. */
export const wholeCost = ({ cost }: Pick<Candidate, 'cost'>): number =>
  Object.values(cost).reduce((sum, kr) => sum + kr, 0)

export const valueOf = (choice: Choice, { candidates }: Pick<Problem, 'candidates'>): number =>
  candidates.reduce((sum, { id, value }) => (choice.has(id) ? sum + value : sum), 0)

/** How much of a limit a choice uses. */
export const usedOf = (choice: Choice, limit: Limit, { candidates }: Pick<Problem, 'candidates'>): number =>
  candidates.reduce((sum, candidate) => {
    const start = choice.get(candidate.id)
    return start === undefined ? sum : sum + amountOf(candidate, start, limit)
  }, 0)

/** The limits a choice passes, with how much. */
export function overruns(choice: Choice, problem: Problem): { limit: Limit; by: number }[] {
  return problem.limits
    .map((limit) => ({ limit, by: usedOf(choice, limit, problem) - limit.most }))
    .filter(({ by }) => by > SLACK)
}

/** Whether everything is kept to: limits, prerequisites, exclusions, corridors, and what must be in or out. */
export function keepsTo(choice: Choice, problem: Problem): boolean {
  const { candidates, exclusions, corridors = [], forcedOut = [] } = problem
  const isIn = (id: string) => choice.has(id)
  return (
    candidates.every((candidate) => {
      const start = choice.get(candidate.id)
      if (start === undefined) return !mustBeIn(candidate, problem)
      return (
        startsOf(candidate).includes(start) &&
        candidate.prerequisites.every((id) => (choice.get(id) ?? Number.POSITIVE_INFINITY) <= start)
      )
    }) &&
    forcedOut.every((id) => !isIn(id)) &&
    exclusions.every(([one, other]) => !(isIn(one) && isIn(other))) &&
    corridors.every((corridor) => isInside(corridor, choice, candidates)) &&
    overruns(choice, problem).length === 0
  )
}

function isInside({ ids, least = 0, most = 1 }: Corridor, choice: Choice, candidates: readonly Candidate[]) {
  const chosen = candidates.filter(({ id }) => choice.has(id))
  const whole = chosen.reduce((sum, candidate) => sum + wholeCost(candidate), 0)
  const part = chosen
    .filter(({ id }) => ids.includes(id))
    .reduce((sum, candidate) => sum + wholeCost(candidate), 0)
  return part >= least * whole - KRONA && part <= most * whole + KRONA
}

/** A candidate and all that it needs, also by way of others; itself last. */
export function closureOf(
  id: string,
  byId: ReadonlyMap<string, Candidate>,
  seen = new Set<string>(),
): string[] {
  if (seen.has(id)) return []
  seen.add(id)
  const needs = byId.get(id)?.prerequisites ?? []
  return [...needs.flatMap((need) => closureOf(need, byId, seen)), id]
}

export const candidatesById = ({ candidates }: Pick<Problem, 'candidates'>): Map<string, Candidate> =>
  new Map(candidates.map((candidate) => [candidate.id, candidate]))
