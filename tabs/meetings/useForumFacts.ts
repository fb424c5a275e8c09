/** What is known of a forum: its own rows read at once and kept true by what actions answer, beside the lists of every start. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Done } from '#src/actions/work.ts'
import type { AgendaFacts } from '#src/rules/meetings/agendaFacts.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { type AgendaRows, readAgendaRows, takeIn } from './agendaRows.ts'

type Started = Pick<
  AgendaFacts,
  'today' | 'initiatives' | 'dependencies' | 'mandates' | 'forums' | 'portfolios' | 'tree'
>

/** The lists that every start brings in; `undefined` while they are on their way. */
export function useStarted(): Started | undefined {
  const { session, today } = useSession()
  const { data } = session
  const { phase } = useStatus(data)
  const all = useItems(data, initiatives)
  const waits = useItems(data, dependencies)
  const posts = useItems(data, mandates)
  const bodies = useItems(data, forums)
  const places = useItems(data, units)
  const folios = useItems(data, portfolios)
  const tree = useMemo(() => treeOf(places), [places])
  const isHere = all.length > 0 || phase === 'ready' || phase === 'failed'
  return useMemo(
    () =>
      isHere
        ? {
            today,
            initiatives: all,
            dependencies: waits,
            mandates: posts,
            forums: bodies,
            portfolios: folios,
            tree,
          }
        : undefined,
    [isHere, today, all, waits, posts, bodies, folios, tree],
  )
}

/** The rows of a forum by its key; nothing is read for `undefined`, and after an error what was there stays. */
export function useForumRows(forum: string | undefined): {
  rows: AgendaRows | undefined
  error: unknown
  reload: () => void
} {
  const { session, today } = useSession()
  const { store } = session.data
  const [found, setFound] = useState<{ of: string; rows: AgendaRows }>()
  const [error, setError] = useState<unknown>()
  const latest = useRef(0)
  // What actions answer while a read is on its way is newer than what the read saw.
  const since = useRef<Done[]>([])
  const reload = useCallback(() => {
    if (forum === undefined) return
    const mine = ++latest.current
    since.current = []
    readAgendaRows(store, forum, today).then(
      (rows) => {
        if (mine !== latest.current) return
        setError(undefined)
        setFound({ of: forum, rows: since.current.reduce(takeIn(forum), rows) })
      },
      (failed: unknown) => {
        if (mine === latest.current) setError(failed)
      },
    )
  }, [store, forum, today])
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
  return { rows: found?.of === forum ? found?.rows : undefined, error, reload }
}
