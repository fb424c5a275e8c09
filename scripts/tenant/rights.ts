/** What a caller may do on a site or a list: the application's grant, cut down by the person's own rights. */
import type { Call, Caller, Core } from './call.ts'
import { accessDenied, Failure, listNotFound, notFound } from './errors.ts'
import { ensurePrincipal } from './principals.ts'
import type { Store } from './store.ts'

export type Site = {
  key: number
  id: string
  collection: string
  name: string
  display_name: string
  host: string
  path: string
  time_zone: string
  today: string | null
  created: string
  modified: string
}

export type List = {
  key: number
  id: string
  site: number
  name: string
  display_name: string
  description: string
  template: string
  hidden: number
  system: number
  created: string
  created_by: string
  modified: string
  modified_by: string
  etag: number
  versioning: number
  version_limit: number
  unique_rights: number
  next_item: number
  change: number
  content_type: string
}

export const level = { none: 0, read: 1, write: 2, manage: 3, full: 4 } as const
export type Level = (typeof level)[keyof typeof level]

/** https://learn.microsoft.com/sharepoint/dev/sp-add-ins/set-custom-permissions-on-a-list-by-using-the-rest-interface */
export const roleDefinition = {
  limited: 1073741825,
  read: 1073741826,
  write: 1073741827,
  design: 1073741828,
  owner: 1073741829,
  edit: 1073741830,
} as const

const levelOfRole: Record<number, Level> = {
  [roleDefinition.read]: level.read,
  [roleDefinition.write]: level.write,
  [roleDefinition.design]: level.manage,
  [roleDefinition.edit]: level.manage,
  [roleDefinition.owner]: level.full,
}

const levelOfGrant: Record<string, Level> = {
  read: level.read,
  write: level.write,
  manage: level.manage,
  owner: level.full,
  fullcontrol: level.full,
}

/** Scopes over all sites; `Sites.Selected` asks for a grant on the one site.
 * https://learn.microsoft.com/graph/permissions-selected-overview */
const levelOfScope: [string, Level][] = [
  ['Sites.FullControl.All', level.full],
  ['AllSites.FullControl', level.full],
  ['Sites.Manage.All', level.manage],
  ['AllSites.Manage', level.manage],
  ['Sites.ReadWrite.All', level.write],
  ['AllSites.Write', level.write],
  ['Sites.Read.All', level.read],
  ['AllSites.Read', level.read],
]

export function findSite(store: Store, id: string): Site | undefined {
  return store.get('SELECT * FROM sites WHERE id = ? OR collection = ?', id, id)
}

/** The site of the address if the caller may do this much there; 404 if it isn't, 403 if not allowed. */
export function openSite(call: Call, needed: Level = level.read): Site {
  const site = findSite(call.core.store, call.params['site'] ?? '')
  if (!site) throw new Failure(404, 'itemNotFound', 'Requested site could not be found')
  if (allowed(call.core, call.caller, site) < needed) throw accessDenied()
  noteVisit(call, site)
  return site
}

/** The list of the address, by id, name or title. https://learn.microsoft.com/graph/api/list-get */
export function openList(call: Call, needed: Level = level.read): { site: Site; list: List } {
  const { core, caller, params } = call
  const site = findSite(core.store, params['site'] ?? '')
  if (!site) throw new Failure(404, 'itemNotFound', 'Requested site could not be found')
  // A person may have rights on one list only, so the site is asked first only of those who can't see it at all.
  const wanted = (params['list'] ?? '').replace(/^\{(.*)\}$/, '$1')
  const list = findList(core.store, site, wanted)
  if (appLevel(core.store, caller, site) === level.none) throw accessDenied()
  if (!list) {
    if (allowed(core, caller, site) === level.none) throw accessDenied()
    throw listNotFound()
  }
  const has = allowed(core, caller, site, list)
  if (has === level.none) {
    if (list.unique_rights === 0) throw accessDenied()
    throw core.flags.hiddenListStatus === 404 ? notFound() : accessDenied()
  }
  if (has < needed) throw accessDenied()
  noteVisit(call, site)
  return { site, list }
}

/** By its id, as programs ask, without looking through the others. */
const findList = (store: Store, site: Site, wanted: string): List | undefined =>
  store.get('SELECT * FROM lists WHERE id = ? AND site = ?', wanted.toLowerCase(), site.key) ??
  store.get('SELECT * FROM lists WHERE site = ? AND (display_name = ? OR name = ?)', site.key, wanted, wanted)

/** Whether reading alone makes a person known to the site is a flag; writing always does. */
function noteVisit({ core, caller }: Call, site: Site): void {
  if (core.flags.readingAddsToUserList && caller.oid !== undefined) {
    ensurePrincipal(core.store, site.key, caller.oid)
  }
}

/** What the caller may do on a site, or on one of its lists. */
export function allowed(core: Core, caller: Caller, site: Site, list?: List): Level {
  const app = appLevel(core.store, caller, site)
  if (caller.oid === undefined) {
    return list?.template === 'userInformation' && !core.flags.userListWithSitesSelected ? level.none : app
  }
  const own = personLevel(core.store, caller.oid, site, list)
  return app < own ? app : own
}

function appLevel(store: Store, caller: Caller, site: Site): Level {
  for (const [scope, gives] of levelOfScope) if (caller.permissions.includes(scope)) return gives
  if (!caller.permissions.includes('Sites.Selected')) return level.none
  const grants = store.all<{ role: string }>(
    'SELECT role FROM grants WHERE site = ? AND client_id = ?',
    site.key,
    caller.clientId,
  )
  return grants.reduce<Level>((best, { role }) => higher(best, levelOfGrant[role] ?? level.none), level.none)
}

/** Directly, through a group of the directory, or through a group of the site. */
function personLevel(store: Store, oid: string, site: Site, list?: List): Level {
  const roles = store.all<{ role: number }>(
    `WITH mine AS (
       SELECT id FROM principals WHERE site = ?1 AND (entra_id = ?2 OR entra_id IN (SELECT group_id FROM members WHERE person_id = ?2)))
     SELECT DISTINCT role FROM role_assignments WHERE site = ?1 AND list = ?3 AND (
       principal IN mine OR principal IN (SELECT group_id FROM site_group_members WHERE site = ?1 AND principal IN mine))`,
    site.key,
    oid,
    list?.unique_rights ? list.key : 0,
  )
  return roles.reduce<Level>((best, { role }) => higher(best, levelOfRole[role] ?? level.none), level.none)
}

const higher = (a: Level, b: Level): Level => (a > b ? a : b)
