/** Compares needs away from the main thread; the texts stay in the browser. */
import { levels } from '#src/similar/levels.ts'
import type { Alike, FindOptions, KnownNeed, NeedText } from '#src/similar/similar.ts'
import { createSimilarIndex } from '#src/similar/similarIndex.ts'

export type SimilarAsked =
  | { kind: 'change'; put: KnownNeed[]; drop: string[] }
  | { kind: 'find'; id: number; text: NeedText; options: FindOptions }

export interface SimilarAnswer {
  id: number
  found: Alike[]
}

const index = createSimilarIndex()

addEventListener('message', ({ data }: MessageEvent<SimilarAsked>) => {
  if (data.kind === 'change') {
    index.drop(data.drop)
    index.put(data.put)
  } else {
    const found = index.find(data.text, { least: levels.some, ...data.options })
    postMessage({ id: data.id, found } satisfies SimilarAnswer)
  }
})
