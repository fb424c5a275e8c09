/** Needs that are alike are found: as well as was measured, as soon as they change, and without being asked for by their form. */
import { describe, expect, test } from 'vitest'
import { levelOf, levels } from '#src/similar/levels.ts'
import { createSimilarIndex } from '#src/similar/similarIndex.ts'
import { gramsOf, stemOf, wordsOf } from '#src/similar/terms.ts'
import { atLeast, type Compare, measure } from '#scripts/bench/likeness.ts'
import { knownPairs } from '#scripts/demo/similarPairs.ts'
import { workbookNeeds } from '#scripts/demo/workbookNeeds.ts'

const needs = workbookNeeds()
const index = createSimilarIndex()
index.put(needs)
const full: Compare = (need) => index.find(need, { except: need.key, most: needs.length })
const byTitle: Compare = ({ key, title }) => index.find({ title }, { except: key, most: needs.length })

describe('on the known pairs of the demo’s workbook', () => {
  test('the partner is first for 18 of 26 and among the first three for 23', () => {
    const { first, firstThree } = measure(full, needs, knownPairs)
    expect(first * 26).toBeGreaterThanOrEqual(18)
    expect(firstThree * 26).toBeGreaterThanOrEqual(23)
  })

  test('with only the title it is among the first three for 17', () => {
    expect(measure(byTitle, needs, knownPairs).firstThree * 26).toBeGreaterThanOrEqual(17)
  })

  test.for([
    { level: 'very', precision: 0.75, recall: 0.46 },
    { level: 'alike', precision: 0.23, recall: 0.76 },
    { level: 'some', precision: 0.07, recall: 0.84 },
  ] as const)('at "$level" precision is $precision and recall $recall', ({ level, precision, recall }) => {
    const found = atLeast(levels[level], full, needs, knownPairs)
    expect(found.precision).toBeGreaterThanOrEqual(precision)
    expect(found.recall).toBeGreaterThanOrEqual(recall)
  })
})

describe('an index', () => {
  const locks = { key: 'locks', title: 'Digitala lås', need: 'Nycklar kommer bort' }
  const robots = { key: 'robots', title: 'Läkemedelsrobot', need: 'Medicin i rätt tid' }
  const of = (...some: Parameters<ReturnType<typeof createSimilarIndex>['put']>[0]) => {
    const made = createSimilarIndex()
    made.put([{ key: 'other', title: 'Bemanning', need: 'Vikarier saknas' }, ...some])
    return made
  }

  test.for([
    { says: 'another form of the word', title: 'Låsen' },
    { says: 'a compound with it', title: 'Nyckelhantering' },
    { says: 'a form whose stem is another', title: 'Digitalisering' },
    { says: 'capitals', title: 'DIGITALA LÅS' },
    { says: 'letters with their marks apart', title: 'Digitala la\u030as' },
  ])('finds a need by $says', ({ title }) => {
    expect(of(locks, robots).find({ title })[0]?.key).toBe('locks')
  })

  test('calls the same text wholly alike, and says by which words', () => {
    const [first] = of(locks, robots).find(locks)
    expect(first?.likeness).toBeCloseTo(1)
    expect(first?.why).toEqual(expect.arrayContaining(['Nycklar', 'Digitala', 'lås']))
  })

  test('leaves out the one that asks, those less alike than wanted, and more than wanted', () => {
    const made = of(locks, robots, { ...locks, key: 'copy' })
    expect(made.find(locks, { except: 'locks' }).map(({ key }) => key)).toEqual(['copy'])
    expect(made.find(locks, { most: 1 })).toHaveLength(1)
    expect(made.find({ title: 'Digital robot' }, { least: 0.99 })).toEqual([])
  })

  test.for(['', '   ', 'och att det', '!?'])('finds nothing by "%s"', (title) => {
    expect(of(locks).find({ title })).toEqual([])
  })

  test('follows needs as they change and go', () => {
    const made = of(locks, robots)
    made.put([{ ...locks, title: 'Trygghetslarm', need: 'Larm på 2G' }])
    expect(made.find({ title: 'Nycklar' })).toEqual([])
    expect(made.find({ title: 'Larm' })[0]?.key).toBe('locks')
    made.drop(['locks', 'nowhere'])
    expect(made.find({ title: 'Larm' })).toEqual([])
    expect(made.size()).toBe(2)
  })

  test('answers the same after a thousand changes as when made anew', () => {
    const made = of(locks, robots)
    for (let turn = 0; turn < 1000; turn++) made.put([{ ...robots, title: `Robot ${turn}` }])
    made.put([robots])
    const anew = of(locks, robots)
    const text = { title: 'Medicin och lås' }
    expect(made.find(text).map(({ key }) => key)).toEqual(anew.find(text).map(({ key }) => key))
    for (const [i, { likeness }] of made.find(text).entries())
      expect(likeness).toBeCloseTo(anew.find(text)[i]?.likeness ?? 0)
  })
})

describe('words', () => {
  test.for<[string, string]>([
    ['larmen', 'larmet'],
    ['nycklarna', 'nycklar'],
    ['besöken', 'Besöket'],
    ['telefonens', 'telefoner'],
  ])('%s and %s have the same stem', ([a, b]) => {
    expect(stemOf(a)).toBe(stemOf(b))
  })
  test('short words keep their endings', () => {
    expect(['app', 'lås', 'nät'].map(stemOf)).toEqual(['app', 'lås', 'nät'])
  })
  test('function words, signs and single letters tell nothing', () => {
    expect(wordsOf('Vi behöver, och saknar inte: en app! (x)')).toEqual(['saknar', 'app'])
    expect(wordsOf(undefined)).toEqual([])
  })
  test('are cut into runs of four letters with their edges', () => {
    expect(gramsOf('Larm')).toEqual(['_lar', 'larm', 'arm_'])
    expect(gramsOf('IT')).toEqual(['_it_'])
  })
})

test('a level is the highest that is reached', () => {
  expect([0.9, 0.2, 0.1, 0.01].map(levelOf)).toEqual(['very', 'alike', 'some', undefined])
})
