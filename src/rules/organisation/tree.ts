/** Questions about the tree of units. */
import type { Ref } from '#src/lists/columns.ts'
import type { Unit } from '#src/lists/organisation.ts'

export type UnitTree = ReadonlyMap<string, Unit>

export const treeOf = (units: readonly Unit[]): UnitTree => new Map(units.map((unit) => [unit.key, unit]))

/** The unit itself first, then its parents up to the organisation. A circle ends where it began. */
export function lineOf(key: string, tree: UnitTree): Unit[] {
  const line: Unit[] = []
  for (
    let unit = tree.get(key);
    unit && !line.includes(unit);
    unit = unit.parent && tree.get(unit.parent.key)
  )
    line.push(unit)
  return line
}

/** Whether `over` is the unit itself or one of its parents. */
export const covers = (over: string, key: string, tree: UnitTree) =>
  lineOf(key, tree).some((unit) => unit.key === over)

/** The administration (förvaltning) a unit belongs to; `undefined` outside all of them. */
export const administrationOf = (key: string, tree: UnitTree) =>
  lineOf(key, tree).find((unit) => unit.kind === 'administration')

/** How far down the tree a unit stands; the organisation is 1. */
export const depthOf = (key: string, tree: UnitTree) => lineOf(key, tree).length

/** The administrations that the units belong to, each once, in the order met. External parties belong to none. */
export function administrationsOf(units: readonly Ref[], tree: UnitTree): Unit[] {
  const found = units.flatMap((unit) => administrationOf(unit.key, tree) ?? [])
  return [...new Map(found.map((unit) => [unit.key, unit])).values()]
}

/** Whether one unit is the other, stands under it, or is the department or smaller that stands over it. */
export function isNearby(mine: string, theirs: string, tree: UnitTree): boolean {
  if (covers(mine, theirs, tree)) return true
  const kind = tree.get(theirs)?.kind
  return (kind === 'department' || kind === 'area' || kind === 'unit') && covers(theirs, mine, tree)
}
