/** What a local tenant is started with: its directory, its applications and its sites. */
import type { JWK } from 'jose'
import type { Flags } from './flags.ts'

/** A member of the directory. `id` is the Entra object id, a GUID. */
export type DirectoryPerson = {
  id: string
  displayName: string
  userPrincipalName: string
  mail: string
  jobTitle?: string
  department?: string
  givenName?: string
  surname?: string
  /** Only there to be searched for: the host page doesn't offer to be them. */
  crowd?: boolean
}

/** A security group; `members` are ids of people. */
type DirectoryGroup = { id: string; displayName: string; members: string[] }

export type AppRegistration = {
  clientId: string
  displayName: string
  secrets: string[]
  /** Public keys that a `client_assertion` may be signed with. */
  certificates?: JWK[]
  /** Credentials made at first start and kept in the data file; read them by `control.credentials`. */
  keeps?: ('secret' | 'certificate')[]
  applicationPermissions: string[]
  /** Consented to for everybody, by an administrator. */
  delegatedPermissions: string[]
  /** Those that each person is asked about themselves, when they are first needed.
   * https://learn.microsoft.com/entra/identity-platform/scopes-oidc (incremental consent) */
  askedPermissions?: string[]
  /** The application's own API, `api://…/access_as_user`. */
  apiScope?: string
  /** Groups assigned to it: tokens for its API name those that the person is in (`groupMembershipClaims: ApplicationGroup`). */
  groups?: string[]
}

export type SiteRole = 'read' | 'write' | 'manage' | 'fullcontrol'

export type SiteSeed = {
  /** `host,site collection guid,web guid` */
  id: string
  displayName: string
  name: string
  /** Server-relative, `/sites/samstyr`. */
  path: string
  host: string
  /** Windows name, `W. Europe Standard Time`. */
  timeZone: string
  /** The business day, `YYYY-MM-DD`. Graph never uses it. */
  today?: string
  /** What applications were granted on this site. */
  grants: { clientId: string; role: SiteRole }[]
  /** What people and groups may do on this site. */
  assignments: { principal: string; right: 'read' | 'write' | 'owner' }[]
  /** The document library in the site's language; English when not given. `name` is its part of addresses. */
  library?: { name: string; title: string }
  /** People who have visited the site and so are in its User Information List from the start. */
  visitors?: string[]
}

export type TenantOptions = {
  /** A file, or ':memory:'. */
  data: string
  tenantId: string
  people: DirectoryPerson[]
  /** Many more, made the first time that a file sees this version of them. */
  crowd?: { version: string; people: () => (DirectoryPerson & { groups: string[] })[] }
  groups: DirectoryGroup[]
  apps: AppRegistration[]
  sites: SiteSeed[]
  flags?: Partial<Flags>
}
