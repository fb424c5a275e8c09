/** Draws an order anew many times away from the main thread. */
import { steadiness, type Steadiness, type Uncertain } from '#src/rules/prioritising/stability.ts'

export interface StabilityAsked {
  all: readonly Uncertain[]
  by: 'total' | 'perKrona'
}

export interface StabilityAnswer {
  found: Steadiness[]
}

/** The same question gets the same answer. */
const SEED = 0x5eed

/** Even and quick; nothing secret hangs on it (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

addEventListener('message', ({ data: { all, by } }: MessageEvent<StabilityAsked>) => {
  const found = steadiness(all, { by, random: randomFrom(SEED) })
  postMessage({ found } satisfies StabilityAnswer)
})
