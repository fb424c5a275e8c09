/** Who has what to do by when: the actions of meetings in the order they are to be done. */
import type { Day } from '#src/lists/columns.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { daysBetween } from '../calendar.ts'

export const actionGroups = ['late', 'soon', 'later', 'done'] as const
export type ActionGroup = (typeof actionGroups)[number]

/** Within so many days an action is soon due: the first reminder comes then (domain: 7 days before). */
export const SOON_DAYS = 7

/** Where an action stands on a day. */
export function groupOf({ state, due }: Pick<ActionItem, 'state' | 'due'>, today: Day): ActionGroup {
  if (state !== 'open') return 'done'
  const left = daysBetween(today, due)
  return left < 0 ? 'late' : left <= SOON_DAYS ? 'soon' : 'later'
}

/** The groups that hold anything, the most urgent first; within each what is due first, and of what is done the latest. */
export function groupedActions(
  actions: readonly ActionItem[],
  today: Day,
): { group: ActionGroup; actions: ActionItem[] }[] {
  return actionGroups.flatMap((group) => {
    const found = actions.filter((action) => groupOf(action, today) === group)
    if (found.length === 0) return []
    const byDue = found.toSorted((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title, 'sv'))
    return [{ group, actions: group === 'done' ? byDue.reverse() : byDue }]
  })
}
