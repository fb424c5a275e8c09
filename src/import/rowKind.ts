/** Sorts the rows under the header: needs, and those that are empty, sums, section headings, notes or the header again. */
import type { Field, SkipReason } from '#src/rules/needs/importTerms.ts'
import { codesOfText } from './codes.ts'
import { comparable } from './text.ts'
import {
  columnsOf,
  dataCell,
  fieldText,
  filledColumns,
  headerRepeats,
  isStruck,
  ownCell,
  sayings,
  type Table,
} from './table.ts'
import type { UnitFinder } from './units.ts'
import { sumWords } from './vocabulary.ts'

export type Skipped = { readonly row: number; readonly why: SkipReason; readonly text: string }
/** What the headings above a row say of it. */
export type Section = { readonly unit?: string; readonly phase?: string }
export type SortedRow = {
  readonly row: number
  readonly kind: 'need' | SkipReason
  readonly text: string
  readonly section: Section
}
type Headings = { readonly findUnit: UnitFinder; readonly isPhase: (text: string) => boolean }

const sumFormula = /\b(SUM|SUMIFS?|SUBTOTAL|AGGREGATE)\(/i

export function sortRows(table: Table, headings: Headings): SortedRow[] {
  let section: Section = {}
  let afterSum = false
  return table.rows.map((row) => {
    const text = wholeText(table, row)
    const kind = kindOf(table, row, { afterSum, ...headings })
    if (kind === 'sum') afterSum = true
    if (kind === 'need') afterSum = false
    // a heading that names neither a unit nor a phase ends the section before it
    if (kind === 'section') {
      const isUnit = headings.findUnit(text).how !== 'unknown'
      section = isUnit
        ? { ...section, unit: text }
        : headings.isPhase(text)
          ? { ...section, phase: text }
          : {}
    }
    return { row, kind, text, section }
  })
}

function kindOf(table: Table, row: number, given: Headings & { afterSum: boolean }): 'need' | SkipReason {
  const filled = filledColumns(table, row)
  if (filled.length === 0) return isInsideBlock(table, row) ? 'continued' : 'empty'
  if (isSum(table, row)) return 'sum'
  if (headerRepeats(table, row) >= 3) return 'header'
  const struck = isStruck(table, row)
  const [titleColumn] = columnsOf(table, 'title')
  const titleCell = titleColumn && dataCell(table, row, titleColumn.column)
  // a title merged over several rows is one need: the rows below it continue the first
  if (titleCell?.from && titleCell.text.trim() !== '') return 'continued'
  const title = titleCell ? sayings(titleCell, struck) : ''
  if (filled.length === 1 && filled[0]) {
    const alone = filled[0]
    const text = sayings(ownCell(table, row, alone.column), true)
    const wide = table.sheet.wideBlocks.has(`${row}:${alone.column}`)
    if (wide || (alone.field !== 'number' && isHeading(table, text, alone.field, given))) return 'section'
    if (alone.field === 'number') return 'noTitle'
    if (alone.field !== 'title' || given.afterSum || codesOfText([text]).size > 0) return 'note'
  }
  if (title !== '') return 'need'
  return fieldText(table, row, 'need', struck) === '' ? 'noTitle' : 'need'
}

/** Alone on its row: a unit's name, or a phase where no column has one. Under the title only when it is surely no title. */
function isHeading(
  table: Table,
  text: string,
  field: Field | null,
  { findUnit, isPhase }: Headings,
): boolean {
  const { how } = findUnit(text)
  if (field !== 'title') return how !== 'unknown'
  return how === 'exact' || how === 'code' || (columnsOf(table, 'stage').length === 0 && isPhase(text))
}

function isSum(table: Table, row: number): boolean {
  const filled = filledColumns(table, row)
  const cells = filled.map(({ column }) => ownCell(table, row, column))
  const named = cells.some(
    ({ text }) => sumWords.test(text.trim().toLowerCase()) || sumWords.test(comparable(text)),
  )
  const summed = cells.some(({ formula }) => formula !== undefined && sumFormula.test(formula))
  const telling = (['need', 'stage', 'contact', 'unit'] as const).filter((field) =>
    columnsOf(table, field).some(({ column }) => ownCell(table, row, column).text.trim() !== ''),
  )
  if (named && (summed || telling.length === 0)) return true
  return (
    summed &&
    telling.length === 0 &&
    cells.every(({ value, formula }) => typeof value === 'number' || formula !== undefined)
  )
}

/** Nothing of its own, but the title above is merged down over it. */
function isInsideBlock(table: Table, row: number): boolean {
  return columnsOf(table, 'title').some(({ column }) => dataCell(table, row, column).from !== undefined)
}

function wholeText(table: Table, row: number): string {
  return filledColumns(table, row)
    .map(({ column }) => sayings(ownCell(table, row, column), true).replace(/\n/g, ' '))
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 500)
}
