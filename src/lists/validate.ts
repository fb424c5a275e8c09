/** Checks values against a list's declaration before they are written: SharePoint's API checks neither `required` nor choices. */
import type { List } from './list.ts'

export type Fault = 'required' | 'tooLong' | 'unknown' | 'notADay' | 'notANumber' | 'notAllowed' | 'wrongKind'

export interface FaultyField {
  field: string
  problem: Fault
  limit?: number
}

/** A single line holds 255 characters: https://learn.microsoft.com/graph/api/resources/textcolumn */
const LINE = 255
const NOTE = 63_000

const isText = (value: unknown): value is string => typeof value === 'string'
const isRef = (value: unknown) => hasTexts(value, 'key', 'title')
const isPerson = (value: unknown) => hasTexts(value, 'id', 'name')
const longer = (value: unknown, limit: number) =>
  isText(value)
    ? value.length > limit
      ? [{ problem: 'tooLong' as const, limit }]
      : []
    : [{ problem: 'wrongKind' as const }]

type Check = (value: unknown, words: Record<string, string>) => { problem: Fault; limit?: number }[]
const fails = (problem: Fault, failed: boolean) => (failed ? [{ problem }] : [])

/** One check for each kind of column. */
const checks: Record<string, Check> = {
  text: (value) => longer(value, LINE),
  note: (value) => longer(value, NOTE),
  number: (value) => fails('notANumber', typeof value !== 'number' || !Number.isFinite(value)),
  money: (value) =>
    fails('notANumber', typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0),
  yesNo: (value) => fails('wrongKind', typeof value !== 'boolean'),
  day: (value) =>
    fails('notADay', !isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))),
  choice: (value, words) => fails('unknown', !isText(value) || !Object.hasOwn(words, value)),
  choices: (value, words) =>
    fails('unknown', !Array.isArray(value) || value.some((v) => !isText(v) || !Object.hasOwn(words, v))),
  person: (value) => fails('wrongKind', !isPerson(value)),
  ref: (value) => fails('wrongKind', !isRef(value)),
  persons: (value) => fails('wrongKind', !Array.isArray(value) || !value.every(isPerson)),
  refs: (value) => fails('wrongKind', !Array.isArray(value) || !value.every(isRef)),
  json: (value) =>
    JSON.stringify(value)?.length > NOTE
      ? [{ problem: 'tooLong', limit: NOTE }]
      : fails('wrongKind', typeof value !== 'object'),
}

/** What is wrong with the values given; empty when all is well. `null` empties a column. */
export function faultsOf(list: List, values: Record<string, unknown>, { whole = false } = {}): FaultyField[] {
  const given = Object.entries(values).flatMap(([field, value]) => {
    const column = list.columns[field]
    if (!column) return [{ field, problem: 'unknown' as const }]
    if (value === null || value === undefined || value === '')
      return column.required ? [{ field, problem: 'required' as const }] : []
    return (checks[column.kind]?.(value, column.words ?? {}) ?? []).map((fault) => ({ field, ...fault }))
  })
  const missing = whole
    ? Object.keys(list.columns).filter((field) => list.columns[field]?.required && !(field in values))
    : []
  return [...given, ...missing.map((field) => ({ field, problem: 'required' as const }))]
}

const hasTexts = (value: unknown, ...names: string[]) =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => isText((value as Record<string, unknown>)[name]))
