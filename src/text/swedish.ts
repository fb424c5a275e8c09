/** Swedish, ready to use. */
import { sv } from './sv.ts'
import { svVocabulary } from './vocabulary.ts'
import { wordsOf } from './words.ts'

export const swedish = wordsOf({ locale: 'sv', sentences: sv, vocabulary: svVocabulary })
