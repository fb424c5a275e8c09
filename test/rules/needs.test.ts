/** When each thing a gate asks for counts as filled in. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import {
  concernedUnits,
  isMet,
  type Need,
  needs,
  openPrerequisites,
  type Preparation,
  scopeOf,
  unendorsedAdministrations,
  unendorsedUnits,
} from '#src/rules/needs.ts'
import {
  aBenefit,
  aCostItem,
  aDependency,
  anInitiative,
  aPreparation,
  type Given,
} from '#test/fixtures/initiatives.ts'
import { aPerson, aRef, TODAY, tree } from '#test/fixtures/organisation.ts'

type Case = {
  need: Need
  says: string
  of: Omit<Partial<Preparation>, 'initiative'> & { initiative?: Given<Initiative> }
  met: boolean
}
const of = (initiative: Given<Initiative>) => ({ initiative })
const endorsedBy = (...units: string[]) =>
  units.map((unit) => ({ unit: aRef(unit), by: aPerson('manager'), day: TODAY }))
const shared = { scope: 'shared' as const, concernedUnits: [aRef('homeCare'), aRef('housing')] }

test.for<Case>([
  { need: 'title', says: 'blanks are no title', of: of({ title: '  ' }), met: false },
  { need: 'need', says: 'blanks describe no need', of: of({ need: ' \n ' }), met: false },
  { need: 'concernedUnits', says: 'none listed', of: of({ concernedUnits: [] }), met: false },

  { need: 'scope', says: 'own, and nobody else is concerned', of: of({ scope: 'own' }), met: true },
  { need: 'scope', says: 'not said', of: of({ scope: undefined }), met: false },
  {
    need: 'scope',
    says: 'own, though another administration is concerned',
    of: of({ ...shared, scope: 'own' }),
    met: false,
  },
  { need: 'scope', says: 'shared', of: of(shared), met: true },

  { need: 'similar', says: 'none found', of: of({ similarChecked: 'none' }), met: true },
  {
    need: 'similar',
    says: 'linked, with links',
    of: of({ similarChecked: 'linked', similar: [aRef('i-2')] }),
    met: true,
  },
  {
    need: 'similar',
    says: 'linked, without links',
    of: of({ similarChecked: 'linked', similar: [] }),
    met: false,
  },
  {
    need: 'similar',
    says: 'links, but nobody says it is checked',
    of: of({ similarChecked: undefined, similar: [aRef('i-2')] }),
    met: false,
  },

  { need: 'legal', says: 'yes', of: of({ legal: 'yes' }), met: true },
  { need: 'legal', says: 'no', of: of({ legal: 'no' }), met: true },
  { need: 'legal', says: 'unclear', of: of({ legal: 'unknown' }), met: false },
  {
    need: 'legalDay',
    says: 'required by law, no date',
    of: of({ legal: 'yes', legalDay: undefined }),
    met: false,
  },
  {
    need: 'legalDay',
    says: 'required by law from a date',
    of: of({ legal: 'yes', legalDay: '2025-07-01' }),
    met: true,
  },
  { need: 'legalDay', says: 'not required by law', of: of({ legal: 'no' }), met: true },

  {
    need: 'administrationsEndorse',
    says: 'an own need asks no other team',
    of: of({ endorsements: [] }),
    met: true,
  },
  {
    need: 'administrationsEndorse',
    says: 'both administrations endorse',
    of: of({ ...shared, endorsements: endorsedBy('elderly', 'disability') }),
    met: true,
  },
  {
    need: 'administrationsEndorse',
    says: 'one administration has not endorsed',
    of: of({ ...shared, endorsements: endorsedBy('elderly') }),
    met: false,
  },
  {
    need: 'administrationsEndorse',
    says: "a department's word does not bind its administration",
    of: of({ ...shared, endorsements: endorsedBy('elderly', 'housing') }),
    met: false,
  },
  {
    need: 'administrationsEndorse',
    says: 'marking it as own avoids no endorsement',
    of: of({ ...shared, scope: 'own', endorsements: [] }),
    met: false,
  },

  { need: 'union', says: 'held: group, date, result', of: of({ union: 'disagreed' }), met: true },
  { need: 'union', says: 'only planned', of: of({ union: 'planned' }), met: false },
  { need: 'union', says: 'held, no group', of: of({ unionGroup: '' }), met: false },
  { need: 'union', says: 'held, no date', of: of({ unionDay: undefined }), met: false },
  {
    need: 'union',
    says: 'not applicable, with a reason',
    of: of({ union: 'notApplicable', unionReason: 'Ingen påverkas', unionGroup: undefined }),
    met: true,
  },
  {
    need: 'union',
    says: 'not applicable, no reason',
    of: of({ union: 'notApplicable', unionReason: ' ' }),
    met: false,
  },

  {
    need: 'endorsements',
    says: 'one concerned unit has not confirmed',
    of: of({ concernedUnits: [aRef('homeCare'), aRef('nursing')] }),
    met: false,
  },
  {
    need: 'endorsements',
    says: 'outside parties are not asked',
    of: of({ concernedUnits: [aRef('homeCare'), aRef('intraservice')] }),
    met: true,
  },

  { need: 'costPerYear', says: 'no cost item', of: { costItems: [] }, met: false },
  {
    need: 'costPerYear',
    says: 'only a removed cost item',
    of: { costItems: [aCostItem({ archived: true })] },
    met: false,
  },
  {
    need: 'costPerYear',
    says: 'nothing costs nothing',
    of: { costItems: [aCostItem({ amountKr: 0 })] },
    met: true,
  },

  { need: 'benefitsWithOwner', says: 'no benefit', of: { benefits: [] }, met: false },
  {
    need: 'benefitsWithOwner',
    says: 'one benefit without an owner',
    of: { benefits: [aBenefit(), aBenefit({ owner: undefined })] },
    met: false,
  },
  {
    need: 'benefitsWithOwner',
    says: 'a removed benefit needs no owner',
    of: { benefits: [aBenefit(), aBenefit({ owner: undefined, archived: true })] },
    met: true,
  },

  { need: 'personalData', says: 'unclear', of: of({ personalData: 'unknown' }), met: false },
  { need: 'dependencies', says: 'said to be none', of: of({ dependenciesChecked: 'none' }), met: true },
  {
    need: 'dependencies',
    says: 'said to be listed, but none is',
    of: of({ dependenciesChecked: 'listed' }),
    met: false,
  },
  {
    need: 'dependencies',
    says: 'listed',
    of: { ...of({ dependenciesChecked: 'listed' }), dependencies: [aDependency()] },
    met: true,
  },
  {
    need: 'dependencies',
    says: 'only a removed one',
    of: { ...of({ dependenciesChecked: undefined }), dependencies: [aDependency({ archived: true })] },
    met: false,
  },

  { need: 'steeringGroup', says: 'nobody in it', of: of({ steeringGroup: [] }), met: false },
  { need: 'financing', says: 'no decision to point at', of: of({ financing: undefined }), met: false },
  { need: 'prerequisites', says: 'nothing to wait for', of: {}, met: true },
  { need: 'prerequisites', says: 'something open', of: { dependencies: [aDependency()] }, met: false },
])('$need: $says', ({ need, of: given, met }) => {
  expect(isMet(need, aPreparation(given))).toBe(met)
})

test.for(Object.keys(needs) as Need[])('an empty initiative lacks %s', (need) => {
  const nothing: Preparation = {
    initiative: anInitiative({
      title: '',
      unit: undefined,
      legal: 'yes',
      ideaDay: '2024-11-01',
      processOwner: aPerson('processOwner'),
      ...shared,
    }),
    process: 'behovsprocessen',
    tree,
    costItems: [],
    benefits: [],
    dependencies: [aDependency()],
  }
  const filledAbove: Need[] = ['concernedUnits', 'scope', 'legal', 'dependencies', 'processOwner']
  expect(isMet(need, nothing)).toBe(filledAbove.includes(need))
})

test.for<{ says: string; of: Parameters<typeof aDependency>[0]; open: boolean }>([
  { says: 'known only as it was written', of: {}, open: true },
  { says: 'still in delivery', of: { neededStage: 'delivery' }, open: true },
  { says: 'in operation, with effects to come', of: { neededStage: 'benefits' }, open: false },
  { says: 'closed', of: { neededStage: 'closed' }, open: false },
  { says: 'marked as settled', of: { settled: true }, open: false },
  { says: 'removed', of: { archived: true }, open: false },
])('a prerequisite $says: open is $open', ({ of: values, open }) => {
  expect(openPrerequisites({ dependencies: [aDependency(values)] })).toHaveLength(open ? 1 : 0)
})

test('the unit that asks is concerned too, and nobody is counted twice', () => {
  const initiative = anInitiative({ concernedUnits: [aRef('nursing'), aRef('homeCare')] })
  expect(concernedUnits(initiative).map((u) => u.key)).toEqual(['homeCare', 'nursing'])
})

test('the units and administrations still to endorse are named', () => {
  const preparation = aPreparation({ initiative: { ...shared, endorsements: endorsedBy('elderly') } })
  expect(unendorsedUnits(preparation).map((u) => u.key)).toEqual(['homeCare', 'housing'])
  expect(unendorsedAdministrations(preparation).map((u) => u.key)).toEqual(['disability'])
})

test('the scope is unknown until somebody has said, whoever is concerned', () => {
  expect(scopeOf(anInitiative({ ...shared, scope: undefined }), tree)).toBeUndefined()
})
