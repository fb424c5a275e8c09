/** How initiatives have flowed through the stages of a process in a period, and where they stand still. */
import type { Day } from '#src/lists/columns.ts'
import type { TrailEntry } from '#src/lists/decisions.ts'
import type { Initiative, Stage, State } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { daysBetween } from '../calendar.ts'
import { inFunnel, median } from '../needs/funnel.ts'
import { latestFirst } from '../initiatives/history.ts'
import { isStarted, stagesOf } from '../processes.ts'
import { stageIn, stateIn } from '../initiatives/trailWords.ts'
import { STALLED_DAYS } from '../reminding/waiting.ts'

/** How many, each way. What stood at the start, came and left makes what stands there now. */
export interface StageFlow<T> {
  stage: Stage
  atStart: number
  /** Came from another stage. */
  in: number
  /** Came into the process here: handed in or read in. */
  fresh: number
  /** Taken up again. */
  reopened: number
  /** Went on to another stage. */
  out: number
  stopped: number
  screenedOut: number
  merged: number
  now: number
  /** Days in the stage of those that are active; `undefined` when no day is known. */
  medianAgeDays: number | undefined
  /** Active, waiting here before work begins for longer than what counts as standing still; the longest first. */
  still: T[]
  /** Waiting as well, and nobody knows since when. */
  undated: number
}

export interface Flow<T> {
  stages: StageFlow<T>[]
  /** Moves that the trail doesn't tell the day of; they are counted as if in the period. */
  untold: number
}

type Row = Pick<Initiative, 'key' | 'stage' | 'state' | 'stageSince' | 'number'>
type Entry = Pick<TrailEntry, 'id' | 'initiative' | 'kind' | 'from' | 'to' | 'day'>

const left: Partial<Record<State, 'stopped' | 'screenedOut' | 'merged'>> = {
  stopped: 'stopped',
  screenedOut: 'screenedOut',
  merged: 'merged',
}

/** The flow from a day until today. `trail` may hold earlier entries and those of other initiatives: they count for nothing. */
export function flowOf<T extends Row>(
  rows: readonly T[],
  { process, trail, from, today }: { process: ProcessName; trail: readonly Entry[]; from: Day; today: Day },
): Flow<T> {
  const counts = new Map(stagesOf(process).map((stage) => [stage, emptyFlow<T>(stage)]))
  const ages = new Map<Stage, number[]>()
  const entriesOf = Map.groupBy(
    trail.filter(({ day }) => day >= from && day <= today),
    ({ initiative }) => initiative.key,
  )
  let untold = 0
  for (const row of rows) {
    untold += countRow(row, entriesOf.get(row.key) ?? [], counts)
    const flow = counts.get(row.stage)
    if (!flow || !inFunnel(row)) continue
    flow.now++
    if (row.state !== 'active') continue
    if (!row.stageSince) {
      if (!isStarted(row.stage, process)) flow.undated++
      continue
    }
    const days = Math.max(0, daysBetween(row.stageSince, today))
    ages.set(row.stage, [...(ages.get(row.stage) ?? []), days])
    if (days > STALLED_DAYS && !isStarted(row.stage, process)) flow.still.push(row)
  }
  return {
    untold,
    stages: [...counts.values()].map((flow) => ({
      ...flow,
      medianAgeDays: median(ages.get(flow.stage) ?? []),
      still: flow.still.toSorted(
        (a, b) =>
          (a.stageSince ?? '').localeCompare(b.stageSince ?? '') || a.number.localeCompare(b.number, 'sv'),
      ),
    })),
  }
}

/** Takes back one row's way, latest first, and counts each step. Answers how many steps the trail doesn't tell of. */
function countRow<T>(row: Row, entries: readonly Entry[], counts: ReadonlyMap<Stage, StageFlow<T>>): number {
  let [stage, state, untold] = [row.stage, row.state, 0]
  const add = (of: Stage, what: CountName) => {
    const flow = counts.get(of)
    if (flow) flow[what]++
  }
  const isIn = () => inFunnel({ state })
  const toStage = (next: Stage) => {
    if (next === stage) return
    if (isIn()) {
      add(stage, 'in')
      add(next, 'out')
    }
    stage = next
  }
  const toState = (next: State) => {
    const was = inFunnel({ state: next })
    if (was && !isIn()) add(stage, left[state] ?? 'stopped')
    if (!was && isIn()) add(stage, 'reopened')
    state = next
  }
  const demand = (told: boolean) => {
    if (!told) untold++
  }
  for (const entry of latestFirst(entries as readonly TrailEntry[])) {
    if (entry.kind === 'imported' || entry.kind === 'proposed') {
      if (isIn()) add(stage, 'fresh')
      return untold
    }
    // A merge leaves no entry of its state.
    if (entry.kind === 'merged' && state === 'merged') toState('active')
    if (entry.kind === 'stage') {
      const [to, before] = [stageIn(entry.to), stageIn(entry.from)]
      if (!to || !before) continue
      demand(to === stage)
      toStage(to)
      toStage(before)
    }
    if (entry.kind === 'state') {
      const [to, before] = [stateIn(entry.to), stateIn(entry.from)]
      if (!to || !before) continue
      demand(to === state)
      toState(to)
      toState(before)
    }
  }
  if (isIn()) add(stage, 'atStart')
  return untold
}

type CountName = Exclude<keyof StageFlow<unknown>, 'stage' | 'medianAgeDays' | 'still' | 'undated' | 'now'>

const emptyFlow = <T>(stage: Stage): StageFlow<T> => ({
  stage,
  atStart: 0,
  in: 0,
  fresh: 0,
  reopened: 0,
  out: 0,
  stopped: 0,
  screenedOut: 0,
  merged: 0,
  now: 0,
  medianAgeDays: undefined,
  still: [],
  undated: 0,
})

/** All that came to a stage, and all that left it. */
export const cameTo = ({ in: moved, fresh, reopened }: StageFlow<unknown>) => moved + fresh + reopened
export const leftFrom = ({ out, stopped, screenedOut, merged }: StageFlow<unknown>) =>
  out + stopped + screenedOut + merged

/** The stage where most stand still, of those that any do in. */
export function stillest<T>({ stages }: Flow<T>): StageFlow<T> | undefined {
  return stages
    .filter(({ still }) => still.length > 0)
    .toSorted((a, b) => b.still.length - a.still.length || leftFrom(a) - leftFrom(b))[0]
}
