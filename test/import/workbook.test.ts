/** Reading the file itself: what cells hold, and what is refused. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ImportError } from '#src/import/importError.ts'
import { type Cell, cellAt } from '#src/import/cells.ts'
import { workOut } from '#src/import/formulas.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { importRefusalText } from '#src/text/importWords.ts'
import { aWorkbook, type CellInput, type SheetInput } from '#test/fixtures/workbook.ts'

const oneSheet = (rows: (CellInput[] | null)[], more: Partial<SheetInput> = {}, options = {}) => {
  const [sheet] = readWorkbook(aWorkbook([{ name: 'Blad1', rows, ...more }], options)).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('a cell', () => {
  it('keeps a formula’s saved value and never runs the formula', () => {
    const sheet = oneSheet([[{ f: 'HYPERLINK("http://example.org","Läs mer")', v: 'Läs mer' }]])
    expect(cellAt(sheet, 1, 1)).toMatchObject({
      text: 'Läs mer',
      formula: 'HYPERLINK("http://example.org","Läs mer")',
    })
  })

  it('without a saved value is worked out when it is plain arithmetic, else its formula is its text', () => {
    const sheet = oneSheet([
      [200, { f: '(A1+50)*1000' }, { f: 'SUM(A1:B1)' }, { f: 'WEBSERVICE("http://example.org")' }],
    ])
    expect(cellAt(sheet, 1, 2)).toMatchObject({ value: 250_000, computed: true })
    expect(cellAt(sheet, 1, 3)).toMatchObject({ value: 250_200, computed: true })
    expect(cellAt(sheet, 1, 4)).toMatchObject({
      value: null,
      noValue: true,
      text: '=WEBSERVICE("http://example.org")',
    })
  })

  it('is a day by its format, in workbooks that count from 1900 and from 1904', () => {
    const rows: CellInput[][] = [[{ date: '2024-02-15', format: 'd/m' }, { v: 45337 }]]
    for (const from1904 of [false, true]) {
      const sheet = oneSheet(rows, {}, { from1904 })
      expect([cellAt(sheet, 1, 1).day, cellAt(sheet, 1, 2).day]).toEqual(['2024-02-15', undefined])
    }
  })

  it('leaves struck text out but keeps it beside', () => {
    const sheet = oneSheet([
      [{ runs: [{ t: '1,1 mnkr', strike: true }, { t: ' 1,3 mnkr' }] }, { v: 'borta', strike: true }],
    ])
    expect(cellAt(sheet, 1, 1)).toMatchObject({ text: ' 1,3 mnkr', struck: '1,1 mnkr' })
    expect(cellAt(sheet, 1, 2)).toMatchObject({ text: '', struck: 'borta' })
  })

  it('has its note, its link and the value of its merged block', () => {
    const rows: CellInput[][] = [
      [{ v: 'HT', note: 'fråga Eva' }],
      [null],
      [{ v: 'Anna', link: 'mailto:anna@example.org' }],
    ]
    const sheet = oneSheet(rows, { merges: ['A1:A2'] })
    expect(cellAt(sheet, 1, 1)).toMatchObject({ note: 'fråga Eva' })
    expect(cellAt(sheet, 2, 1)).toMatchObject({ text: 'HT', from: { row: 1, column: 1 } })
    expect(cellAt(sheet, 2, 1).note).toBeUndefined()
    expect(cellAt(sheet, 3, 1).link).toBe('mailto:anna@example.org')
  })

  it('can be hidden with its row, column or sheet', () => {
    const book = readWorkbook(
      aWorkbook([
        { name: 'A', rows: [['x']], hiddenRows: [1], hiddenColumns: [2] },
        { name: 'B', rows: [['y']], hidden: true },
      ]),
    )
    expect(book.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
    expect([...(book.sheets[0]?.hiddenRows ?? [])]).toEqual([1])
    expect([...(book.sheets[0]?.hiddenColumns ?? [])]).toEqual([2])
  })

  it('in a merge over the whole sheet does not fill a million rows', () => {
    expect(oneSheet([['x'], ['y']], { merges: ['B1:XFD1048576'] }).rows.size).toBe(2)
  })
})

describe('working out a formula', () => {
  const value = (number: number) => ({ value: number, text: String(number) })
  const grid = new Map<string, Cell>([
    ['1:1', value(2)],
    ['2:1', value(3)],
    ['3:1', { value: null, text: '=A3', formula: 'A3', noValue: true }],
    ['4:1', { value: 'tio', text: 'tio' }],
  ])

  it.each([
    { says: '1+2*3', is: 7 },
    { says: '-(A1+A2)/2', is: -2.5 },
    { says: 'SUM(A1:A2,5)', is: 10 },
    { says: 'ROUND(10/3,1)', is: 3.3 },
    { says: 'MAX($A$1:A2)*50%', is: 1.5 },
    { says: 'A4*2', is: null },
    { says: 'A3+1', is: null },
    { says: '1/0', is: null },
    { says: 'CALL("x")', is: null },
    { says: '1+', is: null },
    { says: '('.repeat(5000), is: null },
  ])('$says is $is', ({ says, is }) => {
    expect(workOut(says, (row, column) => grid.get(`${row}:${column}`))).toBe(is)
  })
})

describe('a file is refused, with a sentence, when it', () => {
  const book = aWorkbook([{ name: 'Blad1', rows: [['Titel']] }])
  const ole = (name: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    Array.from(name).forEach((letter, at) => bytes.set([letter.charCodeAt(0), 0], 1024 + at * 2))
    return bytes
  }
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
  /** A workbook whose directory states another size for its first sheet than it unpacks to. */
  const stating = (size: number) => {
    const bytes = aWorkbook([{ name: 'A', rows: [['x']] }])
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && nameAt(bytes, at).endsWith('sheet1.xml'))
        view.setUint32(at + 24, size, true)
    }
    return bytes
  }
  const nameAt = (bytes: Uint8Array, at: number) =>
    String.fromCharCode(...bytes.slice(at + 46, at + 46 + (bytes[at + 28] ?? 0)))

  it.each([
    { says: 'is a text', bytes: () => strToU8('Nr;Titel\n1;A'), why: 'notAWorkbook' },
    { says: 'is empty', bytes: () => new Uint8Array(), why: 'notAWorkbook' },
    { says: 'is another zip', bytes: () => zip({ 'word/document.xml': '<a/>' }), why: 'notAWorkbook' },
    { says: 'is an old workbook', bytes: () => ole('Workbook'), why: 'oldFormat' },
    { says: 'is a binary workbook', bytes: () => zip({ 'xl/workbook.bin': 'x' }), why: 'oldFormat' },
    {
      says: 'is an OpenDocument',
      bytes: () => zip({ mimetype: 'x', 'content.xml': '<a/>' }),
      why: 'oldFormat',
    },
    { says: 'is locked by a password', bytes: () => ole('EncryptedPackage'), why: 'encrypted' },
    {
      says: 'holds macros by its type',
      bytes: () =>
        aWorkbook([{ name: 'A', rows: [['x']] }], {
          contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        }),
      why: 'macros',
    },
    {
      says: 'holds a macro project',
      bytes: () => aWorkbook([{ name: 'A', rows: [['x']] }], { parts: { 'xl/vbaProject.bin': 'x' } }),
      why: 'macros',
    },
    { says: 'is cut off', bytes: () => book.slice(0, book.length - 300), why: 'corrupt' },
    {
      says: 'has broken XML',
      bytes: () =>
        aWorkbook([{ name: 'A', rows: [['x']] }], {
          parts: { 'xl/worksheets/sheet1.xml': '<worksheet><row>' },
        }),
      why: 'corrupt',
    },
    {
      says: 'declares entities',
      bytes: () =>
        aWorkbook([{ name: 'A', rows: [['x']] }], {
          parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>' },
        }),
      why: 'corrupt',
    },
    {
      says: 'lacks a sheet',
      bytes: () =>
        aWorkbook([{ name: 'A', rows: [['x']] }], {
          parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' },
        }),
      why: 'corrupt',
    },
    { says: 'unzips to too much', bytes: () => stating(210 * 2 ** 20), why: 'tooLarge' },
    { says: 'unzips to more than it states', bytes: () => stating(40), why: 'corrupt' },
    { says: 'is too large', bytes: () => new Uint8Array(21 * 2 ** 20), why: 'tooLarge' },
  ] as const)('$says', ({ bytes, why }) => {
    const error = caught(() => readWorkbook(bytes()))
    expect(error).toBeInstanceOf(ImportError)
    expect((error as ImportError).why).toBe(why)
    expect(importRefusalText(why, undefined, 'sv')).toMatch(/^[A-ZÅÄÖ].*\.$/)
  })
})

function caught(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
