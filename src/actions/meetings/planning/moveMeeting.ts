/** Opens the sitting, or closes it: from then on its minutes are a draft. */
import * as v from 'valibot'
import { meetings } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { type MeetingMove, meetingMoves, moveFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { atMeeting, demandRight } from '../place.ts'

const moveTo = { open: 'open', held: 'close' } as const satisfies Record<string, MeetingMove>

export const moveMeetingArgs = v.strictObject({
  meeting: keyArg,
  to: v.picklist(['open', 'held']),
})

const MOST_ATTEMPTS = 4

/** A meeting that is there already is left as it is. */
export async function moveMeeting(
  work: Work,
  { meeting: key, to }: v.InferOutput<typeof moveMeetingArgs>,
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const place = await atMeeting(work, key)
    const { meeting } = place
    demandRight(work, meetingMoves[moveTo[to]].task, place)
    if (meeting.state === to) return { meetings: [meeting] }
    const faults = moveFaults(moveTo[to], meeting)
    if (faults.length > 0) throw new Refused(...faults)
    try {
      return { meetings: [await work.store.change(meetings, meeting, { state: to, ...stamp(work) })] }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}
