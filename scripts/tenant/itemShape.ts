/** How a row looks on the wire: Graph's listItem and its fieldValueSet. */
import type { Author } from './author.ts'
import type { Call } from './call.ts'
import { type Column, isMulti, kindOf, wireName } from './columnKinds.ts'
import { badRequest, Failure } from './errors.ts'
import type { Values } from './fieldValues.ts'
import { etagOf, type Item } from './itemStore.ts'
import { columnsOf } from './listColumns.ts'
import { principalById } from './principals.ts'
import type { Options } from './query.ts'
import type { List, Site } from './rights.ts'
import { wallClock, wireInstant } from './siteTime.ts'

/** Prepared once for a whole page. */
export type ItemShape = {
  item(row: Item): Record<string, unknown>
  fields(row: Item): Record<string, unknown>
}

type Details = {
  options: Options
  /** The answer to POST …/items, whose dates were reported wrong. */
  justCreated?: boolean
}

type Read = (row: Item, values: Values) => unknown

type Write = (target: Record<string, unknown>, row: Item, values: Values) => void

export function itemShape(
  call: Call,
  site: Site,
  list: List,
  { options, justCreated = false }: Details,
): ItemShape {
  const { core, origin, metadata } = call
  const shifted = justCreated && core.flags.observedQuirks
  const expand = options.expand.get('fields')
  const wanted = (name: string): boolean => options.select === undefined || options.select.includes(name)
  const columns = columnsOf(core.store, list.key)
  const writes = chooseFields(
    call,
    site,
    columns,
    expand?.select ?? options.expand.get('Fields')?.select,
    shifted,
  )
  const siteUrl = `${origin}${site.path}`
  const isLibrary = list.template === 'documentLibrary'
  const folder = isLibrary ? list.name : `Lists/${list.name}`
  const itemsContext = `${origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`

  const fields = (row: Item): Record<string, unknown> => {
    const target: Record<string, unknown> = metadata ? { '@odata.etag': etagOf(row) } : {}
    const values = JSON.parse(row.fields) as Values
    for (const write of writes) write(target, row, values)
    return target
  }

  const item = (row: Item): Record<string, unknown> => {
    const etag = etagOf(row)
    const shape: Record<string, unknown> = metadata ? { '@odata.etag': etag } : {}
    if (wanted('createdDateTime'))
      shape['createdDateTime'] = shifted ? localLooks(row.created, site) : row.created
    if (wanted('eTag')) shape['eTag'] = etag
    if (wanted('id')) shape['id'] = String(row.id)
    if (wanted('lastModifiedDateTime')) shape['lastModifiedDateTime'] = row.modified
    if (wanted('webUrl')) shape['webUrl'] = `${siteUrl}/${encodeURI(folder)}/${row.id}_.000`
    if (wanted('createdBy')) shape['createdBy'] = author(row.created_by).shown
    if (wanted('lastModifiedBy')) shape['lastModifiedBy'] = author(row.modified_by).shown
    if (wanted('parentReference')) shape['parentReference'] = { id: list.id, siteId: site.id }
    if (wanted('contentType'))
      shape['contentType'] = { id: list.content_type, name: isLibrary ? 'Document' : 'Item' }
    if (expand) {
      if (metadata) shape['fields@odata.context'] = `${itemsContext}('${row.id}')/fields/$entity`
      shape['fields'] = fields(row)
    }
    return shape
  }
  return { item, fields }
}

/** The defect: local time, called UTC. https://github.com/microsoftgraph/microsoft-graph-docs/issues/5293 */
const localLooks = (instant: string, site: Site): string =>
  wireInstant(wallClock(new Date(instant), site.time_zone))

const authors = new Map<string, Author>()

function author(json: string): Author {
  const known = authors.get(json)
  if (known) return known
  const read = JSON.parse(json) as Author
  if (authors.size > 10_000) authors.clear()
  authors.set(json, read)
  return read
}

/** What every row shows when nothing is selected, in the order that was recorded. */
const systemFields: Record<string, Read> = {
  id: (row) => String(row.id),
  ContentType: (_row, values) => values['ContentType'] ?? 'Item',
  Modified: (row) => row.modified,
  Created: (row) => row.created,
  AuthorLookupId: (row) => String(author(row.created_by).id),
  EditorLookupId: (row) => String(author(row.modified_by).id),
  _UIVersionString: (row) => `${row.ui_version}.0`,
  Attachments: () => false,
  Edit: () => '',
  LinkTitleNoMenu: (_row, values) => values['Title'],
  LinkTitle: (_row, values) => values['Title'],
  ItemChildCount: () => '0',
  FolderChildCount: () => '0',
  _ComplianceFlags: () => '',
  _ComplianceTag: () => '',
  _ComplianceTagWrittenTime: () => '',
  _ComplianceTagUserId: () => '',
  AppAuthorLookupId: (row) => asText(author(row.created_by).app),
  AppEditorLookupId: (row) => asText(author(row.modified_by).app),
}

/** Only when asked for by name. */
const hiddenFields: Record<string, Read> = {
  ID: (row) => row.id,
  GUID: (row) => row.guid,
  Author: (row) => author(row.created_by).shown.user?.displayName,
  Editor: (row) => author(row.modified_by).shown.user?.displayName,
  _IsRecord: () => undefined,
  DocIcon: () => undefined,
}

const asText = (id: number | undefined): string | undefined => (id === undefined ? undefined : String(id))

/** Lookup-like columns in one query. https://learn.microsoft.com/graph/api/resources/fieldvalueset */
const mostLookups = 12

function chooseFields(
  call: Call,
  site: Site,
  columns: Column[],
  select: string[] | undefined,
  shifted: boolean,
): Write[] {
  const own = (column: Column): Write => writeColumn(call, site, column, shifted)
  if (select === undefined) {
    const shown = columns.filter(({ hidden }) => !hidden)
    return [...shown.map(own), ...Object.entries(systemFields).map(([name, read]) => system(name, read))]
  }
  const writes: Write[] = []
  let lookups = 0
  for (const name of select) {
    const column = columns.find((candidate) => candidate.name === name || wireName(candidate) === name)
    const kind = column && kindOf(column)
    if (kind === 'lookup' || kind === 'person' || kind === 'term') lookups += 1
    const read = systemFields[name] ?? hiddenFields[name]
    if (column && wireName(column) !== name) writes.push(writeDisplay(call, site, column))
    else if (column) writes.push(own(column))
    else if (read) writes.push(system(name, read))
    else if (call.core.flags.unknownSelectedField === 'refused')
      throw badRequest(`Field '${name}' is not recognized`)
  }
  if (lookups > mostLookups) {
    throw new Failure(
      422,
      'notSupported',
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
    )
  }
  return writes
}

/** Empty is absent, never null. https://github.com/microsoftgraph/microsoft-graph-docs/issues/15328 */
function system(name: string, read: Read): Write {
  return (target, row, values) => {
    const value = read(row, values)
    if (value !== undefined) target[name] = value
  }
}

function writeColumn(call: Call, site: Site, column: Column, shifted: boolean): Write {
  const kind = kindOf(column)
  const name = wireName(column)
  const many = isMulti(column)
  const refers = kind === 'lookup' || kind === 'person'
  const display = refers && many ? displayOf(call, site, column) : undefined
  return (target, _row, values) => {
    const value = values[column.name]
    if (value === undefined) return
    if (display && Array.isArray(value)) target[name] = value.map((id) => display(Number(id)))
    else if (refers) target[name] = String(value)
    else if (shifted && kind === 'dateTime') target[name] = localLooks(String(value), site)
    else target[name] = value
  }
}

/** `X` beside `XLookupId`: the text of what the number points at. */
function writeDisplay(call: Call, site: Site, column: Column): Write {
  const display = displayOf(call, site, column)
  return (target, _row, values) => {
    const value = values[column.name]
    if (value !== undefined) target[column.name] = display(Number(value)).LookupValue
  }
}

type Display = { LookupId: number; LookupValue: string; Email?: string }

function displayOf(call: Call, site: Site, column: Column): (id: number) => Display {
  const { store } = call.core
  const known = new Map<number, Display>()
  const find = (id: number): Display => {
    if (kindOf(column) === 'person') {
      const principal = principalById(store, site.key, id)
      return { LookupId: id, LookupValue: principal?.title ?? '', Email: principal?.email ?? '' }
    }
    const { listId, columnName } = column.settings
    const row = store.get<{ fields: string }>(
      'SELECT fields FROM items JOIN lists ON lists.key = items.list WHERE lists.id = ? AND items.id = ? AND deleted = 0',
      String(listId).toLowerCase(),
      id,
    )
    const values = row ? (JSON.parse(row.fields) as Values) : {}
    return { LookupId: id, LookupValue: String(values[String(columnName)] ?? '') }
  }
  return (id) => {
    const display = known.get(id) ?? find(id)
    known.set(id, display)
    return display
  }
}
