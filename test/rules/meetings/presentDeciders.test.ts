/** Who at the table may decide what an item does with its initiative, and what else stands in the way. */
import { expect, test } from 'vitest'
import type { Person } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ItemEffect } from '#src/lists/meetings.ts'
import type { Role } from '#src/lists/organisation.ts'
import { decidersAmong } from '#src/rules/meetings/presentDeciders.ts'
import { aPreparation, type Given } from '../../fixtures/initiatives.ts'
import {
  digitalManager,
  director,
  employee,
  homeCareManager,
  mandates,
  officeManager,
  TODAY,
} from '../../fixtures/organisation.ts'

const everyone = [employee, homeCareManager, director, officeManager, digitalManager]
const goOn: ItemEffect = { does: 'gate', gate: 'BP1', outcome: 'goOn' }
const handOver: ItemEffect = { does: 'gate', gate: 'BP4', outcome: 'handOver' }
const own = { scope: 'own' } as const

function ask(
  effect: ItemEffect,
  {
    of = {},
    present = everyone,
    conflicted = [],
    roles = {},
  }: {
    of?: Given<Initiative>
    present?: Person[]
    conflicted?: Person[]
    roles?: Record<string, Role[]>
  } = {},
) {
  return decidersAmong(present, effect, {
    preparation: aPreparation({ initiative: of }),
    decisions: [],
    mandates,
    forums: [],
    today: TODAY,
    conflicted,
    rolesOf: (id) => roles[id] ?? [],
  })
}

test.for<{ says: string; effect: ItemEffect; given?: Parameters<typeof ask>[1]; able: Person[] }>([
  { says: 'a gate: the post with its mandate', effect: goOn, able: [homeCareManager] },
  {
    says: 'an outcome with a mandate of its own',
    effect: handOver,
    given: { of: { stage: 'ready', ...own } },
    able: [director],
  },
  {
    says: 'waiting is decided by the project office',
    effect: { ...handOver, outcome: 'wait' },
    given: { of: { stage: 'ready', ...own } },
    able: [officeManager],
  },
  {
    says: 'whoever leaves the item does not decide: the level over does',
    effect: goOn,
    given: { conflicted: [homeCareManager] },
    able: [director],
  },
  { says: 'nobody present has it', effect: goOn, given: { present: [employee, director] }, able: [] },
  {
    says: 'a pause: the mandate of the stage',
    effect: { does: 'state', to: 'paused' },
    able: [homeCareManager],
  },
  {
    says: 'screening out: the mandate of the gate',
    effect: { does: 'state', to: 'screenedOut' },
    able: [homeCareManager],
  },
  {
    says: 'financing within the limit',
    effect: { does: 'financing', amountKr: 1_000_000 },
    given: { of: own },
    able: [director],
  },
  {
    says: 'financing over it',
    effect: { does: 'financing', amountKr: 9_000_000 },
    given: { of: own },
    able: [],
  },
  {
    says: 'a responsibility: the mandate of the stage, or who prepares',
    effect: { does: 'owner', role: 'contact', person: employee },
    given: { roles: { [officeManager.id]: ['projectOffice'] } },
    able: [homeCareManager, officeManager],
  },
  {
    says: 'a priority the same',
    effect: { does: 'priority', rank: 3 },
    given: { roles: { [employee.id]: ['developmentLead'] } },
    able: [employee, homeCareManager],
  },
])('$says', ({ effect, given, able }) => {
  expect(ask(effect, given).able.map(({ person }) => person.id)).toEqual(able.map(({ id }) => id))
})

test('nobody present has the mandate: those who have it are named', () => {
  const { others } = ask(goOn, { present: [employee] })
  expect(others.map(({ holder }) => holder.id)).toEqual([homeCareManager.id])
})

test('what the initiative lacks is named beforehand, and does not keep anybody from deciding', () => {
  const { able, lacks } = ask(goOn, { of: { contact: undefined } })
  expect(able).toHaveLength(1)
  expect(lacks).toEqual([
    { why: 'missing', matter: 'BP1', needs: expect.arrayContaining(['contact']) as string[] },
  ])
})

test('what cannot be done from the state it is in is said', () => {
  expect(ask({ does: 'state', to: 'active' }).lacks).toEqual([{ why: 'wrongState', state: 'active' }])
})
