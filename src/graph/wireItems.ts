/** List items as Graph carries them, their addresses, and the way back to ours. */
import type { Fields } from '#src/lists/columns.ts'
import { decode, internalName, type ItemOf, type List, selectOf } from '#src/lists/list.ts'

export interface WireItem {
  id: string
  eTag?: string
  fields?: Fields & { '@odata.etag'?: string }
  deleted?: { state: string }
  error?: { code: string }
  /** Read from the twin of the list that was asked. */
  confidential?: true
}

export interface WirePage {
  value: WireItem[]
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
}

/** Largest page SharePoint gives; more is cut without an error (https://github.com/pnp/pnpjs/issues/750). */
export const PAGE = 5000

/** Finds the addresses of a site's lists: names to ids, given by configuration or discovery. */
export interface Site {
  id: string
  listIds: Record<string, string>
  /** Entra id of the group that reads what is confidential. */
  confidentialGroup?: string
}

/** Where a list's items are. Throws when the site has no such list. */
export function itemsPath(site: Site, list: List): string {
  const id = site.listIds[list.name]
  if (!id) throw new Error(`The site has no list ${list.name}`)
  return `/sites/${site.id}/lists/${id}/items`
}

/** The leanest query that keeps the ETag: `$select=id` with chosen fields. */
export const itemsQuery = (list: List, depth: 'table' | 'whole') =>
  `$select=id&$expand=${fieldsOf(list, depth)}&$top=${PAGE}`

export const fieldsOf = (list: List, depth: 'table' | 'whole') =>
  `fields($select=${selectOf(list, depth).join(',')})`

/** A text in a `$filter`, quoted and encoded: the Graph client encodes nothing itself. */
export const literal = (value: string) => encodeURIComponent(`'${value.replaceAll("'", "''")}'`)

/** An item as Graph gives it, with its version. Throws as `decode` does. */
export function toItem<L extends List>(list: L, wire: WireItem): ItemOf<L> {
  const item = decode(list, wire.id, wire.fields?.['@odata.etag'] ?? wire.eTag ?? '', wire.fields ?? {})
  return wire.confidential ? { ...item, confidential: true } : item
}

/** An indexed column of ours and the text it must equal. */
export interface Equals {
  column: string
  value: string
}

/** The address of a filtered read; the column is one of the indexed. */
export function wherePath(
  site: Site,
  list: List,
  { column, value }: Equals,
  depth: 'table' | 'whole' = 'whole',
): string {
  const kind = list.columns[column]?.kind
  const suffix = kind === 'ref' ? 'Key' : kind === 'person' ? 'Entra' : ''
  const filter = `fields/${internalName(column)}${suffix}%20eq%20${literal(value)}`
  return `${itemsPath(site, list)}?$filter=${filter}&${itemsQuery(list, depth)}`
}
