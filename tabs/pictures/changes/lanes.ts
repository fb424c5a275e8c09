/** Where each change stands: a lane for each sort that has any, dots that would cover each other stacked. Pure. */
import { type ChangeKind, changeKinds, type InitiativeChange } from '#src/rules/pictures/changesBetween.ts'

export const LANE = 28
/** The top of a stack that is higher than this stands for what has no dot of its own. */
const MOST_STACKED = 12
/** More dots than this nobody tells apart: the stacks are lower then. */
const MOST_DOTS = 480

export interface Placed<T> {
  key: string
  x: number
  y: number
  change: InitiativeChange<T>
  /** `change` and those after it that have no dot of their own; the list has them all. */
  rest?: InitiativeChange<T>[]
}

export interface Lane<T> {
  kind: ChangeKind
  top: number
  height: number
  count: number
  placed: Placed<T>[]
}

export function lanesOf<T>(
  changes: readonly InitiativeChange<T>[],
  { xOf, r, head }: { xOf: (day: string) => number; r: number; head: number },
): { lanes: Lane<T>[]; height: number } {
  const byKind = Map.groupBy(changes, ({ kind }) => kind)
  const stacked = changeKinds.flatMap((kind) => {
    const of = byKind.get(kind)
    if (!of) return []
    const numbered = of.toReversed().map((change, i) => ({ key: `${kind}-${i}`, change }))
    // Places as wide as a dot: those that share one stand under each other.
    const stacks = Map.groupBy(numbered, ({ change }) => Math.round(xOf(change.day) / (2 * r)))
    return [{ kind, count: of.length, stacks: [...stacks] }]
  })
  const most = deepestOf(stacked.flatMap(({ stacks }) => stacks.map(([, stack]) => stack.length)))
  const lanes: Lane<T>[] = []
  let top = 0
  for (const { kind, count, stacks } of stacked) {
    const placed = stacks.flatMap(([place, stack]) =>
      stack.slice(0, most).map(({ key, change }, depth): Placed<T> => {
        const at = { key, x: place * 2 * r, y: top + head + r + 3 + depth * 2 * r, change }
        const isLast = depth === most - 1 && stack.length > most
        return isLast ? { ...at, rest: stack.slice(depth).map((one) => one.change) } : at
      }),
    )
    const deepest = Math.max(...stacks.map(([, stack]) => Math.min(most, stack.length)))
    const height = Math.max(LANE, head + deepest * 2 * r + 8)
    lanes.push({ kind, top, height, count, placed })
    top += height
  }
  return { lanes, height: top }
}

/** How high stacks may be for all dots to be few enough. */
function deepestOf(sizes: readonly number[]): number {
  let most = MOST_STACKED
  while (most > 1 && sizes.reduce((sum, size) => sum + Math.min(size, most), 0) > MOST_DOTS) most--
  return most
}
