/** Whose endorsement is asked for, and who may give it. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, PersonRow, Unit } from '#src/lists/organisation.ts'
import { endorsersOf, mayEndorse } from '#src/rules/deciding/endorsing.ts'
import { anInitiative, type Given } from '#test/fixtures/initiatives.ts'
import {
  aMandate,
  aPerson,
  aRef,
  director,
  homeCareManager,
  TODAY,
  tree,
} from '#test/fixtures/organisation.ts'
import { twoAdministrations } from '#test/fixtures/mandates.ts'

const headed = new Map<string, Unit>(
  [...tree].map(([key, unit]) => {
    const head = { homeCare: homeCareManager, elderly: director, city: aPerson('mayor') }[key]
    return [key, head ? { ...unit, head } : unit]
  }),
)
const lead: PersonRow = {
  key: 'lead',
  id: '1',
  version: '1',
  title: 'Lea',
  person: aPerson('lead'),
  unit: aRef('quality'),
  roles: ['developmentLead'],
}
const who = (party: string, initiative: Given<Initiative> = {}, mandates: Mandate[] = []) =>
  mayEndorse(party, {
    initiative: anInitiative(initiative),
    tree: headed,
    people: [lead],
    mandates,
    today: TODAY,
  }).map(({ id }) => id)

test.for<{ says: string; of: Given<Initiative>; asks: string[] }>([
  {
    says: 'each concerned unit',
    of: { concernedUnits: [aRef('homeCare'), aRef('nursing')] },
    asks: ['homeCare', 'nursing'],
  },
  {
    says: 'no outside party',
    of: { concernedUnits: [aRef('homeCare'), aRef('intraservice')] },
    asks: ['homeCare'],
  },
  {
    says: 'each administration of what is shared, too',
    of: { scope: 'shared', ...twoAdministrations },
    asks: ['homeCare', 'housing', 'elderly', 'disability'],
  },
  {
    says: 'the process owner, once named',
    of: { concernedUnits: [aRef('homeCare')], processOwner: aPerson('owner') },
    asks: ['homeCare', 'processOwner'],
  },
])('it asks $says', ({ of, asks }) => {
  expect(endorsersOf({ initiative: anInitiative(of), tree }).map(({ key }) => key)).toEqual(asks)
})

test('a unit: its head, then those over it, no further than the administration', () => {
  expect(who('homeCareSouth')).toEqual(['homeCareManager', 'director'])
})

test('an administration: its head and its development leads', () => {
  expect(who('elderly')).toEqual(['director', 'lead'])
  expect(who('disability')).toEqual([])
})

test('the process: its owner and nobody else', () => {
  expect(who('processOwner', { processOwner: aPerson('owner') })).toEqual(['owner'])
})

test('whoever stands in for a head today, and not on other days', () => {
  const post = (standInFrom: string) =>
    aMandate({
      matter: 'BP1',
      scope: 'department',
      holder: homeCareManager,
      standIn: aPerson('standIn'),
      standInFrom,
    })
  expect(who('homeCare', {}, [post(TODAY)])).toContain('standIn')
  expect(who('homeCare', {}, [post('2024-11-01')])).not.toContain('standIn')
})

test('nobody with a conflict of interest', () => {
  expect(who('homeCare', { conflicted: [homeCareManager] })).toEqual(['director'])
})
