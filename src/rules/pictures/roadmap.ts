/** The road map: when initiatives start and end as they are written, what clashes, and what a new time would break. Pure. */
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { isOpen } from '../initiatives/dependencies.ts'

/** A quarter as a number, so that they are counted: year × 4 + 0–3. */
export type QuarterNumber = number

/** From the first to the last quarter, both included. An end that nobody has said is left out. */
export interface Interval {
  from: QuarterNumber
  to?: QuarterNumber
}

const QUARTER = /(?:kv|kvartal|qv|q|k)\.?\s*-?([1-4])(?!\d)/i
const YEAR = /(?<!\d)(20\d\d)(?!\d)/
const MONTH = /(?<!\d)20\d\d[-/.](\d{1,2})(?!\d)/

/** The quarter of `2026-Q3`, `kv 3 2026`, `2026-09`, `2026-09-15`. Of a mere year the `first` or the last quarter. */
export function quarterIn(text: string | undefined, end: 'first' | 'last'): QuarterNumber | undefined {
  const year = Number(YEAR.exec(text ?? '')?.[1] ?? Number.NaN)
  if (text === undefined || Number.isNaN(year)) return undefined
  const named = QUARTER.exec(text.replace(YEAR, ' '))?.[1]
  if (named) return year * 4 + Number(named) - 1
  const month = Number(MONTH.exec(text)?.[1] ?? 0)
  if (month >= 1 && month <= 12) return year * 4 + Math.floor((month - 1) / 3)
  return /^\s*20\d\d\s*$/.test(text) ? year * 4 + (end === 'first' ? 0 : 3) : undefined
}

/** As it is written: `2026-Q3`. */
export const quarterText = (quarter: QuarterNumber) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`

export const quarterOfDay = (day: Day): QuarterNumber =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)

/** `2026-07-01` of the third quarter of 2026. */
export const firstDayOfQuarter = (quarter: QuarterNumber): Day =>
  `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`

/** Where in a quarter a day is: 0 its first day, towards 1. */
export function placeOfDay(day: Day): number {
  const quarter = quarterOfDay(day)
  const first = Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3)
  const next = Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 3)
  return quarter + (Date.parse(day) - first) / (next - first)
}

export type Planned = Pick<
  Initiative,
  'key' | 'title' | 'start' | 'plannedEnd' | 'state' | 'stage' | 'external' | 'legalDay'
>

/** `undefined` when nobody has said when it starts, or it would end before it starts. */
export function intervalOf(planned: Pick<Planned, 'start' | 'plannedEnd'>): Interval | undefined {
  const from = quarterIn(planned.start, 'first')
  if (from === undefined) return undefined
  const to = quarterIn(planned.plannedEnd, 'last')
  return to === undefined ? { from } : to < from ? undefined : { from, to }
}

export type Conflict =
  /** What it needs is ready only after it has started, or even after it should have ended. `late`: quarters. */
  | { kind: 'late'; needs: string; late: QuarterNumber; isAfterEnd: boolean }
  /** What it needs has been stopped or screened out. */
  | { kind: 'stopped'; needs: string }
  /** It ends after the day the law gives. */
  | { kind: 'legal'; late: QuarterNumber }

export interface Waiting {
  /** Waits. */
  from: string
  /** For what. */
  to: string
  conflict: Conflict | undefined
}

export interface RoadmapFacts {
  initiatives: readonly Planned[]
  dependencies: readonly Pick<Dependency, 'key' | 'initiative' | 'needs' | 'settled' | 'archived'>[]
  today: Day
}

/** New times that somebody tries, by key. */
export type Tried = ReadonlyMap<string, Interval>

/** All open dependencies between initiatives that are known, each with what is wrong with it. */
export function waitsOf(
  { initiatives, dependencies, today }: RoadmapFacts,
  tried: Tried = new Map(),
): Waiting[] {
  const byKey = new Map(initiatives.map((one) => [one.key, one]))
  const now = quarterOfDay(today)
  const timeOf = (one: Planned) => tried.get(one.key) ?? intervalOf(one)
  return dependencies.flatMap((dependency) => {
    const waits = byKey.get(dependency.initiative.key)
    const needed = dependency.needs && byKey.get(dependency.needs.key)
    if (!waits || !needed || !isOpen(dependency)) return []
    const given = { waits: timeOf(waits), ready: timeOf(needed), hasBegun: hasBegun(waits, tried, now) }
    return [{ from: waits.key, to: needed.key, conflict: conflictOf(needed, given) }]
  })
}

/** Begun as it was planned, and not tried later: what it waits for is late, but the start is no longer a plan. */
function hasBegun(one: Planned, tried: Tried, now: QuarterNumber): boolean {
  const [planned, wanted] = [intervalOf(one), tried.get(one.key)]
  return planned !== undefined && planned.from <= now && (wanted === undefined || wanted.from <= now)
}

function conflictOf(
  needed: Planned,
  given: { waits: Interval | undefined; ready: Interval | undefined; hasBegun: boolean },
): Conflict | undefined {
  const { waits, ready } = given
  if (needed.state === 'stopped' || needed.state === 'screenedOut')
    return { kind: 'stopped', needs: needed.key }
  if (!waits || ready?.to === undefined || needed.stage === 'closed' || needed.stage === 'benefits')
    return undefined
  // Work that goes on side by side is no surprise; that it can't be finished is.
  if (waits.to !== undefined && ready.to > waits.to)
    return { kind: 'late', needs: needed.key, late: ready.to - waits.to, isAfterEnd: true }
  if (given.hasBegun || ready.to < waits.from) return undefined
  return { kind: 'late', needs: needed.key, late: ready.to - waits.from + 1, isAfterEnd: false }
}

/** The initiative's own conflict with the day its law gives. */
export function legalConflict(planned: Planned, interval = intervalOf(planned)): Conflict | undefined {
  if (planned.legalDay === undefined || interval?.to === undefined) return undefined
  const due = quarterOfDay(planned.legalDay)
  const late = interval.to - due
  // A law that was in force before the work began is why it began, not something its time can still keep to.
  return late > 0 && due >= interval.from ? { kind: 'legal', late } : undefined
}

/** Everything that clashes, by the initiative it strikes; the worst first. */
export function conflictsOf(facts: RoadmapFacts, tried: Tried = new Map()): Map<string, Conflict[]> {
  const found = new Map<string, Conflict[]>()
  const add = (key: string, conflict: Conflict | undefined) => {
    if (conflict) found.set(key, [...(found.get(key) ?? []), conflict])
  }
  for (const { from, conflict } of waitsOf(facts, tried)) add(from, conflict)
  for (const one of facts.initiatives) add(one.key, legalConflict(one, tried.get(one.key) ?? intervalOf(one)))
  return new Map([...found].map(([key, all]) => [key, all.toSorted((a, b) => weightOf(b) - weightOf(a))]))
}

/** What stops a whole piece of work weighs most, then law, then how late. */
export const weightOf = (conflict: Conflict): number =>
  conflict.kind === 'stopped' ? 1000 : conflict.kind === 'legal' ? 500 + conflict.late : conflict.late

/** What a new time would break, and what it would mend: conflicts that are there only with it, or only without it. */
export function breaksOf(
  facts: RoadmapFacts,
  key: string,
  interval: Interval,
): {
  broken: { initiative: string; conflict: Conflict }[]
  mended: { initiative: string; conflict: Conflict }[]
} {
  const before = struckBy(conflictsOf(facts))
  const after = struckBy(conflictsOf(facts, new Map([[key, interval]])))
  const without = (all: Map<string, Struck>, others: Map<string, Struck>) =>
    [...all].flatMap(([name, struck]) =>
      others.has(name) && lateOf(others.get(name)) >= lateOf(struck) ? [] : [struck],
    )
  return { broken: without(after, before), mended: without(before, after) }
}

interface Struck {
  initiative: string
  conflict: Conflict
}

const lateOf = (struck: Struck | undefined) =>
  struck && 'late' in struck.conflict ? struck.conflict.late : 0

const struckBy = (conflicts: ReadonlyMap<string, readonly Conflict[]>) =>
  new Map<string, Struck>(
    [...conflicts].flatMap(([initiative, all]) =>
      all.map((conflict) => [
        `${initiative} ${conflict.kind} ${'needs' in conflict ? conflict.needs : ''}`,
        { initiative, conflict },
      ]),
    ),
  )

/** Moved as a whole, or by one of its ends; never shorter than a quarter. */
export function movedBy(interval: Interval, part: 'whole' | 'start' | 'end', quarters: number): Interval {
  const { from, to } = interval
  if (part === 'whole')
    return to === undefined ? { from: from + quarters } : { from: from + quarters, to: to + quarters }
  if (part === 'start') return { ...interval, from: Math.min(from + quarters, to ?? from + quarters) }
  return { from, to: Math.max((to ?? from) + quarters, from) }
}
