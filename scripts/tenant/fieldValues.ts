/** From the values somebody wrote to the values that are kept: types, lengths, dates, multi-values. */
import { builtinColumns, readOnlyFields } from './builtinColumns.ts'
import { type Column, isMulti, kindOf } from './columnKinds.ts'
import { badRequest, Failure, generalException } from './errors.ts'
import type { Flags } from './flags.ts'
import { siteMidnight, wireInstant } from './siteTime.ts'

/** Values by column name, as they are kept: dates in UTC, lookups as numbers. `null` clears. */
export type Values = Record<string, unknown>

type Context = { columns: Column[]; flags: Flags; timeZone: string; creating: boolean }

/** https://learn.microsoft.com/graph/api/listitem-update */
export function readValues(given: Record<string, unknown>, context: Context): Values {
  const values: Values = {}
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith('@') || key.includes('@odata.')) continue
    const column = columnFor(key, context.columns)
    if (!column) {
      if (key === 'ContentType') continue
      if (readOnlyFields.has(key) || builtinColumns.some(({ name }) => name === key)) {
        throw badRequest(`Field '${key}' is read-only`)
      }
      throw badRequest(`Field '${key}' is not recognized`)
    }
    const trap = trappedText(key, column, context.columns)
    if (trap) {
      if (typeof value !== 'string') throw generalException()
      values[trap.name] = value
      continue
    }
    if (value === null && context.creating && context.flags.nullOnCreate === 'refused') {
      throw badRequest('Invalid request')
    }
    values[column.name] = readValue(column, value, given[`${key}@odata.type`], context)
  }
  return values
}

/** Names are case-sensitive; lookups and people are written as `XLookupId`. */
function columnFor(key: string, columns: Column[]): Column | undefined {
  return columns.find((column) => {
    const kind = kindOf(column)
    const written = kind === 'lookup' || kind === 'person' ? `${column.name}LookupId` : column.name
    return written === key
  })
}

/** With columns `Employee` (person) and `EmployeeId` (text), `EmployeeLookupId` ends up in `EmployeeId`.
 * https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1457 */
function trappedText(key: string, column: Column, columns: Column[]): Column | undefined {
  if (!key.endsWith('LookupId') || key === column.name) return undefined
  return columns.find(({ name, facet }) => name === `${column.name}Id` && facet === 'text')
}

function readValue(column: Column, value: unknown, type: unknown, context: Context): unknown {
  const kind = kindOf(column)
  // https://github.com/microsoftgraph/microsoft-graph-docs/issues/12638
  if (kind === 'hyperlink' || kind === 'term') throw badRequest('Invalid request')
  if (kind === 'calculated') throw badRequest(`Field '${column.name}' is read-only`)
  if (isMulti(column)) return readMany(column, value, type)
  if (value === null) return null
  if (typeof value === 'object') {
    throw typeof type === 'string' ? generalException() : untyped()
  }
  if (kind === 'text' || kind === 'note' || kind === 'choice') return readText(column, value, context.flags)
  if (kind === 'number') return readNumber(column, value, context.flags)
  if (kind === 'boolean') {
    if (typeof value !== 'boolean') throw generalException()
    return value
  }
  if (kind === 'dateTime') return readDate(column, value, context.timeZone)
  return readReference(value)
}

/** https://github.com/microsoftgraph/microsoft-graph-docs/issues/2991 */
function untyped(): Failure {
  return badRequest(
    'A value without a type name was found and no expected type is available. When the model is specified, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.',
  )
}

function readText(column: Column, value: unknown, flags: Flags): string | null {
  if (typeof value !== 'string') throw generalException()
  if (value === '') return null
  const longest = kindOf(column) === 'note' ? flags.noteLength : Number(column.settings['maxLength'] ?? 255)
  if (value.length > longest) {
    throw badRequest(
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
    )
  }
  return value
}

function readNumber(column: Column, value: unknown, flags: Flags): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw generalException()
  const { minimum, maximum } = column.settings
  const outside =
    (typeof minimum === 'number' && value < minimum) || (typeof maximum === 'number' && value > maximum)
  if (flags.numberRangeChecked && outside) {
    throw badRequest(
      `The value of this field is not within the allowed range: ${String(minimum)} to ${String(maximum)}.`,
    )
  }
  return value
}

/** A date without time becomes the UTC instant of that day's midnight at the site.
 * https://github.com/SharePoint/sp-dev-docs/issues/6083 */
function readDate(column: Column, value: unknown, timeZone: string): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(value))
    throw generalException()
  const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(value) || !value.includes('T') ? value : `${value}Z`
  const instant = new Date(zoned)
  if (Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1900) throw generalException()
  return wireInstant(column.settings['format'] === 'dateTime' ? instant : siteMidnight(instant, timeZone))
}

/** Both `6` and `"6"`. https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1457 */
function readReference(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
  throw generalException()
}

/** An array says its type beside it, or is refused. */
function readMany(column: Column, value: unknown, type: unknown): unknown {
  if (value === null) return null
  if (!Array.isArray(value)) throw generalException()
  if (typeof type !== 'string') throw untyped()
  if (kindOf(column) !== 'choice') {
    if (type !== 'Collection(Edm.Int32)' && type !== 'Collection(Edm.String)') throw generalException()
    return value.length === 0 ? null : value.map(readReference)
  }
  if (type !== 'Collection(Edm.String)' || !value.every((one) => typeof one === 'string'))
    throw generalException()
  return value.length === 0 ? null : value
}
