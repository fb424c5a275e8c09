/** Who a site knows: its principals, which are the rows of its User Information List. */
import { randomUUID } from 'node:crypto'
import type { Author } from './author.ts'
import { findApp, findGroup, findPerson } from './directory.ts'
import type { Store } from './store.ts'

export type Principal = {
  id: number
  kind: 'user' | 'securityGroup' | 'siteGroup' | 'app'
  entra_id: string | null
  login: string
  title: string
  email: string
}

/** "SharePoint App": the author of what an application writes as itself. */
export const appAuthor = 1073741822

/** The list has this name on every site. https://github.com/microsoft/sdk-powershell/issues/1660 */
export const userListName = 'users'

const personLogin = (upn: string): string => `i:0#.f|membership|${upn.toLowerCase()}`

const groupLogin = (id: string): string => `c:0t.c|tenant|${id}`

function principalByEntra(store: Store, site: number, entraId: string): Principal | undefined {
  return store.get('SELECT * FROM principals WHERE site = ? AND entra_id = ?', site, entraId.toLowerCase())
}

export function principalById(store: Store, site: number, id: number): Principal | undefined {
  return store.get('SELECT * FROM principals WHERE site = ? AND id = ?', site, id)
}

/** Makes the site know a person, group or application of the directory, if it doesn't yet. */
export function ensurePrincipal(store: Store, site: number, entraId: string): Principal | undefined {
  const known = principalByEntra(store, site, entraId)
  if (known) return known
  const person = findPerson(store, entraId)
  if (person) {
    return addPrincipal(store, site, {
      kind: 'user',
      entra_id: person.id,
      login: personLogin(person.userPrincipalName),
      title: person.displayName,
      email: person.mail,
    })
  }
  const group = findGroup(store, entraId)
  if (group) {
    return addPrincipal(store, site, {
      kind: 'securityGroup',
      entra_id: group.id,
      login: groupLogin(group.id),
      title: group.name,
      email: '',
    })
  }
  const app = findApp(store, entraId)
  if (!app) return undefined
  const login = `i:0i.t|ms.sp.ext|${app.clientId}`
  return addPrincipal(store, site, {
    kind: 'app',
    entra_id: app.clientId,
    login,
    title: app.displayName,
    email: '',
  })
}

/** By login name as `ensureUser` gets it: claims form, or only the user principal name. */
export function ensureLogin(store: Store, site: number, login: string): Principal | undefined {
  const known = store.get<Principal>('SELECT * FROM principals WHERE site = ? AND login = ?', site, login)
  if (known) return known
  const person = findPerson(store, login.replace(/^i:0#\.f\|membership\|/i, ''))
  if (person) return ensurePrincipal(store, site, person.id)
  const group = /^c:0t\.c\|tenant\|([0-9a-f-]{36})$/i.exec(login)?.[1]
  return group === undefined ? undefined : ensurePrincipal(store, site, group)
}

export function addPrincipal(
  store: Store,
  site: number,
  principal: Omit<Principal, 'id'> & { id?: number },
): Principal {
  const list = userList(store, site)
  const id = principal.id ?? list.next_item
  const added = { ...principal, id }
  store.together(() => {
    store.run(
      'INSERT INTO principals (site, id, kind, entra_id, login, title, email) VALUES (?, ?, ?, ?, ?, ?, ?)',
      site,
      id,
      added.kind,
      added.entra_id,
      added.login,
      added.title,
      added.email,
    )
    const now = new Date()
    const at = `${now.toISOString().slice(0, 19)}Z`
    store.run(
      `INSERT INTO items (list, id, guid, etag, ui_version, created, created_by, modified, modified_by, fields, change, changed_at, deleted)
       VALUES (?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, 0)`,
      list.key,
      id,
      randomUUID(),
      at,
      JSON.stringify(systemAccount),
      at,
      JSON.stringify(systemAccount),
      JSON.stringify(userFields(store, added)),
      list.change + 1,
      now.getTime(),
    )
    store.run(
      'UPDATE lists SET change = change + 1, next_item = ? WHERE key = ?',
      principal.id === undefined || principal.id < appAuthor
        ? Math.max(list.next_item, id + 1)
        : list.next_item,
      list.key,
    )
  })
  return added
}

const systemAccount: Author = { shown: { user: { displayName: 'System Account' } }, id: 1073741823 }

/** Shape seen at https://github.com/pnp/pnpjs/issues/2595 */
function userFields(store: Store, principal: Omit<Principal, 'id'>): Record<string, unknown> {
  const person =
    principal.kind === 'user' && principal.entra_id ? findPerson(store, principal.entra_id) : undefined
  const kinds = { user: 'Person', app: 'Person', securityGroup: 'DomainGroup', siteGroup: 'SharePointGroup' }
  return {
    Title: principal.title,
    Name: principal.login,
    ...(principal.email === '' ? {} : { EMail: principal.email }),
    ...(person ? { UserName: person.userPrincipalName, SipAddress: person.mail } : {}),
    ...(person?.jobTitle === undefined ? {} : { JobTitle: person.jobTitle }),
    ...(person?.department === undefined ? {} : { Department: person.department }),
    IsSiteAdmin: false,
    ContentType: kinds[principal.kind],
  }
}

function userList(store: Store, site: number): { key: number; next_item: number; change: number } {
  const list = store.get<{ key: number; next_item: number; change: number }>(
    'SELECT key, next_item, change FROM lists WHERE site = ? AND name = ?',
    site,
    userListName,
  )
  if (!list) throw new Error(`Site ${site} has no User Information List`)
  return list
}
