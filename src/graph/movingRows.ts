/**
 * Moves a row between a list and its confidential twin. It holds the product's only deletion: a row that has been written
 * in its other place. What SharePoint keeps of the deleted row (site recycle bin, 93 days; its versions go with it) is seen
 * by those who own the site and by whoever deleted it: the server.
 * https://learn.microsoft.com/graph/api/listitem-delete
 */
import type { SiteUserId } from '#src/lists/columns.ts'
import { type ChangesOf, encode, type ItemOf, type List } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError, isDuplicate, isLost, isNotFound } from './errors.ts'
import type { Held } from './listStore.ts'
import { placeOf, twinIn } from './twoPlaces.ts'
import { type Equals, itemsPath, type Site, toItem, wherePath, type WirePage } from './wireItems.ts'

export interface Both<L> {
  open: ItemOf<L>[]
  narrow: ItemOf<L>[]
}

export function movingRows({
  graph,
  site,
  siteUserId,
}: {
  graph: Graph
  site: Site
  siteUserId: SiteUserId
}) {
  async function writeOther<L extends List>(
    list: L,
    item: ItemOf<L> & { key: string },
    values: ChangesOf<L>,
  ): Promise<void> {
    const to = item.confidential ? list : twinIn(site, list)
    if (!to) throw new Error(`The site has no list for confidential ${list.name}`)
    const fields = encode(list, values, siteUserId)
    try {
      const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
      await graph({ method: 'POST', path: itemsPath(site, to), body: { fields: filled } })
    } catch (error) {
      if (!isDuplicate(error) && !isLost(error)) throw error
      const { open, narrow } = await moving.both(list, { column: 'key', value: item.key })
      const [there] = item.confidential ? open : narrow
      if (!there) throw error
      await graph({
        method: 'PATCH',
        path: `${itemsPath(site, to)}/${there.id}/fields`,
        body: fields,
        headers: { 'If-Match': there.version },
      })
    }
  }

  const moving = {
    /** The rows in each of the two places, also those that are on their way and stand in both. */
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

    /** Writes the row in its other place as it stands, then deletes it here. Throws GraphError 412 when it has changed since it was read. */
    async moveRow<L extends List>(list: L, item: ItemOf<L> & { key: string }): Promise<void> {
      await writeOther(list, item, valuesOf(list, item))
      await moving.removeRow(list, item)
    },

    /** Writes a confidential row in the open list too, changed as told. */
    openRow: <L extends List>(list: L, item: ItemOf<L> & { key: string }, changes: ChangesOf<L>) =>
      writeOther(list, item, { ...valuesOf(list, item), ...changes }),

    /** Only for a row that stands in its other place too. */
    async removeRow<L extends List>(list: L, item: ItemOf<L>): Promise<void> {
      try {
        await graph({
          method: 'DELETE',
          path: `${itemsPath(site, placeOf(list, item as Held))}/${item.id}`,
          headers: { 'If-Match': item.version },
        })
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
    },
  }
  return moving
}

/** Every column, empty ones too: what is emptied here is emptied there. */
const valuesOf = <L extends List>(list: L, item: ItemOf<L>): ChangesOf<L> =>
  Object.fromEntries(
    Object.keys(list.columns).map((key) => [key, (item as Record<string, unknown>)[key] ?? null]),
  ) as ChangesOf<L>
