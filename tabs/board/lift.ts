/** The card in hand: one at a time, told only to those whose part of the picture it changes, so that a move is one frame. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Move, Target } from '#src/rules/needs/funnel.ts'

/** Held by a pointer that is down, by keys, or put down nowhere yet after a click on its handle. */
export type HeldBy = 'pointer' | 'keys' | 'click'

export interface Lifted {
  card: Initiative
  by: HeldBy
  over: Target | undefined
  moves: ReadonlyMap<Target, Move>
}

export interface Lift {
  now: () => Lifted | undefined
  take: (lifted: Lifted) => void
  over: (target: Target | undefined) => void
  letGo: () => void
  subscribe: (listener: () => void) => () => void
}

export function createLift(): Lift {
  let held: Lifted | undefined
  const listeners = new Set<() => void>()
  const become = (next: Lifted | undefined) => {
    held = next
    listeners.forEach((listener) => listener())
  }
  return {
    now: () => held,
    take: become,
    over: (target) => {
      if (held && held.over !== target) become({ ...held, over: target })
    },
    letGo: () => {
      if (held) become(undefined)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** Whether a decision leads there. */
export const leads = (move: Move | undefined) => move?.kind === 'gate' || move?.kind === 'state'
