/** Checks values against a list's declaration before they are written: SharePoint's API checks neither `required` nor choices. */
import type { List } from './list.ts'
import { isDay, isPerson, isRef, isText, LINE } from './shapes.ts'

export type Fault =
  | 'required'
  | 'tooLong'
  | 'unknown'
  | 'notADay'
  | 'notANumber'
  | 'notAllowed'
  | 'wrongKind'
  | 'taken'
  | 'noField'
  | 'tooMany'
  | 'tooLarge'

export interface FaultyField {
  field: string
  problem: Fault
  limit?: number
}

/** Characters of a note: a cautious limit well under what SharePoint holds. */
const NOTE = 63_000

const longer = (value: unknown, limit: number) =>
  isText(value)
    ? value.length > limit
      ? [{ problem: 'tooLong' as const, limit }]
      : []
    : [{ problem: 'wrongKind' as const }]

type Check = (value: unknown, column: List['columns'][string]) => { problem: Fault; limit?: number }[]
const fails = (problem: Fault, failed: boolean) => (failed ? [{ problem }] : [])

/** One check for each kind of column. */
const checks: Record<string, Check> = {
  text: (value) => longer(value, LINE),
  note: (value) => longer(value, NOTE),
  number: (value, { least = Number.NEGATIVE_INFINITY }) =>
    fails('notANumber', typeof value !== 'number' || !Number.isFinite(value) || value < least),
  money: (value) =>
    fails('notANumber', typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0),
  yesNo: (value) => fails('wrongKind', typeof value !== 'boolean'),
  day: (value) => fails('notADay', !isDay(value)),
  choice: (value, { words = {} }) => fails('unknown', !isText(value) || !Object.hasOwn(words, value)),
  choices: (value, { words = {} }) =>
    fails('unknown', !Array.isArray(value) || value.some((v) => !isText(v) || !Object.hasOwn(words, v))),
  person: (value) => fails('wrongKind', !isPerson(value)),
  ref: (value) => fails('wrongKind', !isRef(value)),
  persons: (value) => fails('wrongKind', !Array.isArray(value) || !value.every(isPerson)),
  refs: (value) => fails('wrongKind', !Array.isArray(value) || !value.every(isRef)),
  json: (value, { accepts = () => true }) =>
    accepts(value) ? longer(JSON.stringify(value), NOTE) : [{ problem: 'wrongKind' }],
}

/** What is wrong with the values given; empty when all is well. `null` empties a column. */
export function faultsOf(list: List, values: Record<string, unknown>, { whole = false } = {}): FaultyField[] {
  const given = Object.entries(values).flatMap(([field, value]) => {
    // Names come from outside: `constructor` is no column.
    const column = Object.hasOwn(list.columns, field) ? list.columns[field] : undefined
    if (!column) return [{ field, problem: 'noField' as const }]
    if (value === null || value === undefined || (isText(value) && value.trim() === ''))
      return column.required ? [{ field, problem: 'required' as const }] : []
    return (checks[column.kind]?.(value, column) ?? []).map((fault) => ({ field, ...fault }))
  })
  const missing = whole
    ? Object.keys(list.columns).filter((field) => list.columns[field]?.required && !(field in values))
    : []
  return [...given, ...missing.map((field) => ({ field, problem: 'required' as const }))]
}
