/** The criteria of a forum: as they are saved, and as somebody means to change them. What is half written stays until it is saved. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ListReader } from '#src/graph/listReader.ts'
import { type Criterion, criteria } from '#src/lists/prioritising.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'
import { useRead } from '../../ui/useRead.ts'
import { asked, type CriteriaDraft, draftOf, inOrder } from './draft.ts'

const nameOf = (forum: string) => `criteria/${forum}`

export function useCriteria(forum: string) {
  const { session } = useSession()
  const { cache } = session.data
  const { rows, error, reload } = useRead(
    'criteria',
    useCallback((store: ListReader) => store.where(criteria, { column: 'forum', value: forum }), [forum]),
    useCallback((row: Criterion) => row.forum.key === forum, [forum]),
  )
  const [draft, setDraft] = useState<CriteriaDraft>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [state, setState] = useState<'saving' | 'saved'>()
  const queue = useSyncExternalStore(session.acting.subscribe, session.acting.queue)
  const waiting = queue.some(
    ({ name, args }) => name === 'saveCriteria' && (args as { forum: string }).forum === forum,
  )

  useEffect(() => {
    let gone = false
    void cache.kept<CriteriaDraft>(nameOf(forum)).then((kept) => {
      // What has been typed while it was fetched stands.
      if (!gone && kept) setDraft((typed) => typed ?? kept)
    })
    return () => {
      gone = true
    }
  }, [cache, forum])
  const drop = useCallback(() => {
    setDraft(undefined)
    setRefusals([])
    void cache.drop(nameOf(forum))
  }, [cache, forum])
  // Saved now or later, by this page or from the queue: nothing half written is left.
  useEffect(
    () =>
      session.onDone((done) => {
        if (!done.criteria?.some((row) => row.forum.key === forum)) return
        drop()
        setState('saved')
      }),
    [session, forum, drop],
  )
  useEffect(
    () =>
      session.onRefused((late, why) => {
        if (late.name === 'saveCriteria' && (late.args as { forum: string }).forum === forum) setRefusals(why)
      }),
    [session, forum],
  )

  const saved = useMemo(() => rows && inOrder(rows), [rows])
  const shown = draft ?? (rows && draftOf(rows))
  return {
    /** Nothing until they have come. */
    saved,
    draft: shown,
    isChanged: draft !== undefined,
    isWaiting: waiting,
    error,
    reload,
    refusals,
    state,
    write: (next: CriteriaDraft) => {
      setDraft(next)
      setRefusals([])
      setState(undefined)
      void cache.keep(nameOf(forum), next)
    },
    drop,
    save: async () => {
      if (!shown) return
      setState('saving')
      const answer = await session.acting.act('saveCriteria', asked(forum, shown), shown.seen)
      if ('refusals' in answer) setRefusals(answer.refusals)
      if (!('done' in answer)) setState(undefined)
    },
    /** Mine, written from what stands there now; the next saving goes over it. */
    overTheirs: async () => {
      const now = await session.data.store.where(criteria, { column: 'forum', value: forum })
      if (!shown) return
      const seen = Object.fromEntries(inOrder(now).map(({ key, version }) => [key, version]))
      const next = { ...shown, seen }
      setDraft(next)
      setRefusals([])
      void cache.keep(nameOf(forum), next)
      reload()
    },
  }
}
