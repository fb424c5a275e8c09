/** The funnel: columns and lanes, what a move asks for, and what a card can tell of what is missing. */
import { describe, expect, test } from 'vitest'
import type { Portfolio } from '#src/lists/portfolios.ts'
import {
  columnsOf,
  inFunnel,
  lacksOf,
  lanesOf,
  median,
  type Move,
  moveTo,
  ownPortfolio,
  type Target,
} from '#src/rules/needs/funnel.ts'
import { aDependency, anInitiative, complete, type Given } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, aUnit, TODAY, tree } from '../../fixtures/organisation.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'

const compare = (a: string, b: string) => a.localeCompare(b, 'sv')

describe('columns', () => {
  test('every stage of the process has one, in order, also when it is empty', () => {
    const columns = columnsOf([anInitiative({ stage: 'ready' })], 'behovsprocessen', TODAY)
    expect(columns.map(({ stage, cards }) => [stage, cards.length])).toEqual([
      ['collection', 0],
      ['screening', 0],
      ['preparation', 0],
      ['ready', 1],
      ['delivery', 0],
      ['benefits', 0],
      ['closed', 0],
    ])
  })

  test('ranked ones stand first, then those that have stood longest; without a day last', () => {
    const rows = [
      anInitiative({ key: 'young', stageSince: '2024-09-01' }),
      anInitiative({ key: 'unknown' }),
      anInitiative({ key: 'second', stageSince: '2024-09-30', rank: 2 }),
      anInitiative({ key: 'old', stageSince: '2023-01-01' }),
      anInitiative({ key: 'first', rank: 1 }),
    ]
    const [column] = columnsOf(rows, 'behovsprocessen', TODAY)
    expect(column?.cards.map(({ key }) => key)).toEqual(['first', 'second', 'old', 'young', 'unknown'])
  })

  test('the median age counts those that are active and have a day', () => {
    const rows = [
      anInitiative({ stageSince: '2024-09-21' }),
      anInitiative({ stageSince: '2024-09-01' }),
      anInitiative({ stageSince: '2020-01-01', state: 'paused' }),
      anInitiative({}),
    ]
    expect(columnsOf(rows, 'behovsprocessen', TODAY)[0]?.medianAgeDays).toBe(20)
    expect(columnsOf(rows, 'behovsprocessen', TODAY)[1]?.medianAgeDays).toBeUndefined()
  })

  test.for<[string, number[], number | undefined]>([
    ['of nothing is nothing', [], undefined],
    ['of one is that one', [7], 7],
    ['of three is the middle one', [9, 1, 5], 5],
    ['of four is the mean of the middle two', [1, 100, 4, 7], 6],
  ])('the median %s', ([, values, middle]) => {
    expect(median(values)).toBe(middle)
  })

  test('what is paused stands in the funnel, what has left it does not', () => {
    const states = ['active', 'paused', 'stopped', 'screenedOut', 'merged'] as const
    expect(states.filter((state) => inFunnel({ state }))).toEqual(['active', 'paused'])
  })
})

describe('lanes', () => {
  test('a department holds its areas too; those outside departments come last', () => {
    const rows = [
      anInitiative({ key: 'none', unit: undefined }),
      anInitiative({ key: 'south', unit: aRef('homeCareSouth') }),
      anInitiative({ key: 'administration', unit: aRef('elderly') }),
      anInitiative({ key: 'nursing', unit: aRef('nursing') }),
      anInitiative({ key: 'home', unit: aRef('homeCare') }),
    ]
    expect(
      lanesOf(rows, tree, compare).map(({ department, rows: of }) => [
        department?.key,
        of.map(({ key }) => key),
      ]),
    ).toEqual([
      ['homeCare', ['south', 'home']],
      ['nursing', ['nursing']],
      [undefined, ['none', 'administration']],
    ])
  })
})

describe('the portfolio a person first wants to see', () => {
  const aPortfolio = (key: string, values: Partial<Portfolio> = {}): Portfolio => ({
    key,
    id: key,
    version: '1',
    title: key,
    code: key,
    process: 'behovsprocessen',
    ...values,
  })
  const city = aPortfolio('city', { unit: aRef('city') })
  const elderly = aPortfolio('elderly', { unit: aRef('elderly') })
  const owned = aPortfolio('owned', { owner: aPerson('me') })
  test.for<[string, Portfolio[], { id: string; unit?: { key: string; title: string } }, string | undefined]>([
    ['is the one they own', [city, elderly, owned], { id: 'me', unit: aRef('homeCareSouth') }, 'owned'],
    [
      'is the nearest above their unit',
      [city, elderly, owned],
      { id: 'other', unit: aRef('homeCareSouth') },
      'elderly',
    ],
    ['is the first, for somebody without a unit', [city, elderly], { id: 'other' }, 'city'],
    ['is none where there are none', [], { id: 'other' }, undefined],
  ])('%s', ([, portfolios, me, found]) => {
    expect(ownPortfolio(portfolios, me, tree)?.key).toBe(found)
  })
})

describe('a move', () => {
  const moves: { says: string; to: Target; given: Given<Initiative>; is: Move }[] = [
    {
      says: 'to the next stage is the gate that leads there',
      to: 'screening',
      given: {},
      is: { kind: 'gate', gate: 'BP1', outcome: 'goOn' },
    },
    { says: 'to its own stage stays', to: 'collection', given: {}, is: { kind: 'stays' } },
    {
      says: 'past a stage is no decision, and says where the next one leads',
      to: 'preparation',
      given: {},
      is: { kind: 'noWay', next: { gate: 'BP1', to: ['screening'] } },
    },
    {
      says: 'backwards where no gate leads back is no decision',
      to: 'screening',
      given: { stage: 'preparation' },
      is: { kind: 'noWay', next: { gate: 'BP3', to: ['ready'] } },
    },
    {
      says: 'of an investigation that has ended, back into preparation',
      to: 'preparation',
      given: { stage: 'closed', type: 'investigation' },
      is: { kind: 'gate', gate: 'reentry', outcome: 'reenter' },
    },
    {
      says: 'of anything else that has ended is no decision',
      to: 'preparation',
      given: { stage: 'closed', type: 'rollout' },
      is: { kind: 'noWay' },
    },
    {
      says: 'out of the funnel is an outcome of the gate',
      to: 'screenOut',
      given: { stage: 'screening' },
      is: { kind: 'gate', gate: 'BP2', outcome: 'screenOut' },
    },
    {
      says: 'out of the funnel once started is no decision',
      to: 'screenOut',
      given: { stage: 'benefits' },
      is: { kind: 'noWay', next: { gate: 'benefitsEnd', to: ['closed'] } },
    },
    { says: 'to a pause changes the state', to: 'pause', given: {}, is: { kind: 'state', change: 'pause' } },
    {
      says: 'to a stop also from a pause',
      to: 'stop',
      given: { state: 'paused' },
      is: { kind: 'state', change: 'stop' },
    },
    {
      says: 'to a pause of what is paused stays',
      to: 'pause',
      given: { state: 'paused' },
      is: { kind: 'stays' },
    },
    {
      says: 'back from screened out',
      to: 'reopen',
      given: { state: 'screenedOut' },
      is: { kind: 'state', change: 'reopen' },
    },
    { says: 'to be reopened while active stays', to: 'reopen', given: {}, is: { kind: 'stays' } },
    {
      says: 'forward of what rests is refused',
      to: 'screening',
      given: { state: 'paused' },
      is: { kind: 'refused', why: 'notActive' },
    },
    {
      says: 'to a pause of what is stopped is refused',
      to: 'pause',
      given: { state: 'stopped' },
      is: { kind: 'refused', why: 'notActive' },
    },
    {
      says: 'of what others lead is refused',
      to: 'screening',
      given: { external: true },
      is: { kind: 'refused', why: 'external' },
    },
    {
      says: 'of what is merged is refused',
      to: 'reopen',
      given: { state: 'merged' },
      is: { kind: 'refused', why: 'merged' },
    },
  ]
  test.for(moves)('$says', ({ to, given, is }) => {
    expect(moveTo(to, anInitiative(given), 'behovsprocessen')).toEqual(is)
  })

  test('in the other process, the concept phase may be skipped', () => {
    const initiative = anInitiative({ stage: 'prioritisation' })
    const to = (target: Target) => moveTo(target, initiative, 'portfoljprocessen')
    expect(to('concept')).toEqual({ kind: 'gate', gate: 'phase', outcome: 'toConcept' })
    expect(to('development')).toEqual({ kind: 'gate', gate: 'phase', outcome: 'toDevelopment' })
    expect(to('intake')).toEqual({ kind: 'gate', gate: 'phase', outcome: 'remit' })
    expect(to('rollout')).toEqual({
      kind: 'noWay',
      next: { gate: 'phase', to: ['concept', 'development'] },
    })
  })
})

describe('what a card tells is missing', () => {
  const about = { process: 'behovsprocessen', tree, dependencies: [] } as const
  const lacks = (given: Given<Initiative>, more = {}) => lacksOf(anInitiative(given), { ...about, ...more })

  test('before BP1 everything is known from the table', () => {
    expect(lacks({})).toEqual({ gate: 'BP1', sure: 3, unsure: 0 })
    expect(lacks({ need: 'a', benefit: 'b', contact: aPerson('c') })).toEqual({
      gate: 'BP1',
      sure: 0,
      unsure: 0,
    })
  })

  test('before BP3 some of it stands in what only its own page reads', () => {
    const found = lacks({
      ...complete,
      stage: 'preparation',
      endorsements: undefined,
      description: undefined,
    })
    expect(found).toMatchObject({ gate: 'BP3', sure: 0 })
    expect(found?.unsure).toBeGreaterThan(3)
  })

  test('what is empty in the table is missing for sure', () => {
    const found = lacks({ ...complete, stage: 'preparation', caseNumber: undefined, effectOwner: undefined })
    expect(found?.sure).toBe(2)
  })

  test('a prerequisite that is not done is missing for sure', () => {
    const given = { ...complete, stage: 'ready' } as const
    const without = lacks(given)?.sure ?? 0
    expect(lacks(given, { dependencies: [aDependency()] })?.sure).toBe(without + 1)
  })

  test.for<[string, Given<Initiative>]>([
    ['rests', { state: 'paused' }],
    ['is led by others', { external: true }],
    ['has begun', { stage: 'delivery' }],
    ['has been closed', { stage: 'closed' }],
  ])('nothing, of what %s', ([, given]) => {
    expect(lacks(given)).toBeUndefined()
  })
})

test('central staff is a lane of its own', () => {
  const staff = treeOf([aUnit('city', 'organisation'), aUnit('finance', 'staff', 'city')])
  const [lane] = lanesOf([{ unit: aRef('finance') }], staff, compare)
  expect(lane?.department?.key).toBe('finance')
})
