/** What only SharePoint REST knows: versions, the time zone, and who may do what on the site. */
import type { List } from '#src/lists/list.ts'
import type { Graph } from '../client.ts'
import { GraphError } from '../errors.ts'
import type { SharePoint } from '../sharepoint.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import type { SiteList } from './plan.ts'

/** Rights to change items or more, as role definition ids: contribute, design, full control, edit. */
export const WRITING = new Set([1073741827, 1073741828, 1073741829, 1073741830])
export const OWNING = new Set([1073741829])
export const READ = 1073741826
export const READING = new Set([READ])
/** https://learn.microsoft.com/previous-versions/office/sharepoint-csom/ee541430(v=office.15) */
const SITE_GROUP = 8
/** The zone that Sweden keeps: (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna. */
const SWEDISH_ZONE = 4

interface Member {
  Id: number
  Title: string
  LoginName?: string
  PrincipalType: number
}
export interface Assignment {
  Member: Member
  RoleDefinitionBindings: { Id: number; Name: string }[]
}

export type Looked = { steps: Step[]; findings: Finding[] }

/** Looks at each list's versioning. A secret-based token is refused here, and the plan says so. */
export async function planVersions(
  rest: SharePoint,
  lists: readonly List[],
  site: ReadonlyMap<string, SiteList>,
): Promise<Looked> {
  const steps: Step[] = []
  try {
    for (const list of lists) {
      const id = site.get(list.name)?.id
      if (!id) continue
      const { EnableVersioning } = await rest<{ EnableVersioning: boolean }>(
        'GET',
        `/lists(guid'${id}')?$select=EnableVersioning`,
      )
      if (!EnableVersioning) steps.push({ do: 'keepVersions', list, id })
    }
    return { steps, findings: [] }
  } catch (error) {
    return { steps: [], findings: [{ what: 'versionsUnknown', why: why(error) }] }
  }
}

export async function checkTimeZone(rest: SharePoint): Promise<Finding[]> {
  try {
    const { Id, Description } = await rest<{ Id: number; Description: string }>(
      'GET',
      '/RegionalSettings/TimeZone',
    )
    return Id === SWEDISH_ZONE ? [] : [{ what: 'timeZone', zone: Description }]
  } catch (error) {
    return [{ what: 'timeZoneUnknown', why: why(error) }]
  }
}

/** Staff must read and no more; whoever else may write is named, owners apart: the rules are to be the only way in. */
export async function planStaff(rest: SharePoint, staffGroup: string | undefined): Promise<Looked> {
  try {
    const { value } = await rest<{ value: Assignment[] }>(
      'GET',
      '/roleassignments?$expand=Member,RoleDefinitionBindings',
    )
    const isStaff = ({ LoginName }: Member) =>
      staffGroup !== undefined && LoginName?.toLowerCase().includes(staffGroup.toLowerCase())
    const findings: Finding[] = []
    for (const a of value.filter((one) => has(one, WRITING))) {
      const holders = await holdersOf(rest, a.Member)
      const writers = has(a, OWNING) ? holders.filter(isStaff) : holders
      if (writers.length > 0) findings.push({ what: 'staffMayWrite', who: a.Member.Title })
    }
    const reads = value.some((a) => isStaff(a.Member) && (has(a, READING) || has(a, WRITING)))
    return { steps: staffGroup && !reads ? [{ do: 'letStaffRead' }] : [], findings }
  } catch (error) {
    return { steps: [], findings: [{ what: 'staffUnknown', why: why(error) }] }
  }
}

/** Who is in a group of the site, such as the Members that every site is born with; anyone else is themselves. */
async function holdersOf(rest: SharePoint, member: Member): Promise<Member[]> {
  if (member.PrincipalType !== SITE_GROUP) return [member]
  const { value } = await rest<{ value: Member[] }>('GET', `/sitegroups(${member.Id})/users`)
  return value
}

/** https://learn.microsoft.com/sharepoint/dev/sp-add-ins/set-custom-permissions-on-a-list-by-using-the-rest-interface */
export async function letStaffRead(rest: SharePoint, group: string): Promise<void> {
  const { Id } = await rest<{ Id: number }>('POST', '/ensureuser', { logonName: `c:0t.c|tenant|${group}` })
  await rest('POST', `/roleassignments/addroleassignment(principalid=${Id},roledefid=${READ})`)
}

/** Whether the server's application has been granted the site; only a tenant administrator may look. */
export async function checkGrant(
  graph: Graph,
  siteId: string,
  serverApp: string | undefined,
): Promise<Finding[]> {
  if (!serverApp) return []
  try {
    const { value } = await graph<{
      value: { roles: string[]; grantedToIdentities?: { application?: { id: string } }[] }[]
    }>({ path: `/sites/${siteId}/permissions` })
    const granted = value
      .filter((p) => p.grantedToIdentities?.some((i) => i.application?.id === serverApp))
      .flatMap((p) => p.roles)
    return granted.some((role) => role !== 'read') ? [] : [{ what: 'grantMissing', role: 'write' }]
  } catch (error) {
    return [{ what: 'grantUnknown', why: why(error) }]
  }
}

/** Names of those who read or write without owning the site; `besides` are meant to. */
export const othersIn = (
  assignments: readonly Assignment[],
  besides: (assignment: Assignment) => boolean = () => false,
): string[] =>
  assignments
    .filter((a) => !besides(a) && !has(a, OWNING) && (has(a, READING) || has(a, WRITING)))
    .map(({ Member }) => Member.Title)

export const has = ({ RoleDefinitionBindings }: Assignment, roles: ReadonlySet<number>) =>
  RoleDefinitionBindings.some(({ Id }) => roles.has(Id))

export const why = (error: unknown) =>
  error instanceof GraphError ? `${error.status} ${error.message}` : String(error)
