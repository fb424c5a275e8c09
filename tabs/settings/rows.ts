/** Rows of the settings in the order they are read: units as a tree, everything else by name. */
import type { Ref } from '#src/lists/columns.ts'
import type { OrganisationList } from '#src/rules/organisation/organising.ts'

export type Row = Record<string, unknown> & {
  id: string
  key: string
  version: string
  title: string
  parent?: Ref
}

/** Each row with how deep it stands. A unit whose parent is gone stands at the top; nobody is left out. */
export function indented(
  rows: readonly Row[],
  list: OrganisationList,
  compare: (a: string, b: string) => number,
): { row: Row; depth: number }[] {
  const sorted = rows.toSorted((a, b) => compare(a.title, b.title))
  if (list !== 'units') return sorted.map((row) => ({ row, depth: 0 }))
  const keys = new Set(rows.map(({ key }) => key))
  const children = Map.groupBy(sorted, ({ parent }) => (parent && keys.has(parent.key) ? parent.key : ''))
  const placed = new Set<string>()
  const walk = (under: string, depth: number): { row: Row; depth: number }[] =>
    (children.get(under) ?? []).flatMap((row) => {
      if (placed.has(row.key)) return []
      placed.add(row.key)
      return [{ row, depth }, ...walk(row.key, depth + 1)]
    })
  const tree = walk('', 0)
  // Units in a circle hang from nothing.
  return [...tree, ...sorted.filter(({ key }) => !placed.has(key)).map((row) => ({ row, depth: 0 }))]
}
