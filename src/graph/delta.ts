/** Delta pages of a list: their addresses, what breaks an enumeration, and how rows follow from them. */
import type { List } from '#src/lists/list.ts'
import type { Graph } from './client.ts'
import { GraphError } from './errors.ts'
import { fieldsOf, itemsPath, PAGE, type Site, toItem, type WirePage } from './wireItems.ts'

/** The rows of a list by id, and the ids of those that the declaration can't read. */
export interface Rows {
  rows: Map<string, { id: string; version: string }>
  unreadable: Set<string>
}

export const noRows = (): Rows => ({ rows: new Map(), unreadable: new Set() })

/** A guard against links that never end: 50 pages of 5,000. */
const PAGE_LIMIT = 50

/** The start of an enumeration; with `latestOnly` just the link to what comes after now. */
export const deltaPath = (site: Site, list: List, latestOnly: boolean, depth: 'table' | 'whole' = 'table') =>
  `${itemsPath(site, list)}/delta?${latestOnly ? 'token=latest&' : ''}$expand=${fieldsOf(list, depth)}&$top=${PAGE}`

/** A page and those after it; a page may be empty and still have a next one. Throws GraphError 410 when the reading must start over. */
export async function* pagesFrom(graph: Graph, first: WirePage): AsyncGenerator<WirePage> {
  let page = first
  for (let turn = 0; ; turn++) {
    // A page with an error inside its rows tells nothing that can be trusted (https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544).
    if (turn > PAGE_LIMIT || page.value.some((wire) => wire.error !== undefined))
      throw new GraphError({ status: 410, code: 'resyncRequired', message: 'The list must be read again' })
    yield page
    const next = page['@odata.nextLink']
    if (next === undefined) return
    page = await graph<WirePage>({ path: next })
  }
}

/** Puts the page's rows in, takes tombstones out; the last occurrence of a row wins. */
export function applyPage(list: List, { rows, unreadable }: Rows, page: WirePage) {
  for (const wire of page.value) {
    rows.delete(wire.id)
    unreadable.delete(wire.id)
    if (wire.deleted) continue
    try {
      rows.set(wire.id, toItem(list, wire))
    } catch {
      // A row that the declaration can't read (edited outside the app) must not hide the others: it is counted and shown.
      unreadable.add(wire.id)
    }
  }
}
