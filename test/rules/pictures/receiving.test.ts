/** When what is on its way lands on a unit, and how much at once. */
import { describe, expect, test } from 'vitest'
import type { ProjectPoint } from '#src/lists/followUp.ts'
import { quarterOf, quartersAfter } from '#src/rules/days/quarters.ts'
import { receivingOf } from '#src/rules/pictures/receiving.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef, TODAY, tree } from '../../fixtures/organisation.ts'

const point = (planned: string, values: Partial<ProjectPoint> = {}) => ({
  initiative: aRef('i-1'),
  planned,
  ...values,
})

const around = { portfolios: [], tree, today: TODAY, quarters: 3 }
const receive = (
  values: Parameters<typeof anInitiative>[0],
  points: readonly ReturnType<typeof point>[] = [],
  unit = 'homeCare',
) => receivingOf(unit, { ...around, initiatives: [anInitiative(values)], points })

test('quarters follow each other over the year', () => {
  expect(quarterOf('2024-10-01')).toBe('2024-Q4')
  expect([0, 1, 2, 5].map((n) => quartersAfter('2024-Q4', n))).toEqual([
    '2024-Q4',
    '2025-Q1',
    '2025-Q2',
    '2026-Q1',
  ])
})

describe('it lands', () => {
  test.for([
    {
      says: 'by the last point of its plan',
      values: { stage: 'delivery' },
      points: [point('2024-11-01'), point('2025-02-01')],
      landing: { quarter: '2025-Q1', basis: 'plan', late: false },
    },
    {
      says: 'now, when its day has passed',
      values: { stage: 'delivery' },
      points: [point('2024-08-01')],
      landing: { quarter: '2024-Q4', basis: 'plan', late: true },
    },
    {
      says: 'as it is meant to begin, while there is no plan',
      values: { stage: 'preparation', start: '2025-Q2' },
      points: [],
      landing: { quarter: '2025-Q2', basis: 'start', late: false },
    },
    {
      says: 'on others whom it concerns',
      values: {
        stage: 'preparation',
        start: '2025-Q1',
        unit: aRef('quality'),
        concernedUnits: [aRef('homeCareSouth')],
      },
      points: [],
      landing: { quarter: '2025-Q1', basis: 'start', late: false },
    },
  ] as const)('$says', ({ values, points, landing }) => {
    const { quarters } = receive(values as never, points)
    const found = quarters.flatMap(({ landings }) => landings)
    expect(found).toMatchObject([landing])
    expect(quarters.find(({ quarter }) => quarter === landing.quarter)?.landings).toHaveLength(1)
  })

  test('later than what is shown, and is counted', () => {
    expect(receive({ stage: 'delivery' }, [point('2026-05-01')]).later).toHaveLength(1)
  })
})

describe('it does not land', () => {
  test.for([
    { says: 'when it has passed', values: { stage: 'benefits' }, unknown: 0 },
    { says: 'when it is paused', values: { stage: 'delivery', state: 'paused' }, unknown: 0 },
    {
      says: 'on a unit it does not concern',
      values: { stage: 'delivery', unit: aRef('nursing') },
      unknown: 0,
    },
    { says: 'at a known time, when nobody has planned', values: { stage: 'delivery' }, unknown: 1 },
  ] as const)('$says', ({ values, unknown }) => {
    const found = receive(values, [])
    expect(found.quarters.flatMap(({ landings }) => landings)).toEqual([])
    expect(found.unknown).toHaveLength(unknown)
  })

  test('by a point that has been passed', () => {
    const found = receive({ stage: 'delivery' }, [point('2025-02-01', { passed: '2024-09-01' })])
    expect(found.unknown).toHaveLength(1)
  })
})
