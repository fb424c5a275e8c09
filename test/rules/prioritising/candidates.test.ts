/** What a forum ranks, in which order, and what of it the frame holds: as the region's own rankings do. */
import { describe, expect, test } from 'vitest'
import type { Forum } from '#src/lists/organisation.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import {
  basisOf,
  candidatesOf,
  competing,
  portfoliosOf,
  rankingForums,
  rankingOrder,
  withinFrame,
} from '#src/rules/prioritising/candidates.ts'
import { needOf } from '#src/rules/money/costFinancing.ts'
import { frameOf } from '#src/rules/prioritising/frames.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { regionRows } from '#scripts/demo/regionRows.ts'
import { aCostItem, anInitiative } from '#test/fixtures/initiatives.ts'
import { aMandate, aRef, director, tree } from '#test/fixtures/organisation.ts'

const region = regionRows()
const asItems = <T extends object>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, id: '1', version: '1' }))
const rows = {
  initiatives: asItems(region.initiatives),
  portfolios: asItems(region.portfolios),
  forums: asItems(region.forums),
  mandates: asItems(region.mandates),
  tree: treeOf(asItems(region.units)),
}
const needs = new Map(
  [...Map.groupBy(asItems(region.costItems), ({ initiative }) => initiative.key)].map(([key, costs]) => [
    key,
    needOf(costs),
  ]),
)

describe("the region's rankings come out as they were decided", () => {
  test.for(region.rankings)('$title', ({ forum, year, lines, frameKr, conceptKr }) => {
    const found = competing(candidatesOf(forum, rows), needs, year)
    const totals = new Map(lines.map(({ initiative, total }) => [initiative.key, total]))
    const order = rankingOrder(found, totals, region.dependencies)
    const needKr = order.map(({ initiative }) => needs.get(initiative.key)?.development[year] ?? 0)
    const within = withinFrame(needKr, { amountKr: frameKr ?? 0, conceptKr: conceptKr ?? 0 })
    expect(order.map(({ initiative, basis }, i) => [initiative.key, basis, needKr[i], within[i]])).toEqual(
      lines.map(({ initiative, basis, needKr: kr, isWithin }) => [initiative.key, basis, kr, isWithin]),
    )
    const portfolio = found[0]?.initiative.portfolio.key ?? ''
    expect(frameOf(region.frameYears, { year, portfolio })).toMatchObject({ amountKr: frameKr, conceptKr })
  })
})

describe('whom a forum ranks for', () => {
  test('the portfolios it is the board of, else those its mandates speak of', () => {
    const keys = (forum: string) => portfoliosOf({ key: forum }, rows).map(({ key }) => key)
    expect(keys('f-pl-vp')).toEqual(['pf-vp'])
    expect(keys('f-dd')).toEqual(['pf-vp', 'pf-vs', 'pf-ru', 'pf-kt', 'pf-inf'])
    expect(keys('f-itb')).toEqual([])
    expect(rankingForums(rows.forums, rows).map(({ key }) => key)).not.toContain('f-itb')
  })

  const forum = (key: string, unit: string, above?: string): Forum => ({
    key,
    id: key,
    version: '1',
    title: key,
    unit: aRef(unit),
    ...(above && { escalatesTo: aRef(above) }),
  })
  const city = {
    portfolios: [
      { key: 'p-elderly', title: 'Elderly', board: aRef('f-elderly') },
      { key: 'p-joint', title: 'Joint', board: aRef('f-joint') },
    ],
    forums: [forum('f-elderly', 'elderly', 'f-joint'), forum('f-joint', 'city'), forum('f-other', 'city')],
    tree,
    initiatives: [
      anInitiative({ key: 'own', scope: 'own' }),
      anInitiative({ key: 'shared', scope: 'shared', concernedUnits: [aRef('housing')] }),
      anInitiative({ key: 'joint', scope: 'shared', portfolio: aRef('p-joint') }),
    ],
  }
  const found = (key: string, initiatives: Initiative[] = city.initiatives) =>
    candidatesOf({ key }, { ...city, initiatives }).map(({ initiative, isShared }) => [
      initiative.key,
      isShared,
    ])

  test("an administration's forum sees what is shared and may not order it; the joint forum above may", () => {
    expect(found('f-elderly')).toEqual([
      ['own', false],
      ['shared', true],
    ])
    expect(found('f-joint')).toEqual([
      ['shared', false],
      ['joint', false],
    ])
    expect(found('f-other')).toEqual([])
  })

  test.for([
    { says: 'paused', values: { state: 'paused' } },
    { says: 'screened out', values: { state: 'screenedOut' } },
    { says: 'merged', values: { state: 'merged' } },
    { says: 'closed', values: { stage: 'closed' } },
    { says: 'realising its effects', values: { stage: 'benefits' } },
    { says: 'archived', values: { archived: true } },
  ] as const)('what is $says is not ranked', ({ values }) => {
    expect(found('f-elderly', [anInitiative(values)])).toEqual([])
  })

  test('what is led by others is shown and never competes; unknown cost is said, and competes', () => {
    const given = [
      anInitiative({ key: 'theirs', external: true }),
      anInitiative({ key: 'rough', costLowKr: 100 }),
      anInitiative({ key: 'free' }),
    ]
    const all = candidatesOf({ key: 'f-elderly' }, { ...city, initiatives: given })
    expect(all.map((one) => [one.isExternal, one.isUnknownCost])).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ])
    const none = new Map([['rough', needOf([aCostItem({ year: 2026 })])]])
    expect(competing(all, none, 2026).map(({ initiative }) => initiative.key)).toEqual(['rough', 'free'])
    expect(competing(all, none, 2027).map(({ initiative }) => initiative.key)).toEqual(['free'])
  })

  test.for([
    ['yes', 'development', 'mandatory'],
    ['no', 'rollout', 'running'],
    ['unknown', 'delivery', 'running'],
    ['no', 'concept', 'ranked'],
    ['yes', 'intake', 'mandatory'],
  ] as const)('legal %s in %s is %s', ([legal, stage, basis]) => {
    expect(basisOf({ legal, stage })).toBe(basis)
  })

  test('a mandate of a portfolio counts for its forum', () => {
    const mandates = [
      {
        ...aMandate({ matter: 'ranking', scope: 'portfolio', holder: director }),
        forum: aRef('f-other'),
        portfolio: aRef('p-joint'),
      },
    ]
    expect(portfoliosOf({ key: 'f-other' }, { ...city, mandates })).toEqual([
      { key: 'p-joint', title: 'Joint' },
    ])
  })
})

describe('the order', () => {
  const one = (key: string, basis: 'mandatory' | 'running' | 'ranked' = 'ranked') => ({
    initiative: { key },
    basis,
  })
  const wait = (initiative: string, needs: string, settled = false) => ({
    initiative: aRef(initiative),
    needs: aRef(needs),
    settled,
  })
  const keys = (order: { initiative: { key: string } }[]) => order.map(({ initiative }) => initiative.key)

  test('a circle of waits is ranked all the same, the best first', () => {
    const totals = new Map([
      ['a', 10],
      ['b', 90],
    ])
    expect(keys(rankingOrder([one('a'), one('b')], totals, [wait('a', 'b'), wait('b', 'a')]))).toEqual([
      'b',
      'a',
    ])
  })

  test('what is settled holds nobody back', () => {
    const order = rankingOrder([one('a'), one('b', 'mandatory')], new Map(), [wait('b', 'a', true)])
    expect(keys(order)).toEqual(['b', 'a'])
  })
})

describe('needs and frames', () => {
  test('each cost is asked of what it says, else of what usually pays for its kind', () => {
    const need = needOf([
      aCostItem({ kind: 'supplier', year: 2027, amountKr: 5 }),
      aCostItem({ kind: 'consultants', year: 2027, amountKr: 2 }),
      aCostItem({ kind: 'consultants', year: 2027, amountKr: 90, archived: true }),
      aCostItem({ kind: 'supplier', year: 2027, amountKr: 7, financing: 'concept' }),
      aCostItem({ kind: 'supplier', year: 2028, amountKr: 11, financing: 'maintenance' }),
      aCostItem({ kind: 'operation', year: 2028, amountKr: 13 }),
      aCostItem({ kind: 'training', year: 2027, amountKr: 17 }),
    ])
    expect(need).toEqual({ development: { 2027: 7 }, concept: { 2027: 7 }, maintenance: { 2028: 11 } })
  })

  test('a frame that another replaces no longer counts', () => {
    expect(frameOf(region.frameYears, { year: 2026, portfolio: 'pf-vp' })).toMatchObject({
      amountKr: 52_500_000,
      key: 'R-2026-U-VP-15',
    })
    expect(frameOf(region.frameYears, { year: 2027 })).toMatchObject({ amountKr: 108_000_000 })
    expect(frameOf(region.frameYears, { year: 2035 })).toBeUndefined()
  })
})
