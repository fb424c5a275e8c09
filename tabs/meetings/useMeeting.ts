/** One meeting with everything about it: read when its page opens, kept true by actions, and read again while it is held. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { AgendaItem, Attendance, Meeting } from '#src/lists/meetings.ts'
import type { Paper, Paragraph, Position, Verification } from '#src/lists/minutes.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Forum, forums } from '#src/lists/organisation.ts'
import type { Done } from '#src/actions/work.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWhenBack } from '../ui/useWhenBack.ts'
import { asMeant } from './meantItems.ts'
import { type MeetingRows, readMeeting, takeIn } from './meetingRows.ts'

export interface MeetingRead {
  meeting?: Meeting
  /** With the people of it, as every start brings it in. */
  forum?: Forum
  template?: ForumTemplate
  /** What is on the agenda, in its order: state `agenda` or `treated`. */
  items: readonly AgendaItem[]
  /** What was proposed for this meeting and not taken up. */
  left: readonly AgendaItem[]
  attendance: readonly Attendance[]
  actions: readonly ActionItem[]
  paragraphs: readonly Paragraph[]
  papers: readonly Paper[]
  verifications: readonly Verification[]
  positions: readonly Position[]
  /** All has come. */
  complete: boolean
  /** There is no such meeting, or no right to see it. */
  missing: boolean
  error: unknown
  reload: () => Promise<void>
}

/** What the parts of a meeting's page are given: they are shown when the meeting is here. */
export interface HeldMeeting extends MeetingRead {
  meeting: Meeting
}

/** Others write too while a meeting is held. */
const AGAIN_MS = 15_000

const none: Omit<MeetingRows, 'meeting' | 'template'> = {
  agendaItems: [],
  attendance: [],
  actionItems: [],
  paragraphs: [],
  papers: [],
  verifications: [],
  positions: [],
}

export function useMeeting(key: string): MeetingRead {
  const { session } = useSession()
  const { store } = session.data
  const bodies = useItems(session.data, forums)
  const [found, setFound] = useState<{ of: string; rows: MeetingRows }>()
  const [error, setError] = useState<unknown>()
  const latest = useRef(0)
  // What actions answer while a read is on its way is newer than what the read saw.
  const since = useRef<Done[]>([])
  const rows = found?.of === key ? found.rows : undefined

  const reload = useCallback(async () => {
    const mine = ++latest.current
    since.current = []
    try {
      const read = await readMeeting(store, key)
      if (mine !== latest.current) return
      setError(undefined)
      setFound({ of: key, rows: since.current.reduce((now, done) => takeIn(now, done, key), read) })
    } catch (failed) {
      if (mine === latest.current) setError(failed)
    }
  }, [store, key])

  useEffect(() => {
    void reload()
    const counter = latest
    return () => {
      counter.current++
    }
  }, [reload])

  useEffect(
    () =>
      session.onDone((done) => {
        since.current.push(done)
        setFound((before) =>
          before?.of === key ? { of: key, rows: takeIn(before.rows, done, key) } : before,
        )
      }),
    [session, key],
  )

  const isOpen = rows?.meeting?.state === 'open'
  useEffect(() => {
    if (!isOpen) return
    const again = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    const timer = setInterval(again, AGAIN_MS)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [isOpen, reload])

  useWhenBack(error, reload)

  const { acting, data } = session
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  return useMemo(() => {
    const {
      meeting,
      template,
      agendaItems: saved,
      actionItems,
      ...others
    } = rows ?? {
      ...none,
      meeting: undefined,
      template: undefined,
    }
    const forum = bodies.find((body) => body.key === meeting?.forum.key)
    const titleOf = (initiative: string) =>
      data.items(initiatives).find((one) => one.key === initiative)?.title ?? initiative
    const agendaItems = meeting ? asMeant(saved, queue, meeting, titleOf) : saved
    return {
      ...others,
      ...(meeting && { meeting }),
      ...(template && { template }),
      ...(forum && { forum }),
      items: inOrder(agendaItems.filter(({ state }) => state === 'agenda' || state === 'treated')),
      left: agendaItems.filter(({ state }) => state === 'left'),
      actions: actionItems,
      complete: rows !== undefined,
      missing: rows !== undefined && meeting === undefined,
      error,
      reload,
    }
  }, [rows, bodies, queue, data, error, reload])
}

/** As the preparer ordered them; those without a place last, as they came. */
const inOrder = (items: readonly AgendaItem[]) =>
  items.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.key < b.key ? -1 : 1))
