/** What a column says of an initiative: in words, to sort by, and as a figure or a day for other programs. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import { initiatives, type Stage } from '#src/lists/initiatives.ts'
import { processes } from '#src/rules/processes.ts'
import { formatDay, formatKrRange, formatNumber, formatQuarter } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { wordOf } from '../fields/choices.ts'
import { type ColumnName, columnOf } from './columns.ts'
import { ageDays, contactText, type Departments, departmentText, type Row, unitText } from './view.ts'

/** What a value is put in words with. */
export interface Around {
  words: Words
  today: Day
  departments: Departments
}

/** What a cell says; empty when nothing is known. */
export function cellText(name: ColumnName, row: Row, around: Around): string {
  const { words, today, departments } = around
  const { t, locale } = words
  switch (name) {
    case 'title':
      return row.confidentialBasis ? `${t('app.confidential')} · ${row.title}` : row.title
    case 'unit':
      return unitText(row)
    case 'contact':
      return contactText(row)
    case 'department':
      return departmentText(row, departments)
    case 'age': {
      const days = ageDays(row, today)
      return days === undefined ? '' : t('portfolio.days', { days })
    }
    case 'cost': {
      const cost = formatKrRange(row.costLowKr, row.costHighKr, locale)
      return cost ? `${cost}${row.costPerYear ? t('portfolio.perYear') : ''}` : (row.costAsWritten ?? '')
    }
    case 'start':
    case 'plannedEnd':
      return row[name] ? formatQuarter(row[name], locale) : ''
    default: {
      const { kind } = columnOf(name)
      const value = row[name]
      if (value === undefined || value === '') return ''
      if (kind === 'choice') return wordOf(initiatives, name, String(value), words)
      if (kind === 'day') return formatDay(String(value), locale, today)
      if (kind === 'number') return formatNumber(Number(value), locale)
      if (kind === 'yesNo') return value === true ? words.word('yesNoUnknown', 'yes') : ''
      return Array.isArray(value) ? value.map(nameOf).join(', ') : nameOf(value)
    }
  }
}

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? ((value as Partial<Person>).name ?? (value as Partial<Ref>).title ?? '')
    : String(value)

const stagePlace = new Map<Stage, number>(
  Object.values(processes)
    .flatMap((rows) => rows.map((row) => row.stage))
    .map((stage, i) => [stage, i]),
)
export const placeOfStage = (stage: Stage) => stagePlace.get(stage) ?? stagePlace.size

/** What rows are ordered by; `undefined` stands last whichever way. */
export function sortKey(name: ColumnName, row: Row, around: Around): string | number | undefined {
  switch (name) {
    case 'stage':
      return placeOfStage(row.stage)
    case 'age':
      return ageDays(row, around.today)
    case 'cost':
      return row.costHighKr ?? row.costLowKr
    case 'start':
    case 'plannedEnd':
      return row[name]
    default: {
      const { kind } = columnOf(name)
      const value = row[name as keyof Row]
      if (kind === 'choice') {
        const at = Object.keys(initiatives.columns[name as 'legal'].words).indexOf(String(value))
        return at < 0 ? undefined : at
      }
      if (kind === 'yesNo') return value === true ? 0 : 1
      if (kind === 'number' || kind === 'day') return value as string | number | undefined
      return cellText(name, row, around) || undefined
    }
  }
}

/** A figure, a day or a quarter as it is; anything else in words. */
export function plainValue(name: ColumnName, row: Row, around: Around): string | number | undefined {
  const { kind } = columnOf(name)
  if (name === 'age') return ageDays(row, around.today)
  if (kind === 'number' || kind === 'day') return row[name as keyof Row] as string | number | undefined
  return cellText(name, row, around) || undefined
}
