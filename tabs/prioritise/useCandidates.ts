/** What a forum has to rank, from what every start brings in. */
import { useMemo } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Forum, forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { candidatesOf } from '#src/rules/prioritising/candidates.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'

export function useCandidates({ key }: Pick<Forum, 'key'>) {
  const { data } = useSession().session
  const all = useItems(data, initiatives)
  const governed = useItems(data, portfolios)
  const bodies = useItems(data, forums)
  const rights = useItems(data, mandates)
  const places = useItems(data, units)
  return useMemo(
    () =>
      candidatesOf(
        { key },
        {
          initiatives: all,
          portfolios: governed,
          forums: bodies,
          mandates: rights,
          tree: treeOf(places),
        },
      ),
    [key, all, governed, bodies, rights, places],
  )
}
