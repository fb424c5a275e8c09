/** Lists that one named group reads, besides the administrators of the site: never made where their rights can't be set. */
import { NARROW_MARK } from '#src/lists/confidential.ts'
import type { List } from '#src/lists/list.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import type { SharePoint } from '../sharepoint.ts'
import { type Assignment, has, type Looked, othersIn, READ, READING, why } from './rights.ts'
import type { SiteList } from './plan.ts'

/**
 * Each list's rights of its own; whoever reads besides the group and full control is named. `possible`: whether lists that
 * aren't there yet may be made. Without a group, or by a token that SharePoint REST refuses, they may not.
 */
export async function planNarrow(
  rest: SharePoint,
  lists: readonly List[],
  { site, group }: { site: ReadonlyMap<string, SiteList>; group: string | undefined },
): Promise<Looked & { possible: boolean }> {
  if (!group) return { steps: [], findings: [{ what: 'noConfidentialGroup' }], possible: false }
  const findings: Finding[] = []
  const steps: Step[] = []
  try {
    await rest('GET', '/roleassignments?$top=1')
    for (const list of lists) {
      const id = site.get(list.name)?.id
      if (!id) continue
      const at = `/lists(guid'${id}')`
      const { HasUniqueRoleAssignments: broken, Description } = await rest<{
        HasUniqueRoleAssignments: boolean
        Description: string
      }>('GET', `${at}?$select=HasUniqueRoleAssignments,Description`)
      const value = broken
        ? (
            await rest<{ value: Assignment[] }>(
              'GET',
              `${at}/roleassignments?$expand=Member,RoleDefinitionBindings`,
            )
          ).value
        : []
      const isGroup = ({ Member }: Assignment) =>
        Member.LoginName?.toLowerCase().includes(group.toLowerCase()) === true
      if (!value.some((a) => isGroup(a) && has(a, READING)) || Description !== NARROW_MARK)
        steps.push({ do: 'narrowList', list, id, broken })
      findings.push(...othersIn(value, isGroup).map((who): Finding => ({ what: 'othersRead', list, who })))
    }
    return { steps, findings, possible: true }
  } catch (error) {
    return { steps: [], findings: [{ what: 'readersUnknown', why: why(error) }], possible: false }
  }
}

/** https://learn.microsoft.com/sharepoint/dev/sp-add-ins/set-custom-permissions-on-a-list-by-using-the-rest-interface */
export async function narrowList(
  rest: SharePoint,
  { id, broken }: Step & { do: 'narrowList' },
  group: string,
): Promise<void> {
  const at = `/lists(guid'${id}')`
  // Nothing is copied from the site: not even for a moment do all staff stay.
  if (!broken)
    await rest('POST', `${at}/breakroleinheritance(copyRoleAssignments=false, clearSubscopes=true)`)
  const { Id } = await rest<{ Id: number }>('POST', '/ensureuser', { logonName: `c:0t.c|tenant|${group}` })
  await rest('POST', `${at}/roleassignments/addroleassignment(principalid=${Id},roledefid=${READ})`)
  // Last: the server writes to no list that lacks these words.
  await rest('PATCH', at, { Description: NARROW_MARK })
}
