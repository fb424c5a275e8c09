/** The orders that wait for the person's word; nobody without a right to decide one reads them. */
import { useCallback, useMemo } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { rankings, rankingStates } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { mayBeAsked, type OrderWait, ordersWaiting } from '#src/rules/prioritising/ordersWaiting.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useRead } from '../ui/useRead.ts'

export function useOrders(): OrderWait[] {
  const { session, today } = useSession()
  const { data, person } = session
  const rights = useItems(data, mandates)
  const bodies = useItems(data, forums)
  const places = useItems(data, units)
  const governed = useItems(data, portfolios)
  const all = useItems(data, initiatives)
  const isAsked = mayBeAsked(rights, person)
  const { rows } = useRead(
    'rankings',
    useCallback(
      async (store: ListReader) => {
        if (!isAsked) return []
        const values = [rankingStates.proposed, rankingStates.raised]
        const [found] = await store.whereIn<[typeof rankings]>([{ list: rankings, column: 'state', values }])
        return found
      },
      [isAsked],
    ),
    always,
  )
  return useMemo(
    () =>
      rows && rows.length > 0
        ? ordersWaiting(person, {
            rankings: rows,
            forums: bodies,
            initiatives: all,
            mandates: rights,
            tree: treeOf(places),
            portfolios: governed,
            today,
          })
        : [],
    [rows, person, bodies, all, rights, places, governed, today],
  )
}

const always = () => true
