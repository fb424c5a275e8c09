/** Rows of lists in the store: writing them with their indexes, versions and change numbers. */
import { randomUUID } from 'node:crypto'
import type { Author } from './author.ts'
import { type Core, record } from './call.ts'
import { type Column, isMulti } from './columnKinds.ts'
import { badRequest } from './errors.ts'
import type { Values } from './fieldValues.ts'
import { checkFormula } from './formula.ts'
import { columnsOf } from './listColumns.ts'
import type { List } from './rights.ts'
import { wireInstant } from './siteTime.ts'

export type Item = {
  key: number
  list: number
  id: number
  guid: string
  etag: number
  ui_version: number
  created: string
  created_by: string
  modified: string
  modified_by: string
  fields: string
  change: number
  changed_at: number
  deleted: number
}

export const etagOf = (item: Pick<Item, 'guid' | 'etag'>): string => `"${item.guid},${item.etag}"`

export function findItem(core: Core, list: List, id: string): Item | undefined {
  if (!/^\d+$/.test(id)) return undefined
  return core.store.get('SELECT * FROM items WHERE list = ? AND id = ? AND deleted = 0', list.key, Number(id))
}

export function insertItem(core: Core, list: List, values: Values, author: Author): Item {
  const { store } = core
  return store.together(() => {
    const columns = columnsOf(store, list.key)
    const fields = withoutEmpty({ ...defaults(core, columns), ...values })
    checkFormulas(columns, fields)
    checkUnique(core, list, columns, fields, 0)
    const { id, change } = number(core, list)
    const now = new Date()
    const by = JSON.stringify(author)
    const item = store.get<Item>(
      `INSERT INTO items (list, id, guid, etag, ui_version, created, created_by, modified, modified_by, fields, change, changed_at, deleted)
       VALUES (?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING *`,
      list.key,
      id,
      randomUUID(),
      wireInstant(now),
      by,
      wireInstant(now),
      by,
      JSON.stringify(fields),
      change,
      now.getTime(),
    )
    if (!item) throw new Error('The row was not kept')
    for (const column of columns) addToIndex(core, column, item, fields)
    return item
  })
}

export function updateItem(core: Core, list: List, item: Item, values: Values, author: Author): Item {
  const { store } = core
  return store.together(() => {
    const columns = columnsOf(store, list.key)
    const before = JSON.parse(item.fields) as Values
    const fields = withoutEmpty({ ...before, ...values })
    const moved = columns.filter(({ name }) => before[name] !== fields[name])
    checkFormulas(columns, fields)
    checkUnique(core, list, moved, fields, item.id)
    const { change } = number(core, list, item)
    const now = new Date()
    const changed = store.get<Item>(
      `UPDATE items SET etag = etag + 1, ui_version = ui_version + ?, modified = ?, modified_by = ?, fields = ?, change = ?, changed_at = ?
       WHERE key = ? RETURNING *`,
      list.versioning,
      wireInstant(now),
      JSON.stringify(author),
      JSON.stringify(fields),
      change,
      now.getTime(),
      item.key,
    )
    if (!changed) throw new Error('The row was not kept')
    for (const column of moved) {
      removeFromIndex(core, column, item, before)
      addToIndex(core, column, changed, fields)
    }
    if (list.versioning) keepVersion(core, list, item)
    return changed
  })
}

/** Leaves a tombstone for delta; the number is never used again. */
export function deleteItem(core: Core, list: List, item: Item): void {
  const { store } = core
  store.together(() => {
    const { change } = number(core, list, item)
    store.run(
      "UPDATE items SET deleted = 1, fields = '{}', change = ?, changed_at = ? WHERE key = ?",
      change,
      Date.now(),
      item.key,
    )
    const before = JSON.parse(item.fields) as Values
    for (const column of columnsOf(store, list.key)) removeFromIndex(core, column, item, before)
    store.run('DELETE FROM versions WHERE list = ? AND item = ?', list.key, item.id)
  })
}

/** Fills the index of a column that got one, or empties it. */
export function reindexColumn(core: Core, list: List, column: Column): void {
  const { store } = core
  store.run('DELETE FROM item_index WHERE list = ? AND field = ?', list.key, column.name)
  if (!column.indexed) return
  for (const item of store.all<Item>('SELECT * FROM items WHERE list = ? AND deleted = 0', list.key)) {
    addToIndex(core, column, item, JSON.parse(item.fields) as Values)
  }
}

/** How values compare: text without regard to case, the rest as it is. */
export function comparable(core: Core, value: unknown): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  const text = String(value)
  return core.flags.textIgnoresCase ? text.toLowerCase() : text
}

function number(core: Core, list: List, item?: Item): { id: number; change: number } {
  const row = core.store.get<{ next_item: number; change: number }>(
    'UPDATE lists SET change = change + 1, next_item = next_item + ? WHERE key = ? RETURNING next_item, change',
    item ? 0 : 1,
    list.key,
  )
  if (!row) throw new Error(`List ${list.id} is gone`)
  core.changed(list.key)
  return { id: item?.id ?? row.next_item - 1, change: row.change }
}

/** A yes/no column is never empty in a new row. */
function defaults(core: Core, columns: Column[]): Values {
  const values: Values = {}
  for (const { name, facet, defaultValue } of columns) {
    if (facet === 'boolean') values[name] = false
    const given = record(defaultValue)['value']
    if (!core.flags.defaultValuesApplied || given === undefined) continue
    values[name] = facet === 'number' ? Number(given) : facet === 'boolean' ? given === '1' : given
  }
  return values
}

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** Validation holds for the API too, unlike `required`. An empty value is not looked at. */
function checkFormulas(columns: Column[], fields: Values): void {
  for (const { name, validation } of columns) {
    const formula = record(validation)['formula']
    if (typeof formula === 'string' && fields[name] !== undefined) checkFormula(formula, fields)
  }
}

function checkUnique(core: Core, list: List, columns: Column[], fields: Values, self: number): void {
  for (const column of columns) {
    const value = fields[column.name]
    if (!column.enforceUniqueValues || value === undefined) continue
    const other = core.store.get(
      'SELECT 1 FROM item_index WHERE list = ? AND field = ? AND value = ? AND item <> ?',
      list.key,
      column.name,
      comparable(core, value),
      self,
    )
    // The text is SharePoint's own. https://github.com/pnp/pnpcore/issues/1280
    if (other) {
      throw badRequest(
        'The list item could not be added or updated because duplicate values were found in one or more fields in the list.',
      )
    }
  }
}

function removeFromIndex(core: Core, column: Column, item: Item, fields: Values): void {
  const value = fields[column.name]
  if (!column.indexed || value === undefined || isMulti(column)) return
  core.store.run(
    'DELETE FROM item_index WHERE list = ? AND field = ? AND value = ? AND item = ?',
    item.list,
    column.name,
    comparable(core, value),
    item.id,
  )
}

function addToIndex(core: Core, column: Column, item: Item, fields: Values): void {
  const value = fields[column.name]
  if (!column.indexed || value === undefined || isMulti(column)) return
  core.store.run(
    'INSERT OR IGNORE INTO item_index (list, field, value, item) VALUES (?, ?, ?, ?)',
    item.list,
    column.name,
    comparable(core, value),
    item.id,
  )
}

/** Keeps a state that is about to be replaced; the present one is the row itself. */
function keepVersion(core: Core, list: List, item: Item): void {
  core.store.run(
    'INSERT OR REPLACE INTO versions (list, item, version, modified, modified_by, fields) VALUES (?, ?, ?, ?, ?, ?)',
    list.key,
    item.id,
    item.ui_version,
    item.modified,
    item.modified_by,
    item.fields,
  )
  if (list.version_limit > 0) {
    core.store.run(
      'DELETE FROM versions WHERE list = ? AND item = ? AND version <= ?',
      list.key,
      item.id,
      item.ui_version - list.version_limit,
    )
  }
}
