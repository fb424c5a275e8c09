/** What changed between two days, from the trail. */
import { describe, expect, test } from 'vitest'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { changesBetween, daysLaterBy, totalsOf } from '#src/rules/pictures/changesBetween.ts'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

let id = 0
const entry = (values: Partial<TrailEntry>): TrailEntry => ({
  key: `t-${++id}`,
  id: String(id),
  version: '1',
  title: 'Steg',
  initiative: aRef('i-1'),
  kind: 'stage',
  day: '2024-09-10',
  person: aPerson('me'),
  ...values,
})
const moved = (from: string, to: string, day = '2024-09-10') => entry({ from, to, day })
const became = (from: string, to: string, day = '2024-09-20') => entry({ kind: 'state', from, to, day })
const time = (from: string, to: string, more: Partial<TrailEntry> = {}) =>
  entry({ kind: 'time', field: 'Start', from, to, ...more })
const money = (field: string, from: string, to: string, more: Partial<TrailEntry> = {}) =>
  entry({ kind: 'money', field, from, to, ...more })

const between = (trail: TrailEntry[], row: Given<Initiative> = {}, from = '2024-09-01', to = '2024-09-30') =>
  changesBetween([anInitiative(row)], { trail, from, to })

describe('one initiative', () => {
  test.for<{ says: string; trail: TrailEntry[]; row?: Given<Initiative>; is: [string, object][] }>([
    {
      says: 'moved twice: told once, from where it stood to where it stands',
      trail: [
        moved('Insamling behov/idéer', 'Grovsållning'),
        moved('Grovsållning', 'Beredning', '2024-09-12'),
      ],
      is: [['moved', { of: 'stage', before: 'collection', after: 'preparation' }]],
    },
    {
      says: 'moved and came back: nothing changed',
      trail: [moved('Grovsållning', 'Beredning'), moved('Beredning', 'Grovsållning', '2024-09-12')],
      is: [],
    },
    {
      says: 'moved the day one looks from: that was known',
      trail: [moved('Grovsållning', 'Beredning', '2024-09-01')],
      is: [],
    },
    {
      says: 'moved the day one looks to',
      trail: [moved('Grovsållning', 'Beredning', '2024-09-30')],
      is: [['moved', { of: 'stage', before: 'screening', after: 'preparation' }]],
    },
    {
      says: 'was closed',
      trail: [moved('Genomförande', 'Avslutat')],
      is: [['done', { of: 'stage', before: 'delivery', after: 'closed' }]],
    },
    {
      says: 'is new, whatever it has done since',
      trail: [
        entry({ kind: 'proposed', day: '2024-09-02' }),
        moved('Insamling behov/idéer', 'Grovsållning', '2024-09-03'),
      ],
      row: { stage: 'screening' },
      is: [['fresh', { of: 'stage', after: 'screening' }]],
    },
    {
      says: 'came and went',
      trail: [entry({ kind: 'imported', day: '2024-09-02' }), became('Aktiv', 'Bortsorterad')],
      row: { state: 'screenedOut' },
      is: [['gone', { of: 'state', before: 'active', after: 'screenedOut' }]],
    },
    {
      says: 'became part of another',
      trail: [
        entry({ key: 'i-1/merged/1/other', kind: 'merged', initiative: aRef('i-7'), to: 'Digitala lås' }),
        entry({ key: 'i-1/merged/1', kind: 'merged', field: 'MergedInto', to: 'B-7 Lås' }),
      ],
      is: [['merged', { of: 'merged', into: { key: 'i-7', title: 'B-7 Lås' } }]],
    },
    {
      says: 'became part of one that may not be read: told by the name that is written',
      trail: [entry({ kind: 'merged', field: 'MergedInto', to: 'B-7' })],
      is: [['merged', { of: 'merged', into: { title: 'B-7' } }]],
    },
    {
      says: 'became part of another and was taken out: nothing changed',
      trail: [
        entry({ kind: 'merged', field: 'MergedInto', to: 'B-7 Lås' }),
        entry({ kind: 'merged', field: 'MergedInto', from: 'B-7 Lås', day: '2024-09-12' }),
      ],
      is: [],
    },
    {
      says: 'was taken out of another',
      trail: [entry({ kind: 'merged', field: 'MergedInto', from: 'B-7 Lås' })],
      is: [['returned', { of: 'state', before: 'merged', after: 'active' }]],
    },
    {
      says: 'came and became part of another in the meantime: only that is told',
      trail: [
        entry({ kind: 'proposed', day: '2024-09-05' }),
        entry({ kind: 'merged', field: 'MergedInto', to: 'B-7 Lås' }),
      ],
      is: [['merged', { of: 'merged', into: { title: 'B-7 Lås' } }]],
    },
    {
      says: 'took another into it: not merged itself',
      trail: [entry({ kind: 'merged', to: 'C-1 Portkod' })],
      is: [],
    },
    {
      says: 'rests',
      trail: [became('Aktiv', 'Pausad')],
      is: [['paused', { of: 'state', before: 'active', after: 'paused' }]],
    },
    {
      says: 'was taken up again',
      trail: [became('Stoppad', 'Aktiv')],
      is: [['returned', { of: 'state', before: 'stopped', after: 'active' }]],
    },
    {
      says: 'slipped, in two steps',
      trail: [time('2024-Q4', '2025-Q1'), time('2025-Q1', '2025-Q3', { day: '2024-09-15' })],
      is: [['slipped', { of: 'time', before: '2024-Q4', after: '2025-Q3' }]],
    },
    {
      says: 'has a point of its plan that is sooner, beside a start that is later',
      trail: [
        time('2025-01-31', '2024-12-15', { key: 'p-1/planned/k', field: 'ProjectPoints', title: 'BP5' }),
        time('2024-Q4', '2025-Q1'),
      ],
      is: [
        ['slipped', { of: 'time', before: '2024-Q4', after: '2025-Q1' }],
        ['sooner', { of: 'time', before: '2025-01-31', after: '2024-12-15', point: 'BP5' }],
      ],
    },
    {
      says: 'grew: each of its costs from its first to its last, added',
      trail: [
        money('CostItems', '100', '200', { key: 'c-1/money/1' }),
        money('CostItems', '200', '150', { key: 'c-1/money/2' }),
        money('CostItems', '0', '300', { key: 'c-2/money/1' }),
        money('CostHighKr', '100', '900'),
      ],
      is: [['grew', { of: 'kr', before: 100, after: 450 }]],
    },
    {
      says: 'shrank by its estimate',
      trail: [money('CostHighKr', '900', '500'), money('CostLowKr', '100', '50')],
      is: [['shrank', { of: 'kr', before: 900, after: 500 }]],
    },
    {
      says: 'was given money for the first time, and one that was given more',
      trail: [money('allocation', '0', '500', { title: 'Tilldelning 2024' })],
      is: [['financed', { of: 'kr', before: 0, after: 500 }]],
    },
    {
      says: 'was given more than before',
      trail: [money('allocation', '500', '700', { title: 'Tilldelning 2024' })],
      is: [['grew', { of: 'kr', before: 500, after: 700 }]],
    },
    { says: 'has a benefit that changed: no cost', trail: [money('Benefits', '1', '2')], is: [] },
    {
      says: 'turned red, by way of yellow',
      trail: [
        entry({ kind: 'report', field: 'time', from: 'Grön', to: 'Gul' }),
        entry({ kind: 'report', field: 'time', from: 'Gul', to: 'Röd', day: '2024-09-25' }),
        entry({ kind: 'report', field: 'quality', from: 'Röd', to: 'Gul' }),
      ],
      is: [['turnedRed', { of: 'light', before: 'green', after: 'red', aspect: 'time' }]],
    },
  ])('$says', ({ trail, row = {}, is }) => {
    expect(between(trail, row).map(({ kind, ends }) => [kind, ends])).toEqual(is)
  })
})

test('names the decision and the day of the last step', () => {
  const decision = aRef('d-2')
  const found = between([
    moved('Insamling behov/idéer', 'Grovsållning'),
    { ...moved('Grovsållning', 'Beredning', '2024-09-12'), decision },
  ])
  expect(found).toMatchObject([{ day: '2024-09-12', decision }])
})

test('others’ entries and other days count for nothing', () => {
  const other = { ...moved('Grovsållning', 'Beredning'), initiative: aRef('i-2') }
  expect(between([other, moved('Grovsållning', 'Beredning', '2024-10-01')])).toEqual([])
})

test('the totals count initiatives, not steps, and add the kronor', () => {
  const trail = [
    money('CostItems', '0', '300', { key: 'c-2/money/1' }),
    money('allocation', '500', '700'),
    time('2025-01-31', '2025-02-15', { key: 'p-1/planned/k', field: 'ProjectPoints' }),
    time('2024-Q4', '2025-Q1'),
  ]
  expect(totalsOf(between(trail))).toEqual([
    { kind: 'slipped', count: 1, kr: 0 },
    { kind: 'grew', count: 1, kr: 500 },
  ])
})

test.for([
  { before: '2024-Q4', after: '2025-Q1', days: 92 },
  { before: '2025-01-31', after: '2025-01-01', days: -30 },
  { before: 'snart', after: '2025-01-01', days: undefined },
])('$before to $after is $days days', ({ before, after, days }) => {
  expect(daysLaterBy({ before, after })).toBe(days)
})
