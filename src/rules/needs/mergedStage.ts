/** A need that has become part of another stands where that one stands. */
import type { Ref } from '#src/lists/columns.ts'
import type { Initiative, Stage, State } from '#src/lists/initiatives.ts'

type Part = Pick<Initiative, 'key' | 'state' | 'stage' | 'mergedInto'>

/** Nothing is done any more in these states, and nothing can become part of it. */
const overStates: readonly State[] = ['stopped', 'screenedOut']

/** Whether anything may still become of it: others are no part of a merge, whatever one does. */
export const isAlive = ({ stage, state }: Pick<Initiative, 'stage' | 'state'>) =>
  state !== 'merged' && stage !== 'closed' && !overStates.includes(state)

/** The key of the initiative that a need has become part of; nothing for one that stands by itself. */
export const wholeKeyOf = ({ state, mergedInto }: Pick<Part, 'state' | 'mergedInto'>) =>
  state === 'merged' ? mergedInto?.key : undefined

/** What stands in the way while it isn't active: of a need that is part of another, with that one. */
export const heldBy = ({ state, mergedInto }: Pick<Part, 'state' | 'mergedInto'>) => ({
  state,
  ...(state === 'merged' && mergedInto && { into: mergedInto }),
})

/** The initiative itself, or the one it has become part of, however many times over; the last that is known. */
export function wholeOf<I extends Part>(one: I, find: (key: string) => I | undefined): I {
  const met = new Set<string>()
  for (let at = one; ; ) {
    met.add(at.key)
    const key = wholeKeyOf(at)
    const next = key === undefined || met.has(key) ? undefined : find(key)
    if (!next) return at
    at = next
  }
}

/** How far has come what is waited for; nothing where that is none of ours. */
export function stageOfNeeded(
  needed: Ref | undefined,
  find: (key: string) => Part | undefined,
): { neededStage?: Stage } {
  const one = needed && find(needed.key)
  return one ? { neededStage: wholeOf(one, find).stage } : {}
}
