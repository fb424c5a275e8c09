/** A need that has become part of another stands where that one stands. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import { heldBy, stageOfNeeded, wholeOf } from '#src/rules/needs/mergedStage.ts'
import { refusalText } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'

const part = (key: string, into: string) => anInitiative({ key, state: 'merged', mergedInto: aRef(into) })

test.for<{ says: string; all: Initiative[]; ends: string }>([
  { says: 'one that stands by itself', all: [anInitiative({ key: 'a' })], ends: 'a' },
  { says: 'a part of one', all: [part('a', 'b'), anInitiative({ key: 'b' })], ends: 'b' },
  { says: 'a part of a part', all: [part('a', 'b'), part('b', 'c'), anInitiative({ key: 'c' })], ends: 'c' },
  { says: 'a part of one that is gone', all: [part('a', 'b')], ends: 'a' },
  { says: 'two that are part of each other', all: [part('a', 'b'), part('b', 'a')], ends: 'b' },
  {
    says: 'one that has been split out again',
    all: [anInitiative({ key: 'a', mergedInto: aRef('b') }), anInitiative({ key: 'b' })],
    ends: 'a',
  },
])('$says stands with $ends', ({ all, ends }) => {
  const [first] = all
  expect(first && wholeOf(first, (key) => all.find((one) => one.key === key)).key).toBe(ends)
})

test('what is none of ours has no stage', () => {
  expect(stageOfNeeded(aRef('elsewhere'), () => undefined)).toEqual({})
  expect(stageOfNeeded(undefined, () => undefined)).toEqual({})
})

test('what is part of another is held by that one, the rest by its state', async () => {
  await swedish.learn('refusals')
  expect(heldBy(part('a', 'b'))).toEqual({ state: 'merged', into: aRef('b') })
  expect(heldBy(anInitiative({ state: 'paused', mergedInto: aRef('b') }))).toEqual({ state: 'paused' })
  const why = 'notActive' as const
  expect(refusalText({ why, ...heldBy(part('a', 'b')) }, swedish)).toBe(
    'Behovet ingår i b och beslutas där. Skilj ut det därifrån först.',
  )
  expect(refusalText({ why, state: 'paused' }, swedish)).toContain('Återuppta')
})
