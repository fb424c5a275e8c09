/** At start and on a timer: finishes what a crash, or a library that was away, left undone about minutes and decisions. */
import type { Day } from '#src/lists/columns.ts'
import { type AgendaItem, agendaItems, meetings } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { takesEffect, verdictOf } from '#src/rules/meetings/verifying.ts'
import type { Work } from '../work.ts'
import { carryOut } from './deciding/carryOut.ts'
import { finishMinutes, isUnfinished } from './minutes/finishMinutes.ts'
import { finishItem } from './minutes/verifyItem.ts'

/** How long a § that was verified by itself is looked after. */
const BACK_DAYS = 14

/**
 * Meetings that lie with verifiers, those held since a day, and decisions that wait. Answers how many were looked at. One that
 * can't be finished doesn't keep the others from it; the first error is thrown at the end.
 */
export async function applyMeetings(work: Work, since: Day): Promise<number> {
  const { store } = work
  const [recent, decided, [sent, waiting]] = await Promise.all([
    store.since(meetings, 'day', since),
    store.since(agendaItems, 'decidedOn', daysEarlier(work.today, BACK_DAYS)),
    store.whereIn([
      { list: meetings, column: 'state', values: [meetings.columns.state.words.sent] },
      { list: agendaItems, column: 'carrying', values: [agendaItems.columns.carrying.words.waiting] },
    ]),
  ])
  const unfinished = new Map([...recent, ...sent].filter(isUnfinished).map((one) => [one.key, one]))
  const errors: unknown[] = []
  const attempt = async (what: () => Promise<unknown>) => {
    try {
      await what()
    } catch (error) {
      errors.push(error)
    }
  }
  const hindered = (error: unknown) => errors.push(error)
  for (const meeting of unfinished.values()) await attempt(() => finishMinutes(work, meeting, hindered))
  // What was verified by itself may be in the register without its file.
  const atOnce = decided.filter((item) => item.atOnce)
  const open = new Map([...atOnce, ...waiting].map((item) => [item.key, item]))
  const left = [...open.values()].filter(({ meeting }) => meeting && !unfinished.has(meeting.key))
  for (const item of left) await attempt(() => finishWaiting(work, item, hindered))
  if (errors.length > 0) throw errors[0]
  return unfinished.size + left.length
}

/** A decision that waits is carried out when it was to be so at the meeting; one that was verified by itself gets its extract as well. */
async function finishWaiting(work: Work, item: AgendaItem, hindered: (error: unknown) => void) {
  const [[meeting], asked] = await work.store.whereIn([
    { list: meetings, column: 'key', values: item.meeting ? [item.meeting.key] : [] },
    { list: verifications, column: 'item', values: item.atOnce ? [item.key] : [] },
  ])
  if (!meeting) return
  if (item.atOnce && asked.length > 0 && verdictOf(asked) !== 'asked')
    await finishItem(work, item, meeting, hindered)
  else if (item.carrying === 'waiting' && takesEffect(item, meeting, asked))
    await carryOut(work, item, meeting)
}
