/** Words for what comes after the first paint: the tools of the table and editing in it. Suspends until they are here. */
import { use } from 'react'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../language.ts'

export function useTableWords(): Words {
  const words = useWords()
  // Both are asked for before either is waited for.
  for (const learnt of [words.learn('table'), words.learn('refusals')]) use(learnt)
  return words
}
