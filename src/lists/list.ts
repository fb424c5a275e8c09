/** What a list is, the type of the items it holds, and how an item crosses the wire. */
import {
  type Column,
  type Fields,
  person,
  day,
  type SiteUserId,
  text,
  type WireColumn,
  yesNo,
} from './columns.ts'

/** A column of whatever type: what it takes is known only to its own declaration. */
type AnyColumn = Omit<Column<unknown>, 'encode' | 'type'> & {
  encode: (name: string, value: never, siteUserId: SiteUserId) => Fields
  readonly type?: [unknown, boolean]
}
export type Columns = Record<string, AnyColumn>

/** How the tab loads a list: at every start, when a page needs it, or never. */
export type Load = 'boot' | 'route' | 'never'

export interface List<C extends Columns = Columns> {
  name: string
  label: string
  load: Load
  /** May pass 5,000 rows: read in pages of its own, never enumerated by delta. */
  large: boolean
  /** Has a confidential twin (see twins.ts). */
  twin: boolean
  /** Read by nobody but the server and the owners of the site: whoever needs some of it asks the server. */
  closed: boolean
  /** A document library: its rows come with files, and are written through them. */
  library?: true
  columns: C
}

/** Every list has these: the key that makes writing repeatable, the archive mark, and who changed it last for the organisation. */
const baseColumns = {
  key: text('Nyckel', { required: true, unique: true }),
  archived: yesNo('Arkiverad'),
  changedBy: person('Ändrad av'),
  changedOn: day('Ändrad den'),
}

type Kept<C extends AnyColumn> = NonNullable<C['type']>[0]
type RequiredKeys<C extends Columns> = {
  [K in keyof C]: NonNullable<C[K]['type']>[1] extends true ? K : never
}[keyof C]
type Flat<T> = { [K in keyof T]: T[K] }

/** The values of an item before SharePoint has given it an id. */
export type DraftOf<L> =
  L extends List<infer C>
    ? Flat<{ [K in RequiredKeys<C>]: Kept<C[K]> } & { [K in Exclude<keyof C, RequiredKeys<C>>]?: Kept<C[K]> }>
    : never

/** An item as read: with SharePoint's id and its version (ETag), and whether it came from the list's confidential twin. */
export type ItemOf<L> = Flat<DraftOf<L> & { id: string; version: string; confidential?: true }>

/** New values for some columns; `null` empties a column. */
export type ChangesOf<L> = { [K in keyof DraftOf<L>]?: DraftOf<L>[K] | null }

/** Declares a list: ASCII name (final), Swedish label, columns. Throws when two columns would share a SharePoint column. */
export function defineList<const C extends Columns>(
  name: string,
  label: string,
  columns: C,
  {
    load = 'boot',
    large = false,
    twin = false,
    closed = false,
  }: { load?: Load; large?: boolean; twin?: boolean; closed?: boolean } = {},
) {
  const all = { ...columns, ...baseColumns }
  refuseCollisions(name, all)
  return { name, label, load, large, twin, closed, columns: all } satisfies List
}

/** Declares a document library: what is kept about each file. Its rows have no key of ours, and are never loaded as items. */
export function defineLibrary<const C extends Columns>(name: string, label: string, columns: C) {
  refuseCollisions(name, columns)
  return {
    name,
    label,
    load: 'never',
    large: false,
    twin: false,
    closed: false,
    library: true,
    columns,
  } satisfies List
}

/** `projectOwner` in code, `ProjectOwner` in SharePoint. */
export const internalName = (key: string) =>
  key === 'id' ? 'ItemId' : key.charAt(0).toUpperCase() + key.slice(1)

/** Graph `fields` of the values; empty ones as `null` (Graph's PATCH clears them). Throws on a column nobody declared. */
export function encode<L extends List>(
  list: L,
  values: ChangesOf<L>,
  siteUserId: SiteUserId = () => undefined,
): Fields {
  return Object.assign(
    {},
    ...Object.entries(values).map(([key, value]) => {
      const column = Object.hasOwn(list.columns, key) ? list.columns[key] : undefined
      if (!column) throw new Error(`${list.name} has no column ${key}`)
      return column.encode(internalName(key), (value ?? null) as never, siteUserId)
    }),
  ) as Fields
}

/** Columns with their names in SharePoint, worked out once for each list: rows come by the thousand. */
const names = new WeakMap<List, [key: string, name: string, column: AnyColumn][]>()

/** The item of Graph's `{ id, fields }`. Throws when a required column is empty or a choice is unknown. */
export function decode<L extends List>(list: L, id: string, version: string, fields: Fields): ItemOf<L> {
  const item: Record<string, unknown> = { id, version }
  let named = names.get(list)
  if (!named) {
    named = Object.entries(list.columns).map(([key, column]) => [key, internalName(key), column])
    names.set(list, named)
  }
  for (const [key, name, column] of named) {
    const value = column.decode(name, fields)
    if (value !== undefined) item[key] = value
    else if (column.required && !column.onDemand) throw new Error(`${list.name} ${id}: ${key} is empty`)
  }
  return item as ItemOf<L>
}

/** SharePoint columns to `$select`: those of the table, or all when one item is opened. */
export function selectOf(list: List, depth: 'table' | 'whole'): string[] {
  return Object.entries(list.columns).flatMap(([key, column]) =>
    depth === 'table' && column.onDemand ? [] : column.wire(internalName(key)).read,
  )
}

/** All SharePoint columns of the list, as Graph creates them (Title exists from the start). */
export function wireColumns(list: List): WireColumn[] {
  return Object.entries(list.columns)
    .flatMap(([key, column]) => column.wire(internalName(key)).columns)
    .filter((column) => column.name !== 'Title')
}

function refuseCollisions(list: string, columns: Columns) {
  // An item has these of SharePoint's own: a column would hide what a change must name.
  for (const key of ['id', 'version'])
    if (Object.hasOwn(columns, key)) throw new Error(`${list}: a column may not be called ${key}`)
  const taken = new Set<string>()
  for (const [key, column] of Object.entries(columns)) {
    for (const wire of column.wire(internalName(key)).columns) {
      // A text column `<Person>Id` would swallow writes to `<Person>LookupId` (https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1457).
      const names = wire.personOrGroup ? [wire.name, `${wire.name}Id`, `${wire.name}LookupId`] : [wire.name]
      for (const name of names.map((n) => n.toLowerCase())) {
        if (taken.has(name)) throw new Error(`${list}.${key}: ${name} is used twice`)
        taken.add(name)
      }
    }
  }
}
