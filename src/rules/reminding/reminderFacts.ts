/** What reminders are worked out from: everything open on a site, read by the server. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Benefit, CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { Day, Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { StatusReport } from '#src/lists/followUp.ts'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Verification } from '#src/lists/minutes.ts'
import type { Mandate } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { UnitTree } from '../organisation/tree.ts'

export interface ReminderFacts {
  today: Day
  holidays: ReadonlySet<Day>
  tree: UnitTree
  mandates: readonly Mandate[]
  portfolios: readonly Portfolio[]
  /** With every column. */
  initiatives: readonly Initiative[]
  costItems: readonly CostItem[]
  benefits: readonly Benefit[]
  dependencies: readonly Dependency[]
  decisions: readonly Decision[]
  reports: readonly Pick<StatusReport, 'initiative' | 'month'>[]
  actions: readonly ActionItem[]
  meetings: readonly Meeting[]
  templates: readonly ForumTemplate[]
  verifications: readonly Verification[]
}

/** Rows by the key of the initiative they belong to. */
export function byInitiative<T extends { initiative?: Ref }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const key = row.initiative?.key
    if (key === undefined) continue
    const known = found.get(key)
    if (known) known.push(row)
    else found.set(key, [row])
  }
  return found
}
