/** How the meeting stands in the calendar it was put in: asked there when the meeting is opened by the one whose calendar it is. */
import { useEffect, useState } from 'react'
import type { Meeting } from '#src/lists/meetings.ts'
import type { EventTime } from '#src/graph/events.ts'
import { useSession } from '../../context.ts'

/** `gone`: removed there. `moved`: to another time there. */
export type Difference = { is: 'gone' } | { is: 'moved'; to: EventTime }

export function useInCalendar({ key, eventId, eventBy, day, start, end }: Meeting): {
  found: Difference | undefined
  /** The calendar has been brought into line. */
  settle: () => void
} {
  const { session } = useSession()
  const [found, setFound] = useState<{ of: string; time: EventTime | undefined }>()
  const of = eventId && eventBy?.id === session.person.id ? eventId : undefined
  // Moved here, the calendar is asked again.
  const asked = [key, of, day, start, end].join(' ')
  useEffect(() => {
    if (!of) return
    let here = true
    import('../calendar.ts')
      .then(({ teamsMeetingFor }) => teamsMeetingFor(session))
      .then((teams) => teams.time(of))
      .then(
        (time) => here && setFound({ of: asked, time }),
        // Nobody asked for this: a calendar that doesn't answer, or may not be used, is told of when they press.
        () => undefined,
      )
    return () => {
      here = false
    }
  }, [of, asked, session])
  const differs = (): Difference | undefined => {
    if (!of || found?.of !== asked) return undefined
    const { time } = found
    if (!time) return { is: 'gone' }
    const isOurs = time.day === day && (!start || time.start === start) && (!end || time.end === end)
    return isOurs ? undefined : { is: 'moved', to: time }
  }
  return { found: differs(), settle: () => setFound(undefined) }
}
