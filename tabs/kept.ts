/** Long lists that few pages need: kept in the browser's own database, drawn from there at once, and brought up to date at each visit. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ListKey } from '#src/lists/all.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import { createSync } from '#src/graph/sync.ts'
import { useSession } from './context.ts'
import type { Data } from './data.ts'
import type { Session } from './session.ts'

export interface KeptStatus {
  phase: 'opening' | 'fetching' | 'ready' | 'failed'
  error?: unknown
  /** Rows that couldn't be read. */
  unreadable: number
}

/** Lists by their key: `{ decisions, paragraphs }`. */
type KeptSet = Readonly<Partial<Record<ListKey, List>>>

interface KeptLists {
  items: <L extends List>(list: L) => readonly ItemOf<L>[]
  status: () => KeptStatus
  subscribe: (listener: () => void) => () => void
  /** Draws from the database the first time, then asks for what has changed since. */
  visit: () => Promise<void>
}

/** What a session has opened, by the set that was asked for. */
const opened = new WeakMap<Data, Map<KeptSet, KeptLists>>()

function keptLists(session: Session, which: KeptSet): KeptLists {
  const sets = opened.get(session.data) ?? new Map<KeptSet, KeptLists>()
  opened.set(session.data, sets)
  const kept = sets.get(which) ?? createKept(session, which)
  sets.set(which, kept)
  return kept
}

function createKept(session: Session, which: KeptSet): KeptLists {
  const { store, cache } = session.data
  const listeners = new Set<() => void>()
  const drawn = new Map<List, readonly unknown[]>()
  let status: KeptStatus = { phase: 'opening', unreadable: 0 }
  let running: Promise<void> | undefined
  const become = (next: KeptStatus) => {
    status = next
    listeners.forEach((listener) => listener())
  }
  const sync = createSync({
    graph: store.graph,
    site: store.site,
    lists: Object.values(which),
    cache,
    changed: (list) => {
      drawn.delete(list)
      listeners.forEach((listener) => listener())
    },
  })
  session.onDone((done) => {
    for (const [key, list] of Object.entries(which) as [ListKey, List][])
      if (done[key]) sync.put(list, ...done[key])
  })
  async function run() {
    try {
      if (status.phase === 'opening') await sync.open()
      become({ phase: 'fetching', unreadable: status.unreadable })
      await sync.refresh()
      const counts = Object.values(sync.unreadable())
      become({ phase: 'ready', unreadable: counts.reduce((sum, count) => sum + count, 0) })
    } catch (error) {
      become({ phase: 'failed', error, unreadable: status.unreadable })
    }
  }
  return {
    items: <L extends List>(list: L) => {
      if (!drawn.has(list)) drawn.set(list, sync.items(list))
      return drawn.get(list) as readonly ItemOf<L>[]
    },
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    visit: () => {
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },
  }
}

/** The set must be the same from render to render: a table beside the component. */
export function useKept(which: KeptSet) {
  const { session } = useSession()
  const kept = useMemo(() => keptLists(session, which), [session, which])
  const status = useSyncExternalStore(kept.subscribe, kept.status)
  useEffect(() => {
    void kept.visit()
    const back = () => {
      if (document.visibilityState === 'visible') void kept.visit()
    }
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [kept])
  const reload = useCallback(() => void kept.visit(), [kept])
  return { kept, status, reload }
}

export const useKeptItems = <L extends List>(kept: Pick<KeptLists, 'items' | 'subscribe'>, list: L) =>
  useSyncExternalStore(kept.subscribe, () => kept.items(list))
