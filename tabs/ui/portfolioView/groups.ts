/** Rows gathered under headings that fold, each with its count, cost and age; and the lines that are then shown. Pure. */
import type { Day } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Folded, type Grouping, isOpen } from './folded.ts'
import { type Around, cellText, placeOfStage } from './values.ts'
import { ageDays, NONE, type Row } from './view.ts'

export interface Group {
  /** What the address calls it. */
  key: string
  /** Empty for the rows without a value. */
  text: string
  rows: Row[]
  /** The highest estimate of each row, added up: what is paid once, and what is paid every year. */
  onceKr: number
  yearlyKr: number
  medianDays: number | undefined
}

/** What stands on a line of the table. */
export type Line = { group: Group; open: boolean } | { row: Row }

export function groupRows(
  rows: readonly Row[],
  by: Grouping,
  around: Around,
  compare: (a: string, b: string) => number,
): Group[] {
  const groups = new Map<string, { text: string; rows: Row[]; place: string | number }>()
  for (const row of rows) {
    const text = by === 'portfolio' ? row.portfolio.title : cellText(by, row, around)
    const key = keyOf(by, row) ?? (text || NONE)
    const group = groups.get(key) ?? { text, rows: [], place: placeOf(by, row) ?? text }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups]
    .toSorted(([a, one], [b, other]) => {
      if (a === NONE || b === NONE) return a === NONE ? 1 : -1
      return typeof one.place === 'number'
        ? one.place - Number(other.place)
        : compare(one.place, String(other.place))
    })
    .map(([key, { text, rows: held }]) => ({ key, text, rows: held, ...sums(held, around.today) }))
}

function keyOf(by: Grouping, row: Row): string | undefined {
  switch (by) {
    case 'portfolio':
      return row.portfolio.key
    case 'stage':
    case 'type':
    case 'legal':
    case 'start':
      return row[by]
    default:
      return undefined
  }
}

/** Fixed sets stand in their own order, quarters in that of time. */
function placeOf(by: Grouping, row: Row): string | number | undefined {
  if (by === 'stage') return placeOfStage(row.stage)
  if (by === 'type' || by === 'legal')
    return Object.keys(initiatives.columns[by].words).indexOf(String(row[by]))
  return by === 'start' ? row.start : undefined
}

function sums(rows: readonly Row[], today: Day) {
  let onceKr = 0
  let yearlyKr = 0
  const ages: number[] = []
  for (const row of rows) {
    const kr = row.costHighKr ?? row.costLowKr ?? 0
    if (row.costPerYear) yearlyKr += kr
    else onceKr += kr
    const age = ageDays(row, today)
    if (age !== undefined) ages.push(age)
  }
  return { onceKr, yearlyKr, medianDays: median(ages) }
}

/** Half of the values are at most this; the lower middle of an even number. */
function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
}

export const linesOf = (groups: readonly Group[], folded: Folded): Line[] =>
  groups.flatMap((group): Line[] => {
    const open = isOpen(folded, group.key)
    return [{ group, open }, ...(open ? group.rows.map((row) => ({ row })) : [])]
  })
