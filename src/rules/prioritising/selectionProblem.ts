/** What a forum chooses among, made from its rows: candidates, frames, person-days, what must be in, and what is set by hand. */
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { ScenarioSettings, WantedShare } from '#src/lists/prioritising.ts'
import { isOpen } from '../initiatives/dependencies.ts'
import { wholeKeys } from '../needs/wholeKeys.ts'
import type { UnitTree } from '../organisation/tree.ts'
import { type AxisValue, UNKNOWN, valueOn } from '../pictures/balance.ts'
import type { Candidate, Corridor, Problem } from '../selection.ts'
import type { ForumCandidate } from './candidates.ts'
import {
  type Crowded,
  type ReceivingFacts,
  receivingIn,
  receivingLimits,
  type Room,
} from './receivingLimits.ts'
import {
  type Aside,
  asideOf,
  askedOf,
  type CostRow,
  firstYear,
  perYear,
  type ProblemInitiative,
  setAsideWhatNeedsUnknown,
  yearOfStart,
} from './selectionAsk.ts'
import { type LimitRows, limitsOf } from './selectionLimits.ts'

export interface ProblemRows extends LimitRows {
  candidates: readonly ForumCandidate<ProblemInitiative>[]
  costs: readonly CostRow[]
  dependencies: readonly Pick<Dependency, 'key' | 'initiative' | 'needs' | 'settled' | 'archived'>[]
  /** What lands on units, all initiatives'. */
  receiving: ReceivingFacts
  /** Initiative → weighted total, 0–100, and the criteria nobody has scored. */
  totals: ReadonlyMap<string, { total: number; missing: readonly string[] }>
}

export interface Selection {
  problem: Problem
  aside: Aside[]
  /** Begun, and not asked for by a law: the forum may take them out. */
  running: string[]
  /** Reckoned with the highest of a rough estimate, all of it asked of the frame. */
  coarse: string[]
  /** By nobody: worth nothing until somebody does. */
  unscored: string[]
  /** By some criteria only. */
  partlyScored: string[]
  /** Years and portfolios that nobody has set a frame for: they limit nothing. */
  unlimited: { year: number; portfolio?: string }[]
  /** What units have room to receive, where something chosen among may land. */
  rooms: Room[]
  /** Rooms too small for what must be in. */
  crowded: Crowded[]
  /** What is waited for and is decided elsewhere, or stands still: it limits nothing here. */
  elsewhere: { id: string; needs: Ref }[]
}

/** Nothing changed by hand. */
export const settingsOf = (years: readonly number[]): ScenarioSettings => ({
  years: [...years],
  frames: {},
  personDays: {},
  forcedIn: [],
  forcedOut: [],
  starts: {},
  corridors: [],
})

/** The question as the settings ask it. Value: the weighted total, 0 while nobody has scored. */
export function selectionOf(rows: ProblemRows, settings: ScenarioSettings): Selection {
  const { years } = settings
  const [first = 0] = years
  const costsOf = Map.groupBy(
    rows.costs.filter(({ archived }) => !archived),
    ({ initiative }) => initiative.key,
  )
  const asked = new Map(
    rows.candidates.map((one) => [
      one.initiative.key,
      askedOf(one, costsOf.get(one.initiative.key) ?? [], settings),
    ]),
  )
  const aside = rows.candidates.flatMap((one) => asideOf(one, asked.get(one.initiative.key)))
  const put = new Map(aside.map((one) => [one.id, one]))
  const waits = openWaits(rows)
  setAsideWhatNeedsUnknown(rows.candidates, waits, put)
  const kept = rows.candidates.filter(({ initiative }) => !put.has(initiative.key))
  const keys = new Set(kept.map(({ initiative }) => initiative.key))
  const daysOf = Map.groupBy(
    rows.resources.filter(({ archived, initiative }) => !archived && initiative),
    ({ initiative }) => initiative?.key,
  )
  const waitsOf = Map.groupBy(waits, ({ initiative }) => initiative.key)
  const { rooms, uses } = settings.isReceivingFree
    ? { rooms: [], uses: new Map() }
    : receivingIn(rows.receiving, {
        years,
        among: keys,
        ...(settings.receiving && { byHand: settings.receiving }),
      })
  const candidates = kept.map(({ initiative, basis }): Candidate => {
    const { key } = initiative
    const receiving = uses.get(key)
    const { cost = {} } = asked.get(key) ?? {}
    const out = settings.forcedOut.includes(key)
    const later = settings.starts[key]
    const start = Math.max(first, yearOfStart(initiative) ?? firstYear(cost) ?? first)
    return {
      id: key,
      title: initiative.title,
      value: rows.totals.get(key)?.total ?? 0,
      start,
      ...(later && { laterStarts: later.filter((year) => year > start) }),
      mandatory: basis === 'mandatory' || (basis === 'running' && !settings.isRunningFree && !out),
      prerequisites: (waitsOf.get(key) ?? []).flatMap(({ needs }) =>
        needs && keys.has(needs.key) ? [needs.key] : [],
      ),
      cost,
      personDays: perYear(
        (daysOf.get(key) ?? []).map(({ year, days }) => [year, days]),
        years,
      ),
      ...(receiving && { receiving }),
      portfolio: initiative.portfolio.key,
    }
  })
  const { limits, unlimited } = limitsOf(rows, settings)
  const received = receivingLimits({ rooms, uses }, candidates)
  const known = (ids: readonly string[]) => ids.filter((id) => keys.has(id))
  return {
    problem: {
      years,
      limits: [...limits, ...received.limits],
      candidates,
      exclusions: (settings.exclusions ?? []).filter((pair) => pair.every((id) => keys.has(id))),
      corridors: settings.corridors.map((share) => corridorOf(share, kept, rows.receiving.tree)),
      forcedIn: known(settings.forcedIn),
      forcedOut: known(settings.forcedOut),
    },
    aside: [...put.values()],
    running: kept.flatMap(({ initiative, basis }) => (basis === 'running' ? [initiative.key] : [])),
    coarse: kept.flatMap(({ initiative }) => (asked.get(initiative.key)?.isCoarse ? [initiative.key] : [])),
    ...scoringOf(candidates, rows.totals),
    unlimited,
    rooms,
    crowded: received.crowded,
    elsewhere: waits.flatMap(({ initiative, needs }) =>
      needs && keys.has(initiative.key) && !keys.has(needs.key) && put.get(needs.key)?.why !== 'noNeed'
        ? [{ id: initiative.key, needs }]
        : [],
    ),
  }
}

const corridorOf = (
  { axis, value, measure, least, most }: WantedShare,
  kept: readonly ForumCandidate<ProblemInitiative>[],
  tree: UnitTree,
): Corridor => ({
  name: `${axis}/${value}`,
  ids: kept
    .filter(({ initiative }) => valueOn(axis, initiative, tree).key === value)
    .map(({ initiative }) => initiative.key),
  ...(measure === 'count' && { measure }),
  ...(least !== undefined && { least }),
  ...(most !== undefined && { most }),
})

/** What an axis of balance tells the candidates apart by, as far as anybody has said. */
export function valuesOn(
  axis: WantedShare['axis'],
  { candidates, receiving: { tree } }: Pick<ProblemRows, 'candidates' | 'receiving'>,
): AxisValue[] {
  const all = candidates.map(({ initiative }) => valueOn(axis, initiative, tree))
  return [...new Map(all.map((one) => [one.key, one])).values()].filter(({ key }) => key !== UNKNOWN)
}

/** What waits for what, the parts of a merged need as the whole of it. */
function openWaits({ dependencies, receiving }: Pick<ProblemRows, 'dependencies' | 'receiving'>) {
  const whole = wholeKeys(receiving.initiatives)
  const titles = new Map(receiving.initiatives.map(({ key, title }) => [key, title]))
  return dependencies.filter(isOpen).flatMap(({ initiative, needs }) => {
    if (!needs) return []
    const [from, to] = [whole(initiative.key), whole(needs.key)]
    const isInner = from === to && initiative.key !== needs.key
    const as = (one: Ref, key: string): Ref =>
      key === one.key ? one : { key, title: titles.get(key) ?? one.title }
    return isInner ? [] : [{ initiative: as(initiative, from), needs: as(needs, to) }]
  })
}

function scoringOf(candidates: readonly Candidate[], totals: ProblemRows['totals']) {
  const unscored = candidates.filter(({ id, value }) => value === 0 && (totals.get(id)?.total ?? 0) === 0)
  return {
    unscored: unscored.map(({ id }) => id),
    partlyScored: candidates.flatMap(({ id, value }) =>
      value > 0 && (totals.get(id)?.missing.length ?? 0) > 0 ? [id] : [],
    ),
  }
}
