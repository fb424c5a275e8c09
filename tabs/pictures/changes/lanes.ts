/** Where each change stands: a lane for each sort that has any, dots that would cover each other stacked beside. Pure. */
import { type ChangeKind, changeKinds, type InitiativeChange } from '#src/rules/pictures/changesBetween.ts'

export const LANE = 28
/** More in a stack than this share its last place: the count beside the lane and the list have them all. */
const MOST_STACKED = 12

export interface Placed<T> {
  key: string
  x: number
  y: number
  change: InitiativeChange<T>
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
  const lanes: Lane<T>[] = []
  let top = 0
  for (const kind of changeKinds) {
    const of = byKind.get(kind)
    if (!of) continue
    const stacks = new Map<number, number>()
    let deepest = 1
    const placed = of.toReversed().map((change, i) => {
      const x = xOf(change.day)
      // Places as wide as a dot: those that share one stand under each other.
      const place = Math.round(x / (2 * r))
      const depth = Math.min(MOST_STACKED, (stacks.get(place) ?? 0) + 1)
      stacks.set(place, depth)
      deepest = Math.max(deepest, depth)
      return { key: `${kind}-${i}`, x: place * 2 * r, y: top + head + r + 3 + (depth - 1) * 2 * r, change }
    })
    const height = Math.max(LANE, head + deepest * 2 * r + 8)
    lanes.push({ kind, top, height, count: of.length, placed })
    top += height
  }
  return { lanes, height: top }
}
