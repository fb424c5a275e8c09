/** What a new time does to the units that receive, when what they receive moves with it. */
import { describe, expect, test } from 'vitest'
import type { Reception } from '#src/lists/receptions.ts'
import { loadChanges, monthsMoved, withMoved } from '#src/rules/pictures/triedLoad.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef, tree as city } from '../../fixtures/organisation.ts'

const tree = treeOf(
  [...city.values()].map((unit) => (unit.key === 'homeCare' ? { ...unit, receivingDays: 40 } : unit)),
)
const lands = (of: string, from: string, to: string, days = 30): Reception => ({
  key: `r-${of}`,
  id: of,
  version: '1',
  title: 'Utbildning',
  initiative: aRef(of),
  unit: aRef('homeCare'),
  kind: 'training',
  from,
  to,
  days,
})

describe('how far a time moves', () => {
  test.for([
    { says: 'as its end', planned: { from: 10, to: 12 }, tried: { from: 10, to: 14 }, months: 6 },
    { says: 'not by its start alone', planned: { from: 10, to: 12 }, tried: { from: 8, to: 12 }, months: 0 },
    { says: 'as its start, without an end', planned: { from: 10 }, tried: { from: 9 }, months: -3 },
    {
      says: 'as its start, when it is given an end',
      planned: { from: 10 },
      tried: { from: 10, to: 12 },
      months: 0,
    },
  ])('$says', ({ planned, tried, months }) => {
    expect(monthsMoved(planned, tried)).toBe(months)
  })
})

test.for([
  { says: 'the last of a month stays the last', from: '2026-09-30', moved: '2026-12-31' },
  { says: 'a day that a shorter month lacks is its last', from: '2026-11-30', moved: '2027-02-28' },
  { says: 'any other keeps its number', from: '2026-11-12', moved: '2027-02-12' },
])('$says', ({ from, moved }) => {
  expect(withMoved([lands('i-1', from, from)], 'i-1', 3)[0]?.from).toBe(moved)
})

describe('units', () => {
  const initiatives = ['i-1', 'i-2'].map((key) => anInitiative({ key, stage: 'delivery' }))
  const changes = (months: number, receptions: Reception[]) => {
    const { more, less } = loadChanges('i-1', months, { receptions, initiatives, tree })
    const said = (all: typeof more) =>
      all.map(({ unit, count, worst, overDays }) => [unit.key, count, worst, overDays])
    return { more: said(more), less: said(less) }
  }
  const apart = [lands('i-1', '2027-01-01', '2027-03-31'), lands('i-2', '2027-05-01', '2027-06-30', 35)]

  test('get too much where it lands on what was there', () => {
    expect(changes(3, apart)).toEqual({ more: [['homeCare', 2, '2027-05', 25]], less: [] })
  })
  test('ease where it leaves', () => {
    const together = [lands('i-1', '2027-05-01', '2027-06-30'), lands('i-2', '2027-05-01', '2027-06-30', 35)]
    expect(changes(-6, together)).toEqual({ more: [], less: [['homeCare', 2, '2027-05', 25]] })
  })
  test('stay as they are when it stays', () => {
    expect(changes(0, apart)).toEqual({ more: [], less: [] })
  })
  test('are not asked when nothing is planned for them', () => {
    expect(changes(3, [lands('i-2', '2027-05-01', '2027-06-30', 90)])).toEqual({ more: [], less: [] })
  })
  test('that were overfull before are not blamed on it, only what it adds', () => {
    const full = [lands('i-1', '2027-01-01', '2027-01-31', 5), lands('i-2', '2027-01-01', '2027-12-31', 90)]
    expect(changes(3, full)).toEqual({
      more: [['homeCare', 1, '2027-04', 55]],
      less: [['homeCare', 1, '2027-01', 55]],
    })
  })
})
