/** The actions that the address asks for: mine, a forum's, or everybody's that are open. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type ActionItem, actionItems, actionStates } from '#src/lists/actionItems.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useSession } from '../../context.ts'
import { useRead } from '../../ui/useRead.ts'

/** `mine`, `all`, or the key of a forum. */
export type Whose = string

export interface ActionsAsked {
  whose: Whose
  lateOnly: boolean
  withDone: boolean
}

export function useActionsAsked(): [ActionsAsked, (next: Partial<ActionsAsked>) => void] {
  const [params, setParams] = useSearchParams()
  const asked = useMemo(
    () => ({
      whose: params.get('whose') ?? 'mine',
      lateOnly: params.has('late'),
      withDone: params.has('done'),
    }),
    [params],
  )
  const change = (next: Partial<ActionsAsked>) => {
    const { whose, lateOnly, withDone } = { ...asked, ...next }
    const written = new URLSearchParams()
    if (whose !== 'mine') written.set('whose', whose)
    if (lateOnly) written.set('late', '1')
    if (withDone) written.set('done', '1')
    setParams(written, { replace: true })
  }
  return [asked, change]
}

/** Everybody's are those that are open: what all forums have ever finished is read forum by forum. */
export function useActions(whose: Whose) {
  const { session } = useSession()
  const { id } = session.person
  const read = useCallback((store: ListReader) => store.where(actionItems, asked(whose, id)), [whose, id])
  const belongs = useCallback(
    ({ owner, forum, state }: ActionItem) =>
      whose === 'mine' ? owner.id === id : whose === 'all' ? state === 'open' : forum.key === whose,
    [whose, id],
  )
  return useRead('actionItems', read, belongs)
}

const asked = (whose: Whose, id: string) =>
  whose === 'mine'
    ? { column: 'owner', value: id }
    : whose === 'all'
      ? { column: 'state', value: actionStates.open }
      : { column: 'forum', value: whose }
