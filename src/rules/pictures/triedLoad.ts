/** What a new time of an initiative does to the units that receive it, when its receptions move as far. Pure. */
import type { Day } from '#src/lists/columns.ts'
import type { Unit } from '#src/lists/organisation.ts'
import type { Reception } from '#src/lists/receptions.ts'
import { lastDayOf, type Month, monthOf, monthsAfter, monthsBetween } from '../days/months.ts'
import type { Interval } from './roadmap.ts'
import { type LoadFacts, unitLoads } from './unitLoad.ts'

/** How far what an initiative ends with moves, in months: with its end where that is known, else with its start. */
export function monthsMoved(planned: Interval, tried: Interval): number {
  const [before, after] =
    planned.to !== undefined && tried.to !== undefined ? [planned.to, tried.to] : [planned.from, tried.from]
  return (after - before) * 3
}

/** The same day so many months later, or the last of a shorter month; the last of a month stays the last. */
function dayMoved(day: Day, months: number): Day {
  const month = monthsAfter(monthOf(day), months)
  const last = lastDayOf(month)
  const same = `${month}-${day.slice(8)}`
  return day === lastDayOf(monthOf(day)) || same > last ? last : same
}

/** The receptions of one initiative as they would stand; those of others as they do. */
export const withMoved = (receptions: readonly Reception[], key: string, months: number): Reception[] =>
  receptions.map((one) =>
    one.initiative.key === key
      ? { ...one, from: dayMoved(one.from, months), to: dayMoved(one.to, months) }
      : one,
  )

/** A unit that has more than it has room for, in the worst of the months that became worse (or better). */
export interface LoadChange {
  unit: Unit
  /** How many months. */
  count: number
  worst: Month
  /** Person-days above its room in the worst month. */
  overDays: number
}

/** Units that get too much by the new time, or more of it; and those that get less. */
export function loadChanges(
  key: string,
  months: number,
  { receptions, initiatives, tree }: Pick<LoadFacts, 'receptions' | 'initiatives' | 'tree'>,
): { more: LoadChange[]; less: LoadChange[] } {
  const moved = withMoved(receptions, key, months)
  const days = [...receptions, ...moved]
    .filter(({ initiative, archived }) => initiative.key === key && !archived)
    .flatMap(({ from, to }) => [monthOf(from), monthOf(to)])
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (months === 0 || first === undefined || last === undefined) return { more: [], less: [] }
  const count = monthsBetween(first, last) + 1
  const over = (rows: readonly Reception[]) => {
    const loads = unitLoads({ receptions: rows, initiatives, tree, from: first, count })
    return new Map(loads.map(({ unit, months: all }) => [unit.key, { unit, all }]))
  }
  const [before, after] = [over(receptions), over(moved)]
  return { more: worse(before, after), less: worse(after, before) }
}

type Over = ReadonlyMap<string, { unit: Unit; all: readonly { month: Month; overDays: number }[] }>

/** Where there is more above the room in `other` than in `one`. */
const worse = (one: Over, other: Over): LoadChange[] =>
  [...other].flatMap(([key, { unit, all }]) => {
    const was = new Map(one.get(key)?.all.map(({ month, overDays }) => [month, overDays]))
    const risen = all.filter(({ month, overDays }) => overDays > (was.get(month) ?? 0))
    const [worst] = risen.toSorted((a, b) => b.overDays - a.overDays)
    return worst ? { unit, count: risen.length, worst: worst.month, overDays: worst.overDays } : []
  })
