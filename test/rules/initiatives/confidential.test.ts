/** What is confidential, how others call it, who has a part in it, and where it may not stand. */
import { expect, test } from 'vitest'
import {
  isConfidential,
  openPlaceRefusals,
  partakers,
  refToOthers,
} from '#src/rules/initiatives/confidential.ts'
import { mergeRefusals, nameOf, refOf } from '#src/rules/needs/merging.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson } from '../../fixtures/organisation.ts'

const open = anInitiative({ key: 'i-1', number: 'Ä-1', title: 'Lås' })
const marked = anInitiative({ key: 'i-2', number: 'Ä-2', title: 'Larm', confidentialBasis: '19 kap. 3 §' })
const kept = anInitiative({ key: 'i-3', number: 'Ä-3', title: 'Nät', confidential: true })

test.for([
  { says: 'an open one', initiative: open, confidential: false, called: 'Lås', named: 'Ä-1 Lås' },
  {
    says: 'one that is marked and not yet moved',
    initiative: marked,
    confidential: true,
    called: 'Ä-2',
    named: 'Ä-2',
  },
  { says: 'one in the narrow list', initiative: kept, confidential: true, called: 'Ä-3', named: 'Ä-3' },
])('$says is called what others may read', ({ initiative, confidential, called, named }) => {
  expect(isConfidential(initiative)).toBe(confidential)
  expect(refToOthers(initiative)).toEqual({ key: initiative.key, title: called })
  expect(refOf(initiative).title).toBe(called)
  expect(nameOf(initiative)).toBe(named)
})

test('everybody with a part is named once, whatever parts they have', () => {
  const [anna, per, eva] = [aPerson('anna', 'Anna'), aPerson('per', 'Per'), aPerson('eva', 'Eva')]
  const initiative = anInitiative({
    contact: anna,
    projectOwner: per,
    projectManager: anna,
    steeringGroup: [per, eva],
  })
  expect(partakers(initiative).filter(({ id }) => ['anna', 'per', 'eva'].includes(id))).toEqual([
    anna,
    per,
    eva,
  ])
})

test('where more people read, what is confidential is refused by its number', () => {
  expect(openPlaceRefusals([open])).toEqual([])
  expect(openPlaceRefusals([open, marked, kept])).toEqual([
    { why: 'confidentialThere', numbers: ['Ä-2', 'Ä-3'] },
  ])
})

test('what is confidential and what is open are not merged, and the refusal has no title', () => {
  const part = (initiative: typeof open) => ({ initiative, process: 'behovsprocessen' as const, parts: 0 })
  const who = { id: 'me', roles: ['developmentLead' as const] }
  const apart = (into: typeof open, from: typeof open) =>
    mergeRefusals(who, part(into), [part(from)]).flatMap((r) =>
      r.why === 'notMergeable' && r.fault === 'confidentialApart' ? r.names : [],
    )
  expect(apart(open, marked)).toEqual(['Ä-2'])
  expect(apart(marked, open)).toEqual(['Ä-1 Lås'])
  expect(apart(marked, kept)).toEqual([])
})
