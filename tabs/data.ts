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
import { type ListReader, listReader } from '#src/graph/listReader.ts'
import { createSync } from '#src/graph/sync.ts'
import { twinIn } from '#src/graph/twoPlaces.ts'
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
/** Those of every start that have a confidential twin; the first tells whether the person reads them. */
const doubled = [initiatives, dependencies] as const

export interface Status {
  phase: 'opening' | 'fetching' | 'ready' | 'failed'
  /** Rows are on screen, from the cache or from the service. */
  drawn: boolean
  /** Why it failed; nothing where the person may not read the site. */
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
  put: <L extends List>(list: L, ...items: ItemOf<L>[]) => void
  /** Whether the person reads what is confidential. */
  readsConfidential: () => boolean
  /** Reads single items with all their columns, with the person's own right. */
  store: ListReader
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
  const boot: readonly List[] = Object.values(bootLists)
  const twins = doubled.flatMap((list) => twinIn(site, list) ?? [])
  const [confidential] = twins
  const readsConfidential = () => confidential !== undefined && sync.holds(confidential)

  /** Whoever may not see the twins is asked about one of them, and only at a start: it is answered 403 or 404. */
  const withTwins = (which: readonly List[] | undefined) => [
    ...(which ?? boot),
    ...(readsConfidential() ? twins : which ? [] : twins.slice(0, 1)),
  ]

  /** The open rows, and those of the twin that the person may read. What is open counts until it is gone. */
  function bothPlaces<L extends List>(list: L): ItemOf<L>[] {
    const open = sync.items(list)
    const twin = twinIn(site, list) as L | undefined
    const narrow = twin ? sync.items(twin) : []
    if (narrow.length === 0) return open
    const keys = new Set(open.map(keyOf))
    const more = narrow.filter((item) => !keys.has(keyOf(item)))
    return [...open, ...more.map((item): ItemOf<L> => ({ ...item, confidential: true }))]
  }

  const sync = createSync({
    graph,
    site,
    lists: [...boot, ...twins],
    cache,
    changed: (list) => {
      drawn.delete(list)
      for (const open of doubled) if (twinIn(site, open) === list) drawn.delete(open)
      if (list === initiatives && sync.items(initiatives).length > 0 && !status.drawn)
        status = { ...status, drawn: true }
      tell()
    },
  })

  async function run(which?: readonly List[]) {
    become({ phase: 'fetching' })
    try {
      await sync.refresh(withTwins(which))
      const late = twins.filter((list) => !sync.holds(list))
      if (readsConfidential() && late.length > 0) await sync.refresh(late)
      const { error: _, ...rest } = status
      // A list that the person may not see is absent: without this one there is nothing for them, which isn't the same as nothing there.
      const phase = sync.holds(initiatives) ? 'ready' : 'failed'
      status = { ...rest, phase, drawn: true, syncedAt: new Date(), unreadable: sync.unreadable() }
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
          bothPlaces(list).filter((item) => !(item as { archived?: boolean }).archived),
        )
      return drawn.get(list) as readonly ItemOf<L>[]
    },
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async open() {
      await sync.open()
      if (boot.every(sync.holds)) become({ drawn: true })
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
    put(list, ...items) {
      const twin = twinIn(site, list) as typeof list | undefined
      const isNarrow = (item: unknown) =>
        twin !== undefined && (item as { confidential?: true }).confidential === true
      for (const narrow of [false, true]) {
        const some = items.filter((item) => isNarrow(item) === narrow)
        if (some.length === 0) continue
        sync.put((narrow && twin) || list, ...some)
        // They stand in one place: the other hears of their going only with the next delta.
        if (twin) sync.drop(narrow ? list : twin, ...some.map(keyOf))
      }
    },
    readsConfidential,
    store: listReader({ graph, site, narrow: readsConfidential }),
    // Asked for by few pages, and late.
    searchPeople: async (text) => (await import('#src/graph/directory.ts')).searchPeople(graph, text),
    cache,
  }
  return data
}

const keyOf = (item: object) => (item as { key: string }).key

export const useItems = <L extends List>(data: Data, list: L) =>
  useSyncExternalStore(data.subscribe, () => data.items(list))
export const useStatus = (data: Data) => useSyncExternalStore(data.subscribe, data.status)
