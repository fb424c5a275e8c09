/** What a forum's agenda is composed from: the lists that are here already, and the rest read at once, kept true by actions. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Done } from '#src/actions/work.ts'
import type { AgendaFacts } from '#src/rules/agendaFacts.ts'
import { treeOf } from '#src/rules/tree.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { type AgendaRows, readAgendaRows, takeIn } from './agendaRows.ts'

/** `facts` is undefined until all is here; after an error what was there stays. */
export function useAgendaFacts(meeting: Pick<Meeting, 'key' | 'day' | 'stopDay' | 'forum'>): {
  facts: AgendaFacts | undefined
  error: unknown
  reload: () => void
} {
  const { session, today } = useSession()
  const { data } = session
  const { store } = data
  const { phase } = useStatus(data)
  const all = useItems(data, initiatives)
  const waits = useItems(data, dependencies)
  const posts = useItems(data, mandates)
  const bodies = useItems(data, forums)
  const places = useItems(data, units)
  const folios = useItems(data, portfolios)
  const [found, setFound] = useState<{ of: string; rows: AgendaRows }>()
  const [error, setError] = useState<unknown>()
  const latest = useRef(0)
  const since = useRef<Done[]>([])
  const of = meeting.forum.key

  const reload = useCallback(() => {
    const mine = ++latest.current
    since.current = []
    readAgendaRows(store, of, today).then(
      (rows) => {
        if (mine !== latest.current) return
        setError(undefined)
        setFound({ of, rows: since.current.reduce(takeIn(of), rows) })
      },
      (failed: unknown) => {
        if (mine === latest.current) setError(failed)
      },
    )
  }, [store, of, today])
  useEffect(() => {
    reload()
    const counter = latest
    return () => {
      counter.current++
    }
  }, [reload])
  useEffect(
    () =>
      session.onDone((done) => {
        since.current.push(done)
        setFound((before) => before && { ...before, rows: takeIn(before.of)(before.rows, done) })
      }),
    [session],
  )

  const tree = useMemo(() => treeOf(places), [places])
  const { key, day, stopDay } = meeting
  const facts = useMemo((): AgendaFacts | undefined => {
    const forum = bodies.find((body) => body.key === of)
    const isHere = all.length > 0 || phase === 'ready' || phase === 'failed'
    if (!forum || found?.of !== of || !isHere) return undefined
    return {
      ...found.rows,
      today,
      meeting: { key, day, ...(stopDay && { stopDay }) },
      forum,
      initiatives: all,
      dependencies: waits,
      mandates: posts,
      forums: bodies,
      portfolios: folios,
      tree,
    }
  }, [found, of, phase, today, key, day, stopDay, all, waits, posts, bodies, folios, tree])
  return { facts, error, reload }
}
