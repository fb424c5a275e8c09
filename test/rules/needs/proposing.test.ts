/** Where a new need belongs, and what number it gets. */
import { expect, test } from 'vitest'
import type { Portfolio } from '#src/lists/portfolios.ts'
import {
  firstStage,
  nextRunning,
  numberWith,
  portfoliosFor,
  standardPortfolio,
} from '#src/rules/needs/proposing.ts'
import { aRef, tree } from '#test/fixtures/organisation.ts'

const portfolio = (key: string, unit?: string, values: Partial<Portfolio> = {}): Portfolio => ({
  key,
  id: key,
  version: '1',
  title: key,
  code: key.toUpperCase(),
  process: 'behovsprocessen',
  ...(unit && { unit: aRef(unit) }),
  ...values,
})
const joint = portfolio('joint', 'city')
const elderly = portfolio('elderly', 'elderly')
const disability = portfolio('disability', 'disability')
const all = [joint, disability, elderly]

test.for<{ says: string; unit?: string; among: Portfolio[]; is: string | undefined }>([
  { says: "a department's need goes to its administration", unit: 'homeCare', among: all, is: 'elderly' },
  { says: 'an area too', unit: 'homeCareSouth', among: all, is: 'elderly' },
  { says: 'a unit under no other goes to that of the city', unit: 'intraservice', among: all, is: 'joint' },
  { says: 'without a unit somebody chooses', among: all, is: undefined },
  { says: 'the only one needs no choice', among: [elderly], is: 'elderly' },
  {
    says: 'the only one is taken also for a unit beside it',
    unit: 'housing',
    among: [elderly],
    is: 'elderly',
  },
  {
    says: 'two for the same administration are chosen between',
    unit: 'homeCare',
    among: [elderly, portfolio('other', 'elderly')],
    is: undefined,
  },
  {
    says: 'an archived one takes nothing in',
    unit: 'homeCare',
    among: [portfolio('old', 'homeCare', { archived: true }), elderly],
    is: 'elderly',
  },
  { says: 'nowhere', unit: 'homeCare', among: [], is: undefined },
])('$says', ({ unit, among, is }) => {
  expect(standardPortfolio(unit, among, tree)?.key).toBe(is)
})

test('the others stand behind the nearest, as they were', () => {
  expect(portfoliosFor('homeCare', all, tree).map(({ key }) => key)).toEqual([
    'elderly',
    'joint',
    'disability',
  ])
})

test('a need begins in the first stage of the process', () => {
  expect(firstStage(elderly)).toBe('collection')
  expect(firstStage({ process: 'portfoljprocessen' })).toBe('need')
})

test.for<{ says: string; taken: string[]; next: string }>([
  { says: 'the first of the year', taken: [], next: 'ÄVO-2024-001' },
  {
    says: 'after the highest, gaps are left',
    taken: ['ÄVO-2024-003', 'ÄVO-2024-090'],
    next: 'ÄVO-2024-091',
  },
  { says: 'a suffix counts as its number', taken: ['ÄVO-2024-023b'], next: 'ÄVO-2024-024' },
  { says: 'past 999', taken: ['ÄVO-2024-999', 'ÄVO-2024-1000'], next: 'ÄVO-2024-1001' },
  { says: 'not a number counts for nothing', taken: ['ÄVO-2024-ny', 'ÄVO-2024-002'], next: 'ÄVO-2024-003' },
  { says: 'case as SharePoint has it', taken: ['ävo-2024-007'], next: 'ÄVO-2024-008' },
  { says: 'a number nobody could mean', taken: ['ÄVO-2024-1234567890123'], next: 'ÄVO-2024-123456790' },
])('$says', ({ taken, next }) => {
  expect(numberWith('ÄVO-2024-', nextRunning(taken, 'ÄVO-2024-'))).toBe(next)
})
