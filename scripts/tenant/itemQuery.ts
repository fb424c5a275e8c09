/** Reads a page of rows: filters with SharePoint's rules about indexes and size, in order of number. */
import type { Call, Core } from './call.ts'
import { type Column, isMulti, kindOf } from './columnKinds.ts'
import { badRequest, Failure, tooManyResources } from './errors.ts'
import type { Values } from './fieldValues.ts'
import { type Comparison, type Filter, type Literal, parseFilter } from './itemFilter.ts'
import { comparable, type Item } from './itemStore.ts'
import { columnsOf } from './listColumns.ts'
import type { List } from './rights.ts'

export type Page = { rows: Item[]; more: boolean }

type Test = (row: Item, values: Values) => boolean

/** https://github.com/microsoftgraph/microsoft-graph-docs/issues/2279 */
const nonIndexed = (field: string): Failure =>
  badRequest(
    `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  )

export function readPage(call: Call, list: List, after: number, size: number): Page {
  const { core, options } = call
  checkOrder(call, list)
  const test = options.filter === undefined ? viewTest(core) : filterTest(call, list, options.filter)
  const visible = core.flags.replicationLagMs > 0 ? Date.now() - core.flags.replicationLagMs : Infinity
  if (!test && visible === Infinity) {
    const rows = core.store.all<Item>(
      'SELECT * FROM items WHERE list = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?',
      list.key,
      after,
      size + 1,
    )
    return { rows: rows.slice(0, size), more: rows.length > size }
  }
  const rows: Item[] = []
  for (const row of candidates(call, list, after)) {
    if (row.etag === 1 && row.changed_at > visible) continue
    if (test && !test(row, JSON.parse(row.fields) as Values)) continue
    if (rows.length === size) return { rows, more: true }
    rows.push(row)
  }
  return { rows, more: false }
}

/** Of the index between bounds; what equals or starts so, and what is above or below, but for what is anything else. */
const ranges: Partial<Record<Comparison['operator'], string>> = {
  eq: '= ?',
  startswith: '>= ? AND value < ?',
  lt: '< ?',
  le: '<= ?',
  gt: '> ?',
  ge: '>= ?',
}

/** The rows to look through: by the index when the filter begins with a condition that one of its columns answers. */
function candidates({ core, options }: Call, list: List, after: number): Iterable<Item> {
  const filter = options.filter === undefined ? undefined : parseFilter(options.filter)
  const first = filter && !hasOr(filter) ? flatten(filter)[0] : undefined
  const range = first && ranges[first.operator]
  if (range && first.literal !== null) {
    const { name, indexed, column } = resolve(columnsOf(core.store, list.key), first.path)
    if (indexed && column && !refers(column)) {
      const value = comparable(core, coerce(column, first.literal))
      return core.store.each<Item>(
        `SELECT items.* FROM item_index CROSS JOIN items ON items.list = item_index.list AND items.id = item
         WHERE item_index.list = ? AND field = ? AND value ${range} AND item > ?
         AND deleted = 0 ORDER BY item`,
        list.key,
        name,
        value,
        ...(first.operator === 'startswith' ? [`${value}\uffff`] : []),
        after,
      )
    }
  }
  return core.store.each<Item>(
    'SELECT * FROM items WHERE list = ? AND id > ? AND deleted = 0 ORDER BY id',
    list.key,
    after,
  )
}

const refers = (column: Column): boolean => ['lookup', 'person'].includes(kindOf(column))

/** Order is ignored, but a column without index is refused.
 * https://github.com/microsoftgraph/microsoft-graph-docs/issues/3962 */
function checkOrder(call: Call, list: List): void {
  const field = /^fields\/(\w+)/.exec(call.options.orderby ?? '')?.[1]
  if (field === undefined) return
  const { indexed } = resolve(columnsOf(call.core.store, list.key), `fields/${field}`)
  if (!indexed && !prefersNonIndexed(call)) throw nonIndexed(field)
}

function viewTest({ flags }: Core): Test | undefined {
  const view = flags.defaultViewFilter
  return view ? (_row, values) => String(values[view.field] ?? '') === view.value : undefined
}

const prefersNonIndexed = (call: Call): boolean =>
  /HonorNonIndexedQueriesWarningMayFailRandomly/i.test(call.headers.get('prefer') ?? '')

function filterTest(call: Call, list: List, text: string): Test {
  const { core } = call
  const filter = parseFilter(text)
  const columns = columnsOf(core.store, list.key)
  const comparisons = flatten(filter)
  const allowScan = prefersNonIndexed(call)
  for (const { path } of comparisons) {
    const field = resolve(columns, path)
    if (!field.indexed && !allowScan) throw nonIndexed(field.name)
  }
  const either = 'join' in filter && comparisons.length > 1 && hasOr(filter)
  if (either && !(allowScan && core.flags.orInFilter)) {
    throw badRequest('The provided filter statement is not supported')
  }
  const [first] = comparisons
  if (first && touched(core, list, columns, first, either) > core.flags.threshold) throw tooManyResources()
  return compile(core, columns, filter)
}

/** Rows the first condition makes the database look at: the index counts, except for lookups and people.
 * https://learn.microsoft.com/previous-versions/office/sharepoint-server/ee570029(v=office.15) */
function touched(core: Core, list: List, columns: Column[], first: Comparison, either: boolean): number {
  const field = resolve(columns, first.path)
  const scan =
    either || !field.indexed || field.column === undefined || refers(field.column) || first.literal === null
  if (scan && field.name !== 'ID') {
    const all = core.store.get<{ n: number }>(
      'SELECT count(*) AS n FROM items WHERE list = ? AND deleted = 0',
      list.key,
    )
    return all?.n ?? 0
  }
  if (field.column === undefined) return 0
  const value = comparable(core, coerce(field.column, first.literal))
  const count = (condition: string, ...values: (string | number)[]): number =>
    core.store.get<{ n: number }>(
      `SELECT count(*) AS n FROM item_index WHERE list = ? AND field = ? AND ${condition}`,
      list.key,
      field.name,
      ...values,
    )?.n ?? 0
  if (first.operator === 'startswith') return count('value >= ? AND value < ?', value, `${value}\uffff`)
  return count(
    `value ${{ eq: '=', ne: '<>', lt: '<', gt: '>', le: '<=', ge: '>=' }[first.operator]} ?`,
    value,
  )
}

type Field = { name: string; indexed: boolean; column?: Column; read: (row: Item, values: Values) => unknown }

const systemFields: Record<string, Field> = {
  ID: { name: 'ID', indexed: true, read: (row) => row.id },
  id: { name: 'ID', indexed: true, read: (row) => row.id },
  Created: { name: 'Created', indexed: false, read: (row) => row.created },
  Modified: { name: 'Modified', indexed: false, read: (row) => row.modified },
  ContentType: { name: 'ContentType', indexed: false, read: () => 'Item' },
}

function resolve(columns: Column[], path: string): Field {
  const name = /^fields\/(\w+)$/.exec(path)?.[1]
  if (name === undefined) {
    // Listed as a property, yet refused. https://github.com/microsoftgraph/microsoft-graph-docs/issues/18183
    if (/^(createdDateTime|lastModifiedDateTime|webUrl|eTag|name)$/.test(path)) {
      throw badRequest('The provided filter statement is not supported')
    }
    if (path === 'id') return { name: 'ID', indexed: true, read: (row) => row.id }
    throw new Failure(400, 'BadRequest', 'Invalid filter clause')
  }
  const system = systemFields[name]
  const column = columns.find((candidate) => candidate.name === name || `${candidate.name}LookupId` === name)
  if (!column) {
    if (system) return system
    throw badRequest(`Field '${name}' is not recognized`)
  }
  const kind = kindOf(column)
  if (kind === 'note' || kind === 'hyperlink' || kind === 'term' || isMulti(column)) {
    throw badRequest(`The field '${name}' cannot be used in the query filter expression`)
  }
  return { name, indexed: column.indexed, column, read: (_row, values) => values[column.name] }
}

function compile(core: Core, columns: Column[], filter: Filter): Test {
  if ('join' in filter) {
    const tests = filter.parts.map((part) => compile(core, columns, part))
    return filter.join === 'and'
      ? (row, values) => tests.every((test) => test(row, values))
      : (row, values) => tests.some((test) => test(row, values))
  }
  const field = resolve(columns, filter.path)
  const { operator, literal } = filter
  if (literal === null) {
    if (operator !== 'eq' && operator !== 'ne')
      throw badRequest('The provided filter statement is not supported')
    return (row, values) => (field.read(row, values) === undefined) === (operator === 'eq')
  }
  const right = comparable(core, field.column ? coerce(field.column, literal) : systemLiteral(field, literal))
  return (row, values) => {
    const value = field.read(row, values)
    if (value === undefined) return operator === 'ne'
    const left = comparable(core, value)
    if (operator === 'startswith') return String(left).startsWith(String(right))
    if (operator === 'eq') return left === right
    if (operator === 'ne') return left !== right
    if (operator === 'lt') return left < right
    if (operator === 'le') return left <= right
    return operator === 'gt' ? left > right : left >= right
  }
}

const systemLiteral = (field: Field, literal: Literal): Literal =>
  field.name === 'ID' ? Number(literal) : normalDate(String(literal))

/** The literal in the column's own terms, whatever way it was quoted. */
function coerce(column: Column, literal: Literal): Literal {
  if (literal === null) return null
  const kind = kindOf(column)
  if (kind === 'boolean') return literal === true || literal === 1 || literal === '1' || literal === 'true'
  if (kind === 'dateTime') return normalDate(String(literal))
  if (kind === 'number' || kind === 'lookup' || kind === 'person') {
    const value = Number(literal)
    if (Number.isNaN(value)) throw badRequest('The provided filter statement is not supported')
    return value
  }
  return String(literal)
}

function normalDate(text: string): string {
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? text : `${instant.toISOString().slice(0, 19)}Z`
}

const flatten = (filter: Filter): Comparison[] =>
  'join' in filter ? filter.parts.flatMap(flatten) : [filter]

const hasOr = (filter: Filter): boolean =>
  'join' in filter && (filter.join === 'or' || filter.parts.some(hasOr))
