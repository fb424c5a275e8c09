/** Lists: made by display name, found by id, name or title; system lists come only when asked for. */
import { randomUUID } from 'node:crypto'
import { authorOf, type Author } from '../author.ts'
import { type Call, created, noContent, ok, record, type Reply } from '../call.ts'
import { badRequest, Failure } from '../errors.ts'
import { columnsOfTemplate, forgetColumns, saveColumn } from '../listColumns.ts'
import { pick } from '../query.ts'
import { allowed, level, type Level, type List, openList, openSite, type Site } from '../rights.ts'
import { wireInstant } from '../siteTime.ts'
import { addableColumns, allColumns } from './columns.ts'
import { pageOfItems } from './items.ts'

function showList(call: Call, site: Site, list: List): Record<string, unknown> {
  const { options, origin } = call
  const shape: Record<string, unknown> = {
    '@odata.etag': `"${list.id},${list.etag}"`,
    createdDateTime: list.created,
    description: list.description,
    eTag: `"${list.id},${list.etag}"`,
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: `${origin}${site.path}/${list.template === 'documentLibrary' ? '' : 'Lists/'}${encodeURIComponent(list.name)}`,
    displayName: list.display_name,
    createdBy: (JSON.parse(list.created_by) as Author).shown,
    lastModifiedBy: (JSON.parse(list.modified_by) as Author).shown,
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: list.hidden === 1, template: list.template },
    ...(list.system ? { system: {} } : {}),
  }
  const shown = pick(shape, options.select)
  const columns = options.expand.get('columns')
  if (columns) shown['columns'] = allColumns(call.core, list).map((column) => pick(column, columns.select))
  const items = options.expand.get('items')
  if (items) shown['items'] = pageOfItems({ ...call, options: items }, site, list, 0).value
  return shown
}

const context = (call: Call, site: Site): string =>
  `${call.origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists`

/** Hidden and system lists only with `system` in `$select`. https://learn.microsoft.com/graph/api/resources/list */
export function allLists(call: Call): Reply {
  const { core, caller, options } = call
  const site = openSite(call)
  const title = readTitleFilter(options.filter)
  const rows = core.store.all<List>('SELECT * FROM lists WHERE site = ? ORDER BY key', site.key)
  const named = title !== undefined || options.select?.includes('system') === true
  const lists = rows.filter(
    (list) =>
      (named || (list.hidden === 0 && list.system === 0)) &&
      (title === undefined || list.display_name.toLowerCase() === title.toLowerCase()) &&
      allowed(core, caller, site, list) >= level.read,
  )
  return ok({ '@odata.context': context(call, site), value: lists.map((list) => showList(call, site, list)) })
}

/** Only `displayName eq`. https://github.com/microsoftgraph/microsoft-graph-docs/issues/9836 */
function readTitleFilter(filter: string | undefined): string | undefined {
  if (filter === undefined) return undefined
  const title = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter)?.[1]
  if (title === undefined) throw badRequest('The provided filter statement is not supported')
  return title.replaceAll("''", "'")
}

export function getList(call: Call): Reply {
  const { site, list } = openList(call)
  return ok({ '@odata.context': `${context(call, site)}/$entity`, ...showList(call, site, list) })
}

/** https://learn.microsoft.com/graph/api/list-create */
export function createList(call: Call): Reply {
  const { core, caller } = call
  // An application with Sites.ReadWrite.All may make lists, a grant of `write` may not.
  // https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/1034
  const wide = caller.oid === undefined && caller.permissions.includes('Sites.ReadWrite.All')
  const needed: Level = wide ? level.write : level.manage
  const site = openSite(call, needed)
  const body = record(call.body)
  if ('name' in body) {
    throw badRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    )
  }
  const { displayName, description } = body
  if (typeof displayName !== 'string' || displayName.trim() === '') throw badRequest('Invalid request')
  const template = String(record(body['list'])['template'] ?? 'genericList')
  const born = columnsOfTemplate(template)
  const columns = addableColumns(core, born, Array.isArray(body['columns']) ? body['columns'] : [])
  checkTitle(call, site, displayName)

  const list = core.store.together(() => {
    const row = insertList(call, site, {
      displayName,
      description: typeof description === 'string' ? description : '',
      template,
      hidden: record(body['list'])['hidden'] === true,
    })
    for (const column of [...born, ...columns]) saveColumn(core.store, row.key, column)
    return row
  })
  return created({ '@odata.context': `${context(call, site)}/$entity`, ...showList(call, site, list) })
}

function checkTitle({ core }: Call, site: Site, title: string, self = 0): void {
  const taken = core.store.get(
    'SELECT 1 FROM lists WHERE site = ? AND key <> ? AND display_name = ? COLLATE NOCASE',
    site.key,
    self,
    title,
  )
  if (taken) throw new Failure(409, 'nameAlreadyExists', 'Name already exists')
}

type NewList = { displayName: string; description: string; template: string; hidden: boolean }

function insertList(
  { core, caller }: Call,
  site: Site,
  { displayName, description, template, hidden }: NewList,
): List {
  const by = JSON.stringify(authorOf(core.store, site.key, caller))
  const now = wireInstant(new Date())
  const isLibrary = template === 'documentLibrary'
  const versions = isLibrary ? core.flags.newLibrariesKeepVersions : core.flags.newListsKeepVersions
  const row = core.store.get<List>(
    `INSERT INTO lists (id, site, name, display_name, description, template, hidden, system, created, created_by, modified,
       modified_by, etag, versioning, version_limit, unique_rights, next_item, change, content_type)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 1, ?, ?, 0, 1, 0, ?) RETURNING *`,
    randomUUID(),
    site.key,
    segmentFor(core.store, site, displayName),
    displayName,
    description,
    template,
    hidden ? 1 : 0,
    now,
    by,
    now,
    by,
    versions ? 1 : 0,
    versions ? (isLibrary ? 500 : 50) : 0,
    `${isLibrary ? '0x010100' : '0x0100'}${randomUUID().replaceAll('-', '').toUpperCase()}`,
  )
  if (!row) throw new Error('The list was not kept')
  return row
}

/** The address of a list comes from its first title, without signs that addresses can't hold, and stays. */
function segmentFor(store: Call['core']['store'], site: Site, title: string): string {
  const wanted = title.replaceAll(/["*:<>?/\\|#%&{}~+.]/g, '').trim() || 'List'
  const taken = (name: string): boolean =>
    store.get('SELECT 1 FROM lists WHERE site = ? AND name = ? COLLATE NOCASE', site.key, name) !== undefined
  let name = wanted
  for (let number = 1; taken(name); number += 1) name = `${wanted}${number}`
  return name
}

/** Undocumented, but it works. https://github.com/pnp/pnpjs/blob/version-4/test/graph/lists.ts */
export function updateList(call: Call): Reply {
  const { core } = call
  const { site, list } = openList(call, level.manage)
  const { displayName, description } = record(call.body)
  if (typeof displayName === 'string') checkTitle(call, site, displayName, list.key)
  const row = core.store.get<List>(
    'UPDATE lists SET display_name = ?, description = ?, modified = ?, modified_by = ?, etag = etag + 1 WHERE key = ? RETURNING *',
    typeof displayName === 'string' ? displayName : list.display_name,
    typeof description === 'string' ? description : list.description,
    wireInstant(new Date()),
    JSON.stringify(authorOf(core.store, site.key, call.caller)),
    list.key,
  )
  return ok({ '@odata.context': `${context(call, site)}/$entity`, ...showList(call, site, row ?? list) })
}

export function deleteList(call: Call): Reply {
  const { core } = call
  const { list } = openList(call, level.manage)
  if (list.system) throw new Failure(403, 'accessDenied', 'This list cannot be deleted.')
  core.store.together(() => {
    core.store.run('DELETE FROM role_assignments WHERE list = ?', list.key)
    core.store.run('DELETE FROM lists WHERE key = ?', list.key)
  })
  forgetColumns(core.store, list.key)
  return noContent
}

/** The one content type that a list of ours has. https://learn.microsoft.com/graph/api/list-list-contenttypes */
export function contentTypes(call: Call): Reply {
  const { list } = openList(call)
  const value = [
    {
      id: list.content_type,
      name: list.template === 'documentLibrary' ? 'Document' : 'Item',
      description: list.template === 'documentLibrary' ? 'Create a new document.' : 'Create a new list item.',
      group: 'List Content Types',
      hidden: false,
      readOnly: false,
      sealed: false,
    },
  ]
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#contentTypes`, value })
}
