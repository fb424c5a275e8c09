/** Needs of a workbook that wait for each other in a ring. */
import { describe, expect, test } from 'vitest'
import { withoutCircles } from '#src/import/circles.ts'
import type { Warning } from '#src/rules/needs/importTerms.ts'

const rows = (...ways: string[]) =>
  ways.map((way) => {
    const [number = '', others = ''] = way.split('>')
    return { number, dependsOn: others ? others.split(',') : [], warnings: [] as Warning[] }
  })

describe('of needs that wait', () => {
  test.for([
    {
      says: 'nothing is left out without a circle',
      given: ['1>2', '2>3', '3>'],
      left: ['2', '3', ''],
      said: [],
    },
    {
      says: 'the wait that closes a circle of two',
      given: ['1>2', '2>1'],
      left: ['2', ''],
      said: ['2 → 1 → 2'],
    },
    {
      says: 'the wait that closes a circle of three, its other waits kept',
      given: ['1>2', '2>3', '3>1,4', '4>'],
      left: ['2', '3', '4', ''],
      said: ['3 → 1 → 2 → 3'],
    },
    {
      says: 'one for each circle',
      given: ['1>2', '2>1', '3>4', '4>3'],
      left: ['2', '', '4', ''],
      said: ['2 → 1 → 2', '4 → 3 → 4'],
    },
    { says: 'nothing of a row without a number', given: ['>1', '1>'], left: ['1', ''], said: [] },
  ])('$says', ({ given, left, said }) => {
    const found = withoutCircles(rows(...given))
    expect(found.map(({ dependsOn }) => dependsOn.join())).toEqual(left)
    expect(found.flatMap(({ warnings }) => warnings.map(({ text }) => text))).toEqual(said)
  })
})
