/** Changes an item, for somebody who may, while it is still a draft. */
import { type AgendaItem, agendaItems } from '#src/lists/meetings.ts'
import type { MeetingTask } from '#src/rules/meetings/meetingRights.ts'
import type { Work } from '../work.ts'
import { changeRow } from './changeRow.ts'
import { atItem, demandDraft, demandRight, demandUnbiased, type PlaceOfItem } from './place.ts'

/**
 * Field by field, as `changeRow` does. When somebody else was first, the meeting is read again as well: its minutes may have been
 * sent meanwhile. Throws Refused when the item is locked, or the person may not.
 */
export async function changeItem(
  work: Work,
  place: PlaceOfItem,
  {
    task,
    demand = () => undefined,
    ...change
  }: {
    task: MeetingTask
    values: Record<string, unknown>
    base?: Record<string, unknown> | undefined
    demand?: (place: PlaceOfItem) => void
    also?: (row: AgendaItem) => Record<string, unknown>
  },
): Promise<AgendaItem> {
  let read: PlaceOfItem | undefined = place
  return changeRow(work, agendaItems, place.item, {
    ...change,
    async demand(item) {
      const now = read ?? (await atItem(work, item))
      read = undefined
      demandRight(work, task, now)
      demandUnbiased(work, item, now.initiatives.values())
      demandDraft({ ...now, item })
      demand({ ...now, item })
    },
  })
}
