/** Circles of initiatives that wait for each other, and who stands on either side of one. */
import { describe, expect, test } from 'vitest'
import { aroundOf, circleByMerging, circleThrough } from '#src/rules/initiatives/dependencies.ts'
import { wholeKeys } from '#src/rules/needs/wholeKeys.ts'
import { aRef } from '../../fixtures/organisation.ts'

const wait = (way: string, more = {}) => {
  const [from = '', to = ''] = way.split('>')
  return { key: way, initiative: aRef(from), ...(to && { needs: aRef(to) }), ...more }
}

describe('a circle', () => {
  test.for([
    { says: 'of one with itself', add: 'a>a', all: [], circle: ['a'] },
    { says: 'of two', add: 'b>a', all: ['a>b'], circle: ['b', 'a'] },
    { says: 'of three', add: 'c>a', all: ['a>b', 'b>c'], circle: ['c', 'a', 'b'] },
    {
      says: 'the shortest of several',
      add: 'd>a',
      all: ['a>b', 'b>c', 'c>d', 'a>d'],
      circle: ['d', 'a'],
    },
    { says: 'beside another, not through it', add: 'x>a', all: ['a>b', 'b>a'], circle: [] },
    { says: 'of none: two ways to the same', add: 'a>c', all: ['a>b', 'b>c'], circle: [] },
    { says: 'of none: what is waited for is no initiative', add: 'a>', all: ['b>a'], circle: [] },
  ])('$says', ({ add, all, circle }) => {
    expect(
      circleThrough(
        wait(add),
        all.map((way) => wait(way)),
      ),
    ).toEqual(circle)
  })

  test('is not closed by what is settled or archived', () => {
    const all = [wait('a>b', { settled: true }), wait('a>b', { archived: true })]
    expect(circleThrough(wait('b>a'), all)).toEqual([])
  })
})

describe('what has become part of another waits as that one', () => {
  const whole = wholeKeys([
    { key: 'part', state: 'merged', mergedInto: aRef('inner') },
    { key: 'inner', state: 'merged', mergedInto: aRef('b') },
  ])

  test.for([
    { says: 'a circle by way of a part', add: 'c>a', all: ['a>part', 'b>c'], circle: ['c', 'a', 'b'] },
    { says: 'a circle that a part waits round', add: 'a>b', all: ['part>a'], circle: ['a', 'b'] },
    { says: 'no circle of two parts of the same', add: 'part>b', all: ['b>part'], circle: [] },
  ])('$says', ({ add, all, circle }) => {
    expect(
      circleThrough(
        wait(add),
        all.map((way) => wait(way)),
        whole,
      ),
    ).toEqual(circle)
  })

  test.for([
    { says: 'between them stands another', all: ['b>x', 'x>y'], into: 'b', from: ['y'], circle: ['b', 'x'] },
    {
      says: 'one of them waits for the other: that is settled by it',
      all: ['b>y'],
      into: 'b',
      from: ['y'],
      circle: [],
    },
    { says: 'they wait for the same', all: ['b>x', 'y>x'], into: 'b', from: ['y'], circle: [] },
    { says: 'what is between them is settled', all: [], into: 'b', from: ['y'], circle: [] },
  ])('merging when $says', ({ all, into, from, circle }) => {
    const waits = [...all.map((way) => wait(way)), wait('b>y', { settled: true })]
    expect(circleByMerging({ into, from }, waits, whole)).toEqual(circle)
  })
})

test('both sides are found, the open ones first', () => {
  const all = [wait('a>b', { settled: true }), wait('a>c'), wait('d>a'), wait('a>e', { archived: true })]
  const { waits, awaited } = aroundOf('a', all)
  expect([waits.map((d) => d.key), awaited.map((d) => d.key)]).toEqual([['a>c', 'a>b'], ['d>a']])
})
