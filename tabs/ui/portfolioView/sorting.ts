/** The order of the rows, by any column. Pure; sorted once for each change of data or order, not at each keystroke. */
import { type ColumnName, columnOf } from './columns.ts'
import { type Around, sortKey } from './values.ts'
import type { Indexed } from './view.ts'

export interface Sorting {
  by: ColumnName
  down: boolean
}

/** All rows in order; those without a value last, whichever way. Filtering keeps the order, so a keystroke sorts nothing. */
export function sortRows(
  rows: readonly Indexed[],
  { by, down }: Sorting,
  compare: (a: string, b: string) => number,
  around: Around,
): Indexed[] {
  const turn = down ? -1 : 1
  const plainly = ['day', 'quarter'].includes(columnOf(by).kind)
  const ordered = plainly ? (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) : compare
  return rows
    .map((one) => ({ one, key: sortKey(by, one.row, around) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return (a.key === undefined ? 1 : 0) - (b.key === undefined ? 1 : 0)
      return turn * (typeof a.key === 'number' ? a.key - Number(b.key) : ordered(a.key, String(b.key)))
    })
    .map(({ one }) => one)
}
