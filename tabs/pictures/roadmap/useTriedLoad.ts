/** What a time that is tried does to the units that receive the initiative, once the receptions have been read. */
import { useMemo } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { receptions } from '#src/lists/receptions.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { type Interval, intervalOf } from '#src/rules/pictures/roadmap.ts'
import { loadChanges, monthsMoved, withMoved } from '#src/rules/pictures/triedLoad.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useRead } from '../../ui/useRead.ts'

const readAll = (store: ListReader) => store.all(receptions)
const belong = () => true

export function useTriedLoad(one: Initiative, interval: Interval) {
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const everyUnit = useItems(session.data, units)
  // Of every initiative: whether a unit has room depends on what else lands there.
  const { rows, error, reload } = useRead('receptions', readAll, belong)
  const planned = intervalOf(one)
  const months = planned ? monthsMoved(planned, interval) : 0
  return useMemo(() => {
    const mine = (rows ?? []).filter(({ initiative }) => initiative.key === one.key)
    const after = withMoved(mine, one.key, months)
    return {
      /** Each as it stands and as it would. */
      moved: months === 0 ? [] : mine.map((before, i) => ({ before, after: after[i] ?? before })),
      ...loadChanges(one.key, months, {
        receptions: rows ?? [],
        initiatives: all,
        tree: treeOf(everyUnit),
      }),
      error: rows ? undefined : error,
      reload,
    }
  }, [rows, error, reload, one.key, months, all, everyUnit])
}
