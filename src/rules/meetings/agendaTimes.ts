/** The agenda against the clock: when each item begins, what all of them take, and how long the meeting is. */
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import { minutesOf, timeOf } from '../days/clock.ts'

/** `13:05` for each item in its order; `undefined` when nobody has said when the meeting begins. */
export function startsOf(
  items: readonly Pick<AgendaItem, 'minutes'>[],
  start: string | undefined,
): (string | undefined)[] {
  let now = minutesOf(start)
  return items.map(({ minutes = 0 }) => {
    const begins = now === undefined ? undefined : timeOf(now)
    if (now !== undefined) now += minutes
    return begins
  })
}

export const minutesIn = (items: readonly Pick<AgendaItem, 'minutes'>[]) =>
  items.reduce((sum, { minutes = 0 }) => sum + minutes, 0)

/** Minutes between the meeting's start and end; what the template says when one of them is missing. */
export function lengthOf(
  { start, end }: Pick<Meeting, 'start' | 'end'>,
  template: Pick<ForumTemplate, 'lengthMinutes'> | undefined,
): number | undefined {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  return from !== undefined && to !== undefined && to > from ? to - from : template?.lengthMinutes
}
