/** What each source of an agenda finds, and what it says of it. */
import { expect, test } from 'vitest'
import type { AgendaFacts, Because } from '#src/rules/agendaFacts.ts'
import { proposeAgenda } from '#src/rules/agenda.ts'
import { aNeed, aProject, forums, last, someFacts } from '../fixtures/agenda.ts'
import { aDecision } from '../fixtures/initiatives.ts'
import { aMeeting, anAction, anItem } from '../fixtures/meetings.ts'
import { aPerson, aRef } from '../fixtures/organisation.ts'
import { aPoint, aReport } from '../fixtures/reports.ts'

const at = (meeting: { key: string; title: string }) => ({
  meeting: { key: meeting.key, title: meeting.title },
})
const treated = (key: string, values: Parameters<typeof anItem>[1] = {}) =>
  anItem(key, { state: 'treated', decidedOn: last.day, ...at(last), ...values })
const incomplete = { need: undefined, contact: undefined }

const cases: {
  says: string
  given: Partial<AgendaFacts>
  cause: string
  because: Because
  of: {
    source: string
    kind?: string
    presenter?: string
    minutes?: number
    initiative?: string
    item?: string
  }
}[] = [
  {
    says: 'an action that is late',
    given: { actions: [anAction('a', { due: '2024-09-27' })] },
    cause: 'action/a',
    because: { why: 'actionLate', person: 'Åsa Åtgärd', day: '2024-09-27', days: 4 },
    of: { source: 'openAction', kind: 'followUp', presenter: 'Åsa Åtgärd' },
  },
  {
    says: 'an action that has time left',
    given: { actions: [anAction('a', { due: '2024-10-01', initiative: aRef('i') })] },
    cause: 'action/a',
    because: { why: 'action', person: 'Åsa Åtgärd', day: '2024-10-01' },
    of: { source: 'openAction', initiative: 'i' },
  },
  {
    says: 'an item that was tabled, as it was',
    given: {
      items: [treated('x', { outcome: 'table', minutes: 25, kind: 'decision', cause: 'gate/i/BP1' })],
    },
    cause: 'again/x',
    because: { why: 'tabled', day: last.day },
    of: { source: 'tabled', kind: 'decision', minutes: 25 },
  },
  {
    says: 'an item that was sent back to be completed',
    given: { items: [treated('x', { outcome: 'remit', toComplete: 'Kostnad per år' })] },
    cause: 'again/x',
    because: { why: 'remitted', day: last.day, toComplete: 'Kostnad per år' },
    of: { source: 'tabled' },
  },
  {
    says: 'an item that the last meeting never reached',
    given: { items: [treated('x', { state: 'agenda', decidedOn: undefined, kind: 'discussion' })] },
    cause: 'again/x',
    because: { why: 'notReached', day: last.day },
    of: { source: 'tabled', kind: 'discussion' },
  },
  {
    says: 'a decision that a rule stood in the way of',
    given: {
      items: [treated('x', { outcome: 'grant', carrying: 'refused', refused: 'Kontaktperson saknas' })],
    },
    cause: 'carry/x',
    because: { why: 'refused', day: last.day, reason: 'Kontaktperson saknas' },
    of: { source: 'notCarriedOut', kind: 'decision' },
  },
  {
    says: 'a decision whose minutes were not verified by the next meeting',
    given: {
      items: [
        treated('x', { ...at(aMeeting({ key: 'm-08' })), decidedOn: '2024-08-21', carrying: 'waiting' }),
      ],
      meetings: [last, aMeeting({ key: 'm-08', day: '2024-08-21', state: 'sent' })],
    },
    cause: 'carry/x/waiting',
    because: { why: 'unverified', day: '2024-08-21' },
    of: { source: 'notCarriedOut' },
  },
  {
    says: 'a report that has turned red',
    given: {
      initiatives: [aProject('i', { projectManager: aPerson('pl', 'Petra') })],
      reports: [
        aReport({ initiative: aRef('i'), month: '2024-08' }),
        aReport({ initiative: aRef('i'), month: '2024-09', time: 'red' }),
      ],
    },
    cause: 'red/i/2024-09',
    because: { why: 'turned', aspect: 'time', from: 'green', to: 'red', month: '2024-09' },
    of: { source: 'redReport', kind: 'status', presenter: 'Petra', initiative: 'i' },
  },
  {
    says: 'a report that is as red as before',
    given: {
      initiatives: [aProject('i')],
      reports: [
        aReport({ initiative: aRef('i'), month: '2024-08', economy: 'red', time: 'red' }),
        aReport({ initiative: aRef('i'), month: '2024-09', economy: 'red', time: 'red' }),
      ],
    },
    cause: 'red/i/2024-09',
    because: { why: 'red', aspects: 'economy,time', month: '2024-09' },
    of: { source: 'redReport' },
  },
  {
    says: 'a green report that a passed date contradicts',
    given: {
      initiatives: [aProject('i')],
      reports: [aReport({ initiative: aRef('i') })],
      points: [aPoint({ initiative: aRef('i'), planned: '2024-09-20' })],
    },
    cause: 'red/i/2024-09/pointPassed',
    because: { why: 'pointPassed', point: 'Driftstart', day: '2024-09-20' },
    of: { source: 'redReport' },
  },
  {
    says: 'a forecast that has grown since the last meeting',
    given: {
      initiatives: [aProject('i')],
      reports: [
        aReport({ initiative: aRef('i'), month: '2024-07', forecastKr: 100 }),
        aReport({ initiative: aRef('i'), month: '2024-08', forecastKr: 200, sentOn: '2024-09-12' }),
        aReport({ initiative: aRef('i'), month: '2024-09', forecastKr: 300 }),
      ],
    },
    cause: 'report/i/2024-09',
    because: { why: 'forecastGrew', month: '2024-09', fromKr: 200, toKr: 300 },
    of: { source: 'changedProject', kind: 'status' },
  },
  {
    says: 'a project that began since the last meeting',
    given: {
      initiatives: [aProject('i', { stageSince: '2024-09-25' })],
      decisions: [
        aDecision({
          key: 'd',
          initiative: aRef('i'),
          decidedOn: '2024-09-25',
          fromStage: 'ready',
          toStage: 'delivery',
        }),
      ],
    },
    cause: 'moved/d',
    because: { why: 'started', day: '2024-09-25' },
    of: { source: 'changedProject' },
  },
  {
    says: 'a project that was paused',
    given: {
      initiatives: [aProject('i', { state: 'paused' })],
      decisions: [
        aDecision({
          key: 'd',
          initiative: aRef('i'),
          decidedOn: '2024-09-25',
          fromStage: 'delivery',
          toStage: 'delivery',
          toState: 'paused',
        }),
      ],
    },
    cause: 'moved/d',
    because: { why: 'stateChanged', from: 'active', to: 'paused', day: '2024-09-25' },
    of: { source: 'changedProject' },
  },
  {
    says: 'a gate that lacks nothing',
    given: { initiatives: [aNeed('i')] },
    cause: 'gate/i/BP1',
    because: { why: 'gate', gate: 'BP1', days: 29 },
    of: { source: 'gate', kind: 'gate', presenter: 'contact', initiative: 'i' },
  },
  {
    says: 'a gate that came here today',
    given: { initiatives: [aNeed('i', { stageSince: '2024-10-01' })] },
    cause: 'gate/i/BP1',
    because: { why: 'gate', gate: 'BP1' },
    of: { source: 'gate' },
  },
  {
    says: 'a gate of which more must be read',
    given: {
      initiatives: [
        aNeed('i', {
          stage: 'preparation',
          payer: aRef('homeCare'),
          endorsements: undefined,
          description: undefined,
        }),
      ],
    },
    cause: 'gate/i/BP3',
    because: { why: 'gateUnsure', gate: 'BP3', count: 4, days: 29 },
    of: { source: 'gate' },
  },
  {
    says: 'a matter that was raised here',
    given: {
      initiatives: [aNeed('i', { unit: aRef('nursing'), concernedUnits: [aRef('nursing')] })],
      decisions: [
        aDecision({
          initiative: aRef('i'),
          outcome: 'escalate',
          raisedTo: aRef('f-sd-ht'),
          decidedOn: '2024-09-20',
        }),
      ],
    },
    cause: 'gate/i/BP1',
    because: { why: 'raised', gate: 'BP1', day: '2024-09-20' },
    of: { source: 'gate' },
  },
  {
    says: 'a need that came in since the last meeting, lacking what its gate asks for',
    given: { initiatives: [aNeed('i', { ...incomplete, stageSince: '2024-09-24' })] },
    cause: 'need/i',
    because: { why: 'newNeed', stage: 'collection', day: '2024-09-24', unit: 'homeCare' },
    of: { source: 'newNeed', kind: 'information' },
  },
  {
    says: 'a need that somebody else moved on',
    given: {
      initiatives: [aNeed('i', { stage: 'screening', stageSince: '2024-09-25' })],
      decisions: [aDecision({ key: 'd', initiative: aRef('i'), decidedOn: '2024-09-25' })],
    },
    cause: 'moved/d',
    because: { why: 'moved', from: 'collection', to: 'screening', day: '2024-09-25' },
    of: { source: 'newNeed' },
  },
  {
    says: 'a need that somebody screened out',
    given: {
      initiatives: [aNeed('i', { state: 'screenedOut' })],
      decisions: [
        aDecision({
          key: 'd',
          initiative: aRef('i'),
          decidedOn: '2024-09-25',
          toStage: 'collection',
          toState: 'screenedOut',
        }),
      ],
    },
    cause: 'moved/d',
    because: { why: 'stateChanged', from: 'active', to: 'screenedOut', day: '2024-09-25' },
    of: { source: 'newNeed' },
  },
  {
    says: 'a need that has stood still for twice sixty days',
    given: { initiatives: [aNeed('i', { ...incomplete, stageSince: '2024-06-01' })] },
    cause: 'stalled/i/2024-06-01/2',
    because: { why: 'stalled', stage: 'collection', days: 122 },
    of: { source: 'stalled', kind: 'discussion' },
  },
  {
    says: 'an order that was decided between meetings',
    given: {
      decisions: [
        aDecision({
          key: 'd',
          matter: 'ranking',
          outcome: 'grant',
          title: 'Rangordning 2025',
          forum: aRef('f-sd-ht'),
          decidedOn: '2024-10-01',
        }),
      ],
    },
    cause: 'ranking/d',
    because: { why: 'rankingDecided', number: '2024-0001', day: '2024-10-01' },
    of: { source: 'ranking', kind: 'information' },
  },
  {
    says: "another forum's order that touches what is the forum's own",
    given: {
      initiatives: [aNeed('i', { ...incomplete, stageSince: '2024-08-20' })],
      decisions: [
        aDecision({
          key: 'd',
          matter: 'ranking',
          outcome: 'grant',
          title: 'Rangordning 2025',
          also: [aRef('i')],
          forum: aRef('f-pf'),
          decidedOn: '2024-10-01',
        }),
      ],
    },
    cause: 'ranking/d',
    because: { why: 'rankingTouches', number: '2024-0001', day: '2024-10-01', count: 1 },
    of: { source: 'ranking' },
  },
  {
    says: 'a condition that has had a month',
    given: {
      decisions: [
        aDecision({
          key: 'd',
          conditions: 'Samtycke ingår i beredningen',
          forum: aRef('f-sd-ht'),
          decidedOn: '2024-09-01',
          ...at(last),
        }),
      ],
    },
    cause: 'condition/d',
    because: {
      why: 'condition',
      condition: 'Samtycke ingår i beredningen',
      number: '2024-0001',
      day: '2024-09-01',
    },
    of: { source: 'condition', kind: 'followUp', initiative: 'i-1' },
  },
  {
    says: 'a condition with a day that comes before the meeting after this',
    given: {
      decisions: [
        aDecision({
          key: 'd',
          conditions: 'Avtal klart 2024-11-01',
          forum: aRef('f-sd-ht'),
          decidedOn: '2024-09-28',
          ...at(last),
        }),
      ],
    },
    cause: 'condition/d',
    because: {
      why: 'conditionDue',
      condition: 'Avtal klart 2024-11-01',
      number: '2024-0001',
      day: '2024-11-01',
    },
    of: { source: 'condition' },
  },
  {
    says: 'a question from another forum',
    given: {
      items: [
        anItem('q', {
          state: 'backlog',
          source: 'question',
          meeting: undefined,
          askedBy: { key: 'f-pf', title: 'Prioriteringsforum' },
          question: 'Orkar ni ta emot?',
        }),
      ],
    },
    cause: 'item/q',
    because: { why: 'question', forum: 'Prioriteringsforum', question: 'Orkar ni ta emot?' },
    of: { source: 'question', item: 'q' },
  },
  {
    says: 'what somebody has put on the backlog',
    given: {
      items: [
        anItem('b', {
          state: 'backlog',
          source: 'proposed',
          meeting: undefined,
          minutes: 20,
          changedBy: aPerson('c', 'Carina'),
        }),
      ],
    },
    cause: 'item/b',
    because: { why: 'proposed', person: 'Carina' },
    of: { source: 'proposed', item: 'b', minutes: 20 },
  },
  {
    says: 'a deviation, when deviations are kept',
    given: { deviations: [{ key: 'v', title: 'Leveransen dröjer', day: '2024-09-30' }] },
    cause: 'deviation/v',
    because: { why: 'deviation', day: '2024-09-30' },
    of: { source: 'deviation', kind: 'deviation' },
  },
  {
    says: 'what the year’s cycle asks for, when it is kept',
    given: { activities: [{ key: 'c', title: 'Verksamhetsplan', day: '2024-10-31' }] },
    cause: 'cycle/c',
    because: { why: 'cycle', day: '2024-10-31' },
    of: { source: 'cycle' },
  },
]

test.for(cases)('proposes $says', ({ given, cause, because, of }) => {
  const found = proposeAgenda(someFacts(given))
  expect(found.map((one) => one.cause)).toEqual([cause])
  const [one] = found
  expect(one?.because).toEqual(because)
  expect(one).toMatchObject({
    source: of.source,
    ...(of.kind && { kind: of.kind }),
    ...(of.minutes && { minutes: of.minutes }),
    ...(of.item && { item: of.item }),
  })
  if (of.presenter) expect(one?.presenter?.name).toBe(of.presenter)
  if (of.initiative) expect(one?.initiative?.key).toBe(of.initiative)
})

test('forecasts over what was allocated go to whoever holds the money', () => {
  const forecasts = [{ key: 'p', title: 'Digitala lås', day: '2024-09-30' }]
  const causes = (forum: keyof typeof forums) =>
    proposeAgenda(someFacts({ forum: forums[forum], forecasts })).map(({ cause }) => cause)
  expect(causes('priorities')).toEqual(['forecast/p'])
  expect(causes('dialogue')).toEqual([])
})

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
