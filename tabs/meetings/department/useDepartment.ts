/** What a department's page is made of: the lists of every start, and what its dialogue reads, kept true by what actions answer. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Forum, forums, mandates, type Unit, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Done } from '#src/actions/work.ts'
import type { AgendaFacts } from '#src/rules/agendaFacts.ts'
import { type DepartmentState, departmentState } from '#src/rules/departmentState.ts'
import { treeOf } from '#src/rules/tree.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems, useStatus } from '../../data.ts'
import { useWords } from '../../language.ts'
import { type AgendaRows, readAgendaRows, takeIn } from '../agendaRows.ts'

/** A department that has no dialogue: nothing is kept under this key. */
const NO_FORUM = 'none'

export interface Department {
  unit?: Unit
  /** Its strategic dialogue. */
  forum?: Forum
  rows?: AgendaRows
  state?: DepartmentState
  /** There is no such unit. */
  missing: boolean
  error: unknown
  reload: () => void
}

export function useDepartment(key: string): Department {
  const { locale } = useWords()
  const { session, today } = useSession()
  const { data } = session
  const { phase } = useStatus(data)
  const all = useItems(data, initiatives)
  const waits = useItems(data, dependencies)
  const posts = useItems(data, mandates)
  const bodies = useItems(data, forums)
  const places = useItems(data, units)
  const folios = useItems(data, portfolios)
  const unit = places.find((place) => place.key === key)
  const forum = useMemo(
    () =>
      bodies
        .filter((body) => body.unit?.key === key)
        .toSorted((a, b) => compareTexts(locale)(a.title, b.title))[0],
    [bodies, key, locale],
  )
  const isHere = places.length > 0 || phase === 'ready' || phase === 'failed'
  const { rows, error, reload } = useRows(isHere && unit ? (forum?.key ?? NO_FORUM) : undefined)
  const tree = useMemo(() => treeOf(places), [places])
  const state = useMemo(() => {
    if (!rows || !unit || (all.length === 0 && phase !== 'ready' && phase !== 'failed')) return undefined
    const { title } = unit
    const facts: AgendaFacts = {
      ...rows,
      today,
      meeting: { key: '', day: today },
      forum: forum ?? { id: '', version: '', key: NO_FORUM, title, unit: { key, title } },
      initiatives: all,
      dependencies: waits,
      mandates: posts,
      forums: bodies,
      portfolios: folios,
      tree,
    }
    return departmentState(facts)
  }, [rows, unit, all, phase, today, forum, key, waits, posts, bodies, folios, tree])
  return {
    ...(unit && { unit }),
    ...(forum && { forum }),
    ...(rows && { rows }),
    ...(state && { state }),
    missing: isHere && !unit,
    error,
    reload,
  }
}

/** Nothing is read for `undefined`. */
function useRows(forum: string | undefined) {
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
