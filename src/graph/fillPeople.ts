/** Fills SharePoint's own person columns once the site has come to know the person whose Entra id is there already. */
import type { SiteUserId } from '#src/lists/columns.ts'
import { internalName, type List } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError, isChangedByOther, isNotFound } from './errors.ts'
import { readSiteUsers } from './people.ts'
import { itemsPath, PAGE, type Site, type WireItem, type WirePage } from './wireItems.ts'

/** Lookup columns in one query: https://learn.microsoft.com/graph/api/resources/fieldvalueset */
const MOST_LOOKUPS = 12
/** In one pass, so that a first one after many years doesn't use up what everybody shares. */
const MOST_ROWS = 400

export interface Filled {
  rows: number
  /** Whether some were left for the next pass. */
  more: boolean
}

/**
 * One pass over the lists. Nobody's change is overwritten: a row that changed meanwhile is left for the next pass.
 * The new version is the app's own and says nothing new, so neither trail nor "changed by" is touched. Throws GraphError.
 */
export async function fillPeople({
  graph,
  site,
  lists,
  siteUserId,
  most = MOST_ROWS,
}: {
  graph: Graph
  site: Site
  lists: readonly List[]
  siteUserId: SiteUserId
  most?: number
}): Promise<Filled> {
  let rows = 0
  let more = false
  for (const list of lists) {
    for (const columns of chunksOf(personColumns(list), MOST_LOOKUPS)) {
      const found = await missingIn({ graph, path: itemsPath(site, list), columns, siteUserId })
      const chosen = found.slice(0, most - rows)
      more ||= chosen.length < found.length
      rows += await write(graph, itemsPath(site, list), chosen)
    }
  }
  return { rows, more }
}

interface Missing {
  id: string
  version: string
  fields: Record<string, number>
}

const personColumns = (list: List): string[] =>
  Object.entries(list.columns).flatMap(([key, { kind }]) => (kind === 'person' ? [internalName(key)] : []))

async function missingIn({
  graph,
  path,
  columns,
  siteUserId,
}: {
  graph: Graph
  path: string
  columns: string[]
  siteUserId: SiteUserId
}): Promise<Missing[]> {
  const missing: Missing[] = []
  const select = columns.flatMap((name) => [`${name}LookupId`, `${name}Entra`]).join(',')
  const first = `${path}?$select=id&$expand=fields($select=${select})&$top=${PAGE}`
  for (let next: string | undefined = first; next !== undefined; ) {
    const page: WirePage = await graph<WirePage>({ path: next })
    for (const wire of page.value) {
      const fields = numbersFor(wire, columns, siteUserId)
      const version = wire.fields?.['@odata.etag'] ?? wire.eTag
      if (version && Object.keys(fields).length > 0) missing.push({ id: wire.id, version, fields })
    }
    next = page['@odata.nextLink']
  }
  return missing
}

function numbersFor({ fields = {} }: WireItem, columns: string[], siteUserId: SiteUserId) {
  const numbers: Record<string, number> = {}
  for (const name of columns) {
    const entra = fields[`${name}Entra`]
    // An empty column is absent: https://github.com/microsoftgraph/microsoft-graph-docs/issues/15328
    if (typeof entra !== 'string' || fields[`${name}LookupId`] !== undefined) continue
    const number = siteUserId(entra)
    if (number !== undefined) numbers[`${name}LookupId`] = number
  }
  return numbers
}

async function write(graph: Graph, path: string, rows: Missing[]): Promise<number> {
  const answers = await batch(
    graph,
    rows.map(({ id, version, fields }) => ({
      method: 'PATCH',
      path: `${path}/${id}/fields`,
      body: fields,
      headers: { 'If-Match': version },
    })),
  )
  const failed = answers.filter((answer) => answer instanceof GraphError)
  const serious = failed.find((error) => !isChangedByOther(error) && !isNotFound(error))
  if (serious) throw serious
  return answers.length - failed.length
}

const chunksOf = <T>(values: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size))

/** A pass when there may be something to fill: the first time, after a cut pass, and when the site knows more people than before. */
export function peopleFiller(graph: Graph, site: Site, lists: readonly List[]): () => Promise<Filled> {
  let known = -1
  return async () => {
    const { siteUserId, count } = await readSiteUsers(graph, site)
    if (count === known) return { rows: 0, more: false }
    const filled = await fillPeople({ graph, site, lists, siteUserId })
    known = filled.more ? -1 : count
    return filled
  }
}
