/** What the workbook says outside the table: code lists, the unit of amounts, other sheets and loose notes. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { cellAt, columnLetter, type Sheet, type Workbook } from './cells.ts'
import { type Codes, codesOfSheet, codesOfText, mergeCodes } from './codes.ts'
import { findHeader, type Header } from './header.ts'
import { bestField } from './headerScore.ts'
import { unitInHeader } from './money.ts'
import { oneLine, repairMojibake } from './text.ts'
import { amountNote } from './vocabulary.ts'

export type Surroundings = { codes: Codes; costUnit: number | null; doubts: Warning[] }

export function surroundings(workbook: Workbook, sheet: Sheet, header: Header): Surroundings {
  const doubts: Warning[] = []
  const lists: Codes[] = []
  const texts = textsAbove(sheet, header)
  for (const other of workbook.sheets) {
    if (other === sheet || textsOf(other).length === 0) continue
    const codes = isTable(other) ? new Map<string, string[]>() : codesOfSheet(other)
    if (codes.size === 0) {
      doubts.push({ code: 'sheetNotRead', text: other.name, rows: other.rows.size })
      continue
    }
    lists.push(codes)
    texts.push(...textsOf(other).map(({ text }) => text))
    doubts.push({ code: 'codeListRead', text: other.name, rows: codes.size }, ...looseNotes(other))
  }
  const notes = header.columns.flatMap(({ column, header: name }) => {
    const note = cellAt(sheet, header.lastRow, column).note ?? cellAt(sheet, header.firstRow, column).note
    return note ? [{ note, name }] : []
  })
  for (const { note, name } of notes) doubts.push({ code: 'note', column: name, text: oneLine(note) })
  const below = textsOf(sheet)
    .filter(({ row }) => row > header.lastRow)
    .map(({ text }) => text)
    .filter((text) => /\S\s*=\s*\S/.test(text))
  lists.push(codesOfText([...texts, ...notes.map(({ note }) => note), ...below]))
  const written = [...texts, ...below].find(
    (text) => amountNote.test(text.toLowerCase()) && unitInHeader(text) !== null,
  )
  const costUnit = written === undefined ? null : unitInHeader(written)
  if (written !== undefined && costUnit !== null) doubts.push({ code: 'costUnitFromText', text: written })
  return { codes: mergeCodes(lists), costUnit, doubts }
}

/** A sheet with needs of its own is no code list. */
function isTable(sheet: Sheet): boolean {
  const header = findHeader(sheet)
  if (!header) return false
  const found = new Set(header.columns.flatMap((column) => bestField(column)?.field ?? []))
  return found.has('title') && found.size >= 4
}

function textsAbove(sheet: Sheet, header: Header): string[] {
  return textsOf(sheet)
    .filter(({ row }) => row < header.firstRow)
    .map(({ text }) => text)
}

function textsOf(sheet: Sheet): { row: number; column: number; text: string }[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]) => {
      const text = oneLine(repairMojibake(cell.text))
      return text === '' || cell.from ? [] : [{ row, column, text }]
    }),
  )
}

/** Texts alone on their row that are no code: somebody's notes to themselves. */
function looseNotes(sheet: Sheet): Warning[] {
  const texts = textsOf(sheet)
  return texts
    .filter(
      ({ row, text }) =>
        texts.filter((other) => other.row === row).length === 1 &&
        codesOfText([text]).size === 0 &&
        text.length > 3,
    )
    .slice(0, 30)
    .map(({ row, column, text }) => ({
      code: 'noteOutside',
      text,
      column: `${sheet.name}!${columnLetter(column)}${row}`,
      row,
    }))
}
