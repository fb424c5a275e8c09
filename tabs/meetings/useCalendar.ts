/** Does something in the person's own calendar, and says plainly when it can't: it is asked for when they press, never before. */
import { useRef, useState } from 'react'
import { GraphError } from '#src/graph/errors.ts'
import { useSession } from '../context.ts'
import type { TeamsMeeting } from './calendar.ts'

/**
 * `consent`: they are to let the app into their calendar. `forbidden`: the organisation doesn't. `elsewhere`: the event is in
 * somebody else's calendar.
 */
export type CalendarTrouble = 'consent' | 'forbidden' | 'elsewhere' | 'failed'

export interface Calendar {
  /** `undefined` when it didn't work; `trouble` says why. */
  run: <T>(task: (teams: TeamsMeeting) => Promise<T>) => Promise<T | undefined>
  /** Asks for consent and then does what was asked for. Only from a click: the host opens a window. */
  consent: () => Promise<void>
  trouble: CalendarTrouble | undefined
  busy: boolean
}

export function useCalendar(): Calendar {
  const { session } = useSession()
  const [trouble, setTrouble] = useState<CalendarTrouble>()
  const [busy, setBusy] = useState(false)
  const again = useRef<() => Promise<unknown>>(undefined)

  const run: Calendar['run'] = async (task) => {
    setBusy(true)
    again.current = () => run(task)
    try {
      // Few have meetings in Teams made for them: what does it comes when it is asked for.
      const { teamsMeetingFor } = await import('./calendar.ts')
      const done = await task(await teamsMeetingFor(session))
      setTrouble(undefined)
      return done
    } catch (error) {
      setTrouble(troubleOf(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const consent = async () => {
    try {
      const { teamsMeetingFor } = await import('./calendar.ts')
      await (await teamsMeetingFor(session)).consent()
    } catch {
      // Asked again, they may still say yes.
      return setTrouble('consent')
    }
    await again.current?.()
  }
  return { run, consent, trouble, busy }
}

function troubleOf(error: unknown): CalendarTrouble {
  if (error instanceof Error && error.name === 'SignInNeeded') return 'consent'
  if (!(error instanceof GraphError)) return 'failed'
  return error.status === 403 ? 'forbidden' : error.status === 404 ? 'elsewhere' : 'failed'
}
