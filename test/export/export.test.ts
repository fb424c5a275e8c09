/** Tables for other programs: what is a figure stays one, what is a text can never run, and our own importer reads it back. */
import { describe, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { cellAt, type Sheet } from '#src/import/cells.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { toCsv } from '#src/export/csv.ts'
import type { ExportTable, ExportValue } from '#src/export/table.ts'
import { sheetName, toWorkbook } from '#src/export/xlsx.ts'

const columns: ExportTable['columns'] = [
  { title: 'Titel', kind: 'text', widthRem: 12 },
  { title: 'Kostnad (kr)', kind: 'kr', widthRem: 8 },
  { title: 'Lagkrav den', kind: 'day', widthRem: 6 },
  { title: 'Rang', kind: 'number', widthRem: 4 },
]
const aTable = (...rows: ExportValue[][]): ExportTable => ({ title: 'Portfölj', columns, rows })
const linesOf = (...rows: ExportValue[][]) =>
  toCsv(aTable(...rows))
    .split('\r\n')
    .slice(1, -1)

const dangerous = [
  '=HYPERLINK("http://evil.example";"Klicka")',
  '+46 31 123 45',
  '-2+3+cmd|calc',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '＝1+1',
]

describe('CSV', () => {
  test('is what Swedish Excel opens: a mark, semicolons, decimal commas, line ends of Windows', () => {
    expect(toCsv(aTable(['Digitala lås', 250_000, '2026-03-31', 1.5]))).toBe(
      '\uFEFFTitel;Kostnad (kr);Lagkrav den;Rang\r\nDigitala lås;250000;2026-03-31;1,5\r\n',
    )
  })
  test('a text with a semicolon, a quote or a line break is one field', () => {
    expect(linesOf(['Lås; larm', undefined, undefined, undefined])).toEqual(['"Lås; larm";;;'])
    expect(linesOf(['”Ja” "nej"', undefined, undefined, 2])).toEqual(['"”Ja” ""nej""";;;2'])
    expect(toCsv(aTable(['två\nrader', 1, undefined, undefined]))).toContain('"två\nrader";1;;')
  })
  test.each(dangerous)('%j can run nowhere', (text) => {
    const csv = toCsv(aTable([text, undefined, undefined, undefined]))
    const field = csv.slice(csv.indexOf('\r\n') + 2).replace(/^"/, '')
    expect(field.startsWith(`'`)).toBe(true)
  })
  test('a figure below zero is a figure', () => {
    expect(linesOf(['x', -500, undefined, undefined])).toEqual(['x;-500;;'])
  })
})

describe('a workbook', () => {
  const sheetOf = (...rows: ExportValue[][]): Sheet => {
    const [sheet] = readWorkbook(toWorkbook(aTable(...rows))).sheets
    if (!sheet) throw new Error('There is no sheet')
    return sheet
  }
  const xmlOf = (...rows: ExportValue[][]) =>
    strFromU8(unzipSync(toWorkbook(aTable(...rows)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

  test('is read back by our own importer: names, texts, figures and days', () => {
    const sheet = sheetOf(
      ['Digitala lås & <larm>', 250_000, '2026-03-31', 3],
      ['Andra', undefined, undefined, 0],
    )
    expect(sheet.name).toBe('Portfölj')
    expect([1, 2, 3, 4].map((column) => cellAt(sheet, 1, column).text)).toEqual(
      columns.map(({ title }) => title),
    )
    expect(cellAt(sheet, 2, 1).value).toBe('Digitala lås & <larm>')
    expect(cellAt(sheet, 2, 2).value).toBe(250_000)
    expect(cellAt(sheet, 2, 3).day).toBe('2026-03-31')
    expect(cellAt(sheet, 2, 4).value).toBe(3)
    expect(cellAt(sheet, 3, 2).value).toBe(null)
    expect(cellAt(sheet, 3, 4).value).toBe(0)
  })
  test.each(dangerous)('%j is text, and no cell has a formula', (text) => {
    const cell = cellAt(sheetOf([text, undefined, undefined, undefined]), 2, 1)
    expect(cell.formula).toBeUndefined()
    expect(String(cell.value).trim()).toBe(text.trim())
    expect(xmlOf([text, undefined, undefined, undefined])).not.toMatch(/<f[ >]/)
  })
  test('the header stays while the rows are scrolled, and has a filter', () => {
    const xml = xmlOf(['x', 1, undefined, undefined])
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:D2"/>')
    expect(xml).toContain('<col min="1" max="1"')
  })
  test('letters that XML has no way to write are left out, the rest of the text is kept', () => {
    const cell = cellAt(sheetOf(['a\u0000b\u000Bc😀\uD800', undefined, undefined, undefined]), 2, 1)
    expect(cell.value).toBe('abc😀\uFFFD')
  })
  test('the longest text that a cell holds', () => {
    const cell = cellAt(sheetOf(['å'.repeat(40_000), undefined, undefined, undefined]), 2, 1)
    expect(String(cell.value)).toHaveLength(32_767)
  })
  test('the same table gives the same bytes', () => {
    expect(toWorkbook(aTable(['x', 1, undefined, undefined]))).toEqual(
      toWorkbook(aTable(['x', 1, undefined, undefined])),
    )
  })
  test('more columns than letters', () => {
    const wide = Array.from({ length: 30 }, (_, i) => ({
      title: `K${i + 1}`,
      kind: 'number' as const,
      widthRem: 4,
    }))
    const table = { title: 'Bred', columns: wide, rows: [wide.map((_, i) => i)] }
    const [sheet] = readWorkbook(toWorkbook(table)).sheets
    expect(sheet && cellAt(sheet, 1, 30).text).toBe('K30')
    expect(sheet && cellAt(sheet, 2, 27).value).toBe(26)
  })
  test.each([
    ['Portfölj: 2024/25 [utkast]', 'Portfölj  2024 25  utkast'],
    ["''", 'Samstyr'],
    ['å'.repeat(40), 'å'.repeat(31)],
  ])('a sheet named %j is called what Excel takes', (title, name) => {
    expect(sheetName(title)).toBe(name)
  })
})
