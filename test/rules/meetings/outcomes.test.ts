/** When a matter is settled, which attempt a decision belongs to, and what it does to the initiative. */
import { expect, test } from 'vitest'
import type { Decision, Outcome } from '#src/lists/decisions.ts'
import {
  attemptOf,
  claimOf,
  decisionsOf,
  effectOf,
  settlement,
  waitingFor,
} from '#src/rules/meetings/outcomes.ts'
import { aDecision } from '#test/fixtures/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'

const both = [aRef('elderly'), aRef('disability')]
const by = (party: string, outcome: Outcome, values: Partial<Decision> = {}) =>
  aDecision({ matter: 'BP3', party: aRef(party), parties: both, outcome, ...values })

test.for<{ says: string; made: Decision[]; is: string }>([
  { says: 'nothing decided is open', made: [], is: 'open' },
  { says: 'one decision settles what one post decides', made: [aDecision()], is: 'settled' },
  {
    says: 'one of two parties leaves it open',
    made: [by('elderly', 'waitingList')],
    is: 'open',
  },
  {
    says: 'all parties settle it',
    made: [by('elderly', 'waitingList'), by('disability', 'waitingList')],
    is: 'settled',
  },
  {
    says: 'one no ends it, whoever is left',
    made: [by('elderly', 'refuse')],
    is: 'refused',
  },
  {
    says: 'a no after a yes ends it too',
    made: [by('elderly', 'waitingList'), by('disability', 'refuse')],
    is: 'refused',
  },
  {
    says: 'parties that want different things have decided nothing',
    made: [by('elderly', 'waitingList'), by('disability', 'screenOut')],
    is: 'refused',
  },
  {
    says: 'parties can agree on screening out',
    made: [by('elderly', 'screenOut'), by('disability', 'screenOut')],
    is: 'settled',
  },
  {
    says: 'a party that was not asked settles nothing alone',
    made: [by('quality', 'waitingList')],
    is: 'open',
  },
  {
    says: 'decisions over different parties have decided nothing',
    made: [
      by('elderly', 'waitingList'),
      by('disability', 'waitingList', { number: '2024-0002', parties: [...both, aRef('quality')] }),
    ],
    is: 'refused',
  },
  {
    says: 'decisions about different totals have decided nothing',
    made: [
      by('elderly', 'grant', { matter: 'financing', totalKr: 100 }),
      by('disability', 'grant', { matter: 'financing', totalKr: 200 }),
    ],
    is: 'refused',
  },
  {
    says: 'a yes that is taken back ends it',
    made: [
      by('elderly', 'waitingList'),
      by('elderly', 'annul', { number: '2024-0002', supersedes: aRef('decision-2024-0001') }),
    ],
    is: 'refused',
  },
  {
    says: 'a yes in new words is still one',
    made: [
      by('elderly', 'waitingList'),
      by('elderly', 'waitingList', { number: '2024-0002', supersedes: aRef('decision-2024-0001') }),
      by('disability', 'waitingList', { number: '2024-0003' }),
    ],
    is: 'settled',
  },
])('$says', ({ made, is }) => {
  expect(settlement(made)).toBe(is)
})

test('those still to decide are named', () => {
  expect(waitingFor([by('elderly', 'waitingList')], both)).toEqual([aRef('disability')])
})

test.for<{ says: string; all: Decision[]; attempt: number }>([
  { says: 'the first decision is the first attempt', all: [], attempt: 1 },
  {
    says: 'decisions on other matters do not count',
    all: [aDecision({ matter: 'BP2', attempt: 3 })],
    attempt: 1,
  },
  {
    says: 'the second party joins the open attempt',
    all: [by('elderly', 'waitingList')],
    attempt: 1,
  },
  {
    says: 'after a no a new attempt begins',
    all: [by('elderly', 'refuse')],
    attempt: 2,
  },
  {
    says: 'the latest attempt counts',
    all: [by('elderly', 'refuse'), by('elderly', 'waitingList', { attempt: 2 })],
    attempt: 2,
  },
  {
    says: 'after the parties have become others a new attempt begins',
    all: [by('elderly', 'waitingList', { parties: [aRef('elderly'), aRef('quality')] })],
    attempt: 2,
  },
  {
    says: 'after a settled attempt a new one begins, for a need that came back',
    all: [by('elderly', 'waitingList'), by('disability', 'waitingList')],
    attempt: 2,
  },
])('$says', ({ all, attempt }) => {
  expect(attemptOf(all, 'BP3', both)).toBe(attempt)
})

test('a claim is the same for the same matter, attempt and party, and for nothing else', () => {
  const claim = { initiative: 'i-1', matter: 'BP3', attempt: 1 } as const
  const claims = [
    claimOf(claim),
    claimOf({ ...claim, party: 'elderly' }),
    claimOf({ ...claim, attempt: 2 }),
    claimOf({ ...claim, matter: 'BP2' }),
    claimOf({ ...claim, initiative: 'i-2' }),
  ]
  expect(claimOf({ ...claim })).toBe(claims[0])
  expect(new Set(claims).size).toBe(claims.length)
})

test('the decisions of one attempt come in the order of their numbers', () => {
  const later = by('elderly', 'waitingList', { number: '2024-0010' })
  const earlier = by('disability', 'waitingList', { number: '2024-0009' })
  const other = by('elderly', 'refuse', { number: '2024-0001', attempt: 2 })
  expect(decisionsOf([later, other, earlier], 'BP3', 1)).toEqual([earlier, later])
})

test('a decision that moves the initiative starts its time in the new stage', () => {
  const decision = aDecision({ decidedOn: '2024-10-07' })
  expect(effectOf(decision)).toEqual({
    stage: 'screening',
    stageSince: '2024-10-07',
    lastDecision: { key: decision.key, title: decision.number },
  })
})

test('a decision that leaves it in its stage does not', () => {
  const decision = aDecision({ toStage: 'collection', toState: 'screenedOut', outcome: 'screenOut' })
  expect(effectOf(decision)).toEqual({
    state: 'screenedOut',
    lastDecision: { key: decision.key, title: decision.number },
  })
})

test.for<[Outcome, boolean]>([
  ['grant', true],
  ['refuse', false],
])('a financing decision of %s becomes what BP4 asks for: %s', ([outcome, given]) => {
  const decision = aDecision({ matter: 'financing', outcome, toStage: 'collection', number: '2024-0005' })
  expect('financing' in effectOf(decision)).toBe(given)
})

test('a superseding decision takes away what was granted', () => {
  const annulled = aDecision({
    matter: 'financing',
    outcome: 'annul',
    supersedes: aRef('old'),
    toStage: 'collection',
  })
  expect(effectOf(annulled)).toMatchObject({ financing: null })
  const refused = aDecision({ matter: 'financing', outcome: 'refuse', toStage: 'collection' })
  expect(effectOf(refused)).not.toHaveProperty('financing')
})

test('what was granted for an investigation is not granted for what it proposes', () => {
  const decision = aDecision({
    matter: 'reentry',
    outcome: 'reenter',
    fromStage: 'closed',
    toStage: 'preparation',
  })
  expect(effectOf(decision)).toMatchObject({ stage: 'preparation', financing: null, directiveApproved: null })
})
