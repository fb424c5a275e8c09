/** Initiatives along two axes, and shares against their corridors. */
import { describe, expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import {
  balanceOf,
  brokenFirst,
  corridorFault,
  corridorState,
  firstPlaced,
  UNKNOWN,
  valueOn,
} from '#src/rules/pictures/balance.ts'
import { pricesOf } from '#src/rules/pictures/price.ts'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aRef, tree } from '../../fixtures/organisation.ts'

let id = 0
/** Reckoned roughly, as by an estimate. */
const costs = (kr: number | undefined, values: Given<Initiative> = {}) =>
  anInitiative({ key: `i-${++id}`, costHighKr: kr, ...values })
const priced = (rows: Initiative[]) => ({ tree, prices: pricesOf(rows, []) })
const infra = (kr: number | undefined) => costs(kr, { nature: 'infrastructure' })
const direct = (kr: number | undefined) => costs(kr, { nature: 'directBenefit' })

describe('an initiative', () => {
  test.for([
    { says: 'by its own word', axis: 'nature', values: { nature: 'infrastructure' }, is: 'infrastructure' },
    { says: 'nowhere while nobody has said', axis: 'pios', values: {}, is: UNKNOWN },
    { says: 'nowhere when it is unclear', axis: 'legal', values: { legal: 'unknown' }, is: UNKNOWN },
    { says: 'by its department', axis: 'unit', values: { unit: aRef('homeCareSouth') }, is: 'homeCare' },
    {
      says: 'by its administration where it has no department',
      axis: 'unit',
      values: { unit: aRef('elderly') },
      is: 'elderly',
    },
    { says: 'by a unit outside', axis: 'unit', values: { unit: aRef('intraservice') }, is: 'intraservice' },
    { says: 'nowhere without a unit', axis: 'unit', values: { unit: undefined }, is: UNKNOWN },
    { says: 'by its portfolio', axis: 'portfolio', values: {}, is: 'p-elderly' },
  ] as const)('stands $says', ({ axis, values, is }) => {
    expect(valueOn(axis, anInitiative(values), tree).key).toBe(is)
  })
})

test.for([
  {
    says: 'the first where any has a place',
    rows: [infra(1)],
    axes: ['pios', 'nature', 'unit'],
    is: 'nature',
  },
  { says: 'the first of all when none has', rows: [costs(1)], axes: ['pios', 'nature'], is: 'pios' },
  { says: 'the first of all of nothing', rows: [], axes: ['pios', 'unit'], is: 'pios' },
] as const)('the axis chosen is $says', ({ rows, axes, is }) => {
  expect(firstPlaced(axes, rows, tree)).toBe(is)
})

describe('the matrix', () => {
  const rows = [infra(100), infra(undefined), direct(300), costs(50)]
  const balance = balanceOf(rows, {
    down: 'nature',
    across: 'unit',
    ...priced(rows),
    orderOf: (axis) => (axis === 'nature' ? ['infrastructure', 'directBenefit'] : undefined),
    compare: (a, b) => a.localeCompare(b, 'sv'),
  })

  test('has its values in the order of their words, what nobody has said last', () => {
    expect(balance.down.map(({ key }) => key)).toEqual(['infrastructure', 'directBenefit', UNKNOWN])
    expect(balance.across).toEqual([{ key: 'homeCare', title: 'homeCare (department)' }])
  })

  test('counts, adds what is known and says how many have no estimate', () => {
    const { rows: held, ...rest } = balance.cell('infrastructure', 'homeCare')
    expect([held.length, rest]).toEqual([2, { kr: 100, unpriced: 1, rough: 1 }])
    expect(balance.cell('infrastructure', 'nowhere').rows).toEqual([])
  })

  test('has sums that agree', () => {
    expect(balance.all).toMatchObject({ kr: 450, unpriced: 1 })
    expect(balance.down.reduce((sum, { key }) => sum + balance.downSum(key).rows.length, 0)).toBe(4)
    expect(balance.acrossSum('homeCare').kr).toBe(450)
  })
})

describe('a share', () => {
  const least = { axis: 'nature', value: 'infrastructure', measure: 'kr', leastPercent: 20 } as const
  test.for([
    {
      says: 'is kept',
      corridor: least,
      rows: [infra(20), direct(80)],
      is: { by: 0, share: 0.2, rough: 2, unpriced: 0 },
    },
    {
      says: 'is too small: as much more of it as makes the share hold',
      corridor: least,
      rows: [infra(10), direct(80)],
      is: { broken: 'below', by: 10 },
    },
    {
      says: 'is too large: as much less of it',
      corridor: { ...least, leastPercent: 0, mostPercent: 50 },
      rows: [infra(80), direct(20)],
      is: { broken: 'above', by: 60 },
    },
    {
      says: 'is of how many',
      corridor: { ...least, measure: 'count' as const, leastPercent: 50 },
      rows: [infra(1), direct(1), direct(1)],
      is: { broken: 'below', by: 1, part: 1, whole: 3, rough: 0, unpriced: 0 },
    },
    {
      says: 'is of nothing: there is none to break',
      corridor: least,
      rows: [infra(undefined)],
      is: { share: undefined, by: 0, unpriced: 1 },
    },
    {
      says: 'is to be all of it',
      corridor: { ...least, leastPercent: 100 },
      rows: [infra(30), direct(20)],
      is: { broken: 'below', by: 20 },
    },
    {
      says: 'counts those nobody has placed in the whole, and says how many',
      corridor: least,
      rows: [infra(20), costs(80), costs(5)],
      is: { broken: 'below', unknown: 2, whole: 105 },
    },
  ])('$says', ({ corridor, rows, is }) => {
    const state = corridorState(corridor, rows, priced(rows))
    expect(state).toMatchObject(is)
    expect(state.broken).toBe('broken' in is ? is.broken : undefined)
  })

  test('that is broken comes before those that are kept', () => {
    const rows = [infra(10), direct(90)]
    const kept = { ...least, leastPercent: 5 }
    const states = [kept, least].map((corridor) => corridorState(corridor, rows, priced(rows)))
    expect(brokenFirst(states).map(({ broken }) => broken)).toEqual(['below', undefined])
  })
})

test.for([
  { shares: {}, fault: 'noShare' },
  { shares: { leastPercent: -1 }, fault: 'outside' },
  { shares: { mostPercent: 101 }, fault: 'outside' },
  { shares: { leastPercent: Number.NaN }, fault: 'outside' },
  { shares: { leastPercent: 50, mostPercent: 40 }, fault: 'upsideDown' },
  { shares: { leastPercent: 20, mostPercent: 20 }, fault: undefined },
  { shares: { mostPercent: 40 }, fault: undefined },
])('a corridor of $shares: $fault', ({ shares, fault }) => {
  expect(corridorFault(shares)).toBe(fault)
})
