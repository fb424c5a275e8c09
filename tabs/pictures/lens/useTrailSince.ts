/** The trail from a day on, whatever its size: in one request as long as a filter may find it. */
import { useCallback } from 'react'
import type { Day } from '#src/lists/columns.ts'
import { type TrailEntry, trail } from '#src/lists/decisions.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { howeverMany } from '#src/graph/manyRows.ts'
import { useRead } from '../../ui/useRead.ts'

export function useTrailSince(day: Day) {
  const read = useCallback(
    (store: ListReader) =>
      howeverMany(store, trail, {
        read: () => store.since(trail, 'day', day),
        keeps: (entry) => entry.day >= day,
      }),
    [day],
  )
  const belongs = useCallback((entry: TrailEntry) => entry.day >= day, [day])
  return useRead('trail', read, belongs)
}
