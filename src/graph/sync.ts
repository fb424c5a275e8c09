/**
 * Keeps the boot lists of a site in memory: drawn from the cache at once, one wave of requests when cold,
 * one `$batch` of delta links when warm. Takes a Cache, so that it knows no browser.
 */
import type { ItemOf, List } from '#src/lists/list.ts'
import { selectOf } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { pathOf } from './links.ts'
import { applyPage, deltaPath, isBroken, PAGE_LIMIT, type Rows } from './delta.ts'
import { GraphError, isGone, isNotFound } from './errors.ts'
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
  /** Brings the lists (all, unless told which) up to date; one request when warm. Throws GraphError when the service can't be reached. */
  refresh: (which?: readonly List[]) => Promise<void>
  items: <L extends List>(list: L) => ItemOf<L>[]
  /** Puts an item that the server just answered in place, before the next delta tells of it. */
  put: <L extends List>(list: L, item: ItemOf<L>) => void
  /** Rows that couldn't be read, by list name. */
  unreadable: () => Record<string, number>
}

export function createSync({
  graph,
  site,
  lists,
  cache,
  changed,
}: {
  graph: Graph
  site: Site
  lists: readonly List[]
  cache: Cache
  /** Called when items of the list have changed; several times while a large list arrives. */
  changed: (list: List) => void
}): Sync {
  const state = new Map<string, { rows: Rows; deltaLink: string; unreadable: number }>()
  const of = (list: List) => state.get(list.name)

  async function keep(list: List) {
    const held = of(list)
    if (held)
      await cache.write(list.name, {
        shape: shapeOf(list),
        deltaLink: held.deltaLink,
        items: [...held.rows.values()],
      })
  }

  function take(list: List, rows: Rows, page: WirePage) {
    const unreadable = applyPage(list, rows, page)
    const held = of(list)
    state.set(list.name, {
      rows,
      deltaLink: held?.deltaLink ?? '',
      unreadable: (held?.unreadable ?? 0) + unreadable,
    })
    changed(list)
  }

  const setLink = (list: List, link: string) => {
    const held = of(list)
    state.set(list.name, {
      rows: held?.rows ?? new Map(),
      unreadable: held?.unreadable ?? 0,
      deltaLink: pathOf(link),
    })
  }

  /**
   * Cold: small lists are enumerated by delta, large ones only give their latest link, all in one `$batch`; then the
   * large ones are read in pages. The link is taken first, so that what changes meanwhile is told of next time.
   */
  async function load(cold: readonly List[]) {
    const first = await batch(
      graph,
      cold.map((list) => ({ path: deltaPath(site, list, list.large) })),
    )
    await Promise.all(
      cold.map(async (list, i) => {
        const page = answered(first[i])
        if (page === undefined) {
          state.delete(list.name)
          return
        }
        const rows: Rows = new Map()
        if (list.large) {
          setLink(list, page['@odata.deltaLink'] ?? '')
          await readPages(list, rows, `${itemsPath(site, list)}?${itemsQuery(list, 'table')}`)
        } else {
          await follow(list, rows, page)
        }
        await keep(list)
      }),
    )
  }

  async function readPages(list: List, rows: Rows, path: string) {
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: WirePage = await graph<WirePage>({ path: next })
      take(list, rows, page)
      next = page['@odata.nextLink']
    }
  }

  /** Takes a page of delta and those after it. Throws Broken when the enumeration must start over. */
  async function follow(list: List, rows: Rows, first: WirePage) {
    let page = first
    for (let turn = 0; ; turn++) {
      if (isBroken(page) || turn > PAGE_LIMIT)
        throw new GraphError({
          status: 410,
          code: 'resyncRequired',
          message: `${list.name} must be read again`,
        })
      if (page.value.length > 0) take(list, rows, await whole(list, page))
      const next = page['@odata.nextLink']
      if (next === undefined) break
      page = await graph<WirePage>({ path: next })
    }
    setLink(list, page['@odata.deltaLink'] ?? '')
    changed(list)
  }

  /** A delta that tells only which rows changed is filled by reading those rows. */
  async function whole(list: List, page: WirePage): Promise<WirePage> {
    const bare = page.value.filter((wire) => !wire.deleted && !wire.fields)
    if (bare.length === 0) return page
    const answers = await batch(
      graph,
      bare.map(({ id }) => ({
        path: `${itemsPath(site, list)}/${id}?$select=id&$expand=fields($select=${selectOf(list, 'table').join(',')})`,
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

  return {
    async open() {
      const kept = await cache.read(lists.map((list) => list.name))
      lists.forEach((list, i) => {
        const found = kept[i]
        if (found?.shape !== shapeOf(list)) return
        state.set(list.name, {
          rows: new Map(found.items.map((item) => [item.id, item])),
          deltaLink: found.deltaLink,
          unreadable: 0,
        })
        changed(list)
      })
      return lists.every((list) => state.has(list.name))
    },

    async refresh(which = lists) {
      const cold = which.filter((list) => !of(list)?.deltaLink)
      const warm = which.filter((list) => of(list)?.deltaLink)
      const answers = warm.length
        ? await batch(
            graph,
            warm.map((list) => ({ path: of(list)?.deltaLink ?? '' })),
          )
        : []
      const stale: List[] = []
      await Promise.all(
        warm.map(async (list, i) => {
          try {
            const page = answered(answers[i])
            if (page === undefined) return
            // Worked on a copy: if the enumeration breaks, what was drawn stays until the reload has come.
            const rows = new Map(of(list)?.rows)
            const before = of(list)?.deltaLink
            await follow(list, rows, page)
            if (page.value.length > 0 || before !== of(list)?.deltaLink) await keep(list)
          } catch (error) {
            if (!isGone(error)) throw error
            stale.push(list)
          }
        }),
      )
      if (cold.length + stale.length > 0) await load([...cold, ...stale])
    },

    items: <L extends List>(list: L) => [...(of(list)?.rows.values() ?? [])] as ItemOf<L>[],

    put(list, item) {
      const held = of(list)
      if (!held) return
      const rows = new Map(held.rows)
      rows.set(item.id, tableOnly(list, item))
      state.set(list.name, { ...held, rows })
      changed(list)
    },

    unreadable: () =>
      Object.fromEntries(
        [...state].filter(([, held]) => held.unreadable > 0).map(([name, held]) => [name, held.unreadable]),
      ),
  }
}

/** The page of one answer in a batch; `undefined` for a list the person may not see (403, 404). Throws the rest. */
function answered(answer: unknown): WirePage | undefined {
  if (!(answer instanceof GraphError)) return answer as WirePage
  if (isNotFound(answer) || answer.status === 403) return undefined
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

const shapeOf = (list: List) => selectOf(list, 'table').join(',')
