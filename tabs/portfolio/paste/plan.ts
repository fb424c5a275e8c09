/** What pasting a column of cells would change: from a cell and downwards, one row for each value, in the order shown. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { may } from '#src/rules/permissions.ts'
import type { Line } from '../../ui/portfolioView/groups.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import type { EditableColumn, EditedField } from '../editing/editable.ts'
import { changesIn, type Entries, problemsOf } from '../editing/entries.ts'
import type { Edit, Values } from '../editing/meant.ts'
import { type Known, readerFor } from './reading.ts'

export interface Changed extends Edit {
  row: Row
}

export interface PastePlan {
  column: EditableColumn
  /** How many values were pasted. */
  count: number
  changes: Changed[]
  /** Rows that say so already. */
  same: number
  /** Rows that stay as they are, and why: what the value breaks, or that the person may not or nobody may. */
  left: { row: Row; why: { problem: string } | { unknown: string } | 'notMine' | 'archived' }[]
  /** Values that no row was left for. */
  surplus: number
}

export function planPaste(
  cells: readonly string[],
  {
    lines,
    from,
    column,
    me,
  }: {
    lines: readonly Line[]
    /** The line that takes the first value. */
    from: number
    column: EditableColumn
    me: Parameters<typeof may>[1]
  },
  known: Known,
): PastePlan {
  const read = readerFor(column, known)
  const rows = lines.slice(from).flatMap((line) => ('row' in line ? [line.row] : []))
  const plan: PastePlan = { column, count: cells.length, changes: [], same: 0, left: [], surplus: 0 }
  for (const [i, cell] of cells.entries()) {
    const row = rows[i]
    if (!row) {
      plan.surplus = cells.length - i
      break
    }
    const entries = forRow(read(cell), row)
    const { changes, base } = changesIn(entries, row)
    const why = reason(row, entries, me, known)
    if (why) plan.left.push({ row, why })
    else if (Object.keys(changes).length === 0) plan.same += 1
    else plan.changes.push({ initiative: row.key, changes, base, row })
  }
  return plan
}

/** Not being for each year is nothing new of a row that never was. */
function forRow({ costPerYear, ...entries }: Entries, row: Row): Entries {
  const isNew = costPerYear && (row.costPerYear || ('value' in costPerYear && costPerYear.value === true))
  return isNew ? { ...entries, costPerYear } : entries
}

/** A row as it would be. */
export const after = (row: Row, changes: Values): Row => ({
  ...row,
  ...Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value ?? undefined])),
})

function reason(
  row: Row,
  entries: Entries,
  me: Parameters<typeof may>[1],
  { words }: Known,
): PastePlan['left'][number]['why'] | undefined {
  const unknown = (Object.keys(entries) as EditedField[]).flatMap((field) => {
    const entry = entries[field]
    return entry && 'unknown' in entry ? [entry.unknown] : []
  })
  if (unknown[0] !== undefined) return { unknown: unknown[0] }
  const [problem] = problemsOf(entries, words)
  if (problem) return { problem }
  if (row.archived) return 'archived'
  return may('prepare', me, row as Initiative) ? undefined : 'notMine'
}
