/** Columns of a list: one at a time, at most twenty with an index. */
import { builtinColumns } from '../builtinColumns.ts'
import { type Call, type Core, created, noContent, ok, type Reply } from '../call.ts'
import { changeColumn, type Column, readColumn, showColumn } from '../columnKinds.ts'
import { badRequest, Failure, notFound } from '../errors.ts'
import { reindexColumn } from '../itemStore.ts'
import { columnsOf, forgetColumns, saveColumn } from '../listColumns.ts'
import { pick } from '../query.ts'
import { level, type List, openList, type Site } from '../rights.ts'

export function allColumns(core: Core, list: List): Record<string, unknown>[] {
  return [...columnsOf(core.store, list.key).map(showColumn), ...builtinColumns]
}

const context = (call: Call, site: Site, list: List): string =>
  `${call.origin}/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/columns`

/** Hidden columns only when `hidden` is asked for. https://learn.microsoft.com/graph/api/resources/columndefinition */
export function listColumns(call: Call): Reply {
  const { site, list } = openList(call)
  const { select } = call.options
  const columns = allColumns(call.core, list).filter(
    ({ hidden }) => hidden === false || select?.includes('hidden'),
  )
  return ok({
    '@odata.context': context(call, site, list),
    value: columns.map((column) => pick(column, select)),
  })
}

export function getColumn(call: Call): Reply {
  const { site, list } = openList(call)
  const wanted = call.params['column'] ?? ''
  const column = allColumns(call.core, list).find(
    ({ id, name }) => id === wanted.toLowerCase() || name === wanted,
  )
  if (!column) throw notFound()
  return ok({
    '@odata.context': `${context(call, site, list)}/$entity`,
    ...pick(column, call.options.select),
  })
}

/** https://learn.microsoft.com/graph/api/list-post-columns */
export function createColumn(call: Call): Reply {
  const { core } = call
  const { site, list } = openList(call, level.manage)
  const [column] = addableColumns(core, columnsOf(core.store, list.key), [call.body])
  if (!column) throw badRequest('Invalid request')
  saveColumn(core.store, list.key, column)
  return created({ '@odata.context': `${context(call, site, list)}/$entity`, ...showColumn(column) })
}

/** Reads new columns and checks them against those there are. */
export function addableColumns(core: Core, present: Column[], bodies: unknown[]): Column[] {
  const added: Column[] = []
  for (const body of bodies) {
    const column = withFreeName(readColumn(body))
    if (column.name === 'Title' || [...present, ...added].some(({ name }) => name === column.name)) {
      throw badRequest(`A duplicate field name "${column.name}" was found.`)
    }
    if (column.facet === 'lookup') checkLookup(core, column)
    added.push(column)
  }
  checkIndexes(core, [...present, ...added])
  return added
}

/** A name that SharePoint itself uses gets a number, while the label stays: `Author` is kept as `Author0`.
 * The service's own example makes such a column. https://learn.microsoft.com/graph/api/list-create */
function withFreeName(column: Column): Column {
  const taken = builtinColumns.some(({ name }) => name === column.name)
  return taken ? { ...column, name: `${column.name}0` } : column
}

function checkLookup(core: Core, column: Column): void {
  const list = core.store.get(
    'SELECT 1 FROM lists WHERE id = ?',
    String(column.settings['listId']).toLowerCase(),
  )
  if (!list) throw badRequest('The list that the lookup column points at does not exist')
}

function checkIndexes(core: Core, columns: Column[]): void {
  if (columns.filter(({ indexed }) => indexed).length > core.flags.indexesPerList) {
    throw badRequest('The maximum number of indexed columns has been reached for this list.')
  }
}

function ownColumn(call: Call, list: List): Column {
  const wanted = call.params['column'] ?? ''
  const column = columnsOf(call.core.store, list.key).find(
    ({ id, name }) => id === wanted.toLowerCase() || name === wanted,
  )
  if (column) return column
  const builtin = builtinColumns.some(({ id, name }) => id === wanted.toLowerCase() || name === wanted)
  throw builtin ? new Failure(403, 'accessDenied', 'This column cannot be changed.') : notFound()
}

export function updateColumn(call: Call): Reply {
  const { core } = call
  const { site, list } = openList(call, level.manage)
  const column = ownColumn(call, list)
  const changed = changeColumn(column, call.body)
  const others = columnsOf(core.store, list.key).filter(({ id }) => id !== column.id)
  checkIndexes(core, [...others, changed])
  core.store.together(() => {
    if (changed.indexed !== column.indexed) reindexColumn(core, list, changed)
    if (changed.enforceUniqueValues && !column.enforceUniqueValues) checkDuplicates(core, list, changed)
    saveColumn(core.store, list.key, changed)
  })
  return ok({ '@odata.context': `${context(call, site, list)}/$entity`, ...showColumn(changed) })
}

function checkDuplicates(core: Core, list: List, column: Column): void {
  const twice = core.store.get(
    'SELECT 1 FROM item_index WHERE list = ? AND field = ? GROUP BY value HAVING count(*) > 1',
    list.key,
    column.name,
  )
  if (twice) throw badRequest('The column cannot enforce unique values because it contains duplicate values.')
}

export function deleteColumn(call: Call): Reply {
  const { core } = call
  const { list } = openList(call, level.manage)
  const column = ownColumn(call, list)
  if (['Title', 'FileLeafRef'].includes(column.name))
    throw new Failure(403, 'accessDenied', 'This column cannot be deleted.')
  core.store.together(() => {
    core.store.run('DELETE FROM columns WHERE list = ? AND name = ?', list.key, column.name)
    core.store.run('DELETE FROM item_index WHERE list = ? AND field = ?', list.key, column.name)
    core.store.run(
      "UPDATE items SET fields = json_remove(fields, '$.' || ?) WHERE list = ?",
      column.name,
      list.key,
    )
  })
  forgetColumns(core.store, list.key)
  return noContent
}
