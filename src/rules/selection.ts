/** What is chosen among when a forum divides its frames: candidates, limits, and whether a choice keeps to them. */
import { type Quarter, quartersAfter } from './days/quarters.ts'

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
  /** Unit → quarter → days that land there: roll-outs, training and stand-ins. */
  receiving?: Readonly<Record<string, Readonly<Record<Quarter, number>>>>
  portfolio?: string
}

/** What may be used: money or people in a year, by all or by one portfolio; or a unit's room to receive in a quarter. */
export type Limit = AmountLimit | ReceivingLimit

export interface AmountLimit {
  of: 'cost' | 'personDays'
  year: number
  /** Kronor or days. */
  most: number
  portfolio?: string
}

export interface ReceivingLimit {
  of: 'receiving'
  year: number
  quarter: Quarter
  /** Its key. */
  unit: string
  /** Days, when what lands there whatever is chosen has had its part. */
  most: number
}

/** A part of what is chosen that some candidates are to have, such as a fifth of the cost for infrastructure. */
export interface Corridor {
  name: string
  ids: readonly string[]
  /** Of the cost, unless it is of how many. */
  measure?: 'kr' | 'count'
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

/** Amounts are sums of kronor with öre at most; of very large sums, what the order of adding can change is nobody's overrun. */
const SLACK = 1e-6
const ROUNDING = 1e-14
/** A share of the cost is met when it is met to the krona. */
const KRONA = 1

export const startsOf = ({ start, laterStarts = [] }: Candidate): number[] => [start, ...laterStarts]

export const mustBeIn = (
  { id, mandatory }: Pick<Candidate, 'id' | 'mandatory'>,
  { forcedIn = [] }: Pick<Problem, 'forcedIn'>,
): boolean => mandatory || forcedIn.includes(id)

/** What a candidate uses of a limit when it starts in a year. */
export function amountOf(candidate: Candidate, start: number, limit: Limit): number {
  const years = start - candidate.start
  if (limit.of === 'receiving')
    return candidate.receiving?.[limit.unit]?.[quartersAfter(limit.quarter, -4 * years)] ?? 0
  const isUnder = limit.portfolio === undefined || limit.portfolio === candidate.portfolio
  return isUnder ? (candidate[limit.of][limit.year - years] ?? 0) : 0
}

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
    .filter(({ limit, by }) => by > Math.max(SLACK, limit.most * ROUNDING))
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
    corridors.every((corridor) => breachOf(corridor, choice, problem) === undefined) &&
    overruns(choice, problem).length === 0
  )
}

/** What a candidate weighs in a share: kronor, or one. */
export const weightIn = ({ measure }: Pick<Corridor, 'measure'>, candidate: Candidate): number =>
  measure === 'count' ? 1 : wholeCost(candidate)

/** What a share may lack and yet be met. */
export const slackOf = ({ measure }: Pick<Corridor, 'measure'>): number =>
  measure === 'count' ? SLACK : KRONA

/** How much of a choice a share is taken of, and how much of it is the share. */
export function partOf(
  corridor: Corridor,
  choice: Choice,
  { candidates }: Pick<Problem, 'candidates'>,
): { part: number; whole: number } {
  let [part, whole] = [0, 0]
  for (const candidate of candidates) {
    if (!choice.has(candidate.id)) continue
    const weight = weightIn(corridor, candidate)
    whole += weight
    if (corridor.ids.includes(candidate.id)) part += weight
  }
  return { part, whole }
}

/** Which way a choice breaks a share, when it does. */
export function breachOf(
  corridor: Corridor,
  choice: Choice,
  problem: Pick<Problem, 'candidates'>,
): 'below' | 'above' | undefined {
  const { least = 0, most = 1 } = corridor
  const { part, whole } = partOf(corridor, choice, problem)
  const slack = slackOf(corridor)
  if (part < least * whole - slack) return 'below'
  return part > most * whole + slack ? 'above' : undefined
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
