/** Makes a round every few seconds for as long as the server runs; a round that fails is tried again, later each time. */
import type { Clock } from './clock.ts'
import { backOffMs } from './backOff.ts'

const ROUND_EVERY_MS = 10_000

/** Answers how to stop: a round under way ends by itself, and what it leaves is found by another. */
export function keepDelivering(
  round: () => Promise<unknown>,
  {
    clock,
    failed,
    random = Math.random,
  }: { clock: Clock; failed: (error: unknown) => void; random?: () => number },
): () => void {
  const state = { isOver: false, failures: 0 }
  const go = async () => {
    while (!state.isOver) {
      try {
        await round()
        state.failures = 0
      } catch (error) {
        state.failures++
        failed(error)
      }
      const pause = state.failures > 0 ? backOffMs(state.failures + 3, random) : ROUND_EVERY_MS
      await clock.sleep(pause)
    }
  }
  void go()
  return () => {
    state.isOver = true
  }
}
