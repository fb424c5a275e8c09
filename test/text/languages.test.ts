/** English follows Swedish, sentence by sentence. */
import { describe, expect, test } from 'vitest'
import { lists } from '#src/lists/all.ts'
import type { List } from '#src/lists/list.ts'
import { allSentences } from './sentences.ts'
import { english } from '#src/text/english.ts'
import { enVocabulary } from '#src/text/enVocabulary.ts'
import { presences } from '#src/lists/meetings.ts'
import { sentences as enCore } from '#src/text/en/core.ts'
import { meetingSets } from '#src/text/en/meetingSets.ts'
import { remindingSets } from '#src/text/en/remindingSets.ts'
import { subjects as enSubjects } from '#src/text/en/subjects.ts'
import { sentences as core } from '#src/text/sv/core.ts'
import { subjects } from '#src/text/sv/subjects.ts'
import { swedish } from '#src/text/swedish.ts'
import { svVocabulary } from '#src/text/vocabulary.ts'
import { localeOf, wordsOf } from '#src/text/words.ts'

const { sv, en } = await allSentences()
const keys = Object.keys(sv)
const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort()

test.for(keys)('%s has the same places in both languages', (key) => {
  expect(places(en[key] ?? '')).toEqual(places(sv[key] ?? ''))
})

test('no sentence is empty, and none is kept for a key that is gone', () => {
  expect(keys.filter((key) => !sv[key]?.trim() || !en[key]?.trim())).toEqual([])
  expect(Object.keys(en).sort()).toEqual([...keys].sort())
})

test('no English sentence was left in Swedish', () => {
  expect(keys.filter((key) => /[åäöÅÄÖ]/.test(en[key] ?? ''))).toEqual([])
})

describe.for(Object.keys(svVocabulary) as (keyof typeof svVocabulary)[])('the words of %s', (group) => {
  test('are the same set in both languages', () => {
    expect(Object.keys(enVocabulary[group]).sort()).toEqual(Object.keys(svVocabulary[group]).sort())
  })

  test('can be told apart in English', () => {
    const words = Object.values(enVocabulary[group])
    expect(new Set(words).size).toBe(words.length)
  })
})

test.for(Object.entries({ ...meetingSets, ...remindingSets }))(
  'the English words of %s can be told apart',
  ([, [, words]]) => {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  },
)

test('a set of a subject speaks Swedish at once, and English when the subject is learnt', async () => {
  const fresh = wordsOf({ locale: 'en', sentences: enCore, subjects: enSubjects, vocabulary: enVocabulary })
  expect(swedish.of(presences, 'absent')).toBe('Förhinder')
  expect(fresh.of(presences, 'absent')).toBe('Förhinder')
  await fresh.learn('meetings')
  expect(fresh.of(presences, 'absent')).toBe('Absent')
})

test('every column of every list has a name in English that is not its Swedish label by accident', () => {
  const unnamed = (Object.values(lists) as List[]).flatMap((list) =>
    Object.keys(list.columns)
      .map((column) => ({ list: list.name, column, name: english.label(list, column) }))
      .filter(({ name, column }) => name === column || /[åäöÅÄÖ]/.test(name)),
  )
  expect(unnamed).toEqual([])
})

test('Swedish reads column names from the declaration', () => {
  expect(swedish.label(lists.initiatives, 'projectOwner')).toBe('Projektägare (PÄ)')
  expect(english.label(lists.initiatives, 'projectOwner')).toBe('Project owner')
})

test('a place without a value is left to be seen, not dropped', () => {
  expect(swedish.t('net.unsaved')).toContain('{count}')
  expect(swedish.t('net.unsaved', { count: 0 })).toContain('0')
})

test.for<[string | number, string]>([
  [0, 'dagar'],
  [1, 'dag'],
  ['1', 'dag'],
  [2, 'dagar'],
  [21, 'dagar'],
  ['1 001', 'dagar'],
])('%s is followed by %s', async ([days, form]) => {
  const words = wordsOf({ locale: 'sv', sentences: core, subjects, vocabulary: svVocabulary })
  await words.learn('channel')
  expect(words.t('channel.days', { days })).toBe(`${days} ${form} i steget`)
})

test('every word that is chosen by a number has two forms, neither empty, and a number to choose by', () => {
  const wrong = [...Object.entries(sv), ...Object.entries(en)].filter(([, sentence]) =>
    [...sentence.matchAll(/\{(\w*)\|[^}]*\}/g)].some(
      ([place, name]) => !/^\{\w+\|[^|{}]+\|[^|{}]+\}$/.test(place) || !sentence.includes(`{${name}}`),
    ),
  )
  expect(wrong).toEqual([])
})

test('a value is put in as it is, also when it looks like a place or a pattern', () => {
  expect(english.t('net.synced', { time: '$1 {time} $&' })).toBe(
    en['net.synced']?.replace('{time}', () => '$1 {time} $&'),
  )
})

test('a value that ends with a full stop ends the sentence too', async () => {
  await swedish.learn('refusals')
  const said = swedish.t('refusal.alreadyDecided', { number: '§ 3', who: 'Eva', day: '3 sep.' })
  expect(said).toMatch(/ den 3 sep\.$/)
})

test('a sentence of a page is said once its subject is learnt, and not before', async () => {
  const words = wordsOf({
    locale: 'sv',
    sentences: core,
    subjects,
    vocabulary: svVocabulary,
  })
  expect(() => words.t('portfolio.title')).toThrow('portfolio.title')
  await words.learn('portfolio')
  expect(words.t('portfolio.title')).toBe('Portfölj')
})

test('a word nobody declared shows its key', () => {
  expect(swedish.word('states', 'lost' as never)).toBe('lost')
})

test.for<[string | undefined, string]>([
  ['sv-se', 'sv'],
  ['en-gb', 'en'],
  ['EN', 'en'],
  ['fi-fi', 'sv'],
  [undefined, 'sv'],
])('a host that says %s gets %s', ([tag, locale]) => {
  expect(localeOf(tag)).toBe(locale)
})
