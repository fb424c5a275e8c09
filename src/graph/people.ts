/** The numbers a site knows people by, from its hidden User Information List. */
import type { SiteUserId } from '#src/lists/columns.ts'
import { people } from '#src/lists/organisation.ts'
import type { Graph } from './client.ts'
import { listStore } from './listStore.ts'
import type { Site } from './wireItems.ts'

interface SiteUser {
  id: string
  fields?: { Name?: string; UserName?: string; EMail?: string }
}

/**
 * Site numbers by user principal name or mail, lower case. People who never touched the site are missing, and Graph can't
 * add them (https://github.com/microsoftgraph/microsoft-graph-docs/issues/15695): their person columns stay empty, the text columns hold the truth.
 */
async function siteUsers(graph: Graph, siteId: string): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  const path = `/sites/${siteId}/lists/User%20Information%20List/items?$expand=fields($select=Name,UserName,EMail)&$top=5000`
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: { value: SiteUser[]; '@odata.nextLink'?: string } = await graph({ path: next })
    for (const { id, fields } of page.value) {
      const login = fields?.Name?.split('|').at(-1)
      for (const name of [login, fields?.UserName, fields?.EMail])
        if (name) numbers.set(name.toLowerCase(), Number(id))
    }
    next = page['@odata.nextLink']
  }
  return numbers
}

/** Site number by Entra id, for the people whose mail the register knows. */
function siteUserIds(
  numbers: ReadonlyMap<string, number>,
  mailOf: (entraId: string) => string | undefined,
): SiteUserId {
  return (entraId) => numbers.get(mailOf(entraId)?.toLowerCase() ?? '')
}

/** Whom the site and the register both know now, and how many names the site knows at all. Throws GraphError. */
export async function readSiteUsers(
  graph: Graph,
  site: Site,
): Promise<{ siteUserId: SiteUserId; count: number }> {
  const [numbers, rows] = await Promise.all([
    siteUsers(graph, site.id),
    listStore({ graph, site }).all(people),
  ])
  const mails = new Map(rows.map((row) => [row.person.id, row.email]))
  return { siteUserId: siteUserIds(numbers, (id) => mails.get(id)), count: numbers.size + mails.size }
}
