/** What meetings ask of a person, and in what order. */
import { describe, expect, test } from 'vitest'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Verification } from '#src/lists/minutes.ts'
import { groupedActions, groupOf } from '#src/rules/meetings/actionList.ts'
import { meetingWaits, nextMeetings } from '#src/rules/meetings/meetingWaits.ts'
import { anAction, aMeeting, aVerification } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'

const today = '2024-10-01'
const me = aPerson('me')
const facts = (given: { actions?: ActionItem[]; verifications?: Verification[]; meetings?: Meeting[] }) => ({
  me: me.id,
  today,
  actions: [],
  verifications: [],
  atMeetings: [],
  meetings: [],
  ...given,
})
const kinds = (given: Parameters<typeof facts>[0]) => meetingWaits(facts(given)).map(({ kind }) => kind)

describe('an action', () => {
  test.for([
    { says: 'is late the day after', due: '2024-09-30', kind: ['actionLate'] },
    { says: 'is soon due the same day', due: '2024-10-01', kind: ['actionSoon'] },
    { says: 'is soon due in a week', due: '2024-10-08', kind: ['actionSoon'] },
    { says: 'waits silently before that', due: '2024-10-09', kind: [] },
  ])('$says', ({ due, kind }) => {
    expect(kinds({ actions: [anAction('a', { owner: me, due })] })).toEqual(kind)
  })

  test("of somebody else's, or done, asks nothing of me", () => {
    const due = '2024-09-01'
    expect(
      kinds({ actions: [anAction('a', { due }), anAction('b', { owner: me, due, state: 'done' })] }),
    ).toEqual([])
  })
})

describe('a meeting', () => {
  test.for([
    { says: 'asks for its agenda a week before', day: '2024-10-08', state: 'planned', kind: ['sendAgenda'] },
    { says: 'asks for nothing earlier', day: '2024-10-09', state: 'planned', kind: [] },
    { says: 'asks for its minutes after three days', day: '2024-09-28', state: 'held', kind: ['write'] },
    { says: 'gives the secretary a few days', day: '2024-09-29', state: 'held', kind: [] },
    { says: 'that is cancelled asks for nothing', day: '2024-10-02', state: 'cancelled', kind: [] },
  ] as const)('$says', ({ day, state, kind }) => {
    expect(kinds({ meetings: [aMeeting({ day, state, secretary: me })] })).toEqual(kind)
  })

  test('whose agenda is sent asks no more', () => {
    const meeting = aMeeting({
      day: '2024-10-02',
      state: 'planned',
      secretary: me,
      agendaSentOn: '2024-09-25',
    })
    expect(kinds({ meetings: [meeting] })).toEqual([])
  })
})

test('approvals that others wait for come first, then what is late, then what comes', () => {
  expect(
    kinds({
      actions: [
        anAction('a', { owner: me, due: '2024-10-03' }),
        anAction('b', { owner: me, due: '2024-09-03' }),
      ],
      verifications: [
        aVerification('a', { person: me }),
        aVerification('b', { person: me, answer: 'approved' }),
      ],
      meetings: [aMeeting({ day: '2024-10-04', state: 'planned', secretary: me })],
    }),
  ).toEqual(['verify', 'actionLate', 'sendAgenda', 'actionSoon'])
})

test('next are the meetings of my forums and those I lead, soonest first, none that has been', () => {
  const of = (key: string, given: Partial<Meeting>) => aMeeting({ key, state: 'planned', ...given })
  const found = nextMeetings(
    [
      of('later', { day: '2024-11-01' }),
      of('been', { day: '2024-09-01' }),
      of('other', { day: '2024-10-02', forum: { key: 'f-other', title: 'Annat' } }),
      of('lead', { day: '2024-10-02', forum: { key: 'f-other', title: 'Annat' }, chair: me }),
      of('off', { day: '2024-10-03', state: 'cancelled' }),
    ],
    { me: me.id, today, forums: new Set(['f-sd-ht']) },
  )
  expect(found.map(({ key }) => key)).toEqual(['lead', 'later'])
})

test('the list of actions puts what is late first, and what is done last with the latest on top', () => {
  const actions = [
    anAction('done-1', { due: '2024-08-01', state: 'done' }),
    anAction('later', { due: '2024-12-01' }),
    anAction('done-2', { due: '2024-09-01', state: 'dropped' }),
    anAction('late', { due: '2024-09-30' }),
  ]
  expect(
    groupedActions(actions, today).map(({ group, actions: of }) => [group, of.map(({ key }) => key)]),
  ).toEqual([
    ['late', ['late']],
    ['later', ['later']],
    ['done', ['done-2', 'done-1']],
  ])
  expect(groupOf({ state: 'open', due: today }, today)).toBe('soon')
})
