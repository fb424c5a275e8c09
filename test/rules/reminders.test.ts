/** Who is reminded of what on which day. */
import { expect, test } from 'vitest'
import type { Verification } from '#src/lists/minutes.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { dueLines } from '#src/rules/reminders.ts'
import { aDecision, anInitiative } from '#test/fixtures/initiatives.ts'
import { anAction, aMeeting } from '#test/fixtures/meetings.ts'
import { aPerson, aRef, homeCareManager } from '#test/fixtures/organisation.ts'
import { someFacts } from '#test/fixtures/reminding.ts'

const pm = aPerson('pm', 'Petra Projektledare')
const owner = aPerson('po', 'Oskar Projektägare')
const secretary = aPerson('secretary', 'Sara Sekreterare')
const contact = aPerson('contact', 'Kim Kontakt')

const project = anInitiative({
  stage: 'delivery',
  stageSince: '2026-01-01',
  projectManager: pm,
  projectOwner: owner,
})
const ready = anInitiative({ need: 'Nycklar', benefit: 'Tid', contact, stageSince: '2026-03-20' })
const meeting = aMeeting({ state: 'called', day: '2026-04-01', secretary })
const asked = {
  key: 'v-1',
  meeting: { key: 'm-2024-10', title: 'SD HT' },
  person: homeCareManager,
  edition: 1,
  answer: 'asked',
  askedOn: '2026-03-20',
} as Verification
const february = { initiative: aRef('i-1'), month: '2026-02' }
const march = { initiative: aRef('i-1'), month: '2026-03' }

const table: { says: string; given: Partial<ReminderFacts>; lines: string[] }[] = [
  { says: 'nothing of an empty site', given: {}, lines: [] },
  {
    says: 'the report of the month, five working days before it ends, to the project manager',
    given: { initiatives: [project], reports: [february], today: '2026-03-24' },
    lines: ['pm report/i-1/2026-03-31/soon'],
  },
  {
    says: 'no report before that',
    given: { initiatives: [project], reports: [february], today: '2026-03-23' },
    lines: [],
  },
  {
    says: 'again on the last working day',
    given: { initiatives: [project], reports: [february], today: '2026-03-31' },
    lines: ['pm report/i-1/2026-03-31/last'],
  },
  {
    says: 'then the project owner, past Easter, when it is still missing',
    given: { initiatives: [project], reports: [february], today: '2026-04-07' },
    lines: ['po report/i-1/2026-03-31/late'],
  },
  {
    says: 'the manager goes on being asked where there is no owner',
    given: {
      initiatives: [{ ...project, projectOwner: undefined } as never],
      reports: [february],
      today: '2026-04-01',
    },
    lines: ['pm report/i-1/2026-03-31/late'],
  },
  {
    says: 'nothing once it is reported',
    given: { initiatives: [project], reports: [february, march], today: '2026-03-31' },
    lines: [],
  },
  {
    says: 'nothing of what is paused',
    given: { initiatives: [{ ...project, state: 'paused' }], today: '2026-03-31' },
    lines: [],
  },
  {
    says: 'an action a week ahead',
    given: { actions: [anAction('a', { owner: pm, due: '2026-04-01' })] },
    lines: ['pm action/a/2026-04-01/week'],
  },
  {
    says: 'an action whose day was moved starts anew',
    given: { actions: [anAction('a', { owner: pm, due: '2026-03-26' })] },
    lines: ['pm action/a/2026-03-26/soon'],
  },
  {
    says: 'an action that is late, only as late',
    given: { actions: [anAction('a', { owner: pm, due: '2026-03-10' })] },
    lines: ['pm action/a/2026-03-10/late'],
  },
  {
    says: 'not an action that is done, nor one that is long past: that is seen on Home',
    given: {
      actions: [
        anAction('a', { owner: pm, due: '2026-03-10', state: 'done' }),
        anAction('b', { owner: pm, due: '2026-01-10' }),
      ],
    },
    lines: [],
  },
  {
    says: 'a gate that has all it asks for waits for whoever has the mandate',
    given: { initiatives: [ready] },
    lines: ['homeCareManager decision/i-1/2026-03-20/asked'],
  },
  {
    says: 'and again after ten working days',
    given: { initiatives: [ready], today: '2026-04-07' },
    lines: ['homeCareManager decision/i-1/2026-03-20/late'],
  },
  {
    says: 'a gate that lacks something waits for nobody',
    given: { initiatives: [{ ...ready, benefit: '' }] },
    lines: [],
  },
  {
    says: 'an agenda seven days before the meeting',
    given: { meetings: [meeting] },
    lines: ['secretary agenda/m-2024-10/2026-03-25/send'],
  },
  {
    says: 'an agenda as many days before as its forum has said',
    given: { meetings: [meeting], templates: [{ forum: meeting.forum, sendDays: 9 } as never] },
    lines: ['secretary agenda/m-2024-10/2026-03-23/late'],
  },
  {
    says: 'no agenda that is sent',
    given: { meetings: [{ ...meeting, agendaSentOn: '2026-03-24' }] },
    lines: [],
  },
  {
    says: 'minutes to verify, at once and after five working days',
    given: { meetings: [aMeeting({ state: 'sent' })], verifications: [asked], today: '2026-03-27' },
    lines: ['homeCareManager verify/v-1/2026-03-20/late'],
  },
  {
    says: 'no minutes that are answered',
    given: { meetings: [aMeeting({ state: 'sent' })], verifications: [{ ...asked, answer: 'approved' }] },
    lines: [],
  },
  {
    says: 'a need that was screened out, to its contact person and not to who decided it',
    given: {
      initiatives: [{ ...ready, state: 'screenedOut', proposer: homeCareManager }],
      decisions: [
        aDecision({
          key: 'd-1',
          toState: 'screenedOut',
          decidedOn: '2026-03-24',
          decidedBy: homeCareManager,
        }),
      ],
    },
    lines: ['contact moved/d-1/2026-03-24/moved'],
  },
  {
    says: 'a need that has stood still for sixty days',
    given: { initiatives: [anInitiative({ contact, stageSince: '2026-01-20' })] },
    lines: ['contact stalled/i-1/2026-01-20/stalled'],
  },
]

test.each(table)('$says', ({ given, lines }) => {
  const portfolios = [{ key: 'p-elderly', process: 'behovsprocessen' } as Portfolio]
  const found = dueLines(someFacts({ portfolios, ...given }))
  expect(found.map(({ to, key }) => `${to.id} ${key}`)).toEqual(lines)
})
