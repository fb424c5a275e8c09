/** What changed between two days: moved, new, gone, merged, slipped, grew; each initiative once for each sort of change, from the trail. */
import type { Day } from '#src/lists/columns.ts'
import type { TrailEntry } from '#src/lists/decisions.ts'
import type { Aspect, Light } from '#src/lists/followUp.ts'
import type { Initiative, Stage, State } from '#src/lists/initiatives.ts'
import { daysBetween } from '../calendar.ts'
import { latestFirst } from '../initiatives/history.ts'
import { lightIn, stageIn, stateIn } from '../initiatives/trailWords.ts'

/** In the order they are read: what came and went, what moved, then time, money and lights. */
export const changeKinds = [
  'fresh',
  'moved',
  'done',
  'gone',
  'merged',
  'paused',
  'returned',
  'slipped',
  'sooner',
  'grew',
  'shrank',
  'financed',
  'turnedRed',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A value before and after; `undefined` where there was none, or nobody knows. */
export type Ends =
  | { of: 'stage'; before?: Stage; after?: Stage }
  | { of: 'state'; before?: State; after?: State }
  /** What it became part of; without a key where that may not be read. */
  | { of: 'merged'; into: { key?: string; title: string } }
  /** A quarter (`2026-Q4`) or a day. */
  | { of: 'time'; before?: string; after?: string; point?: string }
  | { of: 'kr'; before?: number; after: number }
  | { of: 'light'; before?: Light; after?: Light; aspect: Aspect }

export interface InitiativeChange<T> {
  kind: ChangeKind
  initiative: T
  ends: Ends
  /** The day of the last of the steps that made it. */
  day: Day
  /** The decision that made it, when there was one. */
  decision?: { key: string; title: string }
}

type Row = Pick<Initiative, 'key' | 'stage' | 'state' | 'number'>
type Span = { first: TrailEntry; last: TrailEntry }

/** `from` is the day stood on: what happened after it, until `to` and that day included. */
export function changesBetween<T extends Row>(
  rows: readonly T[],
  { trail, from, to }: { trail: readonly TrailEntry[]; from: Day; to: Day },
): InitiativeChange<T>[] {
  const within = latestFirst(trail)
    .filter(({ day }) => day > from && day <= to)
    .toReversed()
  // Each of the two that are merged has a line: that of the other names it by its key.
  const others = new Map(within.map(({ key, initiative }) => [key, initiative.key]))
  const entriesOf = Map.groupBy(within, ({ initiative }) => initiative.key)
  return rows
    .flatMap((row) => {
      const entries = entriesOf.get(row.key)
      return entries ? changesOf(row, entries, others) : []
    })
    .toSorted(
      (a, b) =>
        changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
        b.day.localeCompare(a.day) ||
        a.initiative.number.localeCompare(b.initiative.number, 'sv', { numeric: true }),
    )
}

function changesOf<T extends Row>(
  initiative: T,
  entries: readonly TrailEntry[],
  others: ReadonlyMap<string, string>,
): InitiativeChange<T>[] {
  const make = (kind: ChangeKind, ends: Ends, { day, decision }: TrailEntry): InitiativeChange<T> => ({
    kind,
    initiative,
    ends,
    day,
    ...(decision && { decision }),
  })
  const stage = spanOf(entries.filter(({ kind }) => kind === 'stage'))
  const [before, after] = [stageIn(stage?.first.from), stageIn(stage?.last.to)]
  const came = entries.find(({ kind }) => kind === 'imported' || kind === 'proposed')
  const state = stateChange(make, entries, others)
  const found: InitiativeChange<T>[] = [
    ...timeChanges(make, entries),
    ...moneyChanges(make, entries),
    ...lightChanges(make, entries),
  ]
  // One that came and went in the meantime was never seen: where it went is all there is to say.
  if (came && (state?.kind === 'gone' || state?.kind === 'merged')) return [state]
  if (came) {
    const stands = after ?? initiative.stage
    return [make('fresh', { of: 'stage', after: stands }, came), ...found]
  }
  if (state) found.push(state)
  if (stage && before !== after) {
    const ends: Ends = { of: 'stage', ...(before && { before }), ...(after && { after }) }
    found.push(make(after === 'closed' ? 'done' : 'moved', ends, stage.last))
  }
  return found
}

type Make<T> = (kind: ChangeKind, ends: Ends, entry: TrailEntry) => InitiativeChange<T>

const spanOf = (entries: readonly TrailEntry[]): Span | undefined => {
  const [first, last] = [entries[0], entries.at(-1)]
  return first && last && { first, last }
}

function stateChange<T>(
  make: Make<T>,
  entries: readonly TrailEntry[],
  others: ReadonlyMap<string, string>,
): InitiativeChange<T> | undefined {
  const span = spanOf(entries.filter(({ kind }) => kind === 'state'))
  // A merge leaves no entry of its state, but what it became part of: `to`. Taken out again, what it was part of: `from`.
  const merges = spanOf(entries.filter(({ kind, field }) => kind === 'merged' && field === 'MergedInto'))
  const into = merges?.last.to
  if (merges && into !== undefined && into !== merges.first.from) {
    const key = others.get(`${merges.last.key}/other`)
    return make('merged', { of: 'merged', into: { ...(key && { key }), title: into } }, merges.last)
  }
  if (merges && into === undefined && merges.first.to === undefined)
    return make('returned', { of: 'state', before: 'merged', after: 'active' }, merges.last)
  const [before, after] = [stateIn(span?.first.from), stateIn(span?.last.to)]
  if (!span || !after || before === after) return undefined
  const kind = after === 'active' ? 'returned' : after === 'paused' ? 'paused' : 'gone'
  return make(kind, { of: 'state', ...(before && { before }), after }, span.last)
}

/** Each column and each point of a plan by itself: one of them may be later while another is sooner. */
function timeChanges<T>(make: Make<T>, entries: readonly TrailEntry[]): InitiativeChange<T>[] {
  const of = Map.groupBy(
    entries.filter(({ kind }) => kind === 'time'),
    ({ field, key }) => (field === 'ProjectPoints' ? key.split('/planned/')[0] : field),
  )
  return [...of.values()].flatMap((one) => {
    const span = spanOf(one)
    const [before, after] = [span?.first.from, span?.last.to]
    if (!span || !before || !after || before === after) return []
    const point = span.last.field === 'ProjectPoints' && span.last.title
    return make(
      after > before ? 'slipped' : 'sooner',
      { of: 'time', before, after, ...(point && { point }) },
      span.last,
    )
  })
}

const estimates: readonly (string | undefined)[] = ['CostLowKr', 'CostHighKr']

/** What its cost items came to, else its rough estimate; and what it was given. */
function moneyChanges<T>(make: Make<T>, entries: readonly TrailEntry[]): InitiativeChange<T>[] {
  const money = entries.filter(({ kind }) => kind === 'money')
  const items = sumOf(
    money.filter(({ field }) => field === 'CostItems').map((entry) => ({ chain: chainOf(entry), entry })),
  )
  const high = money.filter(({ field }) => field === 'CostHighKr')
  const estimate = sumOf(
    (high.length > 0 ? high : money.filter(({ field }) => estimates.includes(field))).map((entry) => ({
      chain: String(entry.field),
      entry,
    })),
  )
  const given = sumOf(
    money
      .filter(({ field }) => field === 'allocation' || field === 'financing')
      .map((entry) => ({ chain: `${entry.field}/${entry.title}`, entry })),
  )
  const cost = items ?? estimate
  return [
    ...(cost ? [make(cost.after > cost.before ? 'grew' : 'shrank', krEnds(cost), cost.last)] : []),
    ...(given
      ? [
          make(
            given.before === 0 && given.after > 0
              ? 'financed'
              : given.after > given.before
                ? 'grew'
                : 'shrank',
            krEnds(given),
            given.last,
          ),
        ]
      : []),
  ]
}

/** `<row>/money/3`: all that one row has been worth. */
const chainOf = ({ key }: TrailEntry) => key.split('/money/')[0] ?? key

interface Sum {
  before: number
  after: number
  last: TrailEntry
}

const krEnds = ({ before, after }: Sum): Ends => ({ of: 'kr', before, after })

/** The first and last value of each chain, added; nothing when all came back to what it was, or says no amount. */
function sumOf(steps: readonly { chain: string; entry: TrailEntry }[]): Sum | undefined {
  const spans = [...Map.groupBy(steps, ({ chain }) => chain).values()].flatMap(
    (chain) => spanOf(chain.map(({ entry }) => entry)) ?? [],
  )
  const before = spans.reduce((sum, { first }) => sum + Number(first.from ?? 0), 0)
  const after = spans.reduce((sum, { last }) => sum + Number(last.to ?? 0), 0)
  const last = steps.at(-1)?.entry
  if (!last || !Number.isFinite(before) || !Number.isFinite(after) || before === after) return undefined
  return { before, after, last }
}

/** Lights that are red at the end and weren't at the beginning. */
function lightChanges<T>(make: Make<T>, entries: readonly TrailEntry[]): InitiativeChange<T>[] {
  const of = Map.groupBy(
    entries.filter(({ kind }) => kind === 'report'),
    ({ field }) => field,
  )
  return [...of].flatMap(([aspect, one]) => {
    const span = spanOf(one)
    const [before, after] = [lightIn(span?.first.from), lightIn(span?.last.to)]
    if (!span || after !== 'red' || before === 'red') return []
    return make(
      'turnedRed',
      { of: 'light', ...(before && { before }), after, aspect: aspect as Aspect },
      span.last,
    )
  })
}

/** How much later (sooner when negative): days, or quarters as about 91 days each. */
export function daysLaterBy({ before, after }: { before?: string; after?: string }): number | undefined {
  const [from, to] = [before && asDay(before), after && asDay(after)]
  return from && to ? daysBetween(from, to) : undefined
}

function asDay(time: string): Day | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(time)
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
  return /^\d{4}-\d{2}-\d{2}$/.test(time) ? time : undefined
}

/** How many initiatives there are of each sort, and how much money all together. */
export function totalsOf(changes: readonly InitiativeChange<{ key: string }>[]) {
  return changeKinds.flatMap((kind) => {
    const of = changes.filter((change) => change.kind === kind)
    if (of.length === 0) return []
    const kr = of.reduce(
      (sum, { ends }) => (ends.of === 'kr' ? sum + ends.after - (ends.before ?? 0) : sum),
      0,
    )
    return { kind, count: new Set(of.map(({ initiative }) => initiative.key)).size, kr }
  })
}
