/** Some columns of a whole list: what is asked about many rows at once costs a page for each 5,000, not a read for each row. */
import type { Fields } from '#src/lists/columns.ts'
import type { List } from '#src/lists/list.ts'
import type { Graph } from './client.ts'
import { twoPlaces } from './twoPlaces.ts'
import { itemsPath, PAGE, type Site } from './wireItems.ts'

/** These SharePoint columns of every row, confidential ones too, as Graph carries them; unfiltered, so that no list is too long. Throws GraphError. */
export async function leanRows(
  { graph, site }: { graph: Graph; site: Site },
  list: List,
  names: readonly string[],
): Promise<Fields[]> {
  const rows = await twoPlaces({ graph, site, narrow: () => true }).readOne(
    list,
    (place) => `${itemsPath(site, place)}?$select=id&$expand=fields($select=${names.join(',')})&$top=${PAGE}`,
  )
  return rows.map(({ fields }) => fields ?? {})
}
