/** What the parts of the section of similar needs are handed. */
import type { ActionArgs } from '#src/actions/index.ts'

type SimilarAction = 'linkSimilar' | 'mergeNeeds' | 'splitNeed'

export interface SectionTools {
  mayEdit: boolean
  busy: boolean
  /** `sentence` is said when it is done. */
  ask: <N extends SimilarAction>(name: N, args: ActionArgs<N>, sentence: string) => Promise<void>
  say: (sentence: string) => void
}
