/** The best choice, beside what trying every choice finds: random questions, with everything that may limit them. */
import loadHighs, { type Highs } from 'highs'
import { beforeAll, expect, test } from 'vitest'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import { keepsTo, type Problem } from '#src/rules/selection.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import { isPossible, solve } from '#src/solver/solve.ts'
import { randomFrom, randomProblem } from '#scripts/bench/randomProblem.ts'
import { greatestValue } from '#test/fixtures/selection.ts'

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

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

test('200 more, with shares of kronor and of how many and what units have room for, too', () => {
  const random = randomFrom(7)
  let [answered, broken] = [0, 0]
  for (let i = 0; i < 200; i++) {
    const plain = randomProblem(random, { items: 4 + Math.floor(random() * 9), years: 2, room: 0.8 })
    const ids = plain.candidates.map(({ id }) => id)
    const share = () => Math.floor(random() * 6) / 10
    const problem: Problem = {
      ...plain,
      candidates: plain.candidates.map((candidate) => ({
        ...candidate,
        receiving: { ward: { '2027-Q1': Math.floor(random() * 20) } },
      })),
      limits: [
        ...plain.limits,
        { of: 'receiving', year: 2027, quarter: '2027-Q1', unit: 'ward', most: ids.length * 5 },
      ],
      corridors: (['kr', 'count'] as const).map((measure) => ({
        name: measure,
        measure,
        ids: ids.filter(() => random() < 0.4),
        ...(random() < 0.7 ? { least: share() } : { most: 1 - share() }),
      })),
    }
    const greatest = greatestValue(problem)
    const answer = solve(problem, highs)
    expect({ i, found: isPossible(answer) ? answer.value : undefined }).toEqual({ i, found: greatest })
    if (isPossible(answer)) answered++
    const preview = previewOf(problem)
    if (preview) expect(keepsTo(preview, problem)).toBe(true)
    else if (isPossible(answer)) broken++
  }
  expect(answered).toBeGreaterThan(100)
  // A share that only something worthless could reach is the solver's to find.
  expect(broken).toBeLessThan(answered / 4)
}, 60_000)
