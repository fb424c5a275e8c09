/** What a forum has before it already and comes up again: actions, what was tabled, conditions, its backlog, what others keep. */
import { expect, test } from 'vitest'
import { proposeAgenda } from '#src/rules/agenda.ts'
import { forums, last, someFacts, at, treated, type Proposed } from '../../fixtures/agenda.ts'
import { aDecision } from '../../fixtures/initiatives.ts'
import { aMeeting, anAction, anItem } from '../../fixtures/meetings.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

const cases: Proposed[] = [
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
