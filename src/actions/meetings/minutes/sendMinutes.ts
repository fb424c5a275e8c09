/** Fixes the minutes of a meeting: § are given, the text is frozen, and the verifiers are asked, or it is settled at once. */
import * as v from 'valibot'
import { agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { meetingMoves, moveFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { fixingFaults, isVerified } from '#src/rules/meetings/verifying.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { finishMinutes } from './finishMinutes.ts'
import { atMeeting, demandRight, type PlaceAtMeeting } from '../place.ts'

export const sendMinutesArgs = v.strictObject({ meeting: keyArg })

const MOST_ATTEMPTS = 4

/** Minutes that are sent or fixed already are only finished, when something was left undone. */
export async function sendMinutes(
  work: Work,
  { meeting: key }: v.InferOutput<typeof sendMinutesArgs>,
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const place = await atMeeting(work, key)
    const { meeting } = place
    const move = isVerified(meeting) ? 'send' : 'settle'
    const { to, task } = meetingMoves[move]
    demandRight(work, task, place)
    if (meeting.state === to || (move === 'send' && meeting.state === 'verified'))
      return finishMinutes(work, meeting)
    const items = await work.store.where(agendaItems, { column: 'meeting', value: key })
    const faults = [...moveFaults(move, standingIn(place)), ...fixingFaults(items)]
    if (faults.length > 0) throw new Refused(...faults)
    const version = (meeting.minutesVersion ?? 0) + 1
    try {
      // The first write says what is to be done; whatever keeps the rest from being done, somebody goes on from it.
      const sent = await work.store.change(meetings, meeting, {
        state: to,
        minutesVersion: version,
        fixedOn: work.today,
        ...(to === 'settled' && { validVersion: version, drawnUpOn: work.today }),
        ...stamp(work),
      })
      return await finishMinutes(work, sent)
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** What is decided between meetings has no sitting: there the forum's own chair and secretary stand for it. */
function standingIn({ meeting, forum }: PlaceAtMeeting): Meeting {
  if (meeting.kind !== 'between' || meeting.state === 'cancelled') return meeting
  const chair = meeting.chair ?? forum.chair
  const secretary = meeting.secretary ?? forum.secretary
  const isFixed = meeting.state === 'sent' || meeting.state === 'verified' || meeting.state === 'settled'
  return {
    ...meeting,
    ...(!isFixed && { state: 'held' }),
    ...(chair && { chair }),
    ...(secretary && { secretary }),
  }
}
