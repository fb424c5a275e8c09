/** Looks again after items were put on an agenda: its minutes may have been sent at the same moment. */
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { frozenFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { stamp, type Work } from '../work.ts'
import { readMeeting } from './place.ts'

/**
 * Sending says so on the meeting before it reads the items: a draft that is still one has got them in time. Else what came too late
 * waits on the backlog, and it is refused; an item that was taken into the minutes has been changed by that, and is left there.
 */
export async function demandStillDraft(
  work: Work,
  meeting: Meeting,
  put: readonly AgendaItem[],
): Promise<void> {
  if (put.length === 0) return
  const faults = frozenFaults(await readMeeting(work, meeting.key))
  if (faults.length === 0) return
  const off = await Promise.all(put.map((item) => takeOff(work, item)))
  if (off.includes(true)) throw new Refused(...faults)
}

async function takeOff(work: Work, item: AgendaItem): Promise<boolean> {
  try {
    await work.store.change(agendaItems, item, {
      state: 'backlog',
      meeting: null,
      order: null,
      ...stamp(work),
    })
    return true
  } catch (error) {
    if (!isChangedByOther(error)) throw error
    return false
  }
}
