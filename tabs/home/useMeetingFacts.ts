/** The actions, approvals and meetings that may wait for the person: read together. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { actionItems } from '#src/lists/actionItems.ts'
import { agendaItems, carrying, meetings } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import type { MeetingFacts } from '#src/rules/meetings/meetingWaits.ts'
import { useSession } from '../context.ts'
import { useLastTime, useRemembered } from './lastTime.ts'

/** Minutes older than this have found their way, or another will ask for them. */
const DAYS_BACK = 30

export function useMeetingFacts(): { facts: MeetingFacts | undefined; failed: boolean; retry: () => void } {
  const before = useLastTime().meetings
  const { session, today } = useSession()
  const me = session.person.id
  const [read, setRead] = useState<Omit<MeetingFacts, 'me' | 'today'>>()
  const [failed, setFailed] = useState(false)
  // What was asked for last is what is shown, in whatever order answers come.
  const latest = useRef(0)
  const load = useCallback(() => {
    const mine = ++latest.current
    const { store } = session.data
    Promise.all([
      store.whereIn<[typeof actionItems, typeof verifications, typeof agendaItems]>([
        { list: actionItems, column: 'owner', values: [me] },
        { list: verifications, column: 'person', values: [me] },
        { list: agendaItems, column: 'carrying', values: [carrying.waiting] },
      ]),
      store.since(meetings, 'day', daysEarlier(today, DAYS_BACK)),
    ]).then(
      ([[actions, asks, atMeetings], held]) => {
        if (mine !== latest.current) return
        setRead({
          actions,
          verifications: asks,
          atMeetings,
          meetings: held.filter(({ archived }) => !archived),
        })
        setFailed(false)
      },
      () => mine === latest.current && setFailed(true),
    )
  }, [session, me, today])
  useEffect(() => {
    load()
    const counter = latest
    return () => {
      counter.current++
    }
  }, [load])
  useRemembered('meetings', read)
  const shown = read ?? before
  const facts = useMemo(() => shown && { ...shown, me, today }, [shown, me, today])
  return { facts, failed, retry: load }
}
