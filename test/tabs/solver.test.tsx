/** The seam to the worker that solves: the real solver in a real worker, stopped, refused and broken. */
import { describe, expect, test, vi } from 'vitest'
import type { Problem } from '#src/rules/selection.ts'
import { isPossible } from '#src/solver/solve.ts'
import { createSolver, SolverFailed } from '#tabs/prioritise/scenarios/solver.ts'
import { randomFrom, randomProblem } from '#scripts/bench/randomProblem.ts'

const small: Problem = {
  years: [2027],
  limits: [{ of: 'cost', year: 2027, most: 100 }],
  candidates: [
    {
      id: 'a',
      title: 'A',
      value: 6,
      start: 2027,
      mandatory: false,
      prerequisites: [],
      cost: { 2027: 10 },
      personDays: {},
    },
    {
      id: 'b',
      title: 'B',
      value: 30,
      start: 2027,
      mandatory: false,
      prerequisites: [],
      cost: { 2027: 100 },
      personDays: {},
    },
  ],
  exclusions: [],
}

describe('a real worker', () => {
  const solver = createSolver()

  test('proves the best, tells what forcing one in costs, and what more money buys', async () => {
    const best = await solver.best(small, () => undefined)
    if (!best || !isPossible(best)) throw new Error('nothing found')
    expect([[...best.choice.keys()], best.value, best.isProved]).toEqual([['b'], 30, true])
    expect(await solver.forceIn(small, best, 'a')).toMatchObject({
      comesIn: ['a'],
      fallsOut: ['b'],
      value: -24,
    })
    expect(await solver.more(small, best, { year: 2027, kr: 10 })).toMatchObject({ comesIn: ['a'], value: 6 })
  })

  test('says what is missing', async () => {
    const must = small.candidates.map((one) => ({ ...one, mandatory: true }))
    expect(await solver.best({ ...small, candidates: must }, () => undefined)).toMatchObject({
      shortfalls: [{ limit: { year: 2027 }, by: 10 }],
    })
  })

  test('a new question takes the place of the one that runs, and the page is never held up', async () => {
    const large = randomProblem(randomFrom(7), { items: 300, years: 4 })
    const first = solver.best(large, () => undefined)
    const second = solver.best(small, () => undefined)
    expect(await first).toBeUndefined()
    expect(await second).toMatchObject({ value: 30 })
  })

  test('is stopped at will, without an answer, and solves again', async () => {
    const asked = solver.best(randomProblem(randomFrom(8), { items: 300, years: 4 }), () => undefined)
    solver.stop()
    expect(await asked).toBeUndefined()
    expect(await solver.best(small, () => undefined)).toMatchObject({ value: 30 })
  })
})

/** A worker that never gets as far as solving. */
function aWorker() {
  const listeners = new Map<string, (event: unknown) => void>()
  return {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    addEventListener: (name: string, listener: unknown) =>
      void listeners.set(name, listener as (event: unknown) => void),
    say: (name: string, event: unknown) => listeners.get(name)?.(event),
  }
}
const troubleOf = async (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: unknown) => (error instanceof SolverFailed ? error.trouble : 'other'),
  )

describe('a browser that denies WebAssembly', () => {
  test.for([
    { says: 'the worker says so', event: ['message', { data: { kind: 'failed', id: 1, message: 'no' } }] },
    { says: 'the worker can’t be loaded', event: ['error', {}] },
  ] as const)('$says', async ({ event }) => {
    const worker = aWorker()
    const asked = createSolver({ start: () => worker }).best(small, () => undefined)
    const [name, told] = event
    worker.say(name, told)
    expect(await troubleOf(asked)).toBe('notHere')
    expect(worker.terminate).toHaveBeenCalled()
  })

  test('no answer at all is waited for only so long', async () => {
    const asked = createSolver({ start: aWorker, startMs: 10 }).best(small, () => undefined)
    expect(await troubleOf(asked)).toBe('notHere')
  })

  test('what breaks after it has started is said to have broken', async () => {
    const worker = aWorker()
    const asked = createSolver({ start: () => worker }).best(small, () => undefined)
    worker.say('message', { data: { kind: 'ready' } })
    worker.say('error', {})
    expect(await troubleOf(asked)).toBe('broke')
  })
})
