/** Whether a value that came from outside has the shape of a day, a person or a reference. */
import type { Day, Person, Ref } from './columns.ts'

/** A single line holds 255 characters: https://learn.microsoft.com/graph/api/resources/textcolumn */
export const LINE = 255

export const isText = (value: unknown): value is string => typeof value === 'string'

/** `2026-03-31`, and in the calendar: the thirtieth of February is no day. */
export const isDay = (value: unknown): value is Day =>
  isText(value) &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

export const isPerson = (value: unknown): value is Person =>
  isObject(value) && isKey(value.id) && isLine(value.name)

export const isRef = (value: unknown): value is Ref =>
  isObject(value) && isKey(value.key) && isText(value.title)

/** A file or page that something rests on; one that is only named has no address. */
export interface Link {
  name: string
  url?: string
}

export const areLinks = (value: unknown): value is Link[] =>
  Array.isArray(value) &&
  value.every((link) => isObject(link) && isText(link.name) && (link.url === undefined || isText(link.url)))

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Several keys are kept on lines of one note, so that a key is one line and never empty. */
const isKey = (value: unknown) => isLine(value) && /^\S(.*\S)?$/.test(value)

const isLine = (value: unknown): value is string => isText(value) && value.length <= LINE
