/** Which of some initiatives are confidential: asked anew at each write, so that a new row is put beside its initiative. */
import { initiatives } from '#src/lists/initiatives.ts'
import type { Graph } from './client.ts'
import { twinIn } from './twoPlaces.ts'
import { itemsPath, literal, PAGE, type Site, type WirePage } from './wireItems.ts'

/** One request, however many are asked of: there are few that are confidential. */
export async function confidentialAmong(
  { graph, site }: { graph: Graph; site: Site },
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const [one, ...more] = new Set(keys)
  const twin = twinIn(site, initiatives)
  if (one === undefined || !twin) return new Set()
  const filter = more.length === 0 ? `$filter=fields/Key%20eq%20${literal(one)}&` : ''
  const found = new Set<string>()
  const path = `${itemsPath(site, twin)}?${filter}$select=id&$expand=fields($select=Key)&$top=${PAGE}`
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: WirePage = await graph<WirePage>({ path: next })
    for (const wire of page.value) found.add(String(wire.fields?.Key))
    next = page['@odata.nextLink']
  }
  return found
}
