/** Finds the header of a table in a sheet: title rows above are passed, two header rows become one. */
import { cellAt, type Sheet } from './cells.ts'
import { bestField, type HeaderCell } from './headerScore.ts'
import { oneLine, repairMojibake } from './text.ts'
import { highWords, lowWords } from './vocabulary.ts'

export type Header = {
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly HeaderCell[]
  readonly score: number
}

const rowsSearched = 40

/** Null when no row looks like a header. */
export function findHeader(sheet: Sheet): Header | null {
  let best: Header | null = null
  for (let row = 1; row <= Math.min(rowsSearched, sheet.lastRow); row += 1) {
    for (const header of [
      read(sheet, row, row),
      ...(canBeSecond(sheet, row + 1, row) ? [read(sheet, row, row + 1)] : []),
    ]) {
      if (header.score > (best?.score ?? 0)) best = header
    }
  }
  return best
}

function read(sheet: Sheet, firstRow: number, lastRow: number): Header {
  const columns: HeaderCell[] = []
  for (let column = 1; column <= sheet.lastColumn; column += 1) {
    const top = shown(sheet, firstRow, column)
    const bottom = lastRow > firstRow ? shown(sheet, lastRow, column) : top
    const own = bottom === '' ? top : bottom
    const above = lastRow > firstRow ? top : groupAbove(sheet, firstRow, column)
    const group = above === own ? '' : above
    const header = group === '' ? own : `${group} ${own}`
    columns.push({ column, header, own, group, hidden: sheet.hiddenColumns.has(column) })
  }
  return { firstRow, lastRow, columns, score: scoreOf(columns, sheet, firstRow, lastRow) }
}

function scoreOf(columns: readonly HeaderCell[], sheet: Sheet, firstRow: number, lastRow: number): number {
  const best = new Map<string, number>()
  let filled = 0
  for (const cell of columns) {
    if (cell.own === '') continue
    filled += 1
    if (cell.own.length > 60) continue
    const found = bestField(cell)
    if (found) best.set(found.field, Math.max(best.get(found.field) ?? 0, found.score))
  }
  if (filled < 3 || best.size < 3) return 0
  // a title merged over the table gives every column the same words
  const texts = new Set(columns.map(({ own }) => own).filter((own) => own !== ''))
  if (texts.size < 3) return 0
  const sum = [...best.values()].reduce((total, score) => total + score, 0)
  const numbers = columns.filter(
    ({ column, own }) =>
      own !== '' && typeof cellAt(sheet, lastRow, column).value === 'number' && !/^20\d\d$/.test(own),
  ).length
  // the upper of two rows says more, so the pair wins when it names as much; the earliest row wins a draw
  return sum - numbers * 0.5 + filled * 0.01 + (lastRow > firstRow ? 0.05 : 0)
}

/** The row completes the one above: short words only, no title of its own, under a wide block or an empty cell or as low/high/year. */
function canBeSecond(sheet: Sheet, row: number, above: number): boolean {
  let own = 0
  for (let column = 1; column <= sheet.lastColumn; column += 1) {
    const cell = cellAt(sheet, row, column)
    const text = oneLine(cell.text)
    if (text === '' || (cell.from && cell.from.row <= above)) continue
    const top = cellAt(sheet, above, column)
    const block = top.from ?? { row: above, column }
    const isYear = /^20\d\d$/.test(text)
    const part =
      isYear || text.search(lowWords) === 0 || text.search(highWords) === 0 || /^(q|kv)\s*\d$/i.test(text)
    const under = sheet.wideBlocks.has(`${block.row}:${block.column}`) || top.text === '' || part
    const known = bestField({ column, header: text, own: text, group: '', hidden: false }) !== null
    if (text.length > 40 || (typeof cell.value === 'number' && !isYear)) return false
    if (!under && !known) return false
    own += 1
  }
  return own >= 2
}

/** A group over some columns, such as `Ekonomi`; not a title over the whole table. */
function groupAbove(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row - 1, column)
  if (cell.text === '' || row === 1) return ''
  const from = cell.from ?? { row: row - 1, column }
  if (!sheet.wideBlocks.has(`${from.row}:${from.column}`)) return ''
  let width = 0
  for (let at = 1; at <= sheet.lastColumn; at += 1) {
    const other = cellAt(sheet, row - 1, at)
    if (at === from.column || (other.from?.row === from.row && other.from.column === from.column)) width += 1
  }
  return width >= sheet.lastColumn / 2 ? '' : shown(sheet, row - 1, column)
}

function shown(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column)
  return oneLine(repairMojibake(cell.text))
}
