/** Compares needs away from the main thread; the texts stay in the browser. */
import { levels } from '#src/similar/levels.ts'
import type { Alike, FindOptions, KnownNeed, NeedText } from '#src/similar/similar.ts'
import { createSimilarIndex } from '#src/similar/similarIndex.ts'

export type SimilarAsked =
  | { kind: 'change'; put: KnownNeed[]; drop: string[] }
  | { kind: 'find'; id: number; text: NeedText; options: FindOptions }
  /** Rows of a workbook that are no needs yet; `anew`: those of before are gone. */
  | { kind: 'drafts'; put: KnownNeed[]; anew: boolean }
  /** What is like a row: needs that are known, and other rows. */
  | { kind: 'compare'; id: number; text: KnownNeed; options: FindOptions }

export interface SimilarAnswer {
  id: number
  found: Alike[]
  drafts?: Alike[]
}

const index = createSimilarIndex()
let drafts = createSimilarIndex()

addEventListener('message', ({ data }: MessageEvent<SimilarAsked>) => {
  switch (data.kind) {
    case 'change':
      index.drop(data.drop)
      index.put(data.put)
      break
    case 'drafts':
      if (data.anew) drafts = createSimilarIndex()
      drafts.put(data.put)
      break
    case 'find':
      answer({ id: data.id, found: index.find(data.text, { least: levels.some, ...data.options }) })
      break
    case 'compare':
      answer({
        id: data.id,
        found: index.find(data.text, data.options),
        drafts: drafts.find(data.text, { ...data.options, except: data.text.key }),
      })
  }
})

const answer = (given: SimilarAnswer) => postMessage(given)
