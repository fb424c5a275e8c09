/** English, ready to use. */
import { sentences } from './en/core.ts'
import { subjects } from './en/subjects.ts'
import { enColumns } from './enColumns.ts'
import { enVocabulary } from './enVocabulary.ts'
import { wordsOf } from './words.ts'

export const english = wordsOf({
  locale: 'en',
  sentences,
  subjects,
  vocabulary: enVocabulary,
  columns: enColumns,
})
