/** Swedish, ready to use. */
import { sentences } from './sv/core.ts'
import { subjects } from './sv/subjects.ts'
import { svVocabulary } from './vocabulary.ts'
import { wordsOf } from './words.ts'

export const swedish = wordsOf({ locale: 'sv', sentences, subjects, vocabulary: svVocabulary })
