/** What a forum chooses among, made from its rows: candidates, frames, person-days, what must be in, and what is set by hand. */
import type { CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { FrameYearDraft, ResourceDraft, ScenarioSettings, WantedShare } from '#src/lists/prioritising.ts'
import type { CandidateInitiative, ForumCandidate } from './candidates.ts'
import { isConfidential } from '../initiatives/confidential.ts'
import { needOf } from '../money/costFinancing.ts'
import { isOpen } from '../initiatives/dependencies.ts'
import { frameOf } from './frames.ts'
import type { Candidate, Corridor, Limit, PerYear, Problem } from '../selection.ts'

export interface ProblemRows {
  candidates: readonly ForumCandidate<ProblemInitiative>[]
  /** Those the forum governs. */
  portfolios: readonly Ref[]
  /** It governs all there are: what all may use together counts too. */
  isWhole: boolean
  costs: readonly CostRow[]
  resources: readonly Pick<ResourceDraft, 'portfolio' | 'initiative' | 'year' | 'days' | 'archived'>[]
  frames: readonly FrameYearDraft[]
  dependencies: readonly Pick<Dependency, 'key' | 'initiative' | 'needs' | 'settled' | 'archived'>[]
  /** Initiative → weighted total, 0–100, and the criteria nobody has scored. */
  totals: ReadonlyMap<string, { total: number; missing: readonly string[] }>
}

type CostRow = Pick<CostItem, 'initiative' | 'kind' | 'financing' | 'year' | 'amountKr' | 'archived'>
export type ProblemInitiative = CandidateInitiative & { confidential?: true; confidentialBasis?: string }

/** What isn't reckoned with, and why. */
export type Aside = { id: string; title: string } & (
  | { why: 'external' | 'confidential' | 'shared' | 'unknownCost' | 'noNeed' }
  /** It can't be had without what nobody knows the cost of. */
  | { why: 'needsUnknown'; of: string }
  | { why: 'badAmount'; year: number; kr: number }
)

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
  /** What is waited for and is decided elsewhere, or stands still: it limits nothing here. */
  elsewhere: { id: string; needs: Ref }[]
}

/** `2027`, or `pf-vp/2027`: how settings name a limit. */
export const limitName = ({ year, portfolio }: Pick<Limit, 'year' | 'portfolio'>): string =>
  portfolio === undefined ? String(year) : `${portfolio}/${year}`

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
  const waits = rows.dependencies.filter((one) => isOpen(one) && one.needs)
  setAsideWhatNeedsUnknown(rows, waits, put)
  const kept = rows.candidates.filter(({ initiative }) => !put.has(initiative.key))
  const keys = new Set(kept.map(({ initiative }) => initiative.key))
  const daysOf = Map.groupBy(
    rows.resources.filter(({ archived, initiative }) => !archived && initiative),
    ({ initiative }) => initiative?.key,
  )
  const waitsOf = Map.groupBy(waits, ({ initiative }) => initiative.key)
  const candidates = kept.map(({ initiative, basis }): Candidate => {
    const { key } = initiative
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
      portfolio: initiative.portfolio.key,
    }
  })
  const { limits, unlimited } = limitsOf(rows, settings)
  const known = (ids: readonly string[]) => ids.filter((id) => keys.has(id))
  return {
    problem: {
      years,
      limits,
      candidates,
      exclusions: (settings.exclusions ?? []).filter((pair) => pair.every((id) => keys.has(id))),
      corridors: settings.corridors.map((share) => corridorOf(share, kept)),
      forcedIn: known(settings.forcedIn),
      forcedOut: known(settings.forcedOut),
    },
    aside: [...put.values()],
    running: kept.flatMap(({ initiative, basis }) => (basis === 'running' ? [initiative.key] : [])),
    coarse: kept.flatMap(({ initiative }) => (asked.get(initiative.key)?.isCoarse ? [initiative.key] : [])),
    ...scoringOf(candidates, rows.totals),
    unlimited,
    elsewhere: waits.flatMap(({ initiative, needs }) =>
      needs && keys.has(initiative.key) && !keys.has(needs.key) && put.get(needs.key)?.why !== 'noNeed'
        ? [{ id: initiative.key, needs }]
        : [],
    ),
  }
}

interface Asked {
  /** Kronor a year of the development frame; nothing while nobody knows. */
  cost?: PerYear
  isCoarse: boolean
  bad?: { year: number; kr: number }
}

function askedOf(
  { initiative }: ForumCandidate<ProblemInitiative>,
  items: readonly CostRow[],
  { years, assumed = {} }: ScenarioSettings,
): Asked {
  const [first = 0] = years
  const bad = items.find(({ amountKr }) => !Number.isFinite(amountKr) || amountKr < 0)
  if (bad) return { isCoarse: false, bad: { year: bad.year, kr: bad.amountKr } }
  if (items.length > 0) {
    const { development } = needOf(items)
    return { cost: onlyIn(development, years), isCoarse: false }
  }
  const from = Math.max(first, yearOfStart(initiative) ?? first)
  const rough = initiative.costHighKr ?? initiative.costLowKr ?? assumed[initiative.key]
  if (rough === undefined) return { isCoarse: false }
  const isYearly = initiative.costPerYear === true
  const cost = Object.fromEntries(
    years.flatMap((year) => (year === from || (isYearly && year > from) ? [[year, rough]] : [])),
  )
  return { cost, isCoarse: true }
}

function asideOf(one: ForumCandidate<ProblemInitiative>, asked: Asked | undefined): Aside[] {
  const { key: id, number, title } = one.initiative
  const named = { id, title: `${number} ${title}` }
  if (one.isExternal) return [{ ...named, why: 'external' }]
  if (isConfidential(one.initiative)) return [{ ...named, why: 'confidential' }]
  if (one.isShared) return [{ ...named, why: 'shared' }]
  if (asked?.bad) return [{ ...named, why: 'badAmount', ...asked.bad }]
  if (!asked?.cost) return [{ ...named, why: 'unknownCost' }]
  return Object.values(asked.cost).some((kr) => kr > 0) ? [] : [{ ...named, why: 'noNeed' }]
}

/** Whatever waits for an initiative of unknown cost can't be had while that is unknown; and so on along the chain. */
function setAsideWhatNeedsUnknown(
  { candidates }: ProblemRows,
  waits: ProblemRows['dependencies'],
  put: Map<string, Aside>,
) {
  const byId = new Map(candidates.map((one) => [one.initiative.key, one.initiative]))
  const isUnknown = (id: string) => {
    const why = put.get(id)?.why
    return why === 'unknownCost' || why === 'needsUnknown' || why === 'badAmount'
  }
  for (let before = -1; before !== put.size; ) {
    before = put.size
    for (const { initiative, needs } of waits) {
      const one = byId.get(initiative.key)
      if (one && needs && !put.has(one.key) && isUnknown(needs.key))
        put.set(one.key, {
          id: one.key,
          title: `${one.number} ${one.title}`,
          why: 'needsUnknown',
          of: needs.key,
        })
    }
  }
}

/** Frames less what is kept for concepts, and person-days; what is set by hand instead. */
function limitsOf(
  { frames, resources, portfolios, isWhole }: ProblemRows,
  { years, frames: byHand, personDays }: ScenarioSettings,
): { limits: Limit[]; unlimited: Selection['unlimited'] } {
  const limits: Limit[] = []
  const unlimited: Selection['unlimited'] = []
  for (const year of years) {
    for (const portfolio of [...portfolios.map(({ key }) => key), ...(isWhole ? [undefined] : [])]) {
      const where = { year, ...(portfolio !== undefined && { portfolio }) }
      const name = limitName(where)
      const frame = frameOf(frames, where)
      const kr = byHand[name] ?? (frame && Math.max(frame.amountKr - frame.conceptKr, 0))
      if (kr !== undefined) limits.push({ of: 'cost', ...where, most: kr })
      else if (portfolio !== undefined) unlimited.push(where)
      const rows = resources.filter(
        (row) => !row.archived && !row.initiative && row.year === year && row.portfolio?.key === portfolio,
      )
      const days =
        personDays[name] ?? (rows.length > 0 ? rows.reduce((sum, row) => sum + row.days, 0) : undefined)
      if (days !== undefined) limits.push({ of: 'personDays', ...where, most: days })
    }
  }
  return { limits, unlimited }
}

const corridorOf = (
  { axis, value, least, most }: WantedShare,
  kept: readonly ForumCandidate<ProblemInitiative>[],
): Corridor => ({
  name: `${axis}/${value}`,
  ids: kept
    .filter(({ initiative }) => axisValue(initiative, axis) === value)
    .map(({ initiative }) => initiative.key),
  ...(least !== undefined && { least }),
  ...(most !== undefined && { most }),
})

/** What an initiative has on an axis of balance: the key of a choice, or of what it names. */
export function axisValue(initiative: ProblemInitiative, axis: WantedShare['axis']): string | undefined {
  const found = initiative[axis]
  return typeof found === 'object' ? found.key : found
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

const yearOfStart = ({ start }: Pick<CandidateInitiative, 'start'>) => Number(start?.slice(0, 4)) || undefined

function firstYear(cost: PerYear): number | undefined {
  const years = Object.entries(cost).flatMap(([year, kr]) => (kr > 0 ? [Number(year)] : []))
  return years.length > 0 ? Math.min(...years) : undefined
}

const onlyIn = (amounts: PerYear, years: readonly number[]): PerYear =>
  perYear(
    Object.entries(amounts).map(([year, kr]) => [Number(year), kr]),
    years,
  )

function perYear(
  amounts: readonly (readonly [year: number, amount: number])[],
  years: readonly number[],
): PerYear {
  const sums: Record<number, number> = {}
  for (const [year, amount] of amounts) if (years.includes(year)) sums[year] = (sums[year] ?? 0) + amount
  return sums
}
