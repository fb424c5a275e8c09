/** Makes a round every few seconds for as long as the server runs; a round that fails is tried again, later each time. */
import type { Clock } from './clock.ts'
import { backOffMs } from './backOff.ts'

const ROUND_EVERY_MS = 10_000

/** Answers how to stop, done when the round under way has ended: what it leaves is found by another. */
export function keepDelivering(
  round: () => Promise<unknown>,
  {
    clock,
    failed,
    random = Math.random,
  }: { clock: Clock; failed: (error: unknown) => void; random?: () => number },
): () => Promise<void> {
  const state = { isOver: false, failures: 0 }
  let current: Promise<unknown> = Promise.resolve()
  const once = async () => {
    try {
      await round()
      state.failures = 0
    } catch (error) {
      state.failures++
      failed(error)
    }
  }
  const go = async () => {
    while (!state.isOver) {
      // Not at once: a round may itself ask for the stop.
      current = Promise.resolve().then(once)
      await current
      const pause = state.failures > 0 ? backOffMs(state.failures + 3, random) : ROUND_EVERY_MS
      await clock.sleep(pause)
    }
  }
  void go()
  return async () => {
    state.isOver = true
    await current
  }
}
