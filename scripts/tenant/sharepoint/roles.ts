/** Who has which role on the site or on a list with rights of its own. */
import { ok, type Reply } from '../call.ts'
import { principalById } from '../principals.ts'
import { roleDefinition } from '../rights.ts'
import { missing, type RestCall, RestFailure } from './call.ts'
import { openRestList } from './lists.ts'
import { showPrincipal } from './users.ts'

/** Names follow the language of the site; ids and kinds don't.
 * https://learn.microsoft.com/previous-versions/office/sharepoint-csom/ee536725(v=office.15) */
const definitions = [
  ['Full Control', 'Has full control.', roleDefinition.owner, 5, '2147483647', '4294967295'],
  [
    'Design',
    'Can view, add, update, delete, approve, and customize.',
    roleDefinition.design,
    4,
    '432',
    '1012866047',
  ],
  [
    'Edit',
    'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
    roleDefinition.edit,
    6,
    '432',
    '1011030767',
  ],
  [
    'Contribute',
    'Can view, add, update, and delete list items and documents.',
    roleDefinition.write,
    3,
    '432',
    '1011028719',
  ],
  [
    'Read',
    'Can view pages and list items and download documents.',
    roleDefinition.read,
    2,
    '176',
    '138612833',
  ],
  [
    'Limited Access',
    'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
    roleDefinition.limited,
    1,
    '48',
    '134287360',
  ],
] as const

const shapes = definitions.map(([Name, Description, Id, RoleTypeKind, High, Low], index) => ({
  BasePermissions: { High, Low },
  Description,
  Hidden: Id === roleDefinition.limited,
  Id: Id as number,
  Name,
  Order: index + 1,
  RoleTypeKind,
}))

export const roleDefinitions = (): Reply => ok({ value: shapes })

/** Key of the list, or 0 for the site. A list without rights of its own shows the site's. */
function scopeOf(call: RestCall, change: boolean): number {
  const { params } = call
  if (params['list'] === undefined && params['title'] === undefined) return 0
  const list = openRestList(call)
  if (list.unique_rights === 1) return list.key
  if (!change) return 0
  throw new RestFailure(
    400,
    '-2146232832, Microsoft.SharePoint.SPException',
    'This operation is not allowed on an object that inherits its permissions.',
  )
}

/** Holder and roles come only with `$expand=Member,RoleDefinitionBindings`. */
export function listAssignments(call: RestCall): Reply {
  const { core, site, query } = call
  const rows = core.store.all<{ principal: number; role: number }>(
    'SELECT principal, role FROM role_assignments WHERE site = ? AND list = ? ORDER BY principal, role',
    site.key,
    scopeOf(call, false),
  )
  const expand = (query.get('$expand') ?? '').toLowerCase()
  const value = [...new Set(rows.map(({ principal }) => principal))].map((id) => {
    const holder = principalById(core.store, site.key, id)
    const roles = rows.filter(({ principal }) => principal === id).map(({ role }) => role)
    return {
      ...(expand.includes('member') && holder ? { Member: showPrincipal(core.store, holder) } : {}),
      ...(expand.includes('roledefinitionbindings')
        ? { RoleDefinitionBindings: shapes.filter(({ Id }) => roles.includes(Id)) }
        : {}),
      PrincipalId: id,
    }
  })
  return ok({ value })
}

export function addAssignment(call: RestCall): Reply {
  const { core, site, params } = call
  const list = scopeOf(call, true)
  const principal = Number(params['principal'])
  const role = Number(params['role'])
  if (!principalById(core.store, site.key, principal)) throw missing('Principal')
  if (!shapes.some(({ Id }) => Id === role)) throw missing('Role definition')
  core.store.run(
    'INSERT OR IGNORE INTO role_assignments (site, list, principal, role) VALUES (?, ?, ?, ?)',
    site.key,
    list,
    principal,
    role,
  )
  return ok({ 'odata.null': true })
}

export function removeAssignment(call: RestCall): Reply {
  const { core, site, params } = call
  core.store.run(
    'DELETE FROM role_assignments WHERE site = ? AND list = ? AND principal = ? AND role = ?',
    site.key,
    scopeOf(call, true),
    Number(params['principal']),
    Number(params['role']),
  )
  return ok({ 'odata.null': true })
}

/** All roles of one holder. */
export function removeHolder(call: RestCall): Reply {
  const { core, site, params } = call
  core.store.run(
    'DELETE FROM role_assignments WHERE site = ? AND list = ? AND principal = ?',
    site.key,
    scopeOf(call, true),
    Number(params['principal']),
  )
  return ok({ 'odata.null': true })
}
