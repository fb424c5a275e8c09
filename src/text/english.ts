/** English, ready to use. */
import { en } from './en.ts'
import { enColumns } from './enColumns.ts'
import { enVocabulary } from './enVocabulary.ts'
import { wordsOf } from './words.ts'

export const english = wordsOf({
  locale: 'en',
  sentences: en,
  vocabulary: enVocabulary,
  columns: enColumns,
})
