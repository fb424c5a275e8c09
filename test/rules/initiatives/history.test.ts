/** The trail day by day, and how an initiative stood on a day. */
import { describe, expect, test } from 'vitest'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { byDay, standingOn } from '#src/rules/initiatives/history.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

let n = 0
const entry = (day: string, values: Partial<TrailEntry>): TrailEntry => ({
  key: `t-${++n}`,
  id: String(n),
  version: '"1"',
  title: 'x',
  initiative: aRef('i-1'),
  kind: 'stage',
  day,
  person: aPerson('contact'),
  ...values,
})
const trail = [
  entry('2024-01-10', { kind: 'imported', to: 'Insamling behov/idéer' }),
  entry('2024-03-01', { field: 'stage', from: 'Insamling behov/idéer', to: 'Grovsållning' }),
  entry('2024-05-01', { field: 'stage', from: 'Grovsållning', to: 'Beredning' }),
  entry('2024-05-01', { kind: 'money', field: 'CostHighKr', from: '100', to: '900' }),
  entry('2024-06-01', { kind: 'owner', field: 'Contact', from: 'Åsa', to: 'Bo' }),
  entry('2024-06-02', { kind: 'money', field: 'CostItems', from: '0', to: '400' }),
  entry('2024-07-02', { kind: 'money', field: 'CostItems', from: '400', to: '250' }),
]
const initiative = anInitiative({
  stage: 'preparation',
  contact: { id: 'bo', name: 'Bo' },
  costHighKr: 900,
  costLowKr: 50,
})
const on = (day: string, entries = trail) =>
  standingOn({ day, initiative, costItems: [aCostItem({ amountKr: 250 })], trail: entries })
const stood = (day: string) => {
  const then = on(day)
  const value = (field: 'stage' | 'contact' | 'costHighKr') =>
    then && (then.fields[field] === 'unknown' ? 'unknown' : then.fields[field].value)
  return [value('stage'), value('contact'), value('costHighKr'), then?.costKr]
}

test('entries stand day by day, the latest first', () => {
  expect(byDay(trail).map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2024-07-02', 1],
    ['2024-06-02', 1],
    ['2024-06-01', 1],
    ['2024-05-01', 2],
    ['2024-03-01', 1],
    ['2024-01-10', 1],
  ])
  expect(byDay(trail)[3]?.entries.map(({ field }) => field)).toEqual(['CostHighKr', 'stage'])
})

describe('as it was on', () => {
  test.for([
    { day: '2024-12-31', as: ['Beredning', 'Bo', '900', 250] },
    { day: '2024-07-01', as: ['Beredning', 'Bo', '900', 400] },
    { day: '2024-05-31', as: ['Beredning', 'Åsa', '900', 0] },
    { day: '2024-05-01', as: ['Beredning', 'Åsa', '900', 0] },
    { day: '2024-04-30', as: ['Grovsållning', 'Åsa', '100', 0] },
    { day: '2024-01-10', as: ['Insamling behov/idéer', 'Åsa', '100', 0] },
  ])('$day', ({ day, as }) => {
    expect(stood(day)).toEqual(as)
  })

  test('before it came, there is nothing', () => {
    expect(on('2024-01-09')).toBe(undefined)
    expect(on('2024-01-09', [])).toBe(undefined)
  })

  test('what the trail never told of stands as it does now', () => {
    expect(on('2024-02-01')?.fields.costLowKr).toEqual({ value: '50' })
    expect(on('2024-02-01')?.fields.benefitLead).toEqual({ value: undefined })
  })

  test('changes that do not fit together are not guessed from', () => {
    const broken = [
      ...trail,
      entry('2024-08-01', { kind: 'owner', field: 'Contact', from: 'Bo', to: 'Cecilia' }),
    ]
    expect(on('2024-07-15', broken)?.fields.contact).toBe('unknown')
    const more = [...trail, entry('2024-08-01', { kind: 'money', field: 'CostItems', from: '0', to: '9999' })]
    expect(on('2024-07-15', more)?.costKr).toBe('unknown')
  })
})
