/** A list's settings that Graph doesn't show: versions, and whether it has rights of its own. */
import { noContent, ok, type Reply } from '../call.ts'
import { ensurePrincipal } from '../principals.ts'
import { allowed, level, type List, roleDefinition } from '../rights.ts'
import { choose, missing, type RestCall, RestFailure } from './call.ts'

export function openRestList({ core, caller, site, params }: RestCall): List {
  const list = core.store.get<List>(
    'SELECT * FROM lists WHERE site = ? AND (id = ? OR display_name = ?)',
    site.key,
    (params['list'] ?? '').toLowerCase(),
    (params['title'] ?? '').replaceAll("''", "'"),
  )
  if (!list || allowed(core, caller, site, list) === level.none) throw missing('List')
  return list
}

export function getList(call: RestCall): Reply {
  const list = openRestList(call)
  const { core, query } = call
  const count = core.store.get<{ n: number }>(
    'SELECT count(*) AS n FROM items WHERE list = ? AND deleted = 0',
    list.key,
  )
  const shape: Record<string, unknown> = {
    AllowContentTypes: true,
    BaseTemplate: list.template === 'documentLibrary' ? 101 : 100,
    ContentTypesEnabled: false,
    Created: list.created,
    Description: list.description,
    EnableAttachments: true,
    EnableVersioning: list.versioning === 1,
    EnableMinorVersions: false,
    Hidden: list.hidden === 1,
    Id: list.id,
    ItemCount: count?.n ?? 0,
    LastItemModifiedDate: list.modified,
    MajorVersionLimit: list.version_limit,
    MajorWithMinorVersionsLimit: 0,
    Title: list.display_name,
  }
  // A costly property, only when named.
  if (/HasUniqueRoleAssignments/.test(query.get('$select') ?? '')) {
    shape['HasUniqueRoleAssignments'] = list.unique_rights === 1
  }
  return ok(choose(shape, query))
}

/** Versions start at this moment; SharePoint keeps between 100 and 50,000 of them, or less when set by REST.
 * https://learn.microsoft.com/previous-versions/office/sharepoint-server/ee541191(v=office.15) */
export function updateList(call: RestCall): Reply {
  const { core, body } = call
  const list = openRestList(call)
  const { EnableVersioning: on, MajorVersionLimit: limit, Title: title, Description: description } = body
  if (on !== undefined && typeof on !== 'boolean') throw wrongType('EnableVersioning')
  if (limit !== undefined && typeof limit !== 'number') throw wrongType('MajorVersionLimit')
  const versioning = on ?? list.versioning === 1
  core.store.run(
    'UPDATE lists SET versioning = ?, version_limit = ?, display_name = ?, description = ? WHERE key = ?',
    versioning ? 1 : 0,
    versioning ? (limit ?? (list.version_limit || 500)) : 0,
    typeof title === 'string' ? title : list.display_name,
    typeof description === 'string' ? description : list.description,
    list.key,
  )
  return noContent
}

const wrongType = (name: string): RestFailure =>
  new RestFailure(
    400,
    '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    `Cannot convert the value of ${name} to the expected type.`,
  )

/** https://learn.microsoft.com/sharepoint/dev/sp-add-ins/set-custom-permissions-on-a-list-by-using-the-rest-interface */
export function breakInheritance(call: RestCall): Reply {
  const { core, caller, site, params } = call
  const list = openRestList(call)
  const copy = /^(copyroleassignments=)?true/i.test(params['how'] ?? 'true')
  if (list.unique_rights === 1) return ok({ 'odata.null': true })
  core.store.together(() => {
    core.store.run('UPDATE lists SET unique_rights = 1 WHERE key = ?', list.key)
    if (copy) {
      core.store.run(
        'INSERT OR IGNORE INTO role_assignments (site, list, principal, role) SELECT site, ?, principal, role FROM role_assignments WHERE site = ? AND list = 0',
        list.key,
        site.key,
      )
      return
    }
    // Whoever breaks it keeps full control, or nobody could mend it.
    const self = caller.oid === undefined ? undefined : ensurePrincipal(core.store, site.key, caller.oid)
    if (self) {
      core.store.run(
        'INSERT OR IGNORE INTO role_assignments (site, list, principal, role) VALUES (?, ?, ?, ?)',
        site.key,
        list.key,
        self.id,
        roleDefinition.owner,
      )
    }
  })
  return ok({ 'odata.null': true })
}

export function resetInheritance(call: RestCall): Reply {
  const { core } = call
  const list = openRestList(call)
  core.store.together(() => {
    core.store.run('UPDATE lists SET unique_rights = 0 WHERE key = ?', list.key)
    core.store.run('DELETE FROM role_assignments WHERE list = ?', list.key)
  })
  return ok({ 'odata.null': true })
}
