/** The table within its sheet: which column holds which field, and what a cell of it says. */
import type { Cell, Sheet } from './cells.ts'
import { cellAt, columnLetter } from './cells.ts'
import type { Header } from './header.ts'
import type { Field } from '#src/rules/needs/importTerms.ts'
import type { ColumnMapping } from './mapping.ts'
import { comparable, oneLine, repairMojibake, tidy } from './text.ts'

export type Table = {
  readonly sheet: Sheet
  readonly header: Header
  readonly columns: readonly TableColumn[]
  readonly rows: readonly number[]
}
export type TableColumn = {
  readonly column: number
  readonly field: Field | null
  /** The header as shown. */
  readonly header: string
  /** Unique among the columns: the header, with its letter when the words return or are missing. */
  readonly name: string
}

export function tableOf(sheet: Sheet, header: Header, mapping: readonly ColumnMapping[]): Table {
  const seen = new Map<string, number>()
  for (const { header: text } of mapping) seen.set(text, (seen.get(text) ?? 0) + 1)
  const byLetter = new Map(header.columns.map(({ column }) => [columnLetter(column), column]))
  const columns = mapping.map((one) => {
    const unique = one.header !== '' && seen.get(one.header) === 1
    const name = unique ? one.header : `${one.header} (${one.column})`.trim()
    return { column: byLetter.get(one.column) ?? 0, field: one.field, header: one.header, name }
  })
  return { sheet, header, columns, rows: dataRows(sheet, header) }
}

export function columnsOf(table: Table, field: Field): TableColumn[] {
  return table.columns.filter((one) => one.field === field)
}

/** The rows under the header down to the last with anything in it. */
export function dataRows(sheet: Sheet, header: Header): number[] {
  return Array.from(
    { length: Math.max(0, sheet.lastRow - header.lastRow) },
    (_, at) => header.lastRow + 1 + at,
  )
}

/** The cell of a data row: a value spreads down from a merged block, never sideways into another column. */
export function dataCell(table: Table, row: number, column: number): Cell {
  const cell = cellAt(table.sheet, row, column)
  return cell.from && cell.from.column !== column ? { value: null, text: '' } : cell
}

/** As `dataCell`, but only what the row itself holds. */
export function ownCell(table: Table, row: number, column: number): Cell {
  const cell = dataCell(table, row, column)
  return cell.from ? { value: null, text: '' } : cell
}

/** What a cell says, repaired and tidy; errors say nothing; in a struck row the struck text is what it says. */
export function sayings(cell: Cell, rowStruck = false): string {
  if (cell.isError) return ''
  const text = cell.text.trim() === '' && rowStruck ? (cell.struck ?? '') : cell.text
  return tidy(repairMojibake(text))
}

export function fieldText(table: Table, row: number, field: Field, rowStruck = false): string {
  const [first] = columnsOf(table, field)
  return first ? sayings(dataCell(table, row, first.column), rowStruck) : ''
}

/** The columns that the row itself fills, with struck text counted. */
export function filledColumns(table: Table, row: number): TableColumn[] {
  return table.columns.filter(({ column }) => {
    const cell = ownCell(table, row, column)
    return sayings(cell, true) !== '' || cell.isError
  })
}

/** Struck through as a whole: the title, or nearly all that is filled. */
export function isStruck(table: Table, row: number): boolean {
  const [title] = columnsOf(table, 'title')
  const titleCell = title && ownCell(table, row, title.column)
  if (titleCell && titleCell.text.trim() !== '') return false
  const filled = filledColumns(table, row)
  const struck = filled.filter(
    ({ column }) => ownCell(table, row, column).struck && ownCell(table, row, column).text.trim() === '',
  )
  return struck.length > 0 && (titleCell?.struck !== undefined || struck.length >= filled.length * 0.8)
}

/** How many cells of the row repeat their own header. */
export function headerRepeats(table: Table, row: number): number {
  return table.columns.filter(
    ({ column, header }) =>
      header !== '' && comparable(oneLine(ownCell(table, row, column).text)) === comparable(header),
  ).length
}
