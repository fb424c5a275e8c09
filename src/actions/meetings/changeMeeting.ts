/** Moves a meeting on by what its minutes have come to, also when somebody else writes in it meanwhile. */
import type { ChangesOf } from '#src/lists/list.ts'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import type { Work } from '../work.ts'

const MOST_ATTEMPTS = 6

/** `changes` is asked about the meeting each time it is read; it answers `undefined` when nothing is left to change. */
export async function changeMeeting(
  { store }: Work,
  meeting: Meeting,
  changes: (now: Meeting) => ChangesOf<typeof meetings> | undefined,
): Promise<Meeting> {
  let now = meeting
  for (let attempt = 1; ; attempt++) {
    const wanted = changes(now)
    if (!wanted) return now
    try {
      return await store.change(meetings, now, wanted)
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await store.byId(meetings, now.id)
    }
  }
}
