/** What each initiative asks of the frames, and why some can't be reckoned with. */
import type { CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { ScenarioSettings } from '#src/lists/prioritising.ts'
import { isConfidential } from '../initiatives/confidential.ts'
import { needOf } from '../money/costFinancing.ts'
import { quarterIn } from '../pictures/roadmap.ts'
import type { PerYear } from '../selection.ts'
import type { CandidateInitiative, ForumCandidate } from './candidates.ts'

export type CostRow = Pick<CostItem, 'initiative' | 'kind' | 'financing' | 'year' | 'amountKr' | 'archived'>
export type ProblemInitiative = CandidateInitiative & { confidential?: true; confidentialBasis?: string }

/** What isn't reckoned with, and why. */
export type Aside = { id: string; title: string } & (
  | { why: 'external' | 'confidential' | 'shared' | 'unknownCost' | 'noNeed' }
  /** It can't be had without what nobody knows the cost of. */
  | { why: 'needsUnknown'; of: string }
  | { why: 'badAmount'; year: number; kr: number }
)

export interface Asked {
  /** Kronor a year of the development frame; nothing while nobody knows. */
  cost?: PerYear
  isCoarse: boolean
  bad?: { year: number; kr: number }
}

/** What an initiative asks of the development frame in some years. */
export function askedOf(
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

/** Why it isn't reckoned with; nothing when it is. */
export function asideOf(one: ForumCandidate<ProblemInitiative>, asked: Asked | undefined): Aside[] {
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
export function setAsideWhatNeedsUnknown(
  candidates: readonly ForumCandidate<ProblemInitiative>[],
  waits: readonly Pick<Dependency, 'initiative' | 'needs'>[],
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

/** The year in which it is meant to begin, however that is written; undefined when nobody has said. */
export function yearOfStart({ start }: Pick<CandidateInitiative, 'start'>): number | undefined {
  const quarter = quarterIn(start, 'first')
  return quarter === undefined ? undefined : Math.floor(quarter / 4)
}

/** The first year in which it costs anything. */
export function firstYear(cost: PerYear): number | undefined {
  const years = Object.entries(cost).flatMap(([year, kr]) => (kr > 0 ? [Number(year)] : []))
  return years.length > 0 ? Math.min(...years) : undefined
}

const onlyIn = (amounts: PerYear, years: readonly number[]): PerYear =>
  perYear(
    Object.entries(amounts).map(([year, kr]) => [Number(year), kr]),
    years,
  )

/** Amounts of the same year as one; of other years than those asked for, none. */
export function perYear(
  amounts: readonly (readonly [year: number, amount: number])[],
  years: readonly number[],
): PerYear {
  const sums: Record<number, number> = {}
  for (const [year, amount] of amounts) if (years.includes(year)) sums[year] = (sums[year] ?? 0) + amount
  return sums
}
