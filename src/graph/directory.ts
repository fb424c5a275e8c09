/** Searching the organisation's directory for a person, with the searcher's own rights. */
import type { Graph } from './client.ts'

export interface DirectoryHit {
  /** Entra object id. */
  id: string
  name: string
  /** Mail, or the name they sign in with. */
  email: string
  /** Empty unless the tab may read whole profiles (`User.Read.All`): the basic right shows name and mail only. */
  jobTitle: string
  department: string
}

interface WireUser {
  id: string
  displayName?: string | null
  mail?: string | null
  userPrincipalName?: string | null
  jobTitle?: string | null
  department?: string | null
}

/** Shorter texts fit too many. */
export const SHORTEST_SEARCH = 2
const MOST = 20

/**
 * At most twenty people whose name has words that begin so, or whose mail does; those whose first name does come first.
 * Needs `User.ReadBasic.All`, which no administrator must consent to
 * (https://learn.microsoft.com/graph/permissions-reference#userreadbasicall); throws GraphError 403 without it.
 * Whoever types waits a moment between letters.
 */
export async function searchPeople(graph: Graph, text: string): Promise<DirectoryHit[]> {
  const wanted = text.trim().replaceAll(/\s+/g, ' ')
  if (wanted.length < SHORTEST_SEARCH) return []
  const quoted = wanted.replaceAll(/["\\]/g, String.raw`\$&`)
  const search = encodeURIComponent(`"displayName:${quoted}" OR "mail:${quoted}"`)
  const { value } = await graph<{ value: WireUser[] }>({
    path: `/users?$search=${search}&$select=id,displayName,mail,userPrincipalName,jobTitle,department&$top=${MOST}`,
    // Without it the service refuses $search: https://learn.microsoft.com/graph/aad-advanced-queries
    headers: { ConsistencyLevel: 'eventual' },
  })
  const start = wanted.toLowerCase()
  const isFirst = (hit: DirectoryHit) => hit.name.toLowerCase().startsWith(start)
  return value.map(toHit).sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
}

const toHit = (user: WireUser): DirectoryHit => ({
  id: user.id,
  name: user.displayName ?? user.userPrincipalName ?? '',
  email: user.mail ?? user.userPrincipalName ?? '',
  jobTitle: user.jobTitle ?? '',
  department: user.department ?? '',
})
