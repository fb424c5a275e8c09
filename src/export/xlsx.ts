/**
 * A table as an Excel workbook: real figures and days, texts that can never be formulas, a header that stays. The parts are
 * those that https://learn.microsoft.com/office/open-xml/spreadsheet/structure-of-a-spreadsheetml-document names.
 */
import { strToU8, zipSync } from 'fflate'
import type { ExportKind, ExportTable, ExportValue } from './table.ts'

/** A cell holds no more: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const MOST_LETTERS = 32_767
/** A fixed instant, so that the same table gives the same bytes; a zip knows no time before 1980. */
const MADE = new Date(1980, 0, 1)
const DAY_MS = 86_400_000
/** Excel's day 1 is 1900-01-01, and it believes that 1900 was a leap year: days since March 1900 count from here. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** Places in `cellXfs` below. */
const looks: Record<ExportKind | 'header', number> = { text: 0, header: 1, day: 2, number: 3, kr: 4 }

/** One sheet for each table, in their order; titles must differ. */
export function toWorkbook(...tables: readonly ExportTable[]): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes(tables.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(tables.map(({ title }) => sheetName(title))),
    'xl/_rels/workbook.xml.rels': relations([
      ...tables.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(tables.map((table, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(table)])),
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)])),
    { mtime: MADE },
  )
}

/** Excel refuses other names: https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9 */
export const sheetName = (title: string) =>
  title
    .replaceAll(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .trim() || 'Samstyr'

function sheet({ columns, rows }: ExportTable): string {
  const last = `${letters(columns.length)}${rows.length + 1}`
  const widths = columns.map(
    ({ widthRem }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${(widthRem * 1.7).toFixed(1)}" customWidth="1"/>`,
  )
  const header = `<row r="1">${columns.map(({ title }, i) => cell(`${letters(i + 1)}1`, title, 'header')).join('')}</row>`
  const lines = rows.map(
    (row, r) =>
      `<row r="${r + 2}">${row.map((value, c) => cell(`${letters(c + 1)}${r + 2}`, value, columns[c]?.kind ?? 'text')).join('')}</row>`,
  )
  return `<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${header}${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

function cell(place: string, value: ExportValue, kind: ExportKind | 'header'): string {
  if (value === undefined || value === '') return ''
  const look = `r="${place}" s="${looks[kind]}"`
  if (kind === 'day' && typeof value === 'string') {
    const days = (Date.parse(value) - DAY_ZERO) / DAY_MS
    if (Number.isInteger(days)) return `<c ${look}><v>${days}</v></c>`
  }
  if (typeof value === 'number') return Number.isFinite(value) ? `<c ${look}><v>${value}</v></c>` : ''
  // An inline string is text whatever it begins with: only the element `f` is a formula. A style with quotePrefix keeps it so
  // when somebody edits the cell.
  const text = kind === 'text' || kind === 'header' ? look : `r="${place}" s="0"`
  return `<c ${text} t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, MOST_LETTERS))}</t></is></c>`
}

/** 1 → A, 27 → AA. */
function letters(column: number): string {
  const [rest, last] = [Math.floor((column - 1) / 26), String.fromCharCode(65 + ((column - 1) % 26))]
  return rest > 0 ? letters(rest) + last : last
}

const escaped = (text: string) =>
  text
    // XML 1.0 has no way to write these.
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (sheets: number) =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${Array.from({ length: sheets }, (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`

const relations = (targets: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const workbook = (names: readonly string[]) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`

/** In the order of `looks`. 14 is the short date of whoever reads, 3 figures with spaces between thousands. */
const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Segoe UI"/></font><font><b/><sz val="11"/><name val="Segoe UI"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
