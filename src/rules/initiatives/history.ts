/** What the trail tells: by day, and how an initiative stood on a day; what it doesn't know is said to be unknown. */
import type { CostItem } from '#src/lists/businessCase.ts'
import type { Day } from '#src/lists/columns.ts'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { type Initiative, stages, states } from '#src/lists/initiatives.ts'
import { internalName } from '#src/lists/list.ts'

/** Latest first; several entries of one day in the order they were written: SharePoint's ids rise. */
export const latestFirst = (entries: readonly TrailEntry[]): TrailEntry[] =>
  entries.toSorted((a, b) => b.day.localeCompare(a.day) || Number(b.id) - Number(a.id))

/** The entries day by day, latest first. */
export function byDay(entries: readonly TrailEntry[]): { day: Day; entries: TrailEntry[] }[] {
  const days: { day: Day; entries: TrailEntry[] }[] = []
  for (const entry of latestFirst(entries)) {
    const last = days.at(-1)
    if (last?.day === entry.day) last.entries.push(entry)
    else days.push({ day: entry.day, entries: [entry] })
  }
  return days
}

export const ownerFields = [
  'contact',
  'projectOwner',
  'effectOwner',
  'projectManager',
  'benefitLead',
] as const satisfies readonly (keyof Initiative)[]
export const moneyFields = ['costLowKr', 'costHighKr'] as const satisfies readonly (keyof Initiative)[]
export type StoodField = 'stage' | 'state' | (typeof ownerFields)[number] | (typeof moneyFields)[number]

/** How a field stood: its words, empty, or not known since the trail begins later. */
export type Stood = { value: string | undefined } | 'unknown'

/** `undefined` when the initiative was not yet here. */
export interface StandingOn {
  fields: Record<StoodField, Stood>
  /** The project's cost items together, in kronor. */
  costKr: number | 'unknown'
}

/**
 * How the initiative stood at the end of a day: from how it stands now, each later change taken back. A field that the trail
 * doesn't tell of stands as it does now; one whose changes don't fit together is unknown.
 */
export function standingOn({
  day,
  initiative,
  costItems,
  trail,
}: {
  day: Day
  initiative: Initiative
  costItems: readonly CostItem[]
  trail: readonly TrailEntry[]
}): StandingOn | undefined {
  const begun = latestFirst(trail).at(-1)
  // Before its first line there is nothing to tell; that line itself tells how it came.
  if (!begun || day < begun.day) return undefined
  const later = latestFirst(trail).filter((entry) => entry.day > day)
  const now: Record<StoodField, string | undefined> = {
    stage: stages[initiative.stage],
    state: states[initiative.state],
    contact: initiative.contact?.name,
    projectOwner: initiative.projectOwner?.name,
    effectOwner: initiative.effectOwner?.name,
    projectManager: initiative.projectManager?.name,
    benefitLead: initiative.benefitLead?.name,
    costLowKr: textOf(initiative.costLowKr),
    costHighKr: textOf(initiative.costHighKr),
  }
  const fields = Object.fromEntries(
    (Object.keys(now) as StoodField[]).map((field) => [field, takenBack(now[field], field, later)]),
  ) as Record<StoodField, Stood>
  const costs = later.filter((entry) => entry.field === 'CostItems')
  const nowKr = costItems.reduce((sum, { archived, amountKr }) => sum + (archived ? 0 : amountKr), 0)
  const costKr = costs.reduce((sum, { from, to }) => sum - (Number(to) - Number(from)), nowKr)
  return { fields, costKr: Number.isFinite(costKr) && costKr >= 0 ? costKr : 'unknown' }
}

/** The value before the later changes, latest first. Each must end where the one after began. */
function takenBack(now: string | undefined, field: StoodField, later: readonly TrailEntry[]): Stood {
  let value = now
  for (const entry of later.filter((one) => one.field === field || one.field === internalName(field))) {
    if ((entry.to ?? '') !== (value ?? '')) return 'unknown'
    value = entry.from
  }
  return { value }
}

const textOf = (amount: number | undefined) => (amount === undefined ? undefined : String(amount))
