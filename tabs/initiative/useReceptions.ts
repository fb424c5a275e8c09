/** What units are to receive of an initiative, and what else lands on those of them that have said what they have room for. */
import { useCallback } from 'react'
import { receptions } from '#src/lists/receptions.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { unitsWeighed } from '#src/rules/pictures/unitLoad.ts'
import { useRead } from '../ui/useRead.ts'

/** As many reads as go in one `$batch`; of more units the whole list is sooner read. */
const MOST_UNITS = 20
const belong = () => true

export function useReceptions(initiative: string, tree: UnitTree) {
  const read = useCallback(
    async (store: ListReader) => {
      const mine = await store.where(receptions, { column: 'initiative', value: initiative })
      const values = unitsWeighed(
        mine.filter(({ archived }) => !archived),
        tree,
      )
      if (values.length === 0) return mine
      if (values.length > MOST_UNITS) return store.all(receptions)
      const [there] = await store.whereIn([{ list: receptions, column: 'unit', values }])
      return [...new Map([...there, ...mine].map((row) => [row.key, row])).values()]
    },
    [initiative, tree],
  )
  return useRead('receptions', read, belong)
}
