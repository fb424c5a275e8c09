/** How a department stands: its own page whatever its forum is asked about others. */
import { describe, expect, test } from 'vitest'
import { departmentState } from '#src/rules/meetings/departmentState.ts'
import { someFacts } from '../../fixtures/agenda.ts'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { aMeeting, anAction } from '../../fixtures/meetings.ts'
import { aRef } from '../../fixtures/organisation.ts'
import { aPoint, aReport } from '../../fixtures/reports.ts'

const one = (key: string, values: Given<Initiative> = {}) =>
  anInitiative({ key, id: key, number: key, title: key, ...values })

describe('what has changed since the last dialogue', () => {
  test.for([
    {
      says: 'a report that turned red',
      facts: {
        reports: [aReport({ month: '2024-08' }), aReport({ month: '2024-09', time: 'red' })],
        initiatives: [one('i-1', { stage: 'delivery' })],
      },
      why: ['turned'],
    },
    {
      says: 'not what was red before, and known',
      facts: {
        reports: [aReport({ month: '2024-08', time: 'red', sentOn: '2024-08-28' })],
        initiatives: [one('i-1', { stage: 'delivery' })],
      },
      why: [],
    },
    {
      says: 'a point that was to be passed',
      facts: {
        points: [aPoint({ planned: '2024-09-25' })],
        initiatives: [one('i-1', { stage: 'delivery' })],
      },
      why: ['pointPassed'],
    },
    {
      says: 'not one that was late already',
      facts: {
        points: [aPoint({ planned: '2024-09-01' })],
        initiatives: [one('i-1', { stage: 'delivery' })],
      },
      why: [],
    },
    {
      says: 'a new need of its own',
      facts: { initiatives: [one('new', { stageSince: '2024-09-20' })] },
      why: ['newNeed'],
    },
    {
      says: 'not a new need of another department',
      facts: { initiatives: [one('new', { stageSince: '2024-09-20', unit: aRef('nursing') })] },
      why: [],
    },
  ])('$says', ({ facts, why }) => {
    const { changes, since } = departmentState(someFacts(facts))
    expect(since).toBe('2024-09-18')
    expect(changes.map(({ because }) => because.why)).toEqual(why)
  })

  test('an initiative is told of once, by the worst', () => {
    const { changes } = departmentState(
      someFacts({
        reports: [aReport({ month: '2024-08' }), aReport({ month: '2024-09', time: 'red' })],
        points: [aPoint({ planned: '2024-09-25' })],
        initiatives: [one('i-1', { stage: 'delivery' })],
      }),
    )
    expect(changes.map(({ because }) => because.why)).toEqual(['turned'])
  })
})

test('what runs comes with the worst light first, and what has never reported last', () => {
  const { running } = departmentState(
    someFacts({
      reports: [aReport(), aReport({ initiative: aRef('bad'), economy: 'red' })],
      initiatives: [
        one('silent', { stage: 'delivery' }),
        one('i-1', { stage: 'delivery' }),
        one('bad', { stage: 'delivery', unit: aRef('nursing'), concernedUnits: [aRef('homeCare')] }),
        one('theirs', { stage: 'delivery', unit: aRef('nursing') }),
      ],
    }),
  )
  expect(running.map(({ initiative }) => initiative.key)).toEqual(['bad', 'i-1', 'silent'])
  expect(running.at(-1)?.reported).toBeUndefined()
})

test('the funnel counts its own that move or rest, by stage', () => {
  const { stages, sum } = departmentState(
    someFacts({
      initiatives: [
        one('a', { stageSince: '2024-09-01' }),
        one('b', { stageSince: '2024-08-02', state: 'paused' }),
        one('c', { stage: 'delivery' }),
        one('gone', { state: 'screenedOut' }),
        one('theirs', { unit: aRef('nursing') }),
      ],
    }),
  )
  expect(stages.filter(({ count }) => count > 0)).toEqual([
    { stage: 'collection', count: 2, medianDays: 30 },
    { stage: 'delivery', count: 1, medianDays: undefined },
  ])
  expect(sum).toMatchObject({ total: 4, ended: 2, oldestDays: 30 })
})

test('a gate that lacks nothing waits for whoever has the mandate', () => {
  const ready = { need: 'Nycklar', benefit: 'Tid', contact: { id: 'x', name: 'X' }, stageSince: '2024-09-01' }
  const { gates } = departmentState(
    someFacts({ initiatives: [one('ready', ready), one('lacking', { need: undefined })] }),
  )
  expect(gates).toMatchObject([{ initiative: { key: 'ready' }, gate: 'BP1', days: 30 }])
  expect(gates[0]?.deciders.map(({ holder }) => holder.id)).toContain('homeCareManager')
})

test('open actions come late first, and those that are done not at all', () => {
  const { actions } = departmentState(
    someFacts({
      actions: [
        anAction('later'),
        anAction('late', { due: '2024-09-01' }),
        anAction('done', { state: 'done' }),
      ],
    }),
  )
  expect(actions.map(({ key }) => key)).toEqual(['late', 'later'])
})

test('a department without a dialogue looks a month back', () => {
  const { since, last } = departmentState(someFacts({ meetings: [aMeeting({ state: 'planned' })] }))
  expect(since).toBe('2024-09-01')
  expect(last).toBeUndefined()
})
