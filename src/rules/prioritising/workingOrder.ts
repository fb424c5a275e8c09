/** The order that a forum makes by hand: what it moved, why, and what it may not move. */
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { MovedByHand, ScenarioSettings } from '#src/lists/prioritising.ts'
import type { ForumCandidate } from './candidates.ts'

/** The key of the scenario that keeps a forum's own order of a year: one for each, shared by all who prepare. */
export const workingOrderKey = (forum: string, year: number) => `order/${forum}/${year}`

/** Whether a scenario is a working order rather than something that was tried. */
export const isWorkingOrder = ({ key }: { key: string }) => key.startsWith('order/')

/** A working order with nothing in it. */
export const emptySettings = (year: number): ScenarioSettings => ({
  years: [year],
  frames: {},
  personDays: {},
  forcedIn: [],
  forcedOut: [],
  starts: {},
  corridors: [],
})

type Line = Pick<ForumCandidate, 'basis' | 'isShared' | 'isExternal'> & { initiative: Ref }
type Waits = Pick<Dependency, 'initiative' | 'needs' | 'settled' | 'archived'>

/** The order with everything moved that is still there, as it was moved; a later move of the same one takes the place of the first. */
export function applyMoves<L extends { initiative: { key: string } }>(
  order: readonly L[],
  moved: readonly MovedByHand[],
): L[] {
  const now = [...order]
  for (const move of lastMoves(moved)) {
    const from = now.findIndex(({ initiative }) => initiative.key === move.initiative)
    const [line] = from < 0 ? [] : now.splice(from, 1)
    if (!line) continue
    const above = now.findIndex(({ initiative }) => initiative.key === move.before)
    now.splice(above < 0 ? Math.min(move.rank - 1, now.length) : above, 0, line)
  }
  return now
}

/** The last move of each initiative, in the order they were made. */
export const lastMoves = (moved: readonly MovedByHand[]): MovedByHand[] =>
  moved.filter((move, i) => moved.findLastIndex(({ initiative }) => initiative === move.initiative) === i)

/** What keeps an initiative from being moved by hand. */
export type MoveFault =
  | { fault: 'notRanked' }
  /** Its order belongs to the forum that joins the administrations. */
  | { fault: 'shared' }
  /** What is mandatory or has begun stands where the rules put it. */
  | { fault: 'notFree'; basis: 'mandatory' | 'running' }
  /** It would stand above something that is in before ranking starts. */
  | { fault: 'aboveFirst'; names: string[] }
  /** It would stand above what it waits for, or below what waits for it. */
  | { fault: 'prerequisite'; names: string[] }

/** What forbids the move in the order as it stands; nothing, when the way is free. */
export function moveFault(
  order: readonly Line[],
  move: Pick<MovedByHand, 'initiative' | 'before' | 'rank'>,
  dependencies: readonly Waits[],
): MoveFault | undefined {
  const line = order.find(({ initiative }) => initiative.key === move.initiative)
  if (!line || line.isExternal) return { fault: 'notRanked' }
  if (line.isShared) return { fault: 'shared' }
  if (line.basis !== 'ranked') return { fault: 'notFree', basis: line.basis }
  const after = applyMoves(order, [{ ...move, reason: '' }])
  const at = after.indexOf(line)
  // What is in at once may itself wait for something ranked: only what the move passes counts.
  const was = order.indexOf(line)
  const passed = after.slice(at + 1).filter((one) => order.indexOf(one) < was)
  const first = passed.filter(({ basis }) => basis !== 'ranked')
  if (first.length > 0) return { fault: 'aboveFirst', names: first.map(({ initiative }) => initiative.title) }
  const names = brokenBy(after, dependencies).filter((name) => !brokenBy(order, dependencies).includes(name))
  return names.length > 0 ? { fault: 'prerequisite', names } : undefined
}

/** Titles of what stands above what it waits for. */
function brokenBy(order: readonly Line[], dependencies: readonly Waits[]): string[] {
  const at = new Map(order.map(({ initiative }, i) => [initiative.key, i]))
  return dependencies.flatMap(({ initiative, needs, settled, archived }) => {
    const [one, other] = [at.get(initiative.key), needs && at.get(needs.key)]
    if (settled || archived || one === undefined || other === undefined || one >= other) return []
    return [order[one]?.initiative.title ?? initiative.title]
  })
}
