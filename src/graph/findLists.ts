/** Finds the ids of our lists on the site, once at start. */
import { allLists } from '#src/lists/confidential.ts'
import type { Graph } from './client.ts'

/** List ids by name. Throws an Error naming the lists that provisioning has yet to make. */
export async function findLists(graph: Graph, siteId: string): Promise<Record<string, string>> {
  const { value } = await graph<{ value: { id: string; name: string }[] }>({
    path: `/sites/${siteId}/lists?$select=id,name&$top=999`,
  })
  // `name` is the part of the address: made from the ASCII name at creation, kept when the Swedish title is set.
  const ids = Object.fromEntries(value.map(({ name, id }) => [name, id]))
  const missing = allLists.filter((list) => !ids[list.name]).map((list) => list.name)
  if (missing.length > 0)
    throw new Error(`The site lacks ${missing.join(', ')}: run npm run provision -- --apply`)
  return Object.fromEntries(allLists.map((list) => [list.name, ids[list.name] as string]))
}
