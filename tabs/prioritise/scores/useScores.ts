/** What a forum's assessors have given, with one's own as it is meant, and how to give it. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ListReader } from '#src/graph/listReader.ts'
import { scoresOf } from '#src/graph/manyRows.ts'
import { type Criterion, criteria, type Score } from '#src/lists/prioritising.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { type Cell, cellKey, cellsOf, type OwnScore } from '#src/rules/prioritising/assessing.ts'
import { useSession } from '../../context.ts'
import { useRead } from '../../ui/useRead.ts'
import { inOrder } from '../criteria/draft.ts'
import { createSender, type MeantScore, type ScoreEdit } from './sender.ts'

type Args = ActionArgs<'saveScores'>

export interface Scores {
  /** In their order; nothing until they have come. */
  criteria: readonly Criterion[] | undefined
  /** With what I mean; nothing until they have come. */
  cellAt: ((initiative: string, criterion: string) => Cell) | undefined
  /** Of a cell that isn't saved as meant yet. */
  meantAt: (initiative: string, criterion: string) => 'saving' | 'waiting' | MeantScore | undefined
  refused: readonly MeantScore[]
  edit: (edits: readonly ScoreEdit[]) => void
  drop: (one: MeantScore) => void
  error: unknown
  reload: () => void
}

export function useScores(forum: string): Scores {
  const { session } = useSession()
  const { acting } = session
  const weighed = useRead(
    'criteria',
    useCallback((store: ListReader) => store.where(criteria, { column: 'forum', value: forum }), [forum]),
    useCallback((row: Criterion) => row.forum.key === forum, [forum]),
  )
  const ordered = useMemo(() => weighed.rows && inOrder(weighed.rows), [weighed.rows])
  const given = useRead(
    'scores',
    useCallback((store: ListReader) => scoresOf(store, [forum]), [forum]),
    useCallback((row: Score) => row.forum.key === forum, [forum]),
  )
  const [meant, setMeant] = useState<ReadonlyMap<string, MeantScore>>(new Map())
  const [sender] = useState(() =>
    createSender({
      send: (some) => acting.act('saveScores', { forum, scores: some }),
      changed: setMeant,
    }),
  )
  useEffect(
    () =>
      session.onRefused(({ name, args }, refusals) => {
        if (name === 'saveScores' && (args as Args).forum === forum)
          sender.giveBack((args as Args).scores, refusals)
      }),
    [session, sender, forum],
  )
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  const waiting = useMemo(() => {
    const found = new Map<string, OwnScore>()
    for (const { name, args } of queue)
      if (name === 'saveScores' && (args as Args).forum === forum)
        for (const { initiative, criterion, value, reason } of (args as Args).scores) {
          const key = cellKey(initiative, criterion)
          const before = found.get(key)?.reason
          const said = reason === undefined ? before : reason
          found.set(key, { value, ...(said !== undefined && { reason: said }) })
        }
    return found
  }, [queue, forum])
  const own = useMemo(() => {
    const all = new Map(waiting)
    // A score that is changed keeps the reason that waits with it.
    for (const [key, one] of meant) all.set(key, { ...all.get(key), ...one })
    return all
  }, [waiting, meant])
  const cellAt = useMemo(
    () => (given.rows ? cellsOf(given.rows, session.person.id, own) : undefined),
    [given.rows, own, session.person.id],
  )
  return {
    criteria: ordered,
    cellAt,
    meantAt: (initiative, criterion) => {
      const key = cellKey(initiative, criterion)
      const one = meant.get(key)
      if (one) return one.refusals.length > 0 ? one : 'saving'
      return waiting.has(key) ? 'waiting' : undefined
    },
    refused: [...meant.values()].filter(({ refusals }) => refusals.length > 0),
    edit: (edits) => {
      if (!cellAt) return
      sender.edit(
        edits.map((edit) => {
          const { own: now } = cellAt(edit.initiative, edit.criterion)
          return { ...edit, before: { value: now?.value ?? null, reason: now?.reason ?? null } }
        }),
      )
    },
    drop: sender.drop,
    error: weighed.error ?? given.error,
    reload: () => {
      weighed.reload()
      given.reload()
    },
  }
}
