/** The best choice under frames: as good as trying them all, and honest when there is none or the time runs out. */
import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import { type Candidate, keepsTo, type Problem } from '#src/rules/selection.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import { ifForcedIn, ifMore } from '#src/solver/questions.ts'
import { type Best, isPossible, solve } from '#src/solver/solve.ts'
import { randomFrom, randomProblem } from '#scripts/bench/randomProblem.ts'
import { greatestValue } from '#test/fixtures/selection.ts'

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

const one = (id: string, values: Partial<Candidate> = {}): Candidate => ({
  id,
  title: id,
  value: 10,
  start: 2027,
  mandatory: false,
  prerequisites: [],
  cost: {},
  personDays: {},
  ...values,
})
const among = (
  candidates: Candidate[],
  frames: Record<number, number>,
  more: Partial<Problem> = {},
): Problem => ({
  years: Object.keys(frames).map(Number),
  limits: Object.entries(frames).map(([year, most]) => ({ of: 'cost', year: Number(year), most })),
  candidates,
  exclusions: [],
  ...more,
})
const best = (problem: Problem): Best => {
  const answer = solve(problem, highs)
  if (!isPossible(answer)) throw new Error(JSON.stringify(answer))
  return answer
}
const chosen = (problem: Problem) => [...best(problem).choice.keys()].toSorted()

test('500 random questions are answered as well as by trying every choice', () => {
  const random = randomFrom(2027)
  for (let i = 0; i < 500; i++) {
    const problem = randomProblem(random, {
      items: 4 + Math.floor(random() * 13),
      years: 4,
      room: 0.2 + random() * 0.6,
    })
    const greatest = greatestValue(problem)
    const answer = solve(problem, highs)
    const found = isPossible(answer) ? answer.value : undefined
    expect({ i, found }).toEqual({ i, found: greatest })
    if (!isPossible(answer)) continue
    expect(answer.isProved && keepsTo(answer.choice, problem)).toBe(true)
    const preview = previewOf(problem)
    if (preview) expect(keepsTo(preview, problem)).toBe(true)
    expect(leftOutOf(answer.choice, problem)).toHaveLength(problem.candidates.length - answer.choice.size)
  }
}, 120_000)

test('a greedy list would take the wrong ones', () => {
  const problem = among(
    [one('small', { value: 6, cost: { 2027: 10 } }), one('large', { value: 30, cost: { 2027: 100 } })],
    { 2027: 100 },
  )
  expect(chosen(problem)).toEqual(['large'])
})

test('to the krona: what fits exactly is in, what is a krona over is not', () => {
  const candidates = [one('a', { cost: { 2027: 33_333_333 } }), one('b', { cost: { 2027: 66_666_667 } })]
  expect(chosen(among(candidates, { 2027: 100_000_000 }))).toEqual(['a', 'b'])
  expect(chosen(among(candidates, { 2027: 99_999_999 }))).toHaveLength(1)
})

describe('what must be in', () => {
  test('takes what it needs with it, though that is worth nothing', () => {
    const problem = among(
      [
        one('law', { mandatory: true, prerequisites: ['base'], cost: { 2027: 50 } }),
        one('base', { value: 0, cost: { 2027: 40 } }),
        one('fine', { value: 99, cost: { 2027: 60 } }),
      ],
      { 2027: 100 },
    )
    expect(chosen(problem)).toEqual(['base', 'law'])
  })

  test('and passes the frames: how much each year lacks is said', () => {
    const problem = among(
      [
        one('law', { mandatory: true, cost: { 2027: 70, 2028: 10 } }),
        one('other', { mandatory: true, cost: { 2027: 50 } }),
      ],
      { 2027: 100, 2028: 100 },
    )
    expect(solve(problem, highs)).toMatchObject({ shortfalls: [{ limit: { year: 2027 }, by: 20 }] })
  })

  test('two that exclude each other: no frame is lacking', () => {
    const both = among([one('a', { mandatory: true }), one('b', { mandatory: true })], { 2027: 1 })
    expect(solve({ ...both, exclusions: [['a', 'b']] }, highs)).toEqual({ shortfalls: [] })
  })
})

test('one that may start later waits for the year that has room, and never starts before what it needs', () => {
  const problem = among(
    [
      one('base', { start: 2028, cost: { 2028: 40 } }),
      one('next', { laterStarts: [2028], prerequisites: ['base'], cost: { 2027: 60 } }),
    ],
    { 2027: 100, 2028: 100 },
  )
  expect(Object.fromEntries(best(problem).choice)).toEqual({ base: 2028, next: 2028 })
})

test('each portfolio keeps to its own frame', () => {
  const candidates = ['a', 'b'].flatMap((portfolio) =>
    [1, 2].map((n) => one(`${portfolio}${n}`, { portfolio, value: n, cost: { 2027: 60 } })),
  )
  const limits = ['a', 'b'].map((portfolio) => ({ of: 'cost' as const, year: 2027, most: 100, portfolio }))
  expect(chosen({ years: [2027], limits, candidates, exclusions: [] })).toEqual(['a2', 'b2'])
})

test('a fifth for infrastructure is kept, though something else is worth more', () => {
  const problem = among(
    [
      one('infra', { value: 1, cost: { 2027: 25 } }),
      one('a', { value: 50, cost: { 2027: 50 } }),
      one('b', { value: 49, cost: { 2027: 50 } }),
    ],
    { 2027: 100 },
    { corridors: [{ name: 'infrastructure', ids: ['infra'], least: 0.2 }] },
  )
  expect(chosen(problem)).toEqual(['a', 'infra'])
})

describe('why one was left out', () => {
  const candidates = [
    one('law', { mandatory: true, cost: { 2027: 20 } }),
    one('good', { value: 50, cost: { 2027: 60 } }),
    one('poor', { value: 5, cost: { 2027: 40 } }),
    one('giant', { value: 99, cost: { 2027: 500 } }),
    one('rival', { value: 1 }),
    one('twin', { value: 2 }),
    one('early', { prerequisites: ['late'], value: 3 }),
    one('late', { start: 2028, cost: { 2028: 999 } }),
    one('out', { value: 9 }),
    one('empty', { value: 0 }),
  ]
  const problem = among(
    candidates,
    { 2027: 100, 2028: 100 },
    { exclusions: [['rival', 'twin']], forcedOut: ['out'] },
  )
  const reasons = () =>
    Object.fromEntries(leftOutOf(best(problem).choice, problem).map(({ id, ...rest }) => [id, rest]))

  test.each([
    ['poor', { why: 'lowerValuePerKrona', limit: { year: 2027 } }],
    ['giant', { why: 'tooLarge', limit: { year: 2027 } }],
    ['rival', { why: 'exclusion', of: 'twin' }],
    ['early', { why: 'prerequisite', of: 'late' }],
    ['out', { why: 'forcedOut' }],
  ])('%s', (id, reason) => {
    expect(reasons()[id]).toMatchObject(reason)
  })

  test('person-days', () => {
    const short = among(
      [one('a', { value: 9, personDays: { 2027: 8 } }), one('b', { personDays: { 2027: 9 }, value: 10 })],
      {},
    )
    const tight = { ...short, limits: [{ of: 'personDays' as const, year: 2027, most: 10 }] }
    expect(leftOutOf(best(tight).choice, tight)).toMatchObject([{ id: 'a', why: 'personDays' }])
  })
})

describe('asked of a choice', () => {
  const problem = among(
    [
      one('a', { value: 10, cost: { 2027: 60 } }),
      one('b', { value: 8, cost: { 2027: 50 } }),
      one('c', { value: 7, cost: { 2027: 40 } }),
    ],
    { 2027: 100 },
  )

  test('the price of forcing one in: what falls out, and the value lost', () => {
    expect(ifForcedIn('b', { problem, standing: best(problem), highs })).toMatchObject({
      comesIn: ['b'],
      fallsOut: ['a'],
      value: -2,
    })
  })

  test('what more money would buy', () => {
    expect(ifMore({ year: 2027, kr: 10 }, { problem, standing: best(problem), highs })).toMatchObject({
      comesIn: ['b'],
      fallsOut: ['c'],
      value: 1,
    })
  })
})

test('out of time, the best so far is answered with how far from the best it can be', () => {
  const { candidates, ...rest } = randomProblem(randomFrom(3), { items: 400, years: 5 })
  const problem = { ...rest, candidates: candidates.map((candidate) => ({ ...candidate, mandatory: false })) }
  const answer = solve(problem, highs, { mostSeconds: 0.05 })
  expect(
    isPossible(answer) && {
      keeps: keepsTo(answer.choice, problem),
      proved: answer.isProved,
      far: answer.gap > 0,
    },
  ).toEqual({
    keeps: true,
    proved: false,
    far: true,
  })
})
