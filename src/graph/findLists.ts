/** Finds the ids of our lists and libraries on the site, once at start. */
import { NARROW_MARK, narrowLists } from '#src/lists/confidential.ts'
import { provisioned } from '#src/lists/provisioned.ts'
import type { Graph } from './client.ts'

interface Found {
  id: string
  name: string
  description?: string
}

/**
 * List ids by name; those of the narrow lists only when provisioning has set the rights of every one of them. Throws an
 * Error naming the lists that it has yet to make.
 */
export async function findLists(graph: Graph, siteId: string): Promise<Record<string, string>> {
  const { value } = await graph<{ value: Found[] }>({
    path: `/sites/${siteId}/lists?$select=id,name,description&$top=999`,
  })
  // `name` is the part of the address: made from the ASCII name at creation, kept when the Swedish title is set.
  const found = new Map(value.map((list) => [list.name, list]))
  const missing = provisioned.filter(({ name }) => !found.has(name)).map(({ name }) => name)
  if (missing.length > 0)
    throw new Error(`The site lacks ${missing.join(', ')}: run npm run provision -- --apply`)
  const safe = narrowLists.every(({ name }) => found.get(name)?.description === NARROW_MARK)
  return Object.fromEntries(
    [...provisioned, ...(safe ? narrowLists : [])].map(({ name }) => [name, found.get(name)?.id ?? '']),
  )
}
