/** How the product speaks: one typed lookup for sentences, fixed sets and column names, in the language of the person. */
import type { List } from '#src/lists/list.ts'
import type { sentences as core } from './sv/core.ts'
import type { subjects } from './sv/subjects.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Locale = 'sv' | 'en'
export type Values = Record<string, string | number>

/** A group of sentences that a page brings with it. */
export type Subject = keyof typeof subjects
type KeysOf<S> = S extends Subject ? KeysOfLoader<(typeof subjects)[S]> : never
type KeysOfLoader<L> = L extends () => Promise<{ sentences: infer T }> ? keyof T : never
type CoreKey = keyof typeof core
export type SentenceKey = CoreKey | KeysOf<Subject>

export interface Language {
  locale: Locale
  /** There from the start. */
  sentences: Record<CoreKey, string>
  subjects: Record<Subject, () => Promise<Learnt>>
  vocabulary: Vocabulary
  /** Column names by list name and column; Swedish reads them from the declaration. */
  columns?: Record<string, Record<string, string>>
}

/** What a subject brings: its sentences, and in other languages than Swedish the words of the fixed sets that only it speaks of. */
interface Learnt {
  sentences: Record<string, string>
  sets?: readonly (readonly [swedish: WordSet, translated: WordSet])[]
  /** Lists whose columns people fill in there, so that refusals can name them. */
  forms?: readonly List[]
}
type WordSet = Readonly<Record<string, string>>

export interface Words {
  locale: Locale
  /**
   * A sentence with its `{places}` filled in, and `{count|row|rows}` as the word that fits the number in `count`.
   * Throws when its subject has not been learnt.
   */
  t: (key: SentenceKey, values?: Values) => string
  /** The word of one of a fixed set; the key itself when it is unknown. */
  word: <G extends keyof Vocabulary>(group: G, key: keyof Vocabulary[G]) => string
  /** The word of one of a set that a list declares and `vocabulary` doesn't hold, once the subject that translates it is learnt. */
  of: <S extends WordSet>(set: S, key: keyof S & string) => string
  /** The name of a column. */
  label: (list: List, column: string) => string
  /** The lists that learnt subjects fill in. */
  forms: () => readonly List[]
  /** Brings in a subject's sentences; the same promise each time. */
  learn: (subject: Subject) => Promise<void>
}

/** `{count}`, or `{count|row|rows}`. */
const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g

export function wordsOf({ locale, sentences, subjects, vocabulary, columns }: Language): Words {
  const known: Record<string, string> = { ...sentences }
  const sets = new Map<WordSet, WordSet>()
  const forms = new Set<List>()
  const learning = new Map<Subject, Promise<void>>()
  const plural = new Intl.PluralRules(locale)
  const bring = async (subject: Subject) => {
    const learnt = await subjects[subject]()
    Object.assign(known, learnt.sentences)
    for (const [swedish, translated] of learnt.sets ?? []) sets.set(swedish, translated)
    for (const list of learnt.forms ?? []) forms.add(list)
  }
  return {
    locale,
    t: (key, values = {}) => {
      const sentence = known[key]
      if (sentence === undefined) throw new Error(`${key} was said before its subject was learnt`)
      return sentence.replaceAll(PLACE, (place, name: string, one?: string, other?: string, at = 0) => {
        const value = values[name]
        if (value === undefined) return place
        // A number written out, as 1 234 is, is never one.
        const said = (plural.select(Number(value)) === 'one' ? one : other) ?? String(value)
        // A month that is cut short ends the sentence with its own full stop.
        return said.endsWith('.') && sentence[at + place.length] === '.' ? said.slice(0, -1) : said
      })
    },
    word: (group, key) => (vocabulary[group] as Record<PropertyKey, string>)[key] ?? String(key),
    of: (set, key) => sets.get(set)?.[key] ?? set[key] ?? key,
    label: (list, column) => columns?.[list.name]?.[column] ?? list.columns[column]?.label ?? column,
    forms: () => [...forms],
    learn: (subject) => {
      const promise = learning.get(subject) ?? bring(subject)
      learning.set(subject, promise)
      // A chunk that didn't come may be asked for again.
      promise.catch(() => learning.delete(subject))
      return promise
    },
  }
}

/** Languages of the product by the locale a host gives, `sv-se` or `en-gb`: Swedish first. */
export const localeOf = (tag: string | undefined): Locale =>
  tag?.toLowerCase().startsWith('en') ? 'en' : 'sv'
