/** What the screens read: the lists of the site as they stand, kept up to date, and told of when they change. */
import { useSyncExternalStore } from 'react'
import type { ListKey } from '#src/lists/all.ts'
import { dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Graph } from '#src/graph/client.ts'
import type { DirectoryHit } from '#src/graph/directory.ts'
import { type ListStore, listStore } from '#src/graph/listStore.ts'
import { createSync } from '#src/graph/sync.ts'
import type { Site } from '#src/graph/wireItems.ts'
import type { BrowserCache } from './cache.ts'

/** The lists every start brings in: those declared `boot`, named here so that no other list weighs on the first load. */
export const bootLists = {
  committees,
  units,
  people,
  forums,
  mandates,
  portfolios,
  initiatives,
  dependencies,
} as const satisfies Partial<Record<ListKey, List>>

/** What others change while a page is open. A poll of few lists keeps many open tabs within SharePoint's resource units. */
const hotLists = [initiatives, dependencies] as const
const HOT_MS = 60_000

export interface Status {
  phase: 'opening' | 'fetching' | 'ready' | 'failed'
  /** Rows are on screen, from the cache or from the service. */
  drawn: boolean
  error?: unknown
  syncedAt?: Date
  unreadable: Record<string, number>
}

export interface Data {
  items: <L extends List>(list: L) => readonly ItemOf<L>[]
  status: () => Status
  subscribe: (listener: () => void) => () => void
  /** Draws from the cache, then brings everything up to date. */
  open: () => Promise<void>
  refresh: (which?: readonly List[]) => Promise<void>
  /** Asks again while the page is in sight: hot lists every minute, all when it comes back. Answers how to stop. */
  follow: () => () => void
  put: <L extends List>(list: L, item: ItemOf<L>) => void
  /** Reads single items with all their columns, with the person's own right. */
  store: ListStore
  /** People of the whole directory whose name or mail begins so. Throws GraphError. */
  searchPeople: (text: string) => Promise<DirectoryHit[]>
  cache: BrowserCache
}

export function createData({ graph, site, cache }: { graph: Graph; site: Site; cache: BrowserCache }): Data {
  const listeners = new Set<() => void>()
  const drawn = new Map<List, readonly unknown[]>()
  let status: Status = { phase: 'opening', drawn: false, unreadable: {} }
  let running: Promise<void> | undefined

  const tell = () => listeners.forEach((listener) => listener())
  const become = (next: Partial<Status>) => {
    status = { ...status, ...next }
    tell()
  }
  const sync = createSync({
    graph,
    site,
    lists: Object.values(bootLists),
    cache,
    changed: (list) => {
      drawn.delete(list)
      if (list === initiatives && sync.items(initiatives).length > 0 && !status.drawn)
        status = { ...status, drawn: true }
      tell()
    },
  })

  async function run(which?: readonly List[]) {
    become({ phase: 'fetching' })
    try {
      await sync.refresh(which)
      const { error: _, ...rest } = status
      status = { ...rest, phase: 'ready', drawn: true, syncedAt: new Date(), unreadable: sync.unreadable() }
      tell()
    } catch (error) {
      become({ phase: 'failed', error })
    }
  }

  const data: Data = {
    items: <L extends List>(list: L) => {
      if (!drawn.has(list))
        drawn.set(
          list,
          sync.items(list).filter((item) => !(item as { archived?: boolean }).archived),
        )
      return drawn.get(list) as readonly ItemOf<L>[]
    },
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async open() {
      if (await sync.open()) become({ drawn: true })
      await data.refresh()
    },
    refresh: (which) => {
      running ??= run(which).finally(() => {
        running = undefined
      })
      return running
    },
    follow() {
      const hot = () => {
        if (document.visibilityState === 'visible' && status.phase === 'ready') void data.refresh(hotLists)
      }
      const back = () => {
        if (document.visibilityState === 'visible' && status.phase !== 'opening') void data.refresh()
      }
      const timer = setInterval(hot, HOT_MS)
      document.addEventListener('visibilitychange', back)
      return () => {
        clearInterval(timer)
        document.removeEventListener('visibilitychange', back)
      }
    },
    put: (list, item) => sync.put(list, item),
    store: listStore({ graph, site }),
    // Asked for by few pages, and late.
    searchPeople: async (text) => (await import('#src/graph/directory.ts')).searchPeople(graph, text),
    cache,
  }
  return data
}

export const useItems = <L extends List>(data: Data, list: L) =>
  useSyncExternalStore(data.subscribe, () => data.items(list))
export const useStatus = (data: Data) => useSyncExternalStore(data.subscribe, data.status)
