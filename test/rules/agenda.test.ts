/** What an agenda finds among reports, projects, gates and needs, and what it says of them. */
import { expect, test } from 'vitest'
import { proposeAgenda } from '#src/rules/agenda.ts'
import { aNeed, aProject, someFacts, type Proposed } from '../fixtures/agenda.ts'
import { aDecision } from '../fixtures/initiatives.ts'
import { aPerson, aRef } from '../fixtures/organisation.ts'
import { aPoint, aReport } from '../fixtures/reports.ts'

const incomplete = { need: undefined, contact: undefined }

const cases: Proposed[] = [
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
