/** Lists that one named group reads, besides the owners of the site. */
import type { List } from '#src/lists/list.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import type { SharePoint } from '../sharepoint.ts'
import { type Assignment, type Looked, OWNING, READ, READING, why, WRITING } from './rights.ts'
import type { SiteList } from './plan.ts'

/** Each list's rights of its own; whoever reads besides the group and full control is named. */
export async function planNarrow(
  rest: SharePoint,
  lists: readonly List[],
  { site, group }: { site: ReadonlyMap<string, SiteList>; group: string | undefined },
): Promise<Looked> {
  const findings: Finding[] = group ? [] : [{ what: 'noConfidentialGroup' }]
  const steps: Step[] = []
  try {
    for (const list of lists) {
      const id = site.get(list.name)?.id
      if (!id) continue
      const at = `/lists(guid'${id}')`
      const { HasUniqueRoleAssignments: broken } = await rest<{ HasUniqueRoleAssignments: boolean }>(
        'GET',
        `${at}?$select=HasUniqueRoleAssignments`,
      )
      if (!broken) {
        steps.push({ do: 'narrowList', list, id, broken })
        continue
      }
      const { value } = await rest<{ value: Assignment[] }>(
        'GET',
        `${at}/roleassignments?$expand=Member,RoleDefinitionBindings`,
      )
      const has = (a: Assignment, roles: ReadonlySet<number>) =>
        a.RoleDefinitionBindings.some((role) => roles.has(role.Id))
      const isGroup = ({ Member }: Assignment) =>
        group !== undefined && Member.LoginName?.toLowerCase().includes(group.toLowerCase()) === true
      if (group && !value.some((a) => isGroup(a) && has(a, READING)))
        steps.push({ do: 'narrowList', list, id, broken })
      const others = value.filter(
        (a) => !isGroup(a) && !has(a, OWNING) && (has(a, READING) || has(a, WRITING)),
      )
      findings.push(...others.map((a): Finding => ({ what: 'othersRead', list, who: a.Member.Title })))
    }
    return { steps, findings }
  } catch (error) {
    return { steps: [], findings: [...findings, { what: 'readersUnknown', why: why(error) }] }
  }
}

/** https://learn.microsoft.com/sharepoint/dev/sp-add-ins/set-custom-permissions-on-a-list-by-using-the-rest-interface */
export async function narrowList(
  rest: SharePoint,
  { id, broken }: Step & { do: 'narrowList' },
  group: string | undefined,
): Promise<void> {
  const at = `/lists(guid'${id}')`
  // Nothing is copied from the site: not even for a moment do all staff stay.
  if (!broken)
    await rest('POST', `${at}/breakroleinheritance(copyRoleAssignments=false, clearSubscopes=true)`)
  if (!group) return
  const { Id } = await rest<{ Id: number }>('POST', '/ensureuser', { logonName: `c:0t.c|tenant|${group}` })
  await rest('POST', `${at}/roleassignments/addroleassignment(principalid=${Id},roledefid=${READ})`)
}
