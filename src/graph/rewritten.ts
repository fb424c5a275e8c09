/** Whether anything that we keep in a row has changed since it was created, by the versions that SharePoint keeps of it. */
import { type List, selectOf } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError } from './errors.ts'
import { itemsPath, type Site, type WireItem } from './wireItems.ts'

/** The first version of every item: https://learn.microsoft.com/graph/api/listitem-list-versions */
const FIRST = '1.0'

/**
 * One answer for each item, in their order. The numbers of persons don't count: they are filled in afterwards and say nothing
 * new. A row whose first version isn't kept counts as rewritten. Throws GraphError.
 */
export async function areRewritten(
  graph: Graph,
  site: Site,
  list: List,
  items: readonly { id: string }[],
): Promise<boolean[]> {
  // Of a person only what we read: the Entra id and the name.
  const names = selectOf(list, 'whole')
  const answers = await batch(
    graph,
    items.map(({ id }) => ({ path: `${itemsPath(site, list)}/${id}/versions?$expand=fields` })),
  )
  return answers.map((answer) => {
    if (answer instanceof GraphError) throw answer
    const { value } = answer as { value: WireItem[] }
    const first = value.find(({ id }) => id === FIRST)
    // The newest comes first.
    const now = value[0]
    return !first?.fields || !now?.fields || names.some((name) => text(first, name) !== text(now, name))
  })
}

/** An empty column is absent, null or an empty text: https://github.com/microsoftgraph/microsoft-graph-docs/issues/15328 */
const text = ({ fields }: WireItem, name: string) => JSON.stringify(fields?.[name] ?? '')
