/** The funnel: initiatives of a process by stage and by department, and what moving one on the board would decide. */
import type { Day, Ref } from '#src/lists/columns.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import { type Initiative, initiatives, type Stage } from '#src/lists/initiatives.ts'
import type { Unit } from '#src/lists/organisation.ts'
import type { Portfolio, ProcessName } from '#src/lists/portfolios.ts'
import { daysBetween } from '../calendar.ts'
import { forwardOutcomes, type GateName, gateOf, needsOf, nextGate, outcomesOf } from '../gates.ts'
import { isMet, type Need, needs, type Preparation } from '../needs.ts'
import { isStarted, type StateChange, stateChanges, stagesOf } from '../processes.ts'
import { covers, depthOf, lineOf, type UnitTree } from '../organisation/tree.ts'

/** What stands in a column: those that move, and those that rest and will move again. */
export const inFunnel = ({ state }: Pick<Initiative, 'state'>) => state === 'active' || state === 'paused'

export interface FunnelColumn<T> {
  stage: Stage
  /** Ranked ones first, then those that have stood longest. */
  cards: T[]
  /** Days in the stage of those that are active; `undefined` when no day is known. */
  medianAgeDays: number | undefined
}

type Standing = Pick<Initiative, 'stage' | 'state' | 'stageSince' | 'rank' | 'number'>

/** A column for each stage of the process, in its order. Rows in stages of other processes are left out. */
export function columnsOf<T extends Standing>(
  rows: readonly T[],
  process: ProcessName,
  today: Day,
): FunnelColumn<T>[] {
  const byStage = Map.groupBy(rows, (row) => row.stage)
  return stagesOf(process).map((stage) => {
    const cards = (byStage.get(stage) ?? []).toSorted(inOrder)
    const ages = cards.flatMap(({ state, stageSince }) =>
      state === 'active' && stageSince ? [Math.max(0, daysBetween(stageSince, today))] : [],
    )
    return { stage, cards, medianAgeDays: median(ages) }
  })
}

function inOrder(a: Standing, b: Standing): number {
  const rank = (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)
  if (rank !== 0) return rank
  // A day that isn't known is no age to show first.
  const [since, other] = [a.stageSince ?? '9', b.stageSince ?? '9']
  if (since !== other) return since < other ? -1 : 1
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0
}

/** The middle value; the mean of the two middle ones, rounded, when there is an even number. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return undefined
  return sorted.length % 2 === 0 && low !== undefined ? Math.round((low + high) / 2) : high
}

export interface Lane<T> {
  /** `undefined` for those without a department. */
  department: Unit | undefined
  rows: T[]
}

/** Swim lanes: a department each, by name; rows outside all departments last. */
export function lanesOf<T extends { unit?: Ref | undefined }>(
  rows: readonly T[],
  tree: UnitTree,
  compare: (a: string, b: string) => number,
): Lane<T>[] {
  const groups = Map.groupBy(rows, ({ unit }) => unit && departmentOf(unit.key, tree))
  return [...groups]
    .map(([department, of]) => ({ department, rows: of }))
    .toSorted((a, b) => {
      if (!a.department || !b.department) return (a.department ? 0 : 1) - (b.department ? 0 : 1)
      return compare(a.department.title, b.department.title)
    })
}

/** The department (or central staff) a unit belongs to, or is. */
export const departmentOf = (unit: string, tree: UnitTree) =>
  lineOf(unit, tree).find(({ kind }) => kind === 'department' || kind === 'staff')

/** The portfolio a person first wants to see: one they own, else the nearest above their unit, else the first. */
export function ownPortfolio(
  portfolios: readonly Portfolio[],
  me: { id: string; unit?: Ref | undefined },
  tree: UnitTree,
): Portfolio | undefined {
  const above = portfolios
    .filter(({ unit }) => unit && me.unit && covers(unit.key, me.unit.key, tree))
    .toSorted((a, b) => depthOf(b.unit?.key ?? '', tree) - depthOf(a.unit?.key ?? '', tree))
  return portfolios.find(({ owner }) => owner?.id === me.id) ?? above[0] ?? portfolios[0]
}

/** Where a card may be dropped besides the columns: decisions that change the state and not the stage. */
export const trays = ['reopen', 'pause', 'stop', 'screenOut'] as const
export type Tray = (typeof trays)[number]
export type Target = Stage | Tray

/** What dropping a card somewhere asks for. Whether the person may decide it is another question. */
export type Move =
  | { kind: 'stays' }
  | { kind: 'gate'; gate: GateName; outcome: Outcome }
  | { kind: 'state'; change: StateChange }
  | { kind: 'refused'; why: 'external' | 'merged' | 'notActive' }
  /** No decision leads there; the next one, where there is one, leads to one of `to`. */
  | { kind: 'noWay'; next?: { gate: GateName; to: Stage[] } }

/** What it would mean to drop an initiative of this process there. */
export function moveTo(
  target: Target,
  initiative: Pick<Initiative, 'stage' | 'state' | 'external' | 'type'>,
  process: ProcessName,
): Move {
  const { stage, state, external } = initiative
  if (target === stage) return { kind: 'stays' }
  if (external) return { kind: 'refused', why: 'external' }
  if (state === 'merged') return { kind: 'refused', why: 'merged' }
  if (target === 'pause' || target === 'stop' || target === 'reopen') {
    const from: readonly string[] = stateChanges[target].from
    if (stateChanges[target].to === state) return { kind: 'stays' }
    if (from.includes(state)) return { kind: 'state', change: target }
    return state === 'active' ? { kind: 'noWay' } : { kind: 'refused', why: 'notActive' }
  }
  if (target === 'screenOut' && state === 'screenedOut') return { kind: 'stays' }
  if (state !== 'active') return { kind: 'refused', why: 'notActive' }
  const gate = nextGate(initiative, process)
  if (!gate) return { kind: 'noWay' }
  const effect = (outcome: Outcome) => gateOf(gate).outcomes[outcome]
  const outcome = outcomesOf(gate, false, initiative).find((one) =>
    target === 'screenOut' ? effect(one)?.state === 'screenedOut' : effect(one)?.stage === target,
  )
  if (outcome) return { kind: 'gate', gate, outcome }
  const to = forwardOutcomes(gate).flatMap((one) => effect(one)?.stage ?? [])
  return to.length > 0 ? { kind: 'noWay', next: { gate, to } } : { kind: 'noWay' }
}

/** Needs that look at more than the column they are written in. */
const looksFurther: readonly Need[] = ['similar', 'union']

/** Needs that look met for as long as what they ask about hasn't been read. */
const looksMet: readonly Need[] = ['ideaToRollout', 'processOwnerEndorses']

/** What every start brings in beside the initiative's own columns. */
const knownLists: readonly string[] = ['dependencies']

/**
 * What the next gate lacks as far as the table's columns tell: `sure` is certainly missing, `unsure` may stand in what
 * only the initiative's own page reads. `undefined` where no gate waits, and where work has begun: the gate after it is
 * months away, and asks for what the work is there to find out.
 */
export function lacksOf(
  initiative: Initiative,
  given: Pick<Preparation, 'process' | 'tree' | 'dependencies'>,
): { gate: GateName; sure: number; unsure: number } | undefined {
  const waits =
    !initiative.external && initiative.state === 'active' && !isStarted(initiative.stage, given.process)
  const gate = waits ? nextGate(initiative, given.process) : undefined
  if (!gate) return undefined
  const preparation = { ...given, initiative, costItems: [], benefits: [] }
  const asked = needsOf(gate)
  const unmet = asked.filter((need) => !isMet(need, preparation))
  const seeming = asked.filter((need) => looksMet.includes(need) && isMet(need, preparation))
  const sure = unmet.filter((need) => isKnown(need, initiative)).length
  return { gate, sure, unsure: unmet.length - sure + seeming.length }
}

function isKnown(need: Need, initiative: Initiative): boolean {
  const { field } = needs[need]
  if (!Object.hasOwn(initiatives.columns, field)) return knownLists.includes(field)
  const { onDemand } = initiatives.columns[field as keyof typeof initiatives.columns] as {
    onDemand?: boolean
  }
  if (onDemand) return false
  return !looksFurther.includes(need) || initiative[field as keyof Initiative] === undefined
}
