/** What an agenda does not propose, though it looks much like what it does. */
import { expect, test } from 'vitest'
import type { AgendaFacts } from '#src/rules/meetings/agendaFacts.ts'
import { proposeAgenda } from '#src/rules/agenda.ts'
import { aNeed, aProject, last, someFacts, at, treated } from '../../fixtures/agenda.ts'
import { aDecision } from '../../fixtures/initiatives.ts'
import { aMeeting, anAction } from '../../fixtures/meetings.ts'
import { aRef } from '../../fixtures/organisation.ts'
import { aReport } from '../../fixtures/reports.ts'

const incomplete = { need: undefined, contact: undefined }

test.for<{ says: string; given: Partial<AgendaFacts> }>([
  { says: 'an action that is done', given: { actions: [anAction('a', { state: 'done' })] } },
  { says: 'a gate that lacks what is known to be missing', given: { initiatives: [aNeed('i', incomplete)] } },
  { says: 'a need of another department', given: { initiatives: [aNeed('i', { unit: aRef('nursing') })] } },
  { says: 'a need that is followed elsewhere', given: { initiatives: [aNeed('i', { external: true })] } },
  {
    says: 'a project whose report is as before',
    given: {
      initiatives: [aProject('i')],
      reports: [
        aReport({ initiative: aRef('i'), month: '2024-08' }),
        aReport({ initiative: aRef('i'), month: '2024-09' }),
      ],
    },
  },
  {
    says: 'a report that changed before the last meeting',
    given: {
      initiatives: [aProject('i')],
      reports: [
        aReport({ initiative: aRef('i'), month: '2024-07' }),
        aReport({ initiative: aRef('i'), month: '2024-08', time: 'yellow', sentOn: '2024-09-02' }),
      ],
    },
  },
  { says: 'reports that have not been read', given: { initiatives: [aProject('i')], reports: undefined } },
  {
    says: 'what this forum’s own meeting moved',
    given: {
      initiatives: [
        aNeed('i', {
          stage: 'screening',
          stageSince: '2024-09-18',
          lastDecision: aRef('decision-2024-0001'),
        }),
      ],
      decisions: [aDecision({ initiative: aRef('i'), decidedOn: '2024-09-18', ...at(last) })],
    },
  },
  {
    says: 'a condition of a decision that was replaced',
    given: {
      decisions: [
        aDecision({ key: 'd', conditions: 'A', forum: aRef('f-sd-ht'), decidedOn: '2024-06-01' }),
        aDecision({ key: 'e', number: '2', decidedOn: '2024-06-02', supersedes: aRef('d') }),
      ],
    },
  },
  {
    says: 'a condition whose day is far off',
    given: {
      decisions: [
        aDecision({ conditions: 'Klart 2025-03-01', forum: aRef('f-sd-ht'), decidedOn: '2024-06-01' }),
      ],
    },
  },
  {
    says: 'what a meeting before the last never reached',
    given: {
      meetings: [last, aMeeting({ key: 'm-08', day: '2024-08-21', state: 'verified' })],
      items: [treated('x', { state: 'agenda', decidedOn: undefined, ...at(aMeeting({ key: 'm-08' })) })],
    },
  },
  {
    says: 'what was tabled, when its initiative was taken up later',
    given: {
      meetings: [last, aMeeting({ key: 'm-08', day: '2024-08-21', state: 'verified' })],
      items: [
        treated('x', { outcome: 'table', initiative: aRef('i'), ...at(aMeeting({ key: 'm-08' })) }),
        treated('y', { outcome: 'grant', initiative: aRef('i') }),
      ],
    },
  },
  {
    says: 'what was sent back, when its initiative has moved since',
    given: {
      initiatives: [aNeed('i', { stage: 'closed', stageSince: '2024-09-28' })],
      items: [treated('x', { outcome: 'remit', initiative: aRef('i') })],
    },
  },
])('does not propose $says', ({ given }) => {
  expect(proposeAgenda(someFacts(given))).toEqual([])
})
