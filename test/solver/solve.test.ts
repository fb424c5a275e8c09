/** The best choice under frames: as good as trying them all, and honest when there is none or the time runs out. */
import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import { type Candidate, keepsTo, type Problem } from '#src/rules/selection.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import { ifForcedIn, ifMore } from '#src/solver/questions.ts'
import { type Best, isPossible, solve } from '#src/solver/solve.ts'
import { randomFrom, randomProblem } from '#scripts/bench/randomProblem.ts'

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
    expect(solve({ ...both, exclusions: [['a', 'b']] }, highs)).toMatchObject({
      shortfalls: [],
      contradictions: [{ why: 'exclusion', ids: ['a', 'b'] }],
    })
  })

  test.for([
    {
      says: 'waits for what starts too late',
      law: { prerequisites: ['next'] },
      next: { prerequisites: ['base'] },
      base: { start: 2028 },
      more: {},
      contradictions: [
        { why: 'needsLate', id: 'next', of: 'base' },
        { why: 'needsLate', id: 'law', of: 'next' },
      ],
    },
    {
      says: 'waits for what is taken out',
      law: { prerequisites: ['next'] },
      next: {},
      base: {},
      more: { forcedOut: ['next'] },
      contradictions: [{ why: 'needsOut', id: 'law', of: 'next' }],
    },
  ])('$says: both are named', ({ law, next, base, more, contradictions }) => {
    const problem = among(
      [one('law', { mandatory: true, ...law }), one('next', next), one('base', base)],
      { 2027: 1 },
      more,
    )
    expect(solve(problem, highs)).toMatchObject({ shortfalls: [], contradictions })
  })

  test('what it uses is told when it doesn’t fit: itself and what it needs, nothing else', () => {
    const problem = among(
      [
        one('law', { mandatory: true, prerequisites: ['base'], cost: { 2027: 50 } }),
        one('base', { cost: { 2027: 60 } }),
        one('free', { value: 99 }),
      ],
      { 2027: 100 },
    )
    const answer = solve(problem, highs)
    expect(isPossible(answer) ? [] : Object.fromEntries(answer.required)).toEqual({ base: 2027, law: 2027 })
  })

  test('fits, and yet a share can’t be reached: nothing is short, and nothing at odds', () => {
    const problem = among(
      [one('law', { mandatory: true, cost: { 2027: 50 } }), one('infra', { cost: { 2027: 60 } })],
      { 2027: 100 },
      { corridors: [{ name: 'nature/infrastructure', ids: ['infra'], least: 0.2 }] },
    )
    expect(solve(problem, highs)).toMatchObject({
      shortfalls: [],
      contradictions: [],
      shares: [{ name: 'nature/infrastructure' }],
    })
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

test('half of how many are to be small: the dear one waits, though the kronor are its', () => {
  const problem = among(
    [
      one('small', { value: 1, cost: { 2027: 1 } }),
      one('a', { value: 50, cost: { 2027: 50 } }),
      one('b', { value: 49, cost: { 2027: 40 } }),
    ],
    { 2027: 100 },
    { corridors: [{ name: 'complexity/simple', measure: 'count', ids: ['small'], least: 0.5 }] },
  )
  expect(chosen(problem)).toEqual(['a', 'small'])
  const preview = previewOf(problem)
  expect(preview && [preview.size, keepsTo(preview, problem)]).toEqual([2, true])
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

  test('each year in which it may start is full of something else: never that a share holds it back', () => {
    const full = among(
      [
        one('a', { value: 99, cost: { 2027: 100 } }),
        one('b', { value: 98, start: 2028, cost: { 2028: 100 } }),
        one('c', { value: 1, laterStarts: [2028], cost: { 2027: 10 } }),
      ],
      { 2027: 100, 2028: 100 },
    )
    expect(leftOutOf(best(full).choice, full)).toMatchObject([{ id: 'c', why: 'lowerValuePerKrona' }])
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
