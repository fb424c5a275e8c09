/** What has been raised to the forums that I decide for. */
import { useCallback, useMemo } from 'react'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import type { Mandate } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useSession } from '../context.ts'
import { useRead } from '../ui/useRead.ts'

/** The decisions by which it was raised, also of what has been decided there since. Nobody without such a mandate asks for them. */
export function useRaised(mandates: readonly Mandate[]) {
  const { session } = useSession()
  const { id } = session.person
  const mine = mandates.flatMap(({ matter, holder, standIn, forum, archived }) =>
    matter === 'escalation' && !archived && forum && [holder, standIn].some((who) => who?.id === id)
      ? forum.key
      : [],
  )
  const known = [...new Set(mine)].toSorted().join('\n')
  const forums = useMemo(() => (known ? known.split('\n') : []), [known])
  const read = useCallback(
    async (store: ListReader) => {
      if (forums.length === 0) return []
      const [found] = await store.whereIn<[typeof decisions]>([
        { list: decisions, column: 'raisedTo', values: forums },
      ])
      return found
    },
    [forums],
  )
  const isMine = useCallback((d: Decision) => forums.includes(d.raisedTo?.key ?? ''), [forums])
  const found = useRead('decisions', read, isMine)
  return { ...found, arrived: (found.rows ?? found.error) !== undefined }
}
