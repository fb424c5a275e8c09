/** Lists that nobody reads but the server and the owners of the site: where people are reached, what they are sent, when they are away. */
import type { List } from '#src/lists/list.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import type { SharePoint } from '../sharepoint.ts'
import { type Assignment, type Looked, othersIn, why } from './rights.ts'
import type { SiteList } from './plan.ts'

/** Closes those that are read as the site is, and names whoever has been let in since. */
export async function planClosed(
  rest: SharePoint,
  lists: readonly List[],
  site: ReadonlyMap<string, SiteList>,
): Promise<Looked> {
  const steps: Step[] = []
  const findings: Finding[] = []
  try {
    for (const list of lists.filter(({ closed }) => closed)) {
      const id = site.get(list.name)?.id
      if (!id) continue
      const at = `/lists(guid'${id}')`
      const { HasUniqueRoleAssignments: own } = await rest<{ HasUniqueRoleAssignments: boolean }>(
        'GET',
        `${at}?$select=HasUniqueRoleAssignments`,
      )
      if (!own) {
        steps.push({ do: 'closeList', list, id })
        continue
      }
      const { value } = await rest<{ value: Assignment[] }>(
        'GET',
        `${at}/roleassignments?$expand=Member,RoleDefinitionBindings`,
      )
      findings.push(...othersIn(value).map((who): Finding => ({ what: 'othersRead', list, who })))
    }
    return { steps, findings }
  } catch (error) {
    return { steps: [], findings: [{ what: 'closedUnknown', why: why(error) }] }
  }
}

/** Nothing is copied from the site; its owners and the server's own grant need no assignment here. */
export const closeList = (rest: SharePoint, { id }: Step & { do: 'closeList' }): Promise<void> =>
  rest('POST', `/lists(guid'${id}')/breakroleinheritance(copyRoleAssignments=false, clearSubscopes=true)`)
