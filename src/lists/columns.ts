/** The kinds of column a list may have: each knows its SharePoint columns and how a value crosses the wire. */

import { indexing, isEmpty, keyOf, swedishDay } from './wireValues.ts'

/** The `fields` of a list item as Microsoft Graph carries them. */
export type Fields = Record<string, unknown>

/** A person by Entra object id (the truth) and name as it was when written. */
export interface Person {
  id: string
  name: string
}

/** Another item by its `Key`, with its title as it was when written. */
export interface Ref {
  key: string
  title: string
}

/** `2026-03-31`: a calendar day in Swedish time. */
export type Day = string

/** Gives the number the site knows a person by, when it knows them. */
export type SiteUserId = (entraId: string) => number | undefined

export interface ColumnOptions {
  required?: boolean
  indexed?: boolean
  unique?: boolean
  /** Read only when one item is opened: long texts that a table never shows. */
  onDemand?: boolean
  /** Of a number: no less than this. */
  least?: number
}

/** One column as SharePoint keeps it; the body that Graph's `POST …/columns` takes. */
export interface WireColumn {
  name: string
  displayName: string
  indexed?: boolean
  enforceUniqueValues?: boolean
  [facet: string]: unknown
}

export interface Column<T, Required extends boolean = boolean> extends ColumnOptions {
  kind: string
  label: string
  /** The SharePoint columns, and which of them are read back. */
  wire: (name: string) => { columns: WireColumn[]; read: string[] }
  encode: (name: string, value: T | null, siteUserId: SiteUserId) => Fields
  /** `undefined` when the column is empty; throws when SharePoint holds what the declaration does not know. */
  decode: (name: string, fields: Fields) => T | undefined
  /** Whether a structure has the right shape, for json. */
  accepts?: (value: unknown) => boolean
  /** Swedish words by English key, for choices. */
  words?: Record<string, string>
  readonly type?: [T, Required]
}

type RequiredOf<O> = O extends { required: true } ? true : false
const NONE = {}

/** A column kept in one SharePoint column of its own name. */
function single<T, const O extends ColumnOptions>(
  kind: string,
  label: string,
  options: O | undefined,
  facet: Record<string, object>,
  codec: { decode: (wire: unknown) => T; encode?: (value: T) => unknown },
): Column<T, RequiredOf<O>> {
  const { indexed, unique } = options ?? (NONE as ColumnOptions)
  return {
    kind,
    label,
    ...options,
    wire: (name) => ({
      columns: [{ name, displayName: label, ...indexing(indexed, unique), ...facet }],
      read: [name],
    }),
    encode: (name, value) => ({ [name]: value === null ? null : codec.encode ? codec.encode(value) : value }),
    decode: (name, fields) => (isEmpty(fields[name]) ? undefined : codec.decode(fields[name])),
  }
}

/** One line, at most 255 characters. */
export function text<const O extends ColumnOptions>(label: string, options?: O) {
  return single<string, O>('text', label, options, { text: { maxLength: 255 } }, { decode: String })
}

/** Several lines of plain text; can't be filtered on. */
export function note<const O extends ColumnOptions>(label: string, options?: O) {
  const facet = { text: { allowMultipleLines: true, linesForEditing: 6, textType: 'plain' } }
  return single<string, O>('note', label, options, facet, { decode: String })
}

export function number<const O extends ColumnOptions>(label: string, options?: O) {
  return single<number, O>('number', label, options, { number: {} }, { decode: Number })
}

/** Whole kronor. */
export function money<const O extends ColumnOptions>(label: string, options?: O) {
  return single<number, O>('money', label, options, { number: { decimalPlaces: 'none' } }, { decode: Number })
}

export function yesNo<const O extends ColumnOptions>(label: string, options?: O) {
  return single<boolean, O>('yesNo', label, options, { boolean: {} }, { decode: Boolean })
}

/**
 * A calendar day. SharePoint gives the UTC instant of the site's local midnight
 * (https://github.com/pnp/pnpjs/issues/1890), so it is read in Swedish time and written as midday.
 */
export function day<const O extends ColumnOptions>(label: string, options?: O) {
  const facet = { dateTime: { format: 'dateOnly', displayAs: 'standard' } }
  return single<Day, O>('day', label, options, facet, { decode: swedishDay, encode: (v) => `${v}T12:00:00Z` })
}

/** One of a fixed set. Code keeps the English key, SharePoint keeps the Swedish words. */
export function choice<const C extends Record<string, string>, const O extends ColumnOptions>(
  label: string,
  words: C,
  options?: O,
) {
  const facet = {
    choice: { choices: Object.values(words), allowTextEntry: false, displayAs: 'dropDownMenu' },
  }
  const decode = keyOf<C>(label, words)
  const column = single<keyof C & string, O>('choice', label, options, facet, {
    decode,
    encode: (v) => words[v],
  })
  return { ...column, words }
}

/** Several of a fixed set; the typed array is what Graph demands (https://github.com/microsoftgraph/microsoft-graph-docs/issues/2991). */
export function choices<const C extends Record<string, string>, const O extends ColumnOptions>(
  label: string,
  words: C,
  options?: O,
) {
  const facet = { choice: { choices: Object.values(words), allowTextEntry: false, displayAs: 'checkBoxes' } }
  const toKey = keyOf<C>(label, words)
  const column = single<(keyof C & string)[], O>('choices', label, options, facet, {
    decode: (wire) => (wire as unknown[]).map(toKey),
  })
  return {
    ...column,
    encode: (name: string, value: (keyof C & string)[] | null) => ({
      [`${name}@odata.type`]: 'Collection(Edm.String)',
      [name]: (value ?? []).map((v) => words[v]),
    }),
    words,
  }
}

/**
 * A person in three SharePoint columns: a real person column for SharePoint's own views (filled when the
 * site knows the person), the Entra id (indexed text: the truth) and the name.
 */
export function person<const O extends ColumnOptions>(
  label: string,
  options?: O,
): Column<Person, RequiredOf<O>> {
  const { indexed, unique } = options ?? (NONE as ColumnOptions)
  return {
    kind: 'person',
    label,
    ...options,
    wire: (name) => ({
      columns: [
        {
          name,
          displayName: label,
          personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
        },
        { name: `${name}Entra`, displayName: `${label} (Entra-id)`, ...indexing(indexed, unique), text: {} },
        { name: `${name}Name`, displayName: `${label} (namn)`, text: {} },
      ],
      read: [`${name}Entra`, `${name}Name`],
    }),
    encode: (name, value, siteUserId) => ({
      [`${name}LookupId`]: (value && siteUserId(value.id)) ?? null,
      [`${name}Entra`]: value?.id ?? null,
      [`${name}Name`]: value?.name ?? null,
    }),
    decode: (name, fields) => {
      const id = fields[`${name}Entra`]
      return isEmpty(id) ? undefined : { id: String(id), name: String(fields[`${name}Name`] ?? '') }
    },
  }
}

/** Another item, by `Key` (indexed text) and title. A SharePoint lookup could neither be filtered nor indexed well. */
export function ref<const O extends ColumnOptions>(label: string, options?: O): Column<Ref, RequiredOf<O>> {
  const { indexed, unique } = options ?? (NONE as ColumnOptions)
  return {
    kind: 'ref',
    label,
    ...options,
    wire: (name) => ({
      columns: [
        { name: `${name}Key`, displayName: `${label} (nyckel)`, ...indexing(indexed, unique), text: {} },
        { name: `${name}Title`, displayName: label, text: {} },
      ],
      read: [`${name}Key`, `${name}Title`],
    }),
    encode: (name, value) => ({
      [`${name}Key`]: value?.key ?? null,
      [`${name}Title`]: value?.title.slice(0, 255) ?? null,
    }),
    decode: (name, fields) => {
      const key = fields[`${name}Key`]
      return isEmpty(key) ? undefined : { key: String(key), title: String(fields[`${name}Title`] ?? '') }
    },
  }
}

/** Several persons or items: ids on lines in one note, names on lines in another. Never filtered on by the server. */
function several<T, const O extends ColumnOptions>(
  kind: string,
  label: string,
  options: O | undefined,
  codec: {
    suffix: string
    idOf: (value: T) => string
    nameOf: (value: T) => string
    make: (id: string, name: string) => T
  },
): Column<T[], RequiredOf<O>> {
  const facet = { text: { allowMultipleLines: true, linesForEditing: 3, textType: 'plain' } }
  return {
    kind,
    label,
    ...options,
    wire: (name) => ({
      columns: [
        { name: `${name}${codec.suffix}`, displayName: `${label} (id)`, ...facet },
        { name, displayName: label, ...facet },
      ],
      read: [`${name}${codec.suffix}`, name],
    }),
    encode: (name, value) => ({
      [`${name}${codec.suffix}`]: value?.length ? value.map(codec.idOf).join('\n') : null,
      [name]: value?.length ? value.map((v) => codec.nameOf(v).replaceAll(/\s+/g, ' ')).join('\n') : null,
    }),
    decode: (name, fields) => {
      const ids = fields[`${name}${codec.suffix}`]
      if (isEmpty(ids)) return undefined
      const names = String(fields[name] ?? '').split('\n')
      return String(ids)
        .split('\n')
        .map((id, i) => codec.make(id.trim(), (names[i] ?? '').trim()))
    },
  }
}

export function persons<const O extends ColumnOptions>(label: string, options?: O) {
  return several<Person, O>('persons', label, options, {
    suffix: 'Entra',
    idOf: (p) => p.id,
    nameOf: (p) => p.name,
    make: (id, name) => ({ id, name }),
  })
}

export function refs<const O extends ColumnOptions>(label: string, options?: O) {
  return several<Ref, O>('refs', label, options, {
    suffix: 'Keys',
    idOf: (r) => r.key,
    nameOf: (r) => r.title,
    make: (key, title) => ({ key, title }),
  })
}

/** A small structure nobody filters on, kept as JSON in a note. `accepts` says whether a value has its shape. */
export function json<T>(accepts: (value: unknown) => value is T) {
  const facet = { text: { allowMultipleLines: true, linesForEditing: 6, textType: 'plain' } }
  const codec = { decode: (wire: unknown) => JSON.parse(String(wire)) as T, encode: JSON.stringify }
  return <const O extends ColumnOptions>(label: string, options?: O) => ({
    ...single<T, O>('json', label, options, facet, codec),
    accepts: accepts as (value: unknown) => boolean,
  })
}
