/** What lands on units month by month, others' projects too, against what each has room for. */
import type { Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Unit } from '#src/lists/organisation.ts'
import type { Reception, ReceptionKind } from '#src/lists/receptions.ts'
import type { FaultyField } from '#src/lists/validate.ts'
import { type Month, monthOf, monthsAfter, monthsBetween } from '../days/months.ts'
import { concernedUnits } from '../needs.ts'
import { lineOf, type UnitTree } from '../organisation/tree.ts'

/** One initiative's claim on a unit in a month; without `kind` nobody has planned it, only its end is known. */
export interface Arrival {
  initiative: Initiative
  unit: Ref
  kind?: ReceptionKind
  /** Person-days a month; `undefined` when nobody has said. */
  days?: number
}

export interface MonthLoad {
  month: Month
  arrivals: Arrival[]
  /** Person-days of those that say how many. */
  days: number
  /** How many don't. */
  unsaid: number
  /** Person-days above what the unit has room for; 0 when it fits, or nobody has said how much it has. */
  overDays: number
}

/** A unit with all that lands on it and on the units under it. */
export interface UnitLoad {
  unit: Unit
  /** Person-days a month. */
  limitDays?: number
  months: MonthLoad[]
}

export interface LoadFacts {
  receptions: readonly Reception[]
  initiatives: readonly Initiative[]
  tree: UnitTree
  /** The first month shown, and how many. */
  from: Month
  count: number
}

/** Whether it will land: what rests or has ended doesn't. */
const willLand = ({ state, stage, archived }: Initiative) =>
  state === 'active' && stage !== 'closed' && stage !== 'benefits' && !archived

/** A row for each unit that something lands on, or that has said what it has room for, in the order of the tree's rows. */
export function unitLoads({ receptions, initiatives, tree, from, count }: LoadFacts): UnitLoad[] {
  const months = monthsFrom(from, count)
  const last = months.at(-1) ?? from
  const alive = new Map(initiatives.filter(willLand).map((initiative) => [initiative.key, initiative]))
  const byUnit = new Map<string, Map<Month, Arrival[]>>()
  const own = new Set<string>()
  const put = (arrival: Arrival, month: Month) => {
    own.add(arrival.unit.key)
    for (const { key } of lineOf(arrival.unit.key, tree)) {
      const held = byUnit.get(key) ?? new Map<Month, Arrival[]>()
      byUnit.set(key, held)
      const there = held.get(month)
      if (there) there.push(arrival)
      else held.set(month, [arrival])
    }
  }
  const planned = new Set<string>()
  for (const reception of receptions) {
    const initiative = alive.get(reception.initiative.key)
    if (!initiative || reception.archived) continue
    planned.add(initiative.key)
    const { unit, kind, days } = reception
    const arrival = { initiative, unit, kind, ...(days !== undefined && { days }) }
    for (const month of monthsOf(reception, from, last)) put(arrival, month)
  }
  for (const initiative of alive.values()) {
    const month = planned.has(initiative.key) ? undefined : lastMonthOf(initiative)
    if (month === undefined || month < from || month > last) continue
    for (const unit of concernedUnits(initiative)) put({ initiative, unit }, month)
  }
  return [...tree.values()].flatMap((unit) => {
    if (unit.archived || (unit.receivingDays === undefined && !own.has(unit.key))) return []
    const held = byUnit.get(unit.key)
    const { receivingDays: limitDays } = unit
    return {
      unit,
      ...(limitDays !== undefined && { limitDays }),
      months: months.map((month) => loadOf(month, held?.get(month) ?? [], limitDays)),
    }
  })
}

function loadOf(month: Month, arrivals: Arrival[], limitDays: number | undefined): MonthLoad {
  const days = arrivals.reduce((sum, arrival) => sum + (arrival.days ?? 0), 0)
  return {
    month,
    arrivals,
    days,
    unsaid: arrivals.filter((arrival) => arrival.days === undefined).length,
    overDays: limitDays === undefined ? 0 : Math.max(0, days - limitDays),
  }
}

export const monthsFrom = (from: Month, count: number): Month[] =>
  Array.from({ length: Math.max(0, count) }, (_, i) => monthsAfter(from, i))

/** The months that a reception touches, of those between two. */
function monthsOf({ from, to }: Pick<Reception, 'from' | 'to'>, first: Month, last: Month): Month[] {
  const end = monthOf(to) < last ? monthOf(to) : last
  const found: Month[] = []
  for (let month = monthOf(from) > first ? monthOf(from) : first; month <= end; month = monthsAfter(month, 1))
    found.push(month)
  return found
}

/** The last month of the quarter in which it is meant to be done. */
function lastMonthOf({ plannedEnd = '' }: Initiative): Month | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(plannedEnd)
  return quarter ? `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}` : undefined
}

/** Some months as one: the heaviest stands for them, and nobody is counted twice. */
export function heaviestOf(months: readonly MonthLoad[]): MonthLoad | undefined {
  const heaviest = months.reduce<MonthLoad | undefined>(
    (most, month) => (most === undefined || month.days > most.days ? month : most),
    undefined,
  )
  if (!heaviest) return undefined
  const arrivals = [...new Set(months.flatMap((month) => month.arrivals))]
  return { ...heaviest, arrivals, unsaid: arrivals.filter(({ days }) => days === undefined).length }
}

/** What an initiative asks of one unit, and where that is more than the unit has room for. */
export interface ReceivedBy {
  unit: Unit
  kinds: ReceptionKind[]
  from: Month
  to: Month
  /** Of its own in its heaviest month; `undefined` when nobody has said. */
  days?: number
  limitDays?: number
  /** Months in which the unit has more than it has room for, all that lands there counted. */
  over: MonthLoad[]
}

/** Each unit that an initiative lands on, with whether it has room; empty when nobody has planned it. */
export function receivingOfInitiative(
  key: string,
  { receptions, initiatives, tree }: Pick<LoadFacts, 'receptions' | 'initiatives' | 'tree'>,
): ReceivedBy[] {
  const mine = receptions.filter(({ initiative, archived }) => initiative.key === key && !archived)
  const first = mine.map(({ from }) => monthOf(from)).sort()[0]
  const last = mine
    .map(({ to }) => monthOf(to))
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) return []
  const count = monthsBetween(first, last) + 1
  const loads = unitLoads({ receptions, initiatives, tree, from: first, count })
  return [...Map.groupBy(mine, ({ unit }) => unit.key)].flatMap(([unitKey, rows]): ReceivedBy[] => {
    const load = loads.find(({ unit }) => unit.key === unitKey)
    const [from = first, to = last] = [
      rows.map((row) => monthOf(row.from)).sort()[0],
      rows
        .map((row) => monthOf(row.to))
        .sort()
        .at(-1),
    ]
    if (!load) return []
    const within = load.months.filter(({ month }) => from <= month && month <= to)
    const ofMine = within.map(({ arrivals }) =>
      arrivals.reduce((sum, { initiative, unit, days = 0 }) => {
        return initiative.key === key && unit.key === unitKey ? sum + days : sum
      }, 0),
    )
    const { limitDays } = load
    return [
      {
        unit: load.unit,
        kinds: [...new Set(rows.map(({ kind }) => kind))],
        from,
        to,
        ...(rows.some(({ days }) => days !== undefined) && { days: Math.max(...ofMine) }),
        ...(limitDays !== undefined && { limitDays }),
        over: within.filter(({ overDays }) => overDays > 0),
      },
    ]
  })
}

/**
 * The units whose room some receptions are weighed against, and all under them: what lands there must be known to say whether
 * there is room. A unit that hasn't said what it has room for is never full.
 */
export function unitsWeighed(receptions: readonly Pick<Reception, 'unit'>[], tree: UnitTree): string[] {
  const over = new Set(
    receptions.flatMap(({ unit }) => (tree.get(unit.key)?.receivingDays === undefined ? [] : unit.key)),
  )
  if (over.size === 0) return []
  return [...tree.keys()].filter((key) => lineOf(key, tree).some((unit) => over.has(unit.key)))
}

/** What no reception can be: over before it begins. */
export const receptionFaults = ({ from, to }: { from?: unknown; to?: unknown }): FaultyField[] =>
  typeof from === 'string' && typeof to === 'string' && to < from
    ? [{ field: 'to', problem: 'notAllowed' }]
    : []
