/** How the product speaks: one typed lookup for sentences, fixed sets and column names, in the language of the person. */
import type { List } from '#src/lists/list.ts'
import type { SentenceKey } from './sv.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Locale = 'sv' | 'en'
export type Values = Record<string, string | number>

export interface Language {
  locale: Locale
  sentences: Record<SentenceKey, string>
  vocabulary: Vocabulary
  /** Column names by list name and column; Swedish reads them from the declaration. */
  columns?: Record<string, Record<string, string>>
}

export interface Words {
  locale: Locale
  /** A sentence with its `{places}` filled in. */
  t: (key: SentenceKey, values?: Values) => string
  /** The word of one of a fixed set; the key itself when it is unknown. */
  word: <G extends keyof Vocabulary>(group: G, key: keyof Vocabulary[G]) => string
  /** The name of a column. */
  label: (list: List, column: string) => string
}

export function wordsOf({ locale, sentences, vocabulary, columns }: Language): Words {
  return {
    locale,
    t: (key, values = {}) =>
      sentences[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)),
    word: (group, key) => (vocabulary[group] as Record<PropertyKey, string>)[key] ?? String(key),
    label: (list, column) => columns?.[list.name]?.[column] ?? list.columns[column]?.label ?? column,
  }
}

/** Languages of the product by the locale a host gives, `sv-se` or `en-gb`: Swedish first. */
export const localeOf = (tag: string | undefined): Locale =>
  tag?.toLowerCase().startsWith('en') ? 'en' : 'sv'
