/** Compares a workbook with the organisation as it stands: what would be new, what would change, what can't be understood. */
import { lists } from '#src/lists/all.ts'
import type { Person, Ref } from '#src/lists/columns.ts'
import type { List } from '#src/lists/list.ts'
import { faultsOf, type FaultyField } from '#src/lists/validate.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import {
  type Organisation,
  type OrganisationList,
  organisationLists,
} from '#src/rules/organisation/organising.ts'
import { type Cell, cellAt, type Sheet, type Workbook } from '../cells.ts'
import { comparable, oneLine } from '../text.ts'
import { cellValue, mailIn, type Names, type Naming, type Trouble } from './values.ts'

/** One row of the file, to be written by `saveOrganisation`. */
export interface PlannedRow {
  list: OrganisationList
  key: string
  title: string
  isNew: boolean
  changes: Record<string, unknown>
  base: Record<string, unknown>
}

export interface PlanProblem {
  sheet: string
  line: number
  field: string
  problem: Trouble | FaultyField['problem']
  text: string
}

export interface OrganisationPlan {
  /** In the order they must be written: what others point at comes first. */
  rows: PlannedRow[]
  same: number
  problems: PlanProblem[]
  /** Mails of people that neither the organisation nor `known` has: to be looked for in the directory. */
  strangers: string[]
  /** Sheets that are no list of ours. */
  unread: string[]
}

/** Columns that the file may hold: all but those that every list has. */
export const fieldsOf = (list: List) =>
  Object.keys(list.columns).filter((field) => !['key', 'archived', 'changedBy', 'changedOn'].includes(field))

/** The order in which rows must come to be. */
const order: readonly OrganisationList[] = [
  'units',
  'committees',
  'people',
  'forums',
  'portfolios',
  'mandates',
]

/** Which list a column points at. */
const listOfField = (field: string): OrganisationList => pointsAt[field] ?? 'units'

/** Columns that point elsewhere than at units. */
const pointsAt: Record<string, OrganisationList> = {
  forum: 'forums',
  escalatesTo: 'forums',
  board: 'forums',
  portfolio: 'portfolios',
}

interface Line {
  list: OrganisationList
  sheet: Sheet
  line: number
  cells: ReadonlyMap<string, Cell>
  key: string
  existing: Row | undefined
  title: string
}
type Row = Record<string, unknown> & { key: string; title: string }

/** How the organisation's people and rows are named when it is written to a file. */
export function namingOf(now: Organisation): Naming {
  const known = new Map(now.people.map((row) => [row.person.id, row]))
  return {
    personText: ({ id, name }) => {
      const row = known.get(id)
      return row?.email ? `${row.title} <${row.email}>` : (row?.title ?? name)
    },
    refText: (field, ref) => {
      const rows = now[listOfField(field)] as readonly Row[]
      const title = rows.find(({ key }) => key === ref.key)?.title ?? ref.title
      const alike = rows.filter((row) => comparable(row.title) === comparable(title))
      return alike.length > 1 ? `${title} [${ref.key}]` : title
    },
  }
}

export function planOrganisation(
  workbook: Workbook,
  now: Organisation,
  /** People found in the directory, by mail in lower case. */
  known: ReadonlyMap<string, Person> = new Map(),
): OrganisationPlan {
  const read = workbook.sheets.map((sheet) => ({ sheet, list: listOf(sheet.name) }))
  const lines = read.flatMap(({ sheet, list }) => (list ? linesOf(sheet, list, now) : []))
  const strangers = new Set<string>()
  const names = namesIn(lines, now, known, strangers)
  const planned = lines.map((line) => planRow(line, names))
  const rows = planned.flatMap(({ row }) => (row ? [row] : []))
  return {
    rows: order.flatMap((list) => parentsFirst(rows.filter((row) => row.list === list))),
    same: planned.filter(({ row, problems }) => !row && problems.length === 0).length,
    problems: planned.flatMap(({ problems }) => problems),
    strangers: [...strangers],
    unread: read.filter(({ list }) => !list).map(({ sheet }) => sheet.name),
  }
}

const listOf = (name: string) =>
  organisationLists.find(
    (key) => comparable(lists[key].label) === comparable(name) || lists[key].name === name,
  )

/** The first row with a title under headers; the key column, else the name, says which row it is. */
function linesOf(sheet: Sheet, list: OrganisationList, now: Organisation): Line[] {
  const declared: List = lists[list]
  const fieldOf = (header: string) =>
    ['key', ...fieldsOf(declared)].find(
      (field) => comparable(declared.columns[field]?.label ?? '') === comparable(header) || field === header,
    )
  const columns = new Map<string, number>()
  for (let column = 1; column <= sheet.lastColumn; column++) {
    const field = fieldOf(oneLine(cellAt(sheet, 1, column).text))
    if (field && !columns.has(field)) columns.set(field, column)
  }
  const held = now[list] as readonly unknown[] as readonly Row[]
  const lines: Line[] = []
  for (let line = 2; line <= sheet.lastRow; line++) {
    const cells = new Map([...columns].map(([field, column]) => [field, cellAt(sheet, line, column)]))
    const said = (field: string) => oneLine(cells.get(field)?.text ?? '')
    const title = said('title') || said('person').replace(/\s*<.*>$/, '')
    if (title === '') continue
    const key = said('key')
    const alike = held.filter((row) => comparable(row.title) === comparable(title))
    const existing = key ? held.find((row) => row.key === key) : alike.length === 1 ? alike[0] : undefined
    const made = `file/${list}/${comparable(title)}`.slice(0, 200)
    lines.push({ list, sheet, line, cells, title, existing, key: existing?.key ?? (key || made) })
  }
  return lines
}

function namesIn(
  lines: readonly Line[],
  now: Organisation,
  known: ReadonlyMap<string, Person>,
  strangers: Set<string>,
): Names {
  const mails = new Map(now.people.map(({ email, person }) => [email?.toLowerCase() ?? '', person]))
  const people = uniqueBy(now.people.map(({ title, person }) => [comparable(title), person]))
  const refs = new Map(
    organisationLists.map((list) => {
      const held = (now[list] as readonly Row[]).map((row): [string, Ref] => [
        comparable(row.title),
        refOf(row),
      ])
      const added = lines
        .filter((line) => line.list === list && !line.existing)
        .map((line): [string, Ref] => [comparable(line.title), refOf(line)])
      return [list, uniqueBy([...held, ...added])]
    }),
  )
  return {
    person: (text) => {
      const mail = mailIn(text)
      if (!mail) return people.get(comparable(text))
      const found = mails.get(mail) ?? known.get(mail)
      if (!found) strangers.add(mail)
      return found
    },
    ref: (field, text) => {
      const list = listOfField(field)
      const key = /\[([^[\]]+)\]$/.exec(text)?.[1]
      const exact = key && (now[list] as readonly Row[]).find((row) => row.key === key)
      return exact ? refOf(exact) : refs.get(list)?.get(comparable(text))
    },
  }
}

function planRow(line: Line, names: Names): { row?: PlannedRow; problems: PlanProblem[] } {
  const { list, existing } = line
  const declared: List = lists[list]
  const problems: PlanProblem[] = []
  const changes: Record<string, unknown> = {}
  const tell = (field: string, problem: PlanProblem['problem'], text = '') =>
    problems.push({ sheet: line.sheet.name, line: line.line, field, problem, text })
  for (const [field, cell] of line.cells) {
    if (field === 'key') continue
    const read = cellValue(declared, field, cell, names)
    if ('trouble' in read) tell(field, read.trouble, read.text)
    else if (!same(identity(read.value), identity(existing?.[field] ?? emptyOf(declared, field))))
      changes[field] = read.value
  }
  if (list === 'people' && changes.person && !changes.title) changes.title = (changes.person as Person).name
  for (const { field, problem } of faultsOf(declared, existing ? changes : { ...changes, key: line.key }, {
    whole: !existing,
  }))
    if (!problems.some((told) => told.field === field || isNamedBy(list, field))) tell(field, problem)
  if (problems.length > 0 || Object.keys(changes).length === 0) return { problems }
  const base = Object.fromEntries(Object.keys(changes).map((field) => [field, existing?.[field] ?? null]))
  return { row: { list, key: line.key, title: line.title, isNew: !existing, changes, base }, problems }
}

/** A person's row is named after the person. */
const isNamedBy = (list: OrganisationList, field: string) => list === 'people' && field === 'title'

/** Rows and people are the same by key, whatever they were called when it was written. */
function identity(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(identity)
  if (typeof value !== 'object' || value === null) return value
  return 'key' in value ? value.key : 'id' in value ? value.id : value
}

/** A box that was never ticked reads as no. */
const emptyOf = (list: List, field: string) => (list.columns[field]?.kind === 'yesNo' ? false : undefined)

const refOf = ({ key, title }: { key: string; title: string }): Ref => ({ key, title })

/** By name; a name that two different ones bear stands for neither. */
function uniqueBy<T>(pairs: readonly (readonly [string, T])[]): Map<string, T> {
  const found = new Map<string, T>()
  const twice = new Set<string>()
  for (const [name, value] of pairs) {
    if (found.has(name) && !same(found.get(name), value)) twice.add(name)
    found.set(name, value)
  }
  for (const name of twice) found.delete(name)
  return found
}

/** A row that points at another new row comes after it; rows in a circle keep their order. */
function parentsFirst(rows: readonly PlannedRow[]): PlannedRow[] {
  const done = new Set<string>()
  const waiting = [...rows]
  const isNew = new Set(rows.map(({ key }) => key))
  const out: PlannedRow[] = []
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ changes }) => {
      const over = (changes.parent ?? changes.escalatesTo) as Ref | null | undefined
      return !over || !isNew.has(over.key) || done.has(over.key)
    })
    const [next] = waiting.splice(Math.max(at, 0), 1)
    if (!next) break
    done.add(next.key)
    out.push(next)
  }
  return out
}
