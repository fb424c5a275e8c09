/** The meeting that somebody beside the call means: the one that is going on, else today's, else the next. */
import type { Day } from '#src/lists/columns.ts'
import type { Meeting, MeetingState } from '#src/lists/meetings.ts'

const ahead: readonly MeetingState[] = ['planned', 'called', 'open']

/** `undefined` when nothing is held today and nothing lies ahead. Of today's that are over the last one, for its minutes. */
export function meetingNow<M extends Pick<Meeting, 'state' | 'day' | 'start' | 'kind'>>(
  meetings: readonly M[],
  today: Day,
): M | undefined {
  const sittings = meetings
    .filter(({ kind, state }) => kind !== 'between' && state !== 'cancelled')
    .toSorted((a, b) => `${a.day} ${a.start ?? ''}`.localeCompare(`${b.day} ${b.start ?? ''}`))
  const coming = sittings.filter(({ state, day }) => ahead.includes(state) && day >= today)
  return (
    sittings.findLast(({ state }) => state === 'open') ??
    coming.find(({ day }) => day === today) ??
    sittings.findLast(({ day, state }) => day === today && state === 'held') ??
    coming[0]
  )
}
