/** Rows of a list that is not kept: read when the page opens, and kept true by what actions of ours answer. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ListKey, lists } from '#src/lists/all.ts'
import type { ItemOf } from '#src/lists/list.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useSession } from '../context.ts'

type Item<K extends ListKey> = ItemOf<(typeof lists)[K]>

/**
 * `read` and `belongs` must keep their identity between renders (`useCallback`); a new `read` reads anew. `rows` is
 * undefined until the first answer; after an error the rows that were there stay.
 */
export function useRead<K extends ListKey>(
  list: K,
  read: (store: ListReader) => Promise<Item<K>[]>,
  belongs: (item: Item<K>) => boolean,
): { rows: readonly Item<K>[] | undefined; error: unknown; reload: () => void } {
  const { session } = useSession()
  const [rows, setRows] = useState<readonly Item<K>[]>()
  const [error, setError] = useState<unknown>()
  // What was asked for last is what is shown, in whatever order answers come.
  const latest = useRef(0)
  const load = useCallback(() => {
    const mine = ++latest.current
    read(session.data.store).then(
      (found) => {
        if (mine !== latest.current) return
        setRows(found.filter((item) => !item.archived))
        setError(undefined)
      },
      (failed: unknown) => {
        if (mine === latest.current) setError(failed)
      },
    )
  }, [read, session])
  useEffect(() => {
    load()
    const counter = latest
    return () => {
      counter.current++
    }
  }, [load])
  useEffect(
    () =>
      session.onDone((done) => {
        const items = done[list] as Item<K>[] | undefined
        if (!items?.length) return
        const keys = new Set(items.map(({ key }) => key))
        setRows((before) => [
          ...(before ?? []).filter(({ key }) => !keys.has(key)),
          ...items.filter((item) => !item.archived && belongs(item)),
        ])
      }),
    [session, list, belongs],
  )
  return { rows, error, reload: load }
}
