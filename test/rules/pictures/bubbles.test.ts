/** The figures that bubbles are placed by: what is known, and never nought for what isn't. */
import { expect, test } from 'vitest'
import {
  type FigureRows,
  figuresOf,
  hasPlace,
  quartersOf,
  stepOf,
  worstThree,
} from '#src/rules/pictures/bubbles.ts'

const none: FigureRows = { benefits: [], costItems: [], criteria: [], scores: [], resources: [] }
const ref = (key: string) => ({ key, title: key })
const gain = (likelyKr: number | undefined, year: number, more: object = {}) => ({
  initiative: ref('a'),
  title: 'Tid',
  kind: 'redistributedTime' as const,
  year,
  ...(likelyKr !== undefined && { likelyKr }),
  ...more,
})
const score = (criterion: string, value: number, forum = 'f') => ({
  initiative: ref('a'),
  criterion: ref(criterion),
  forum: ref(forum),
  value,
})
const criteria = [
  { key: 'c1', forum: ref('f'), weight: 75 },
  { key: 'c2', forum: ref('f'), weight: 25 },
]

test.for<{ says: string; one?: object; rows?: Partial<FigureRows>; figures: object }>([
  { says: 'nothing known is nothing', figures: {} },
  { says: 'the highest of a range of cost', one: { costLowKr: 1, costHighKr: 3 }, figures: { cost: 3 } },
  { says: 'the lowest when that is all', one: { costLowKr: 1 }, figures: { cost: 1 } },
  {
    says: 'what its cost items ask of the frame, before any estimate',
    one: { costHighKr: 3 },
    rows: { costItems: [{ initiative: ref('a'), kind: 'supplier', year: 2027, amountKr: 5 }] },
    figures: { cost: 5 },
  },
  {
    says: 'an estimate of a year is said to be of one',
    one: { costHighKr: 3, costPerYear: true },
    figures: { cost: 3, isCostYearly: true },
  },
  {
    says: 'what cost items say is of all years, also where the estimate was of one',
    one: { costHighKr: 3, costPerYear: true },
    rows: {
      costItems: [
        { initiative: ref('a'), kind: 'supplier', year: 2027, amountKr: 5 },
        { initiative: ref('a'), kind: 'supplier', year: 2028, amountKr: 5 },
      ],
    },
    figures: { cost: 10 },
  },
  { says: 'a cost of nought is known', one: { costHighKr: 0 }, figures: { cost: 0 } },
  { says: 'risk by its step', one: { risk: 'medium' }, figures: { risk: 2 } },
  {
    says: 'a benefit is what it gives in its last year',
    rows: { benefits: [gain(100, 2027), gain(300, 2029), gain(200, 2028)] },
    figures: { benefit: 300 },
  },
  {
    says: 'several benefits add up, those without a price are left out',
    rows: {
      benefits: [
        gain(100, 2027),
        gain(50, 2027, { title: 'Licenser', kind: 'financial' }),
        gain(undefined, 2027, { title: 'Kvalitet', kind: 'notValued' }),
        gain(undefined, 2027, { title: 'Okänd' }),
      ],
    },
    figures: { benefit: 150 },
  },
  {
    says: 'a score out of a hundred, by weight',
    rows: { criteria, scores: [score('c1', 4), score('c2', 2)] },
    figures: { score: 70 },
  },
  {
    says: 'half scored is not scored',
    rows: { criteria, scores: [score('c1', 4)] },
    figures: {},
  },
  {
    says: 'another forum’s scores count by its own criteria',
    rows: { criteria: [...criteria, { key: 'd', forum: ref('g'), weight: 1 }], scores: [score('d', 5, 'g')] },
    figures: { score: 100 },
  },
  {
    says: 'person-days add up, whatever the estimate was',
    one: { effortDays: 5 },
    rows: {
      resources: [{ initiative: ref('a'), days: 40 }, { initiative: ref('a'), days: 2 }, { days: 900 }],
    },
    figures: { effort: 42 },
  },
  { says: 'the estimate when nobody has planned', one: { effortDays: 5 }, figures: { effort: 5 } },
])('$says', ({ one = {}, rows = {}, figures }) => {
  expect(figuresOf([{ key: 'a', ...one }], { ...none, ...rows }).get('a')).toEqual(figures)
})

test.for([
  { says: 'nought has a place on a line', value: 0, log: false, place: true },
  { says: 'and none on a logarithm', value: 0, log: true, place: false },
  { says: 'what is unknown has none', value: undefined, log: false, place: false },
])('$says', ({ value, log, place }) => {
  expect(hasPlace(value, log)).toBe(place)
})

test('the three to ask about cost most among those that give less than the middle one', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => ({ key }))
  const figures = new Map([
    ['a', { cost: 9, benefit: 1 }],
    ['b', { cost: 100, benefit: 100 }],
    ['c', { cost: 5, benefit: 2 }],
    ['d', { cost: 7, benefit: 3 }],
    ['e', { cost: 50, benefit: 90 }],
    ['f', { cost: 60, benefit: 80 }],
    ['g', { cost: 999 }],
  ])
  expect(worstThree(all, figures, { x: 'cost', y: 'benefit' }).map(({ key }) => key)).toEqual(['a', 'd', 'c'])
  expect(worstThree([], figures, { x: 'cost', y: 'benefit' })).toEqual([])
})

test('four steps hold about as many each', () => {
  const limits = quartersOf([1, 2, 3, 4, 5, 6, 7, 8])
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((value) => stepOf(value, limits))).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
  expect(quartersOf([])).toEqual([])
  expect(stepOf(5, quartersOf([5, 5, 5]))).toBe(3)
})
