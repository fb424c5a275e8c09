/** Makes one planned need of one row, with a warning for everything that was guessed or not understood. */
import type { Stage, State } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import type { Warning } from '#src/rules/needs/importTerms.ts'
import type { Cell } from './cells.ts'
import { type Codes, meaningsOf } from './codes.ts'
import { readConcerned } from './concerned.ts'
import { readCost } from './costs.ts'
import type { Field } from '#src/rules/needs/importTerms.ts'
import type { PersonFinder } from './people.ts'
import { readPhase, readState } from './phases.ts'
import type { PlannedNeed } from './plan.ts'
import { readStart, readYear } from './quarters.ts'
import { columnsOf, dataCell, fieldText, isStruck, sayings, type Table } from './table.ts'
import { hasLostLetters, oneLine, repairMojibake } from './text.ts'
import type { Section } from './rowKind.ts'
import { readUnit } from './rowUnit.ts'
import type { UnitFinder } from './units.ts'
import { readLegal, readNumber, readNumbers } from './values.ts'
import { externalHint, noteLabel, struckLabel } from './vocabulary.ts'

export type RowContext = {
  readonly table: Table
  readonly process: ProcessName
  readonly codes: Codes
  readonly costUnit: number | null
  readonly findUnit: UnitFinder
  readonly findPerson: PersonFinder
  /** A need's number as the workbook writes it, from what another cell calls it; null when there is none. */
  readonly numberCalled: (text: string) => string | null
}

/** The longest a one-line text column of a SharePoint list holds. https://learn.microsoft.com/graph/api/resources/textcolumn */
const longestText = 255

export type RowDraft = Omit<PlannedNeed, 'originKey' | 'action' | 'existingKey'>

export function planRow(context: RowContext, row: number, section: Section): RowDraft {
  const { table } = context
  const struck = isStruck(table, row)
  const warnings: Warning[] = [...cellDoubts(table, row, struck)]
  const nameOf = (field: Field) => columnsOf(table, field)[0]?.name
  const add = (field: Field, doubts: readonly Warning[]) => {
    const column = nameOf(field)
    warnings.push(
      ...doubts.map((doubt) =>
        doubt.column === undefined && column !== undefined ? { ...doubt, column } : doubt,
      ),
    )
  }
  const long = (field: Field) => fieldText(table, row, field, struck)
  const short = (field: Field) => {
    const text = oneLine(long(field))
    return text.length > longestText
      ? cut(text, () => add(field, [{ code: 'textCut', text: text.slice(0, 60) }]))
      : text
  }

  const need = long('need')
  const ownTitle = short('title')
  if (ownTitle === '') add('title', [{ code: 'titleMissing', text: oneLine(need).slice(0, 80) }])
  const title = ownTitle === '' ? oneLine(need).slice(0, 80) : ownTitle
  const number = readNumber(long('number')) ?? undefined

  const phase = phaseOf(context, row, { struck, section }, add)
  const comment = long('comment')
  if (!phase.external && externalHint.test(comment))
    add('comment', [{ code: 'maybeExternal', text: oneLine(comment) }])

  const unit = readUnit(long('unit'), { findUnit: context.findUnit, section: section.unit })
  add('unit', unit.doubts)
  const concerned = readConcerned(long('concerned'), context.findUnit)
  add('concerned', concerned.doubts)
  const contactCell = columnsOf(table, 'contact')[0]
  const link = contactCell && dataCell(table, row, contactCell.column).link
  const person = context.findPerson(long('contact'), link)
  add('contact', person.doubts)

  const cost = readCost(table, row, { struck, costUnit: context.costUnit })
  add('cost', cost.doubts)
  const startColumn = columnsOf(table, 'start')[0]
  const startCell = startColumn && dataCell(table, row, startColumn.column)
  const start = readStart(long('start'), { day: startCell?.day, year: readYear(short('year')) })
  add('start', start.doubts)
  const legal = readLegal(long('legal'), meaningsOf(oneLine(long('legal')), context.codes))
  add('legal', legal.doubts)
  const legalBasis = [legal.basis, short('legalBasis')].filter((text) => text).join('; ')
  const depends = readNumbers(long('dependsOn'), context.numberCalled)
  add('dependsOn', depends.doubts)
  if (number !== undefined && depends.numbers.includes(number))
    add('dependsOn', [{ code: 'dependsOnItself', text: number }])

  return {
    row,
    ...(number !== undefined && { number }),
    title,
    ...filled('need', need),
    ...filled('benefit', long('benefit')),
    unit: unit.unit,
    ...filled('unitName', unit.name ?? ''),
    ...filled('unitAsWritten', short('unit')),
    contact: person.contact,
    ...filled('contactAsWritten', short('contact')),
    concerned: [...unit.others, ...concerned.concerned],
    ...filled('concernedAsWritten', short('concerned')),
    stage: phase.stage,
    state: phase.state,
    external: phase.external,
    costLowKr: cost.lowKr,
    costHighKr: cost.highKr,
    costPerYear: cost.perYear,
    ...filled('costAsWritten', oneLine(cost.written).slice(0, longestText)),
    ...filled('yearAsWritten', short('year')),
    start: start.start,
    ...filled('startAsWritten', short('start')),
    legal: legal.legal,
    ...filled('legalBasis', legalBasis.slice(0, longestText)),
    ...filled('systems', short('systems')),
    dependsOn: depends.numbers.filter((other) => other !== number),
    ...filled('formerPriority', short('formerPriority')),
    ...filled('comment', comment),
    original: originalOf(table, row),
    warnings,
  }
}

type Placed = { stage: Stage; state: State; external: boolean }

/**
 * A struck row was taken off the list by somebody. If its phase says that it was finished it is closed; otherwise
 * it is screened out at the stage where it stood, so that nothing is lost and a decision can reopen it there.
 */
function phaseOf(
  context: RowContext,
  row: number,
  { struck, section }: { struck: boolean; section: Section },
  add: (field: Field, doubts: readonly Warning[]) => void,
): Placed {
  const written = fieldText(context.table, row, 'stage', struck)
  const phase = readPhase(written === '' ? (section.phase ?? '') : written, context)
  if (written === '' && section.phase !== undefined)
    add('stage', [{ code: 'phaseFromSection', text: section.phase, stage: phase.stage }])
  const finished = phase.stage === 'closed' || phase.stage === 'benefits'
  add(
    'stage',
    struck ? phase.doubts.filter(({ code }) => code !== 'phaseMissing' && !finished) : phase.doubts,
  )
  const placed = { stage: phase.stage, state: phase.state, external: phase.external }
  const told = fieldText(context.table, row, 'state', struck)
  const state = told === '' ? null : readState(told, context.codes)
  if (told !== '' && state === null) add('state', [{ code: 'stateUnknown', text: oneLine(told) }])
  if (state && state.state !== 'active') placed.state = state.state
  if (state?.closed && placed.stage !== 'closed') {
    add('state', [{ code: 'closedByState', text: oneLine(told), stage: placed.stage }])
    placed.stage = 'closed'
  }
  if (!struck) return placed
  const after: Placed = finished
    ? { ...placed, stage: 'closed', state: 'active' }
    : { ...placed, state: 'screenedOut' }
  add('title', [{ code: 'rowStruck', stage: after.stage, state: after.state }])
  return after
}

function cellDoubts(table: Table, row: number, rowStruck: boolean): Warning[] {
  const doubts: Warning[] = table.sheet.hiddenRows.has(row) ? [{ code: 'rowHidden' }] : []
  for (const { column, name, field } of table.columns) {
    const cell = dataCell(table, row, column)
    const raw = table.sheet.rows.get(row)?.get(column)
    if (raw?.from && raw.from.column !== column && field !== null && raw.text.trim() !== '')
      doubts.push({ code: 'mergedAcross', column: name, text: oneLine(raw.text) })
    if (cell.from && sayings(cell) !== '')
      doubts.push({ code: 'mergedDown', column: name, text: oneLine(cell.text), row: cell.from.row })
    doubts.push(...doubtsOfCell(cell, name, rowStruck))
  }
  return doubts
}

function doubtsOfCell(cell: Cell, column: string, rowStruck: boolean): Warning[] {
  const doubts: Warning[] = []
  const text = oneLine(cell.text)
  if (cell.note) doubts.push({ code: 'note', column, text: oneLine(repairMojibake(cell.note)) })
  if (cell.struck && !rowStruck && !cell.from)
    doubts.push({ code: 'cellStruck', column, text: oneLine(cell.struck) })
  if (cell.noValue) doubts.push({ code: 'formulaNoValue', column, text: cell.text })
  if (cell.computed)
    doubts.push({ code: 'formulaComputed', column, text: `=${cell.formula ?? ''}`, meaning: text })
  if (cell.isError) doubts.push({ code: 'cellError', column, text })
  if (typeof cell.value === 'string' && /^([=@]\S|[+-]\p{L})/u.test(text))
    doubts.push({ code: 'formulaText', column, text: text.slice(0, 80) })
  if (repairMojibake(cell.text) !== cell.text)
    doubts.push({ code: 'mojibake', column, text: oneLine(repairMojibake(cell.text)).slice(0, 80) })
  if (hasLostLetters(cell.text)) doubts.push({ code: 'mojibakeLost', column, text: text.slice(0, 80) })
  return doubts
}

/** Every filled cell as it was, struck text and notes beside it. */
function originalOf(table: Table, row: number): Record<string, string> {
  const original: Record<string, string> = {}
  for (const { column, name } of table.columns) {
    const cell = dataCell(table, row, column)
    const text = cell.text.trim()
    if (text !== '') original[name] = text
    if (cell.struck) original[`${name} (${struckLabel})`] = cell.struck.trim()
    if (cell.note) original[`${name} (${noteLabel})`] = cell.note
  }
  return original
}

function filled<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  return text === '' ? {} : ({ [name]: text } as Partial<Record<Name, string>>)
}

function cut(text: string, tell: () => void): string {
  tell()
  return `${text.slice(0, longestText - 1)}…`
}
