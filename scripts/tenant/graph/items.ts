/** Rows of a list: read by page, created, changed with If-Match, removed. */
import { authorOf } from '../author.ts'
import { type Call, created, noContent, ok, record, type Reply } from '../call.ts'
import { badRequest, Failure, notFound, preconditionFailed } from '../errors.ts'
import { readValues } from '../fieldValues.ts'
import { readPage } from '../itemQuery.ts'
import { itemShape } from '../itemShape.ts'
import { deleteItem, etagOf, findItem, insertItem, type Item, updateItem } from '../itemStore.ts'
import { columnsOf } from '../listColumns.ts'
import { readOptions } from '../query.ts'
import { level, type List, openList, type Site } from '../rights.ts'

type ItemPage = { value: Record<string, unknown>[]; last: number; more: boolean }

export function pageOfItems(call: Call, site: Site, list: List, after: number): ItemPage {
  const { flags } = call.core
  const size = Math.min(call.options.top ?? flags.defaultPage, flags.largestPage) || flags.defaultPage
  const { rows, more } = readPage(call, list, after, size)
  const shape = itemShape(call, site, list, { options: call.options })
  return { value: rows.map((row) => shape.item(row)), last: rows.at(-1)?.id ?? after, more }
}

/** https://learn.microsoft.com/graph/api/listitem-list */
export function listItems(call: Call): Reply {
  const { site, list } = openList(call)
  const { options, origin, metadata } = call
  if (options.search !== undefined)
    throw badRequest('The $search query option is not supported for list items')
  if (options.other.has('skip')) throw badRequest('The $skip query option is not supported for list items')
  const after = readSkipToken(options.other.get('skiptoken'))
  const page = call.disturb.emptyPage
    ? { value: [], last: after, more: true }
    : pageOfItems(call, site, list, after)
  const context = `${origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`
  return ok({
    ...(metadata ? { '@odata.context': context } : {}),
    ...(page.more ? { '@odata.nextLink': nextLink(call, page.last) } : {}),
    value: page.value,
  })
}

/** https://learn.microsoft.com/sharepoint/dev/sp-add-ins/use-odata-query-operations-in-sharepoint-rest-requests */
function readSkipToken(token: string | undefined): number {
  if (token === undefined) return 0
  const id = /^Paged=TRUE&p_ID=(\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  if (id === undefined)
    throw new Failure(400, 'invalidRequest', 'One of the provided arguments is not acceptable.', {
      inner: 'badArgument',
    })
  return Number(id)
}

function nextLink(call: Call, last: number): string {
  const url = new URL(call.address)
  url.searchParams.delete('skiptoken')
  url.searchParams.set(
    '$skiptoken',
    Buffer.from(`Paged=TRUE&p_ID=${last}`).toString('base64').replace(/=+$/, ''),
  )
  return url.href
}

/** `list/items` can't be counted. */
export function countItems(call: Call): Reply {
  openList(call)
  throw badRequest('The request is invalid: $count is not supported for list items')
}

export function openItem(call: Call, needed: 1 | 2 = level.read): Opened {
  const { site, list } = openList(call, needed)
  const item = findItem(call.core, list, call.params['item'] ?? '')
  if (!item) throw notFound()
  return { site, list, item }
}

export function getItem(call: Call): Reply {
  const { site, list, item } = openItem(call)
  return ok(withContext(call, site, list, itemShape(call, site, list, { options: call.options }).item(item)))
}

export function getFields(call: Call): Reply {
  const { site, list, item } = openItem(call)
  const options = readOptions([])
  options.expand.set('fields', call.options)
  return ok(itemShape(call, site, list, { options }).fields(item))
}

/** The row's own list is in the context: `items/$entity`. */
function withContext(
  call: Call,
  site: Site,
  list: List,
  shape: Record<string, unknown>,
): Record<string, unknown> {
  if (!call.metadata) return shape
  const base = `${call.origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items/$entity`
  return { '@odata.context': base, ...shape }
}

/** Neither `required` nor the choices are looked at. https://github.com/SharePoint/PnP-JS-Core/issues/376 */
export function createItem(call: Call): Reply {
  const { core } = call
  const { site, list } = openList(call, level.write)
  refuseSystem(list)
  // A row of a library comes with its file.
  if (list.template === 'documentLibrary') throw badRequest('Invalid request')
  const values = readValues(record(record(call.body)['fields']), {
    columns: columnsOf(core.store, list.key),
    flags: core.flags,
    timeZone: site.time_zone,
    creating: true,
  })
  const item = insertItem(core, list, values, authorOf(core.store, site.key, call.caller))
  const options = readOptions([['$expand', 'fields']])
  const shape = itemShape(call, site, list, { options, justCreated: true }).item(item)
  return { ...created(withContext(call, site, list, shape)), headers: { etag: etagOf(item) } }
}

/** Answers the fields, not the row. https://learn.microsoft.com/graph/api/listitem-update */
export function updateFields(call: Call): Reply {
  return fieldsReply(call, openItem(call, level.write))
}

/** The same for the row of a file, wherever it was found. */
export function fieldsReply(call: Call, opened: Opened): Reply {
  const { site, list, item } = change(call, opened, record(call.body))
  const options = readOptions([['$expand', 'fields']])
  const fields = itemShape(call, site, list, { options }).fields(item)
  return { ...ok(fields), headers: { etag: etagOf(item) } }
}

export function updateItemRoute(call: Call): Reply {
  const { site, list, item } = change(call, openItem(call, level.write), record(record(call.body)['fields']))
  const options = readOptions([['$expand', 'fields']])
  const shape = itemShape(call, site, list, { options }).item(item)
  return { ...ok(withContext(call, site, list, shape)), headers: { etag: etagOf(item) } }
}

type Opened = { site: Site; list: List; item: Item }

function change(call: Call, { site, list, item }: Opened, fields: Record<string, unknown>): Opened {
  const { core } = call
  refuseSystem(list)
  if (list.template === 'documentLibrary' && 'FileLeafRef' in fields)
    throw new Failure(
      501,
      'notImplemented',
      'The local tenant gives a file another name as a driveItem only.',
    )
  checkMatch(call, item)
  const values = readValues(fields, {
    columns: columnsOf(core.store, list.key),
    flags: core.flags,
    timeZone: site.time_zone,
    creating: false,
  })
  return {
    site,
    list,
    item: updateItem(core, list, item, values, authorOf(core.store, site.key, call.caller)),
  }
}

/** Compared as it stands; `*` matches all. */
function checkMatch(call: Call, item: Item): void {
  const wanted = call.headers.get('if-match')
  if (wanted === null || wanted === '*') return
  if (!/^(W\/)?".*"$/.test(wanted)) {
    throw new Failure(400, 'invalidRequest', 'The entity tag is malformed', { inner: 'malformedEntityTag' })
  }
  if (wanted !== etagOf(item)) throw preconditionFailed()
}

export function removeItem(call: Call): Reply {
  const { list, item } = openItem(call, level.write)
  refuseSystem(list)
  checkMatch(call, item)
  deleteItem(call.core, list, item)
  return noContent
}

/** The User Information List is written by SharePoint alone. */
function refuseSystem(list: List): void {
  if (list.system) throw new Failure(403, 'accessDenied', 'Access denied')
}
