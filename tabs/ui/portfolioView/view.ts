/** The portfolio table's way from all initiatives to the rows shown: search, filter, count, sort. Pure; 10,000 rows in a frame. */
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import type { Day } from '#src/lists/columns.ts'

/** What the boot load holds of an initiative. */
export type Row = Pick<
  Initiative,
  | 'id'
  | 'key'
  | 'number'
  | 'title'
  | 'stage'
  | 'state'
  | 'stageSince'
  | 'portfolio'
  | 'external'
  | 'unit'
  | 'unitAsWritten'
  | 'contact'
  | 'contactAsWritten'
  | 'costLowKr'
  | 'costHighKr'
  | 'costPerYear'
  | 'costAsWritten'
  | 'start'
  | 'legal'
>

export const facets = ['portfolio', 'unit', 'stage', 'state', 'legal'] as const
export type Facet = (typeof facets)[number]
export type Filters = Partial<Record<Facet, string>>

export const sortColumns = ['number', 'title', 'unit', 'stage', 'age', 'contact', 'cost', 'start'] as const
export type SortColumn = (typeof sortColumns)[number]
export interface Sorting {
  by: SortColumn
  down: boolean
}

/** A row with what searching and filtering look at, worked out once for each change of data. */
export interface Indexed {
  row: Row
  text: string
  facets: Record<Facet, string>
}

/** Rows without a value in a facet are found under this. */
export const NONE = '-'

export function indexRows(rows: readonly Row[]): Indexed[] {
  return rows.map((row) => ({
    row,
    text: plain(`${row.number} ${row.title} ${unitText(row)} ${contactText(row)} ${row.costAsWritten ?? ''}`),
    facets: {
      portfolio: row.portfolio.key,
      unit: unitText(row) || NONE,
      stage: row.stage,
      state: row.state,
      legal: row.legal ?? NONE,
    },
  }))
}

/** The rows that hold every word searched for and fit every filter. */
export function filterRows(indexed: readonly Indexed[], search: string, filters: Filters): Indexed[] {
  const words = plain(search).split(' ').filter(Boolean)
  const wanted = Object.entries(filters) as [Facet, string][]
  return indexed.filter(
    (i) =>
      wanted.every(([facet, value]) => i.facets[facet] === value) &&
      words.every((word) => i.text.includes(word)),
  )
}

/** How many rows each value of a facet would show, the other filters and the search kept. */
export function countFacet(
  indexed: readonly Indexed[],
  search: string,
  filters: Filters,
  facet: Facet,
): Map<string, number> {
  const { [facet]: _, ...others } = filters
  const counts = new Map<string, number>()
  for (const { facets: values } of filterRows(indexed, search, others))
    counts.set(values[facet], (counts.get(values[facet]) ?? 0) + 1)
  return counts
}

export function sortRows(
  rows: readonly Indexed[],
  { by, down }: Sorting,
  compare: (a: string, b: string) => number,
  stageOrder: readonly Stage[],
): Row[] {
  const place = new Map(stageOrder.map((stage, i) => [stage, i]))
  const keys: Record<SortColumn, (row: Row) => string | number | undefined> = {
    number: (row) => row.number,
    title: (row) => row.title,
    unit: (row) => unitText(row) || undefined,
    stage: (row) => place.get(row.stage),
    age: (row) => row.stageSince,
    contact: (row) => contactText(row) || undefined,
    cost: (row) => row.costHighKr ?? row.costLowKr,
    start: (row) => row.start,
  }
  const keyOf = keys[by]
  // Ages count from a day: the earliest day is the greatest age.
  const turn = (down ? -1 : 1) * (by === 'age' ? -1 : 1)
  return rows
    .map(({ row }) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      // Rows without a value stand last, whichever way.
      if (a.key === undefined || b.key === undefined)
        return (a.key === undefined ? 1 : 0) - (b.key === undefined ? 1 : 0)
      return turn * (typeof a.key === 'number' ? a.key - Number(b.key) : compare(a.key, String(b.key)))
    })
    .map(({ row }) => row)
}

export const unitText = (row: Row) => row.unit?.title ?? row.unitAsWritten ?? ''
export const contactText = (row: Row) => row.contact?.name ?? row.contactAsWritten ?? ''
export const ageDays = (row: Row, today: Day) =>
  row.stageSince ? Math.max(0, daysBetween(row.stageSince, today)) : undefined

/** Lower case without accents other than å, ä, ö, so that "forstudie" doesn't find "förstudie" but "André" finds "andre". */
const plain = (text: string) =>
  text.toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/[éèê]/g, 'e').replaceAll(/[üú]/g, 'u')
