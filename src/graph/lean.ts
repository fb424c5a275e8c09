/** Some columns of a whole list: what is asked about many rows at once costs a page for each 5,000, not a read for each row. */
import type { Fields } from '#src/lists/columns.ts'
import type { List } from '#src/lists/list.ts'
import type { Graph } from './client.ts'
import { itemsPath, PAGE, type Site, type WirePage } from './wireItems.ts'

/** These SharePoint columns of every row, as Graph carries them; unfiltered, so that no list is too long. Throws GraphError. */
export async function leanRows(
  { graph, site }: { graph: Graph; site: Site },
  list: List,
  names: readonly string[],
): Promise<Fields[]> {
  const rows: Fields[] = []
  const first = `${itemsPath(site, list)}?$select=id&$expand=fields($select=${names.join(',')})&$top=${PAGE}`
  for (let next: string | undefined = first; next !== undefined; ) {
    const page: WirePage = await graph<WirePage>({ path: next })
    for (const { fields } of page.value) if (fields) rows.push(fields)
    next = page['@odata.nextLink']
  }
  return rows
}
