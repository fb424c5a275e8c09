/** Where a new row belongs: beside its initiative, never where more people read than may read of it. */
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import type { Graph } from './client.ts'
import { GraphError } from './errors.ts'
import { twinIn } from './twoPlaces.ts'
import { itemsPath, literal, PAGE, type Site, type WirePage } from './wireItems.ts'

interface Wire {
  graph: Graph
  site: Site
}

/** Other initiatives that a row names, besides the one it belongs to. */
interface Naming {
  initiative?: { key: string } | null
  also?: readonly { key: string }[] | null
}

/** The code of a GraphError whose message is the numbers of confidential initiatives that would be read by all. */
export const CONFIDENTIAL_THERE = 'confidentialThere'

/**
 * The list or its twin, for each row. Asked anew at each write: an initiative may have been marked a moment ago. Throws
 * GraphError `CONFIDENTIAL_THERE` for a row that names a confidential initiative in a list that all staff read.
 */
export async function placesFor<L extends List>(
  wire: Wire,
  list: L,
  rows: readonly ({ key: string } & Naming)[],
): Promise<L[]> {
  const twin = twinIn(wire.site, list) as L | undefined
  const named = rows.flatMap((row) => [...(twin ? [ownerOf(row)] : []), ...othersIn(list, row)])
  const confidential = await confidentialAmong(wire, named)
  if (confidential.size === 0) return rows.map(() => list)
  return rows.map((row) => {
    if (twin && confidential.has(ownerOf(row))) return twin
    refuse(othersIn(list, row), confidential)
    return list
  })
}

/** Before a row of an open list is changed so that it names others. Throws as `placesFor` does. */
export async function refuseOpenNames(wire: Wire, list: List, changes: object): Promise<void> {
  const others = othersIn(list, changes)
  if (others.length > 0) refuse(others, await confidentialAmong(wire, others))
}

const ownerOf = (row: { key: string } & Naming) => row.initiative?.key ?? row.key

/** In a list without a twin nothing may be about a confidential initiative. */
function othersIn(list: List, row: Naming): string[] {
  if (list === initiatives) return []
  return [
    ...(list.twin || !row.initiative ? [] : [row.initiative.key]),
    ...(row.also ?? []).map(({ key }) => key),
  ]
}

function refuse(named: readonly string[], confidential: ReadonlyMap<string, string>) {
  const numbers = named.flatMap((key) => confidential.get(key) ?? [])
  if (numbers.length > 0)
    throw new GraphError({ status: 422, code: CONFIDENTIAL_THERE, message: [...new Set(numbers)].join(', ') })
}

/** Numbers by key. One request, however many are asked of: there are few that are confidential. */
async function confidentialAmong(
  { graph, site }: Wire,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const [one, ...more] = new Set(keys)
  const twin = twinIn(site, initiatives)
  const found = new Map<string, string>()
  if (one === undefined || !twin) return found
  const filter = more.length === 0 ? `$filter=fields/Key%20eq%20${literal(one)}&` : ''
  const path = `${itemsPath(site, twin)}?${filter}$select=id&$expand=fields($select=Key,Number)&$top=${PAGE}`
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: WirePage = await graph<WirePage>({ path: next })
    for (const { fields } of page.value) found.set(String(fields?.Key), String(fields?.Number))
    next = page['@odata.nextLink']
  }
  return found
}
