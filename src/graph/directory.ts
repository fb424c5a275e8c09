/** The organisation's directory: searching it for a person, and where people are written to, with the asker's own rights. */
import type { Person } from '#src/lists/columns.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError, isNoRight, isNotFound } from './errors.ts'

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

/** Where a person is written to. */
export interface Address {
  name: string
  email: string
}

/**
 * Addresses of people by their Entra id, in the order asked. `missing` are those whom the directory doesn't know any more, has no
 * address of, or doesn't show to the asker. Throws GraphError.
 */
export async function addressesOf(
  graph: Graph,
  people: readonly Person[],
): Promise<{ addresses: Address[]; missing: Person[] }> {
  const answers = await batch(
    graph,
    people.map(({ id }) => ({ path: `/users/${encodeURIComponent(id)}?$select=id,mail,userPrincipalName` })),
  )
  const addresses: Address[] = []
  const missing: Person[] = []
  people.forEach((person, i) => {
    const answer = answers[i]
    if (answer instanceof GraphError && !isNotFound(answer) && !isNoRight(answer)) throw answer
    const email = answer instanceof GraphError ? undefined : toHit(answer as WireUser).email
    if (email) addresses.push({ name: person.name, email })
    else missing.push(person)
  })
  return { addresses, missing }
}

const toHit = (user: WireUser): DirectoryHit => ({
  id: user.id,
  name: user.displayName ?? user.userPrincipalName ?? '',
  email: user.mail ?? user.userPrincipalName ?? '',
  jobTitle: user.jobTitle ?? '',
  department: user.department ?? '',
})
