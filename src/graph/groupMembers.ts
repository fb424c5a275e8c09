/** Who is in a group of the directory, as far as the asker may know. */
import type { Graph } from './client.ts'
import { isNoRight, isNotFound } from './errors.ts'

interface Page {
  value: { id: string }[]
  '@odata.nextLink'?: string
}

/**
 * Entra ids of its members, those of groups within it too. `undefined` where the tab lacks `GroupMember.Read.All`, which an
 * administrator must have consented to (https://learn.microsoft.com/graph/api/group-list-transitivemembers). Throws GraphError.
 */
export async function groupMembers(graph: Graph, group: string): Promise<ReadonlySet<string> | undefined> {
  const ids = new Set<string>()
  try {
    for (let next: string | undefined = `/groups/${group}/transitiveMembers?$select=id&$top=999`; next; ) {
      const page: Page = await graph<Page>({ path: next })
      for (const { id } of page.value) ids.add(id)
      next = page['@odata.nextLink']
    }
    return ids
  } catch (error) {
    if (isNoRight(error) || isNotFound(error)) return undefined
    throw error
  }
}
