/** The tab's own way of reading, without the browser around it: what the plain client is held against in time. */
import { lists } from '#src/lists/all.ts'
import { createGraph } from '#src/graph/client.ts'
import { type Cache, createSync, type Kept } from '#src/graph/sync.ts'
import type { Site } from '#src/graph/wireItems.ts'

/** Lists that every start brings in. */
export const bootLists = Object.values(lists).filter(({ load }) => load === 'boot')

/** Milliseconds to all rows: with nothing kept, and once more with what the first kept. */
export async function syncLoad({ origin, token, site }: { origin: string; token: string; site: Site }) {
  const kept = new Map<string, Kept>()
  const cache: Cache = {
    read: async (names) => names.map((name) => kept.get(name)),
    write: async (name, value) => {
      kept.set(name, value)
    },
  }
  const load = async () => {
    const started = performance.now()
    const graph = createGraph({ origin, getToken: async () => token })
    const sync = createSync({ graph, site, lists: bootLists, cache, changed: () => undefined })
    await sync.open()
    await sync.refresh()
    return performance.now() - started
  }
  return { coldMs: await load(), warmMs: await load() }
}
