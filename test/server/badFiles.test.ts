/** Workbooks that are broken, huge or dangerous, and titles that look like formulas: told in Swedish, and nothing is run. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { toCsv } from '#src/export/csv.ts'
import type { ExportTable } from '#src/export/table.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { ImportError } from '#src/import/importError.ts'
import { pastedTable } from '#src/import/pasted.ts'
import { planImport } from '#src/import/plan.ts'
import { toImportedRows } from '#src/import/toRows.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { importRefusalText } from '#src/text/importWords.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { aWorkbook } from '#test/fixtures/workbook.ts'
import { type Server, setUpServer } from './server.ts'

const TOO_LARGE =
  'Filen är för stor: högst 20 MB (200 MB uppackad). Ta bort bilder och blad som inte behövs och försök igen.'
const FORMULA = '=HYPERLINK("http://evil.example";"Klicka här")'
const sheet = {
  name: 'Behov',
  rows: [['Nr', 'Behov'], ...Array.from({ length: 40 }, (_, i) => [i, `Lås ${i}`])],
}

test.for<{ says: string; bytes: () => Uint8Array; sentence: string }>([
  {
    says: 'a corrupted workbook',
    bytes: () => aWorkbook([sheet]).map((byte, i, all) => (i > all.length / 2 ? byte ^ 0x55 : byte)),
    sentence:
      'Filen är skadad och kan inte läsas. Öppna den i Excel, låt Excel reparera den, spara och försök igen.',
  },
  { says: 'a workbook of 50 MB', bytes: () => new Uint8Array(50 * 2 ** 20), sentence: TOO_LARGE },
  {
    says: 'a workbook of 50 MB that begins as one',
    bytes: () => {
      const book = new Uint8Array(50 * 2 ** 20)
      book.set(aWorkbook([sheet]))
      return book
    },
    sentence: TOO_LARGE,
  },
  {
    says: 'a macro file under the name of a plain one',
    bytes: () => aWorkbook([sheet], { parts: { 'xl/vbaProject.bin': 'Sub Auto_Open()' } }),
    sentence:
      'Filen innehåller makron och läses inte in. Spara den som Excel-arbetsbok (.xlsx) utan makron och försök igen.',
  },
])('$says is refused in Swedish', ({ bytes, sentence }) => {
  expect(sentenceOf(() => readWorkbook(bytes()))).toBe(sentence)
})

function sentenceOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof ImportError) return importRefusalText(error.why, error.detail, 'sv')
    throw error
  }
  throw new Error('It was not refused')
}

let stand: Stand
let server: Server
beforeAll(async () => {
  stand = await setUpStand('city')
  server = await setUpServer(stand)
})
afterAll(async () => {
  await server.close()
  await stand.close()
})

const stored = async (key: string) => {
  const item = await stand.store.byKey(initiatives, key)
  if (!item) throw new Error(`${key} is not there`)
  return item
}
const rowsOf = (title: string) => {
  const book = aWorkbook([
    {
      name: 'Behov',
      rows: [
        ['Nr', 'Behov', 'Fas'],
        [71, { f: title.slice(1), v: title }, 'Ny'],
        [72, 'Lås', 'Ny'],
      ],
    },
  ])
  return planned(book)
}
const planned = (book: Uint8Array) =>
  toImportedRows(planImport(readWorkbook(book), { process: 'behovsprocessen', units: [], people: [] }))

test.for<{ says: string; send: () => Promise<string> }>([
  {
    says: 'typed by an employee',
    send: async () => {
      const args = { title: FORMULA, need: FORMULA, benefit: FORMULA, portfolio: 'pf-avo' }
      const token = await server.tokenOf('employee')
      const { body } = await server.ask('proposeNeed', { token, body: { key: 'typed', args } })
      return body.done?.initiatives?.[0]?.key ?? body.message
    },
  },
  { says: 'in a cell of a workbook', send: () => imported(rowsOf(FORMULA), 'nr:71') },
  {
    says: 'pasted',
    send: () => {
      const table = pastedTable(
        `Nr\tBehov\tFas\r\n81\t"${FORMULA.replaceAll('"', '""')}"\tNy\r\n`,
        'Inklistrat',
      )
      if (!table) throw new Error('There is no table')
      return imported(planned(toWorkbook(table)), 'nr:81')
    },
  },
])('a formula in a title, $says, is stored as it was written and goes out as a text', async ({ send }) => {
  const { title } = await stored(await send())
  expect(title).toBe(FORMULA)
  const table: ExportTable = {
    title: 'Portfölj',
    columns: [{ title: 'Titel', kind: 'text', widthRem: 12 }],
    rows: [[title]],
  }
  // Excel takes what begins with an apostrophe for a text. https://owasp.org/www-community/attacks/CSV_Injection
  expect(toCsv(table).split('\r\n')[1]).toBe(`"'${FORMULA.replaceAll('"', '""')}"`)
  const parts = Object.entries(unzipSync(toWorkbook(table)))
  const sheets = parts.filter(([path]) => path.includes('worksheets/')).map(([, bytes]) => strFromU8(bytes))
  expect(sheets).toHaveLength(1)
  expect(sheets[0]).not.toMatch(/<f[ >]|<hyperlink/)
  expect(readWorkbook(toWorkbook(table)).sheets[0]?.rows.get(2)?.get(1)).toMatchObject({ text: FORMULA })
})

async function imported(rows: ReturnType<typeof toImportedRows>, originKey: string): Promise<string> {
  const token = await server.tokenOf('administrator')
  const { status, body } = await server.ask('importNeeds', {
    token,
    body: { key: originKey, args: { portfolio: 'pf-avo', rows } },
  })
  expect([status, body.message]).toEqual([200, undefined])
  return `pf-avo.${originKey}`
}
