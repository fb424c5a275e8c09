/** How fast messages go: evenly, never above the rate, and slower for everybody while the service says it is too much. */
import type { Clock } from './clock.ts'

/** Each refusal slows everything by this much; each answer that isn't one gives a little back. */
const SLOWER = 0.95
const FASTER = 0.01
const SLOWEST = 0.05
/** When more of the latest answers than this are refusals, it isn't one conversation: all wait as long as the service says. */
const LATEST = 40
const TOO_MANY = 0.15

export interface Pace {
  /** Waits for one's turn to be prepared. */
  turn: () => Promise<void>
  /** Waits for the very moment to send: no two are closer than the rate allows. */
  gate: () => Promise<void>
  answered: (isThrottled: boolean, retryAfterMs?: number) => void
  /** Messages a second, as slowed. */
  rate: () => number
}

export function createPace(clock: Clock, perSecond: number): Pace {
  let factor = 1
  let nextTurn = 0
  let nextGate = 0
  let heldUntil = 0
  const latest: boolean[] = []

  const waitUntil = async (at: number) => {
    for (let left = at - clock.now(); left > 0; left = at - clock.now()) await clock.sleep(left)
  }
  return {
    async turn() {
      const at = Math.max(clock.now(), nextTurn, heldUntil)
      nextTurn = at + 1000 / (perSecond * factor)
      await waitUntil(at)
    },
    async gate() {
      const at = Math.max(clock.now(), nextGate)
      nextGate = at + 1000 / perSecond
      await waitUntil(at)
    },
    answered(isThrottled, retryAfterMs = 0) {
      latest.push(isThrottled)
      if (latest.length > LATEST) latest.shift()
      factor = isThrottled ? Math.max(SLOWEST, factor * SLOWER) : Math.min(1, factor + FASTER)
      const share = latest.filter(Boolean).length / LATEST
      if (isThrottled && share > TOO_MANY) heldUntil = Math.max(heldUntil, clock.now() + retryAfterMs)
    },
    rate: () => perSecond * factor,
  }
}
