/** The word of a choice column's value, in the language of the page. */
import type { List } from '#src/lists/list.ts'
import { svVocabulary, type Vocabulary } from '#src/text/vocabulary.ts'
import type { Words } from '#src/text/words.ts'

const groups = Object.entries(svVocabulary) as [keyof Vocabulary, Record<string, string>][]

/** Fixed sets are found by identity: a column shares its table with the vocabulary, or with the subject that translates it. */
export function wordOf(list: List, field: string, key: string, words: Words): string {
  const own = list.columns[field]?.words
  const group = groups.find(([, table]) => table === own)?.[0]
  return group ? words.word(group, key as never) : own ? words.of(own, key) : key
}

export const optionsOf = (list: List, field: string, words: Words) =>
  Object.keys(list.columns[field]?.words ?? {}).map((key) => ({ key, text: wordOf(list, field, key, words) }))
