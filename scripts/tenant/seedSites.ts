/** Makes the sites a tenant starts with: their groups, rights, grants and User Information List. */
import { randomUUID } from 'node:crypto'
import type { Author } from './author.ts'
import { readColumn } from './columnKinds.ts'
import { columnsOfTemplate, saveColumn } from './listColumns.ts'
import type { SiteSeed } from './options.ts'
import { addPrincipal, appAuthor, ensurePrincipal, userListName } from './principals.ts'
import { roleDefinition } from './rights.ts'
import type { Store } from './store.ts'

/** Adds what a site lacks; what somebody changed since is left alone, except the seed's own grants. */
export function seedSite(store: Store, seed: SiteSeed): void {
  store.together(() => {
    const known = store.get<{ key: number }>('SELECT key FROM sites WHERE id = ?', seed.id)
    const site = known?.key ?? addSite(store, seed)
    addLibrary(store, site, seed)
    for (const { clientId, role } of seed.grants) {
      const has = store.get(
        'SELECT 1 FROM grants WHERE site = ? AND client_id = ? AND role = ?',
        site,
        clientId,
        role,
      )
      if (has) continue
      const id = Buffer.from(`i:0i.t|ms.sp.ext|${clientId}|${site}|${role}`).toString('base64url')
      store.run(
        'INSERT INTO grants (id, site, client_id, name, role) VALUES (?, ?, ?, ?, ?)',
        id,
        site,
        clientId,
        '',
        role,
      )
    }
    if (!known) addRights(store, site, seed)
  })
}

function addSite(store: Store, seed: SiteSeed): number {
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  const row = store.get<{ key: number }>(
    `INSERT INTO sites (id, collection, name, display_name, host, path, time_zone, today, created, modified)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key`,
    seed.id,
    seed.id.split(',')[1] ?? '',
    seed.name,
    seed.displayName,
    seed.host,
    seed.path,
    seed.timeZone,
    seed.today ?? null,
    now,
    now,
  )
  if (!row) throw new Error(`Site ${seed.id} could not be made`)
  addUserList(store, row.key, now)
  return row.key
}

function addUserList(store: Store, site: number, now: string): void {
  const key = addSystemList(store, site, now, {
    name: userListName,
    title: 'User Information List',
    description: 'All people in this site.',
    template: 'userInformation',
    hidden: 1,
    contentType: '0x010A',
  })
  for (const [name, displayName] of Object.entries(userColumns)) {
    const definition = name === 'IsSiteAdmin' ? { boolean: {} } : { text: {} }
    saveColumn(store, key, readColumn({ name, displayName, ...definition }))
  }
}

/** Every site is born with a document library; its names follow the language of the site. */
function addLibrary(store: Store, site: number, { library }: SiteSeed): void {
  if (store.get("SELECT 1 FROM lists WHERE site = ? AND template = 'documentLibrary'", site)) return
  const key = addSystemList(store, site, `${new Date().toISOString().slice(0, 19)}Z`, {
    name: library?.name ?? 'Shared Documents',
    title: library?.title ?? 'Documents',
    description: '',
    template: 'documentLibrary',
    hidden: 0,
    contentType: '0x0101',
  })
  for (const column of columnsOfTemplate('documentLibrary')) saveColumn(store, key, column)
}

type SystemList = {
  name: string
  title: string
  description: string
  template: string
  hidden: 0 | 1
  contentType: string
}

function addSystemList(store: Store, site: number, now: string, list: SystemList): number {
  const by = JSON.stringify({
    shown: { user: { displayName: 'System Account' } },
    id: 1073741823,
  } satisfies Author)
  const row = store.get<{ key: number }>(
    `INSERT INTO lists (id, site, name, display_name, description, template, hidden, system, created, created_by, modified,
       modified_by, etag, versioning, version_limit, unique_rights, next_item, change, content_type)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 0, 1, 0, ?)
     RETURNING key`,
    randomUUID(),
    site,
    list.name,
    list.title,
    list.description,
    list.template,
    list.hidden,
    list.hidden,
    now,
    by,
    now,
    by,
    list.contentType,
  )
  if (!row) throw new Error(`The list ${list.title} could not be made`)
  return row.key
}

const userColumns = {
  Title: 'Name',
  Name: 'Account',
  EMail: 'Work email',
  UserName: 'User name',
  SipAddress: 'SIP Address',
  JobTitle: 'Job Title',
  Department: 'Department',
  IsSiteAdmin: 'Is Site Admin',
}

/** The three groups every site is born with have the lowest numbers; people come after them. */
function addRights(store: Store, site: number, seed: SiteSeed): void {
  const groups = [
    ['Owners', roleDefinition.owner],
    ['Members', roleDefinition.edit],
    ['Visitors', roleDefinition.read],
  ] as const
  for (const [index, [name, role]] of groups.entries()) {
    const title = `${seed.displayName} ${name}`
    const group = {
      id: index + 3,
      kind: 'siteGroup' as const,
      entra_id: null,
      login: title,
      title,
      email: '',
    }
    addPrincipal(store, site, group)
    assign(store, site, group.id, role)
  }
  addPrincipal(store, site, {
    id: appAuthor,
    kind: 'app',
    entra_id: null,
    login: 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint',
    title: 'SharePoint App',
    email: '',
  })
  for (const { principal, right } of seed.assignments) {
    const added = ensurePrincipal(store, site, principal)
    if (!added) throw new Error(`Site ${seed.name}: the directory has no ${principal}`)
    assign(store, site, added.id, roleDefinition[right])
  }
  for (const visitor of seed.visitors ?? []) ensurePrincipal(store, site, visitor)
}

function assign(store: Store, site: number, principal: number, role: number): void {
  store.run(
    'INSERT OR IGNORE INTO role_assignments (site, list, principal, role) VALUES (?, 0, ?, ?)',
    site,
    principal,
    role,
  )
}
