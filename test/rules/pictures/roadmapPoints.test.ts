/** The points of the road map: which decisions are gates that are settled, which agendas have one coming. */
import { describe, expect, test } from 'vitest'
import type { Decision } from '#src/lists/decisions.ts'
import { type PointRows, pointsOf } from '#src/rules/pictures/roadmapPoints.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef } from '../../fixtures/organisation.ts'

const none: PointRows = { projectPoints: [], decisions: [], items: [], meetings: [] }
const initiative = anInitiative({ stage: 'screening' })
const points = (rows: Partial<PointRows>, one = initiative) =>
  pointsOf([one], { ...none, ...rows }, []).get('i-1') ?? []
const made = (key: string, values: Partial<Decision> = {}) =>
  ({
    key,
    initiative: aRef('i-1'),
    matter: 'BP1',
    attempt: 1,
    outcome: 'goOn',
    decidedOn: '2024-05-02',
    ...values,
  }) as Decision

describe('a gate', () => {
  const parties = [aRef('a'), aRef('b')]
  test.for([
    { says: 'that is decided has its day', decisions: [made('d')], days: ['2024-05-02'] },
    { says: 'decided about money is none', decisions: [made('d', { matter: 'financing' })], days: [] },
    {
      says: 'raised to another level is not settled',
      decisions: [made('d', { outcome: 'escalate' })],
      days: [],
    },
    {
      says: 'decided anew has the day of what stands',
      decisions: [made('d'), made('e', { decidedOn: '2024-06-01', supersedes: aRef('d') })],
      days: ['2024-06-01'],
    },
    {
      says: 'annulled was never there',
      decisions: [made('d'), made('e', { outcome: 'annul', supersedes: aRef('d') })],
      days: [],
    },
    {
      says: 'of several parties is open until all have said',
      decisions: [made('d', { party: aRef('a'), parties })],
      days: [],
    },
    {
      says: 'of several parties is settled the day the last one has',
      decisions: [
        made('d', { party: aRef('a'), parties }),
        made('e', { party: aRef('b'), parties, decidedOn: '2024-05-20' }),
      ],
      days: ['2024-05-20'],
    },
    {
      says: 'gone through twice is there twice',
      decisions: [made('d'), made('e', { attempt: 2, decidedOn: '2024-09-01' })],
      days: ['2024-05-02', '2024-09-01'],
    },
    {
      says: 'of another initiative is not its own',
      decisions: [made('d', { initiative: aRef('i-2') })],
      days: [],
    },
  ])('$says', ({ decisions, days }) => {
    expect(points({ decisions }).map(({ day }) => day)).toEqual(days)
  })
})

describe('a gate on an agenda', () => {
  const item = { initiative: aRef('i-1'), kind: 'gate' as const, meeting: aRef('m') }
  const meeting = { key: 'm', day: '2024-11-05', state: 'called' as const }

  test('is coming, and is the one its stage leads to', () => {
    expect(points({ items: [item], meetings: [meeting] })).toEqual([
      { day: '2024-11-05', kind: 'planned', what: [{ gate: 'BP2' }] },
    ])
  })
  test.for([
    { says: 'of a meeting that is over', items: [item], meetings: [{ ...meeting, state: 'held' as const }] },
    {
      says: 'of a meeting called off',
      items: [item],
      meetings: [{ ...meeting, state: 'cancelled' as const }],
    },
    {
      says: 'that is about something else',
      items: [{ ...item, kind: 'status' as const }],
      meetings: [meeting],
    },
    { says: 'that was taken away', items: [{ ...item, archived: true }], meetings: [meeting] },
  ])('$says is not', ({ items, meetings }) => {
    expect(points({ items, meetings })).toEqual([])
  })
})

test('points of the same day and kind share a place; a law has its own', () => {
  const point = (title: string, planned: string) => ({ initiative: aRef('i-1'), title, planned })
  expect(
    points(
      { projectPoints: [point('BP6', '2025-01-10'), point('Driftsättning', '2025-01-10')] },
      { ...initiative, legalDay: '2025-01-10' },
    ),
  ).toEqual([
    { day: '2025-01-10', kind: 'planned', what: [{ title: 'BP6' }, { title: 'Driftsättning' }] },
    { day: '2025-01-10', kind: 'legal', what: [] },
  ])
})
