/** Delta pages of a list: their addresses, what breaks an enumeration, and how rows follow from them. */
import type { List } from '#src/lists/list.ts'
import { fieldsOf, itemsPath, PAGE, type Site, toItem, type WirePage } from './wireItems.ts'

export type Rows = Map<string, { id: string; version: string }>

/** A guard against links that never end: 50 pages of 5,000. */
export const PAGE_LIMIT = 50

/** The start of an enumeration; with `latestOnly` just the link to what comes after now. */
export const deltaPath = (site: Site, list: List, latestOnly: boolean) =>
  `${itemsPath(site, list)}/delta?${latestOnly ? 'token=latest&' : ''}$expand=${fieldsOf(list, 'table')}&$top=${PAGE}`

/** A page with an error inside its rows tells nothing that can be trusted (https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544). */
export const isBroken = (page: WirePage) => page.value.some((wire) => wire.error !== undefined)

/** Puts the page's rows in, takes tombstones out; the last occurrence of a row wins. Answers how many couldn't be read. */
export function applyPage(list: List, rows: Rows, page: WirePage): number {
  let unreadable = 0
  for (const wire of page.value) {
    if (wire.deleted) {
      rows.delete(wire.id)
      continue
    }
    try {
      rows.set(wire.id, toItem(list, wire))
    } catch {
      // A row that the declaration can't read (edited outside the app) must not hide the others: it is counted and shown.
      unreadable++
    }
  }
  return unreadable
}
