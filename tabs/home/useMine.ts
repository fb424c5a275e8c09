/** What is mine: what I have a role in, what I proposed, and what I chose to follow. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { ownTies, tiesOf } from '#src/rules/reminding/waiting.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { followedName } from '../ui/ownNeeds.ts'
import { useRead } from '../ui/useRead.ts'

/** Keys of what I proposed, as they were last read: the list draws at once with them. */
const PROPOSED = 'proposed'

export type MyTie = (typeof ownTies)[number] | 'proposer' | 'follower'
export interface Mine {
  initiative: Initiative
  ties: MyTie[]
}

/** Those that go on first, the latest moved first. `isDrawn`: with what the browser keeps; `arrived`: with what the site says. */
export function useMine(): { mine: Mine[]; isDrawn: boolean; arrived: boolean } {
  const { session } = useSession()
  const { cache } = session.data
  const { id } = session.person
  const all = useItems(session.data, initiatives)
  const followed = useKept(followedName)
  const known = useKept(PROPOSED)
  const read = useCallback(
    (store: ListReader) => store.where(initiatives, { column: 'proposer', value: id }),
    [id],
  )
  const isProposedByMe = useCallback((item: Initiative) => item.proposer?.id === id, [id])
  const { rows, error } = useRead('initiatives', read, isProposedByMe)
  useEffect(() => {
    const keys = rows?.map(({ key }) => key)
    if (keys) void cache.keep(PROPOSED, keys)
  }, [rows, cache])
  const mine = useMemo(() => {
    const proposed = new Set(rows?.map(({ key }) => key) ?? known)
    const follows = new Set(followed)
    return all
      .flatMap((initiative): Mine[] => {
        const ties: MyTie[] = [
          ...(proposed.has(initiative.key) ? (['proposer'] as const) : []),
          ...tiesOf(initiative, id),
          ...(follows.has(initiative.key) ? (['follower'] as const) : []),
        ]
        return ties.length > 0 ? [{ initiative, ties }] : []
      })
      .toSorted(
        (a, b) =>
          Number(isOver(a.initiative)) - Number(isOver(b.initiative)) ||
          (b.initiative.stageSince ?? '').localeCompare(a.initiative.stageSince ?? ''),
      )
  }, [all, rows, known, followed, id])
  return {
    mine,
    isDrawn: followed !== undefined && known !== undefined,
    arrived: rows !== undefined || error !== undefined,
  }
}

const isOver = ({ state, stage }: Initiative) => state !== 'active' || stage === 'closed'

/** Keys kept in the browser; `undefined` until it has looked. */
function useKept(name: string): readonly string[] | undefined {
  const { session } = useSession()
  const { cache } = session.data
  const [keys, setKeys] = useState<readonly string[]>()
  useEffect(() => {
    let here = true
    void cache.kept<string[]>(name).then((kept) => here && setKeys(kept ?? []))
    return () => {
      here = false
    }
  }, [cache, name])
  return keys
}
