/** What waits for what: circles that would never start, and who stands on either side of an initiative. */
import type { Dependency } from '#src/lists/businessCase.ts'

type Wait = Pick<Dependency, 'key' | 'initiative' | 'needs' | 'settled' | 'archived'>

/** Whether the initiative still waits: a settled dependency holds nobody back. */
export const isOpen = (wait: Wait) => !wait.settled && !wait.archived

/**
 * The keys of the initiatives round which `wait` closes a circle, the one that waits first and each followed by what it
 * waits for; empty when there is none. `all` holds the open and the settled; only open ones count.
 */
export function circleThrough(wait: Wait, all: readonly Wait[]): string[] {
  if (!wait.needs) return []
  const from = wait.initiative.key
  const ways: string[][] = [[from, wait.needs.key]]
  const seen = new Set([wait.needs.key])
  // Breadth first: the shortest circle is the easiest to see.
  for (const way of ways) {
    const last = way.at(-1)
    if (last === from) return way.slice(0, -1)
    for (const next of all) {
      if (next.initiative.key !== last || !next.needs || !isOpen(next)) continue
      if (seen.has(next.needs.key) && next.needs.key !== from) continue
      seen.add(next.needs.key)
      ways.push([...way, next.needs.key])
    }
  }
  return []
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
