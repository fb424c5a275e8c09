/** The table's way from all initiatives to the rows shown: search, filter, count. Pure; 10,000 rows in a frame. */
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Unit } from '#src/lists/organisation.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { lineOf, treeOf } from '#src/rules/organisation/tree.ts'

/** What the boot load holds of an initiative. */
export type Row = Omit<Initiative, 'version'> & { version?: string }

export const facets = [
  'portfolio',
  'department',
  'unit',
  'stage',
  'state',
  'type',
  'legal',
  'scope',
  'external',
  'hasContact',
  'hasUnit',
] as const
export type Facet = (typeof facets)[number]
export type Filters = Partial<Record<Facet, string>>
export type Counts = Record<Facet, Map<string, number>>

/** A row with what searching and filtering look at, worked out once for each change of data. */
export interface Indexed {
  row: Row
  text: string
  facets: Record<Facet, string>
}

/** Rows without a value in a facet are found under this. */
export const NONE = '-'

/** Facets of fixed words, where one filter may hold several values: `active,paused`. */
const several: ReadonlySet<Facet> = new Set(['stage', 'state'])

/** The values that a filter lets through. */
export const valuesOf = (facet: Facet, filter: string): readonly string[] =>
  several.has(facet) ? filter.split(',') : [filter]

export function indexRows(rows: readonly Row[], departments: Departments = new Map()): Indexed[] {
  return rows.map((row) => ({
    row,
    text: plain(
      [
        row.number,
        row.title,
        unitText(row),
        contactText(row),
        row.projectOwner?.name,
        row.projectManager?.name,
        row.caseNumber,
        row.costAsWritten,
      ].join(' '),
    ),
    facets: {
      portfolio: row.portfolio.key,
      department: departmentText(row, departments) || NONE,
      unit: unitText(row) || NONE,
      stage: row.stage,
      state: row.state,
      type: row.type ?? NONE,
      legal: row.legal ?? NONE,
      scope: row.scope ?? NONE,
      external: row.external ? 'yes' : 'no',
      hasContact: row.contact ? 'yes' : 'no',
      hasUnit: row.unit ? 'yes' : 'no',
    },
  }))
}

/**
 * The rows that hold every word searched for and fit every filter, in the order given; and how many rows each value of a
 * facet would show, the other filters and the search kept. Merged ones show only when they are asked for, or
 * where all do (`withMerged`).
 */
export function look(
  indexed: readonly Indexed[],
  search: string,
  filters: Filters,
  withMerged = false,
): { rows: Row[]; counts: Counts; hidden: number } {
  const words = plain(search).split(' ').filter(Boolean)
  const wanted = (Object.entries(filters) as [Facet, string][]).map(
    ([facet, filter]) => [facet, valuesOf(facet, filter)] as const,
  )
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()])) as Counts
  const rows: Row[] = []
  let hidden = 0
  for (const one of indexed) {
    const isHidden = one.facets.state === 'merged' && filters.state === undefined && !withMerged
    if (isHidden) hidden++
    let failed: Facet | undefined = isHidden ? 'state' : undefined
    let failures = isHidden ? 1 : 0
    for (const [facet, values] of wanted) {
      if (values.includes(one.facets[facet])) continue
      failed = facet
      failures++
    }
    if (failures > 1 || !words.every((word) => one.text.includes(word))) continue
    if (failed === undefined) rows.push(one.row)
    for (const facet of failed === undefined ? facets : [failed]) {
      const value = one.facets[facet]
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
    }
  }
  return { rows, counts, hidden }
}

/** Lower case without accents other than å, ä, ö, so that "forstudie" doesn't find "förstudie" but "André" finds "andre". */
const plain = (text: string) =>
  text.toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/[éèê]/g, 'e').replaceAll(/[üú]/g, 'u')

/** The name of the nearest department, by the key of a unit. */
export type Departments = ReadonlyMap<string, string>

export function departmentsOf(units: readonly Unit[]): Departments {
  const tree = treeOf(units)
  return new Map(
    units.flatMap(({ key }) => {
      const department = lineOf(key, tree).find(({ kind }) => kind === 'department')
      return department ? [[key, department.title] as const] : []
    }),
  )
}

export const unitText = (row: Row) => row.unit?.title ?? row.unitAsWritten ?? ''
export const contactText = (row: Row) => row.contact?.name ?? row.contactAsWritten ?? ''
export const departmentText = (row: Row, departments: Departments) =>
  (row.unit && departments.get(row.unit.key)) ?? ''
export const ageDays = (row: Row, today: Day) =>
  row.stageSince ? Math.max(0, daysBetween(row.stageSince, today)) : undefined
