/**
 * Moves rows between a list and its confidential twin. It holds the product's only deletion of rows: of one that has been
 * written in its other place. SharePoint keeps what is deleted for 93 days, with its versions: in the site's recycle bin,
 * where whoever deleted it and the administrators of the site collection see it; here that is the server and them.
 * https://learn.microsoft.com/graph/api/listitem-delete
 * https://learn.microsoft.com/sharepoint/troubleshoot/sites/recycle-bin-content-displays-no-items-for-member
 */
import type { SiteUserId } from '#src/lists/columns.ts'
import { type ChangesOf, encode, type ItemOf, type List } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError, isDuplicate, isNotFound } from './errors.ts'
import type { Held } from './listStore.ts'
import { placeOf, twinIn } from './twoPlaces.ts'
import { type Equals, itemsPath, type Site, toItem, wherePath, type WirePage } from './wireItems.ts'

export interface Both<L> {
  open: ItemOf<L>[]
  narrow: ItemOf<L>[]
}

type Row<L> = ItemOf<L> & { key: string }

export function movingRows({
  graph,
  site,
  siteUserId,
}: {
  graph: Graph
  site: Site
  siteUserId: SiteUserId
}) {
  /** Into the place where each is not, as it stands but for `changes`. What is in the open list already stays as it is there. */
  async function copyAll<L extends List>(list: L, rows: readonly Row<L>[], changes?: ChangesOf<L>) {
    const fieldsOf = (row: Row<L>) => encode(list, { ...valuesOf(list, row), ...changes }, siteUserId)
    const answers = await batch(
      graph,
      rows.map((row) => ({
        method: 'POST',
        path: itemsPath(site, otherPlace(site, list, row)),
        body: {
          fields: Object.fromEntries(Object.entries(fieldsOf(row)).filter(([, value]) => value !== null)),
        },
      })),
    )
    for (const [i, answer] of answers.entries()) {
      const row = rows[i]
      if (!row || !(answer instanceof GraphError)) continue
      if (!isDuplicate(answer)) throw answer
      const { open, narrow } = await moving.both(list, { column: 'key', value: row.key })
      const [there] = (row as Held).confidential ? open : narrow
      // Another row holds one of its unique values.
      if (!there) throw answer
      if ((row as Held).confidential) continue
      await graph({
        method: 'PATCH',
        path: `${itemsPath(site, otherPlace(site, list, row))}/${there.id}/fields`,
        body: fieldsOf(row),
        headers: { 'If-Match': there.version },
      })
    }
  }

  const moving = {
    /** The rows in each of the two places, also those that are on their way and stand in both. Throws as `decode` does. */
    async both<L extends List>(list: L, equals: Equals): Promise<Both<L>> {
      const places = [list, twinIn(site, list)].filter((place): place is L => place !== undefined)
      const answers = await batch(
        graph,
        places.map((place) => ({ path: wherePath(site, place, equals) })),
      )
      const [open = [], narrow = []] = answers.map((answer, i) => {
        if (answer instanceof GraphError) throw answer
        return (answer as WirePage).value.map((wire) =>
          toItem(list, i === 1 ? { ...wire, confidential: true } : wire),
        )
      })
      return { open, narrow }
    },

    /**
     * Writes the rows in their other place, changed as told, then deletes them where they were. Throws GraphError 412 when one
     * has changed since it was read; asked again with what then is read, it goes on. `inOrder`: one after another, where the
     * numbers that SharePoint gives tell what came first; a `$batch` keeps no order.
     */
    async moveRows<L extends List>(
      list: L,
      rows: readonly Row<L>[],
      { changes, inOrder = false }: { changes?: ChangesOf<L>; inOrder?: boolean } = {},
    ): Promise<void> {
      const parts = inOrder ? rows.map((row) => [row]) : [rows]
      for (const part of parts) await copyAll(list, part, changes)
      await moving.removeRows(list, rows)
    },

    /** Only for rows that stand in their other place too. */
    async removeRows<L extends List>(list: L, rows: readonly Row<L>[]): Promise<void> {
      const answers = await batch(
        graph,
        rows.map((row) => ({
          method: 'DELETE',
          path: `${itemsPath(site, placeOf(list, row as Held))}/${row.id}`,
          headers: { 'If-Match': row.version },
        })),
      )
      const failed = answers.find((answer) => answer instanceof GraphError && !isNotFound(answer))
      if (failed) throw failed
    },
  }
  return moving
}

/** Throws where the site has no twin of the list. */
function otherPlace(site: Site, list: List, item: object): List {
  const place = (item as Held).confidential ? list : twinIn(site, list)
  if (!place) throw new Error(`The site has no list for confidential ${list.name}`)
  return place
}

/** Every column, empty ones too: what is emptied here is emptied there. */
const valuesOf = <L extends List>(list: L, item: ItemOf<L>): ChangesOf<L> =>
  Object.fromEntries(
    Object.keys(list.columns).map((key) => [key, (item as Record<string, unknown>)[key] ?? null]),
  ) as ChangesOf<L>
