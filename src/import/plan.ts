/** From a workbook to planned needs: which sheet, which header, which columns, then row by row. Nothing is taken silently. */
import type { Stage, State } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { withoutCircles } from './circles.ts'
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { cellAt, type Sheet, type Workbook } from './cells.ts'
import { contentFinder } from './content.ts'
import { findHeader, type Header } from './header.ts'
import { ImportError } from './importError.ts'
import { type ColumnMapping, type Mapping, proposeMapping } from './mapping.ts'
import { matchExisting } from './origin.ts'
import { type KnownPerson, personFinder } from './people.ts'
import { looksLikePhase } from './phases.ts'
import type { Quarter } from './quarters.ts'
import { planRow, type RowContext } from './row.ts'
import { type Skipped, sortRows } from './rowKind.ts'
import { surroundings } from './surroundings.ts'
import { dataRows, fieldText, type Table, tableOf } from './table.ts'
import { comparable, oneLine } from './text.ts'
import { translations } from './translations.ts'
import { type KnownUnit, unitFinder } from './units.ts'
import { readNumber } from './values.ts'

export type Existing = {
  readonly key: string
  readonly number?: string
  readonly title: string
  readonly originKey?: string
}

export type ImportOptions = {
  readonly sheet?: string
  readonly process: ProcessName
  readonly units: readonly KnownUnit[]
  readonly people: readonly KnownPerson[]
  /** What the portfolio holds already, so that a second import doubles nothing. */
  readonly existing?: readonly Existing[]
  readonly mapping?: Mapping
}

export type PlannedNeed = {
  /** The workbook's row number. */
  readonly row: number
  /** The same for the same row at every import. */
  readonly originKey: string
  readonly number?: string
  readonly title: string
  readonly need?: string
  readonly benefit?: string
  readonly unit: { readonly key: string; readonly name: string } | null
  /** A unit that is not known, by the name the workbook's own code list gives it, else as written. */
  readonly unitName?: string
  readonly unitAsWritten?: string
  readonly contact: { readonly id: string; readonly name: string } | null
  readonly contactAsWritten?: string
  readonly concerned: readonly { readonly key: string; readonly name: string }[]
  readonly concernedAsWritten?: string
  readonly stage: Stage
  readonly state: State
  readonly external: boolean
  readonly costLowKr: number | null
  readonly costHighKr: number | null
  readonly costPerYear: boolean
  readonly costAsWritten?: string
  readonly yearAsWritten?: string
  readonly start: Quarter | null
  readonly startAsWritten?: string
  readonly legal: 'yes' | 'no' | 'unknown'
  readonly legalBasis?: string
  readonly systems?: string
  /** Numbers of other needs of the workbook. */
  readonly dependsOn: readonly string[]
  readonly formerPriority?: string
  readonly comment?: string
  /** Every filled cell of the row by its header, as shown. */
  readonly original: Readonly<Record<string, string>>
  readonly action: 'create' | 'same' | 'differs'
  /** The key of what is there already, unless `action` is create. */
  readonly existingKey?: string
  readonly warnings: readonly Warning[]
}

export type ImportPlan = {
  readonly process: ProcessName
  readonly sheet: string
  readonly sheets: readonly string[]
  /** The lowest header row. */
  readonly headerRow: number
  readonly mapping: readonly ColumnMapping[]
  readonly rows: readonly PlannedNeed[]
  readonly skipped: readonly Skipped[]
  /** Doubts about the workbook as a whole; those about one row are with the row. */
  readonly doubts: readonly Warning[]
}

/** Throws an `ImportError` when there is no such sheet, no header or no rows. The plan can be cloned to and from a worker. */
export function planImport(workbook: Workbook, options: ImportOptions): ImportPlan {
  const { sheet, header, others } = chooseSheet(workbook, options.sheet)
  const around = surroundings(workbook, sheet, header)
  const findUnit = unitFinder(options.units, around.codes)
  const contentOf = contentFinder({ codes: around.codes, findUnit })
  const rows = dataRows(sheet, header)
  const cellsOf = (column: number) =>
    rows.map((row) => cellAt(sheet, row, column)).filter((cell) => !cell.from)
  const columns = header.columns.filter(
    ({ column, header: text }) => text !== '' || cellsOf(column).some((cell) => cell.text.trim() !== ''),
  )
  const mapping = proposeMapping(columns, cellsOf, contentOf, options.mapping)
  if (!mapping.some(({ field }) => field === 'title' || field === 'need'))
    throw new ImportError('noHeader', sheet.name)
  const table = tableOf(sheet, header, mapping)
  const context: RowContext = {
    table,
    process: options.process,
    codes: around.codes,
    costUnit: around.costUnit,
    findUnit,
    findPerson: personFinder(options.people),
    numberCalled: numberCaller(table),
  }
  const sorted = sortRows(table, { findUnit, isPhase: (text) => looksLikePhase(text, around.codes) })
  const drafts = withoutCircles(
    sorted.flatMap(({ kind, row, section }) => (kind === 'need' ? [planRow(context, row, section)] : [])),
  )
  if (drafts.length === 0) throw new ImportError('noRows', sheet.name)
  const phased = drafts.map((draft) => ({ draft, phaseText: fieldText(table, draft.row, 'stage', true) }))
  const chosen: Warning[] =
    others.length > 0 ? [{ code: 'sheetChosen', text: sheet.name, meaning: others.join(', ') }] : []
  return {
    process: options.process,
    sheet: sheet.name,
    sheets: workbook.sheets.map(({ name }) => name),
    headerRow: header.lastRow,
    mapping,
    rows: matchExisting(drafts, options.existing ?? []),
    skipped: sorted.flatMap(({ kind, row, text }) => (kind === 'need' ? [] : [{ row, why: kind, text }])),
    doubts: [...chosen, ...around.doubts, ...mappingDoubts(mapping), ...translations(phased)],
  }
}

function chooseSheet(
  workbook: Workbook,
  wanted: string | undefined,
): { sheet: Sheet; header: Header; others: string[] } {
  const names = workbook.sheets.map(({ name }) => name).join(', ')
  const same = (name: string) => oneLine(name).toLowerCase() === oneLine(wanted ?? '').toLowerCase()
  const options = wanted === undefined ? workbook.sheets : workbook.sheets.filter(({ name }) => same(name))
  if (options.length === 0) throw new ImportError('noSuchSheet', names)
  const found = options.flatMap((sheet) => {
    const header = findHeader(sheet)
    if (!header) return []
    const rows = dataRows(sheet, header).length
    // a sheet without rows, or a hidden one, is only taken when there is nothing better
    return [
      {
        sheet,
        header,
        worth: header.score + Math.log10(1 + rows) - (rows > 0 ? 0 : 100) - (sheet.hidden ? 50 : 0),
      },
    ]
  })
  const [best, ...rest] = found.sort((a, b) => b.worth - a.worth)
  if (!best) throw new ImportError('noHeader', wanted ?? names)
  const rivals = rest.filter(({ worth }) => worth > best.worth * 0.6).map(({ sheet }) => sheet.name)
  return { sheet: best.sheet, header: best.header, others: rivals }
}

function mappingDoubts(mapping: readonly ColumnMapping[]): Warning[] {
  return mapping.flatMap(({ column, header, field, confidence, hidden, sample }): Warning[] => {
    const named = { column: header === '' ? column : header, text: column }
    const doubts: Warning[] = []
    if (field === null && sample.length > 0) doubts.push({ code: 'columnUnmapped', ...named })
    if (field !== null && confidence < 0.75) doubts.push({ code: 'columnGuessed', ...named, meaning: field })
    if (hidden) doubts.push({ code: 'columnHidden', ...named })
    return doubts
  })
}

/** Other needs are called by their number, or now and then by their title. */
function numberCaller(table: Table): (text: string) => string | null {
  const numbers = new Map<string, string>()
  const titles = new Map<string, string>()
  for (const row of table.rows) {
    const number = readNumber(fieldText(table, row, 'number', true))
    const title = comparable(fieldText(table, row, 'title', true))
    if (number === null) continue
    numbers.set(comparable(number), number)
    if (title !== '') titles.set(title, number)
  }
  return (text) => numbers.get(comparable(readNumber(text) ?? '')) ?? titles.get(comparable(text)) ?? null
}
