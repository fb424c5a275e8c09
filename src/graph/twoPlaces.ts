/**
 * Reads a list and its confidential twin as one. Whoever may not see the twin is answered 403 or 404 there and gets the
 * open rows alone: nothing tells that there is more.
 */
import { twinOf } from '#src/lists/twins.ts'
import type { List } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError, isNoRight, isNotFound } from './errors.ts'
import type { Site, WireItem, WirePage } from './wireItems.ts'

export interface Asked {
  list: List
  /** The read, as it is asked of the list or of its twin. */
  pathIn: (place: List) => string
}

/** Whether the twins are read too: for whoever may read them. */
export type ReadsTwins = () => boolean

/** The list's twin, where the site has it. */
export function twinIn(site: Site, list: List): List | undefined {
  const twin = twinOf(list)
  return twin && site.listIds[twin.name] ? twin : undefined
}

/** Where an item of the list lives. */
export const placeOf = (list: List, item: { confidential?: true }): List =>
  (item.confidential && twinOf(list)) || list

export function twoPlaces({ graph, site, narrow }: { graph: Graph; site: Site; narrow: ReadsTwins }) {
  async function onwards(page: WirePage): Promise<WireItem[]> {
    const items = [...page.value]
    // A page may be empty and still have a next one (https://learn.microsoft.com/graph/paging).
    for (let next = page['@odata.nextLink']; next !== undefined; ) {
      const more: WirePage = await graph<WirePage>({ path: next })
      items.push(...more.value)
      next = more['@odata.nextLink']
    }
    return items
  }

  /** One `$batch` for several reads; pages beyond the first one by one. */
  const readAll = async (asked: readonly Asked[]): Promise<WireItem[][]> => {
    const calls = asked.flatMap(({ list, pathIn }, at) => {
      const twin = narrow() && twinIn(site, list)
      return [{ at, path: pathIn(list) }, ...(twin ? [{ at, path: pathIn(twin), confidential: true }] : [])]
    })
    const answers = await batch(
      graph,
      calls.map(({ path }) => ({ path })),
    )
    const found = await Promise.all(
      calls.map(async ({ confidential }: { confidential?: boolean }, i) => {
        const answer = answers[i]
        if (confidential && (isNoRight(answer) || isNotFound(answer))) return []
        if (answer instanceof GraphError) throw answer
        const wires = await onwards(answer as WirePage)
        return confidential ? wires.map((wire): WireItem => ({ ...wire, confidential })) : wires
      }),
    )
    return asked.map((_, at) => openFirst(found.filter((__, i) => calls[i]?.at === at)))
  }

  return {
    readAll,
    readOne: async (list: List, pathIn: Asked['pathIn']): Promise<WireItem[]> =>
      narrow() && twinIn(site, list)
        ? ((await readAll([{ list, pathIn }]))[0] ?? [])
        : onwards(await graph<WirePage>({ path: pathIn(list) })),
  }
}

/** A row that is on its way between the two is in both for a moment: the open one counts until it is gone. */
function openFirst([open = [], narrow = []]: WireItem[][]): WireItem[] {
  const keyOf = (wire: WireItem) => wire.fields?.Key ?? wire
  const keys = new Set(open.map(keyOf))
  return narrow.length === 0 ? open : [...open, ...narrow.filter((wire) => !keys.has(keyOf(wire)))]
}
