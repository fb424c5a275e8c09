/** What a forum moves by hand: where it ends up, and what may not be moved; and how one order differs from another. */
import { describe, expect, test } from 'vitest'
import type { MovedByHand, RankedLine } from '#src/lists/prioritising.ts'
import { rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { applyMoves, lastMoves, type MoveFault, moveFault } from '#src/rules/prioritising/workingOrder.ts'
import { aDependency } from '#test/fixtures/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'

type Basis = 'mandatory' | 'running' | 'ranked'
const aLine = (
  key: string,
  basis: Basis = 'ranked',
  more: { isShared?: boolean; isExternal?: boolean } = {},
) => ({
  initiative: aRef(key),
  basis,
  isShared: false,
  isExternal: false,
  ...more,
})
const order = [
  aLine('law', 'mandatory'),
  aLine('run', 'running'),
  aLine('a'),
  aLine('b'),
  aLine('c'),
  aLine('shared', 'ranked', { isShared: true }),
  aLine('theirs', 'ranked', { isExternal: true }),
]
const move = (initiative: string, before?: string, rank = 1): MovedByHand => ({
  initiative,
  rank,
  reason: 'because',
  ...(before && { before }),
})
const keysOf = (lines: readonly { initiative: { key: string } }[]) =>
  lines.map(({ initiative }) => initiative.key).join(' ')

describe('moves', () => {
  test.for<{ says: string; moved: MovedByHand[]; is: string }>([
    { says: 'above another', moved: [move('c', 'a')], is: 'law run c a b shared theirs' },
    {
      says: 'one after the other',
      moved: [move('c', 'a'), move('b', 'c')],
      is: 'law run b c a shared theirs',
    },
    {
      says: 'the last of the same one',
      moved: [move('c', 'a'), move('c', 'b')],
      is: 'law run a c b shared theirs',
    },
    {
      says: 'to its rank when what it stood above is gone',
      moved: [move('c', 'gone', 3)],
      is: 'law run c a b shared theirs',
    },
    { says: 'of what is gone, to nothing', moved: [move('gone', 'a')], is: keysOf(order) },
  ])('$says', ({ moved, is }) => {
    expect(keysOf(applyMoves(order, moved))).toBe(is)
  })

  test('only the last of each is kept', () => {
    expect(lastMoves([move('a', 'b'), move('c'), move('a', 'c')])).toEqual([move('c'), move('a', 'c')])
  })

  const waits = [aDependency({ initiative: aRef('b'), needs: aRef('a') })]
  test.for<{ says: string; asked: MovedByHand; fault: MoveFault | undefined }>([
    { says: 'what is free', asked: move('c', 'a'), fault: undefined },
    { says: 'what a law asks for', asked: move('law', 'b'), fault: { fault: 'notFree', basis: 'mandatory' } },
    { says: 'what runs', asked: move('run', 'c'), fault: { fault: 'notFree', basis: 'running' } },
    {
      says: 'above what is in already',
      asked: move('a', 'law'),
      fault: { fault: 'aboveFirst', names: ['law', 'run'] },
    },
    {
      says: 'above what it waits for',
      asked: move('b', 'a'),
      fault: { fault: 'prerequisite', names: ['b'] },
    },
    {
      says: 'below what waits for it',
      asked: move('a', 'c'),
      fault: { fault: 'prerequisite', names: ['b'] },
    },
    { says: 'what administrations share', asked: move('shared', 'a'), fault: { fault: 'shared' } },
    { says: 'what others lead', asked: move('theirs', 'a'), fault: { fault: 'notRanked' } },
    { says: 'what is not there', asked: move('gone', 'a'), fault: { fault: 'notRanked' } },
  ])('$says: may it be moved', ({ asked, fault }) => {
    expect(moveFault(order, asked, waits)).toEqual(fault)
  })
})

describe('differences', () => {
  const line = (rank: number, key: string, values: Partial<RankedLine> = {}): RankedLine => ({
    rank,
    initiative: aRef(key),
    basis: 'ranked',
    scores: {},
    total: 60,
    needKr: 100,
    isWithin: true,
    ...values,
  })
  const before = [line(1, 'a'), line(2, 'b'), line(3, 'c')]
  test.for<{ says: string; now: RankedLine[]; whats: string[] }>([
    { says: 'none', now: before, whats: [] },
    {
      says: 'two have changed places',
      now: [line(1, 'b'), line(2, 'a'), line(3, 'c')],
      whats: ['moved b', 'moved a'],
    },
    { says: 'one is gone, and the others only follow', now: [line(1, 'b'), line(2, 'c')], whats: ['gone a'] },
    { says: 'one is new, and the others only follow', now: [line(1, 'n'), ...before], whats: ['new n'] },
    {
      says: 'one has grown past the frame',
      now: [line(1, 'a'), line(2, 'b'), line(3, 'c', { needKr: 200, isWithin: false })],
      whats: ['need c', 'beyond c'],
    },
    {
      says: 'one is scored otherwise',
      now: [line(1, 'a'), line(2, 'b', { total: 70 }), line(3, 'c')],
      whats: ['total b'],
    },
    {
      says: 'half a point is the same',
      now: [line(1, 'a', { total: 60.5 }), line(2, 'b'), line(3, 'c')],
      whats: [],
    },
  ])('$says', ({ now, whats }) => {
    const changes = rankingChanges({ lines: before }, { lines: now })
    expect(
      changes.map((change) => `${change.what} ${'initiative' in change ? change.initiative.key : ''}`),
    ).toEqual(whats)
  })

  test.for([
    {
      says: 'is the same',
      was: { frameKr: 300, conceptKr: 0 },
      is: { frameKr: 300, conceptKr: 0 },
      told: [],
    },
    {
      says: 'is another, and no line moves',
      was: { frameKr: 300, conceptKr: 0 },
      is: { frameKr: 310, conceptKr: 0 },
      told: [{ what: 'frame', fromKr: 300, toKr: 310 }],
    },
    {
      says: 'keeps more for concepts',
      was: { frameKr: 300 },
      is: { frameKr: 300, conceptKr: 20 },
      told: [{ what: 'concept', fromKr: 0, toKr: 20 }],
    },
    {
      says: 'is set',
      was: {},
      is: { frameKr: 300, conceptKr: 20 },
      told: [{ what: 'frame', toKr: 300 }],
    },
    { says: 'is gone', was: { frameKr: 300 }, is: {}, told: [{ what: 'frame', fromKr: 300 }] },
  ])('a frame that $says', ({ was, is, told }) => {
    expect(rankingChanges({ lines: before, ...was }, { lines: before, ...is })).toEqual(told)
  })

  test('a criterion that weighs otherwise is told, one that is new, and one that is gone', () => {
    const weight = (key: string, given: number) => ({ key, title: key.toUpperCase(), weight: given })
    const was = { lines: before, weights: [weight('a', 60), weight('b', 40)] }
    const is = { lines: before, weights: [weight('a', 70), weight('c', 30)] }
    expect(rankingChanges(was, is)).toEqual([
      { what: 'weight', criterion: 'A', from: 60, to: 70 },
      { what: 'weight', criterion: 'C', to: 30 },
      { what: 'weight', criterion: 'B', from: 40 },
    ])
    expect(rankingChanges(was, { lines: before })).toEqual([])
  })
})
