/** Where the words of an axis's classes are kept. */
import type { NamableAxis } from '#src/lists/axisNames.ts'
import type { Vocabulary } from '#src/text/vocabulary.ts'

export const groups = {
  pios: 'pios',
  complexity: 'complexities',
  nature: 'natures',
} as const satisfies Record<NamableAxis, keyof Vocabulary>
