/** Cancels a meeting, which stays in its series; what people had asked to take up waits for the next. */
import * as v from 'valibot'
import {
  type AgendaItem,
  agendaItems,
  type AgendaSource,
  type Meeting,
  meetings,
} from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { meetingMoves, moveFaults } from '#src/rules/meetings/meetingState.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { Refused } from '#src/rules/refusal.ts'
import { text } from '../../schemas.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { changeRow } from '../changeRow.ts'
import { atMeeting, demandRight } from '../place.ts'

export const cancelMeetingArgs = v.strictObject({ meeting: keyArg, reason: text })

const MOST_ATTEMPTS = 4

/** Somebody's own matters. The rest the next agenda finds again by itself, or has from its template. */
const asked = new Set<AgendaSource>(['proposed', 'added', 'question', 'answer', 'tabled'])

/** A meeting where something has been decided isn't cancelled but closed. */
export async function cancelMeeting(
  work: Work,
  { meeting: key, reason }: v.InferOutput<typeof cancelMeetingArgs>,
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const place = await atMeeting(work, key)
    demandRight(work, meetingMoves.cancel.task, place)
    const items = await work.store.where(agendaItems, { column: 'meeting', value: key })
    const { meeting } = place
    if (meeting.state !== 'cancelled') {
      const faults = moveFaults('cancel', meeting)
      if (faults.length > 0) throw new Refused(...faults)
      if (items.some(({ outcome }) => outcome)) throw new Refused({ why: 'meeting', fault: 'decided' })
    }
    try {
      const cancelled = await cancel(work, meeting, reason)
      const waiting = items.filter(({ state, source }) => state === 'agenda' && asked.has(source))
      const put = await Promise.all(waiting.map((item) => putBack(work, item)))
      if (meeting.agendaSentOn !== undefined)
        await work.tell?.(
          noticeOf(
            'meetingCancelled',
            `${key}/cancelled`,
            { ...place, meeting: cancelled },
            { by: work.me, on: work.today },
          ),
        )
      return { meetings: [cancelled], agendaItems: put }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

const cancel = async (work: Work, meeting: Meeting, reason: string): Promise<Meeting> =>
  meeting.state === 'cancelled'
    ? meeting
    : work.store.change(meetings, meeting, { state: 'cancelled', cancelled: reason, ...stamp(work) })

const putBack = (work: Work, item: AgendaItem) =>
  changeRow(work, agendaItems, item, {
    values: { state: 'backlog', meeting: null, order: null },
    base: { ...item },
  })
