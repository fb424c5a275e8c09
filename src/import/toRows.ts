/** From a plan to the rows that are sent for saving: only what is new, within what the columns hold, each with a number. */
import type { ImportedRow } from '#src/actions/needs/importNeeds.ts'
import type { ImportPlan, PlannedNeed } from './plan.ts'

/** The longest a one-line text column of a SharePoint list holds. https://learn.microsoft.com/graph/api/resources/textcolumn */
const longestText = 255
/** What a number may be, with room for the portfolio's code and the year before it. */
const longestNumber = 60
/** Stays below what the column for the original row holds, with its quotes and headers. */
const longestOriginal = 60_000
const leadingDigits = /^\d+/

/**
 * `taken` is what the portfolio's numbers of this year end with (`014`): a row whose number is among them, or that has
 * none, gets the next free one after the greatest of the workbook, in the order of the rows.
 */
export const toImportedRows = (plan: ImportPlan, taken: Iterable<string> = []): ImportedRow[] => [
  ...importedRows(plan, taken),
]

/** The same rows, each made when it is asked for: ten thousand at once take a while. */
export function* importedRows(plan: ImportPlan, taken: Iterable<string> = []): Generator<ImportedRow, void> {
  const numbers = numbersOf(plan.rows, taken)
  const called = new Map<string, PlannedNeed>()
  for (const need of plan.rows) {
    if (need.number !== undefined && !called.has(need.number)) called.set(need.number, need)
  }
  for (const need of plan.rows) {
    if (need.action === 'create') yield toRow(need, numbers.get(need) ?? '', called)
  }
}

function toRow(need: PlannedNeed, number: string, called: ReadonlyMap<string, PlannedNeed>): ImportedRow {
  const { unit, contact, start, costLowKr, costHighKr } = need
  const unitAsWritten = line(unit ? need.unitAsWritten : (need.unitName ?? need.unitAsWritten))
  const startAsWritten = line(need.startAsWritten ?? need.yearAsWritten)
  return {
    originKey: keyWithin(need.originKey),
    number,
    title: line(need.title) ?? number,
    stage: need.stage,
    state: need.state,
    external: need.external,
    legal: need.legal,
    dependsOn: need.dependsOn.map((other) => waitFor(other, called.get(other))),
    original: originalWithin(need.original),
    ...texts({ need: need.need, benefit: need.benefit, comment: need.comment }),
    ...lines({
      unitAsWritten,
      contactAsWritten: need.contactAsWritten,
      concernedAsWritten: need.concernedAsWritten,
      costAsWritten: need.costAsWritten,
      startAsWritten,
      legalBasis: need.legalBasis,
      systems: need.systems,
    }),
    ...(unit && { unit: { key: unit.key, title: unit.name } }),
    ...(contact && { contact }),
    ...(need.concerned.length > 0 && {
      concernedUnits: need.concerned.map(({ key, name }) => ({ key, title: name })),
    }),
    ...(costLowKr !== null && { costLowKr }),
    ...(costHighKr !== null && { costHighKr }),
    ...(need.costPerYear && { costPerYear: true }),
    ...(start && { start }),
  }
}

/** The need that is waited for; only its number when it isn't in the workbook, or wasn't created by an import. */
function waitFor(number: string, need: PlannedNeed | undefined): ImportedRow['dependsOn'][number] {
  if (!need) return { title: `nr ${number}`.slice(0, longestText) }
  const title = line(need.title) ?? number
  const originKey = keyWithin(need.originKey)
  const imported = need.existingKey === undefined || need.existingKey.endsWith(`.${originKey}`)
  return imported ? { originKey, title } : { title }
}

function numbersOf(needs: readonly PlannedNeed[], taken: Iterable<string>): Map<PlannedNeed, string> {
  const used = new Set(Array.from(taken, plainNumber))
  const numbers = new Map<PlannedNeed, string>()
  for (const need of needs) {
    const number = need.number?.slice(0, longestNumber)
    if (number === undefined) continue
    const free = !used.has(plainNumber(number))
    used.add(plainNumber(number))
    if (free || need.action !== 'create') numbers.set(need, number)
  }
  let last = Math.max(0, ...needs.map(({ number }) => Number(leadingDigits.exec(number ?? '')?.[0] ?? 0)))
  for (const need of needs) {
    if (numbers.has(need)) continue
    do last += 1
    while (need.action === 'create' && used.has(String(last)))
    numbers.set(need, String(last))
  }
  return numbers
}

/** `007` and `7`, `23b` and `23B` are the same number. */
const plainNumber = (number: string) =>
  number.toLowerCase().replace(leadingDigits, (digits) => String(Number(digits)))

const within = (text: string, limit: number) =>
  text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text

const line = (text: string | undefined) => within(text?.trim() ?? '', longestText) || undefined

function texts<Name extends string>(values: Record<Name, string | undefined>): Partial<Record<Name, string>> {
  const filled = Object.entries<string | undefined>(values).filter(([, text]) => text?.trim())
  return Object.fromEntries(filled) as Partial<Record<Name, string>>
}

const lines = <Name extends string>(values: Record<Name, string | undefined>) =>
  texts(
    Object.fromEntries(
      Object.entries<string | undefined>(values).map(([name, text]) => [name, line(text)]),
    ) as Record<Name, string | undefined>,
  )

/** A key made of a very long title keeps its beginning, and a fingerprint of the whole so that two never become one. */
function keyWithin(key: string): string {
  if (key.length <= 200) return key
  let mark = 0
  for (const letter of key) mark = (Math.imul(mark, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return `${key.slice(0, 190)} ${mark.toString(36)}`
}

/** The longest cells of a row that is too long as a whole are cut; long texts that are mapped are kept in full beside. */
function originalWithin(original: Readonly<Record<string, string>>): Record<string, string> {
  const kept = { ...original }
  while (JSON.stringify(kept).length > longestOriginal) {
    const [name, text] = Object.entries(kept).reduce((a, b) => (b[1].length > a[1].length ? b : a))
    if (text.length < 100) break
    kept[name] = within(text, Math.ceil(text.length / 2))
  }
  return kept
}
