/**
 * Keeps the boot lists of a site in memory: drawn from the cache at once, one wave of requests when cold,
 * one `$batch` of delta links when warm. Takes a Cache, so that it knows no browser.
 */
import type { ItemOf, List } from '#src/lists/list.ts'
import { selectOf } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { applyPage, deltaPath, noRows, pagesFrom, type Rows } from './delta.ts'
import { GraphError, isGone, isNoRight, isNotFound, isRejected } from './errors.ts'
import { pathOf } from './links.ts'
import { itemsPath, itemsQuery, type Site, type WirePage } from './wireItems.ts'

/** What the cache keeps of one list; `shape` tells whether today's declaration can read it. */
export interface Kept {
  shape: string
  deltaLink: string
  items: { id: string; version: string }[]
}

export interface Cache {
  read: (names: string[]) => Promise<(Kept | undefined)[]>
  write: (name: string, kept: Kept) => Promise<void>
}

export interface Sync {
  /** Draws from the cache; true when every list was there. */
  open: () => Promise<boolean>
  /** Whether the list has been drawn: not before it came, and never when the person may not see it. */
  holds: (list: List) => boolean
  /** Brings the lists (all, unless told which) up to date; one request when warm. Throws GraphError when the service can't be reached. */
  refresh: (which?: readonly List[]) => Promise<void>
  items: <L extends List>(list: L) => ItemOf<L>[]
  /** Puts items that the server just answered in place, before the next delta tells of them. */
  put: <L extends List>(list: L, ...items: ItemOf<L>[]) => void
  /** Takes rows away that have gone elsewhere, before the next delta tells of it. */
  drop: (list: List, ...keys: string[]) => void
  /** Rows that couldn't be read, by list name. */
  unreadable: () => Record<string, number>
}

export function createSync({
  graph,
  site,
  lists,
  cache,
  changed,
  depth = 'table',
}: {
  graph: Graph
  site: Site
  lists: readonly List[]
  cache: Cache
  /** Called when items of the list have changed; several times while a large list arrives. */
  changed: (list: List) => void
  /** With the columns that are read on demand, for the server. */
  depth?: 'table' | 'whole'
}): Sync {
  const state = new Map<string, Rows & { deltaLink: string }>()
  const of = (list: List) => state.get(list.name)
  const keptOnce = new Set<string>()

  async function keep(list: List) {
    const held = of(list)
    if (!held) return
    keptOnce.add(list.name)
    await cache.write(list.name, {
      shape: shapeOf(site, list),
      // Without a link the next start reads all of it again, and counts what can't be read.
      deltaLink: held.unreadable.size > 0 ? '' : held.deltaLink,
      items: [...held.rows.values()],
    })
  }

  function show(list: List, held: Rows & { deltaLink: string }) {
    state.set(list.name, held)
    changed(list)
  }

  /** A list that the person may no longer see leaves the screen and the cache. */
  async function forget(list: List) {
    if (!state.delete(list.name)) return
    changed(list)
    await cache.write(list.name, { shape: '', deltaLink: '', items: [] })
  }

  /** Follows the delta of a list that is drawn. False when it must be read again; what was drawn stays until then. */
  async function bringOn(list: List, answer: unknown): Promise<boolean> {
    try {
      const first = answered(answer)
      if (first === undefined) {
        await forget(list)
        return true
      }
      const pages: WirePage[] = []
      for await (const page of pagesFrom(graph, first)) pages.push(await whole(list, page))
      // Put in only when all has come, on top of what was put in meanwhile.
      const held = of(list) ?? noRows()
      const next = { rows: new Map(held.rows), unreadable: new Set(held.unreadable) }
      for (const page of pages) applyPage(list, next, page)
      const news = pages.some((page) => page.value.length > 0)
      const deltaLink = linkOf(pages.at(-1))
      if (news) show(list, { ...next, deltaLink })
      else state.set(list.name, { ...held, deltaLink })
      if (news || !keptOnce.has(list.name)) await keep(list)
      return true
    } catch (error) {
      if (isGone(error) || isRejected(error)) return false
      throw error
    }
  }

  /**
   * Small lists are enumerated by delta. Large ones only give their latest link and are then read in pages; the link is
   * taken first, so that what changes meanwhile is told of next time, and used only when every page has come.
   */
  async function load(list: List, answer: unknown, large = list.large): Promise<void> {
    const first = answered(answer)
    if (first === undefined) return forget(list)
    // A first load is drawn as it arrives; a reload when it is whole.
    const drawn = (of(list)?.rows.size ?? 0) > 0
    const fresh = noRows()
    let deltaLink = linkOf(first)
    const start = large
      ? await graph<WirePage>({ path: `${itemsPath(site, list)}?${itemsQuery(list, depth)}` })
      : first
    try {
      for await (const page of pagesFrom(graph, start)) {
        if (!large) deltaLink = linkOf(page)
        applyPage(list, fresh, await whole(list, page))
        if (!drawn && page['@odata.nextLink'] !== undefined) show(list, { ...fresh, deltaLink: '' })
      }
    } catch (error) {
      // A small list whose enumeration breaks is read as the large ones are.
      if (!isGone(error) || large) throw error
      return load(list, await graph({ path: deltaPath(site, list, true, depth) }), true)
    }
    show(list, { ...fresh, deltaLink })
    await keep(list)
  }

  /** A delta that tells only which rows changed is filled by reading those rows. */
  async function whole(list: List, page: WirePage): Promise<WirePage> {
    const bare = page.value.filter((wire) => !wire.deleted && !wire.error && !wire.fields)
    if (bare.length === 0) return page
    const answers = await batch(
      graph,
      bare.map(({ id }) => ({
        path: `${itemsPath(site, list)}/${id}?$select=id&$expand=fields($select=${selectOf(list, depth).join(',')})`,
      })),
    )
    const filled = answers.map((answer, i) =>
      answer instanceof GraphError ? gone(answer, bare[i]?.id ?? '') : answer,
    )
    return {
      ...page,
      value: [...page.value.filter((wire) => wire.deleted || wire.fields), ...(filled as WirePage['value'])],
    }
  }

  const sync: Sync = {
    async open() {
      const kept = await cache.read(lists.map((list) => list.name))
      lists.forEach((list, i) => {
        const found = kept[i]
        if (found?.shape !== shapeOf(site, list)) return
        show(list, {
          rows: new Map(found.items.map((item) => [item.id, item])),
          unreadable: new Set(),
          deltaLink: found.deltaLink,
        })
      })
      return lists.every(sync.holds)
    },

    holds: (list) => state.has(list.name),

    async refresh(which = lists) {
      const warm = new Set(which.filter((list) => of(list)?.deltaLink))
      const first = await batch(
        graph,
        which.map((list) => ({ path: of(list)?.deltaLink || deltaPath(site, list, list.large, depth) })),
      )
      const stale: List[] = []
      await everyOne(which, async (list, i) => {
        if (!warm.has(list)) await load(list, first[i])
        else if (!(await bringOn(list, first[i]))) stale.push(list)
      })
      if (stale.length === 0) return
      const again = await batch(
        graph,
        stale.map((list) => ({ path: deltaPath(site, list, list.large, depth) })),
      )
      await everyOne(stale, (list, i) => load(list, again[i]))
    },

    items: <L extends List>(list: L) => [...(of(list)?.rows.values() ?? [])] as ItemOf<L>[],

    put(list, ...items) {
      const held = of(list)
      if (!held) return
      const rows = new Map(held.rows)
      for (const item of items) rows.set(item.id, tableOnly(list, item))
      state.set(list.name, { ...held, rows })
      changed(list)
    },

    drop(list, ...keys) {
      const held = of(list)
      const rows = [...(held?.rows.values() ?? [])]
      const left = rows.filter((row) => !keys.includes((row as { key?: string }).key ?? ''))
      if (!held || left.length === rows.length) return
      show(list, { ...held, rows: new Map(left.map((row) => [row.id, row])) })
    },

    unreadable: () =>
      Object.fromEntries(
        [...state].flatMap(([name, { unreadable }]) =>
          unreadable.size > 0 ? [[name, unreadable.size]] : [],
        ),
      ),
  }
  return sync
}

/** The page of one answer in a batch; `undefined` for a list the person may not see (403, 404). Throws the rest. */
function answered(answer: unknown): WirePage | undefined {
  if (!(answer instanceof GraphError)) return answer as WirePage
  if (isNotFound(answer) || isNoRight(answer)) return undefined
  throw answer
}

function gone(error: GraphError, id: string) {
  if (isNotFound(error)) return { id, deleted: { state: 'deleted' } }
  throw error
}

/** An item as a table holds it: without the columns read on demand. */
function tableOnly<L extends List>(list: L, item: ItemOf<L>): ItemOf<L> {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !list.columns[key]?.onDemand)) as ItemOf<L>
}

/** What a kept row depends on: which list of the site it is from, its columns, and the words of its choices. */
const shapeOf = (site: Site, list: List) =>
  JSON.stringify([
    site.listIds[list.name],
    Object.entries(list.columns).flatMap(([key, { kind, words, onDemand }]) =>
      onDemand ? [] : [key, kind, words],
    ),
  ])

const linkOf = (page: WirePage | undefined) => pathOf(page?.['@odata.deltaLink'] ?? '')

/** Lets each go its way to the end, then throws what the first of them threw. */
async function everyOne(which: readonly List[], work: (list: List, i: number) => Promise<void>) {
  const ended = await Promise.allSettled(which.map(work))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}
