/** What waits for what: circles that would never start, and who stands on either side of an initiative. */
import type { Dependency } from '#src/lists/businessCase.ts'

type Wait = Pick<Dependency, 'key' | 'initiative' | 'needs' | 'settled' | 'archived'>

/** Whether the initiative still waits: a settled dependency holds nobody back. */
export const isOpen = (wait: Wait) => !wait.settled && !wait.archived

/** What an initiative has become part of: `wholeKeys` tells. */
type Whole = (key: string) => string

/**
 * The keys of the initiatives round which `wait` closes a circle, the one that waits first and each followed by what it
 * waits for; empty when there is none. `all` holds the open and the settled; only open ones count. What has become part
 * of another waits, and is waited for, as that one; what waits for another part of the same holds nobody.
 */
export function circleThrough(wait: Wait, all: readonly Wait[], whole: Whole = (key) => key): string[] {
  const first = endsOf(wait, whole)
  if (!first) return []
  const { from, to } = first
  const ways: string[][] = [[from, to]]
  const seen = new Set([to])
  const open = all.filter(isOpen).flatMap((one) => endsOf(one, whole) ?? [])
  // Breadth first: the shortest circle is the easiest to see.
  for (const way of ways) {
    const last = way.at(-1)
    if (last === from) return way.slice(0, -1)
    for (const next of open) {
      if (next.from !== last || (seen.has(next.to) && next.to !== from)) continue
      seen.add(next.to)
      ways.push([...way, next.to])
    }
  }
  return []
}

/** The circle that would close if some became part of one; empty when none would. */
export function circleByMerging(
  { into, from }: { into: string; from: readonly string[] },
  all: readonly Wait[],
  whole: Whole,
): string[] {
  const merged: Whole = (key) => {
    const at = whole(key)
    return from.includes(at) ? into : at
  }
  return (
    all
      .filter((wait) => isOpen(wait) && merged(wait.initiative.key) === into)
      .map((wait) => circleThrough(wait, all, merged))
      .find((circle) => circle.length > 0) ?? []
  )
}

/** Who waits for whom; nothing when what is waited for is none of ours, or part of the same. */
function endsOf({ initiative, needs }: Wait, whole: Whole): { from: string; to: string } | undefined {
  if (!needs) return undefined
  const [from, to] = [whole(initiative.key), whole(needs.key)]
  return from === to && initiative.key !== needs.key ? undefined : { from, to }
}

/** What an initiative waits for, and what waits for it; open ones first. */
export function aroundOf<D extends Wait>(
  initiative: string,
  all: readonly D[],
): { waits: D[]; awaited: D[] } {
  const kept = all.filter((d) => !d.archived).toSorted((a, b) => Number(!isOpen(a)) - Number(!isOpen(b)))
  return {
    waits: kept.filter((d) => d.initiative.key === initiative),
    awaited: kept.filter((d) => d.needs?.key === initiative),
  }
}
