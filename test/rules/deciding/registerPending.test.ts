/** What waits to be carried out stands in the register beside what has been. */
import { describe, expect, test } from 'vitest'
import { pendingDecisions } from '#src/rules/deciding/registerPending.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { anItem } from '../../fixtures/meetings.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

const decided = {
  state: 'treated',
  outcome: 'grant',
  carrying: 'waiting',
  wording: 'Behovet går vidare till beredning.',
  decidedBy: aPerson('manager', 'Carina Wikström'),
  decidedOn: '2024-10-16',
  initiative: aRef('i-1'),
  effect: { does: 'gate', gate: 'BP2', outcome: 'investigate' },
} as const

const around = { written: new Set<string>(), initiatives: [anInitiative({ stage: 'screening' })] }
const only = (values: Parameters<typeof anItem>[1]) => pendingDecisions([anItem('item-1', values)], around)

test('it has the key it will have, its words, and the stage that the initiative is in', () => {
  expect(only(decided)).toMatchObject([
    {
      key: 'item-1/decision',
      number: '',
      matter: 'BP2',
      outcome: 'investigate',
      wording: 'Behovet går vidare till beredning.',
      fromStage: 'screening',
      toStage: 'screening',
      item: { key: 'item-1' },
      meeting: { key: 'm-2024-10' },
      decidedBy: { name: 'Carina Wikström' },
    },
  ])
})

describe('what stands in the register', () => {
  test.for([
    { says: 'what a rule stood in the way of does', values: { carrying: 'refused' }, count: 1 },
    { says: 'what has been carried out does not', values: { carrying: 'done' }, count: 0 },
    { says: 'what asks for nothing does not', values: { carrying: 'nothing' }, count: 0 },
    { says: 'what was dropped does not', values: { outcome: 'dropped' }, count: 0 },
    { says: 'what nobody has decided does not', values: { decidedBy: undefined }, count: 0 },
    { says: 'an archived item does not', values: { archived: true }, count: 0 },
  ] as const)('$says', ({ values, count }) => {
    expect(only({ ...decided, ...values })).toHaveLength(count)
  })

  test('what has been written down stands there by its own row', () => {
    const written = new Set(['item-1/decision'])
    expect(pendingDecisions([anItem('item-1', decided)], { ...around, written })).toEqual([])
  })
})

test.for([
  { says: 'stopping', effect: { does: 'state', to: 'stopped' }, matter: 'state', outcome: 'stop' },
  { says: 'money', effect: { does: 'financing', amountKr: 1 }, matter: 'financing', outcome: 'grant' },
  {
    says: 'somebody to answer for it',
    effect: { does: 'owner', role: 'effectOwner', person: aPerson('x') },
    matter: 'owner',
    outcome: 'grant',
  },
  { says: 'its place', effect: { does: 'priority', rank: 1 }, matter: 'priority', outcome: 'grant' },
  { says: 'nothing but its words', effect: undefined, matter: 'other', outcome: 'grant' },
] as const)('a decision about $says is registered as such', ({ effect, matter, outcome }) => {
  expect(only({ ...decided, effect })).toMatchObject([{ matter, outcome }])
})
