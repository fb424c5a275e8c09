/** What a workbook is after reading: sheets with a sparse grid of cells; rows and columns count from 1. */

export type Cell = {
  readonly value: string | number | boolean | null
  /** As shown, without what is struck through; a date is shown as its day. */
  readonly text: string
  /** The day, when the number format says that the number is one. */
  readonly day?: string
  readonly format?: string
  readonly formula?: string
  /** The formula was never calculated: the file keeps no value for it. Its text is then the formula. */
  readonly noValue?: true
  /** The value was worked out here, from a formula without one. */
  readonly computed?: true
  readonly isError?: true
  /** The text that is struck through, in part or whole. */
  readonly struck?: string
  readonly note?: string
  readonly link?: string
  /** The cell lies in a merged block and has its value from the block's first cell. */
  readonly from?: { readonly row: number; readonly column: number }
}

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Blocks of merged cells that are wider than one column, by their first cell `row:column`. */
  readonly wideBlocks: ReadonlySet<string>
  readonly lastRow: number
  readonly lastColumn: number
}

export type Workbook = { readonly sheets: readonly Sheet[] }

const emptyCell: Cell = { value: null, text: '' }

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows.get(row)?.get(column) ?? emptyCell
}

/** 1 → A, 27 → AA. */
export function columnLetter(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** `AA10` → row 10, column 27; null when it is no reference. */
export function parseRef(ref: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (!match?.[1] || !match[2]) return null
  let column = 0
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]), column }
}

export type Block = { top: number; left: number; bottom: number; right: number }

/** `A1:P1` → its corners. */
export function parseBlock(ref: string): Block | null {
  const [first, last] = ref.split(':')
  const from = first ? parseRef(first) : null
  const to = last ? parseRef(last) : from
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}
