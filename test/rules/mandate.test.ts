/** Who decides each gate. The general rule: who is concerned decides, at the lowest level that has the mandate for all. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type GateName, matterOf } from '#src/rules/gates.ts'
import { decidingRight } from '#src/rules/mandate.ts'
import type { Given } from '#test/fixtures/initiatives.ts'
import {
  homeCareOnly,
  question,
  twoAdministrations,
  twoDepartments,
  whoDecides,
} from '#test/fixtures/mandates.ts'
import {
  aMandate,
  aRef,
  director,
  homeCareManager,
  mandates,
  officeManager,
} from '#test/fixtures/organisation.ts'

test.for<{
  says: string
  gate: GateName
  of: Given<Initiative>
  who: string[] | string
}>([
  {
    says: 'BP1: the department concerned',
    gate: 'BP1',
    of: {},
    who: ['homeCareManager'],
  },
  {
    says: 'BP1: an area has no post of its own, so its department decides',
    gate: 'BP1',
    of: { unit: aRef('homeCareSouth') },
    who: ['homeCareManager'],
  },
  {
    says: 'BP1: several departments, so the level over them',
    gate: 'BP1',
    of: twoDepartments,
    who: ['director'],
  },
  {
    says: 'BP1: a department without a post of its own, so the level over it',
    gate: 'BP1',
    of: { unit: aRef('quality') },
    who: ['director'],
  },
  {
    says: 'BP1: other administrations are not bound, and not asked yet, even when marked as shared',
    gate: 'BP1',
    of: { scope: 'shared', ...twoAdministrations },
    who: ['homeCareManager'],
  },
  {
    says: 'BP1: another department pays, so the level over both',
    gate: 'BP1',
    of: { payer: aRef('quality') },
    who: ['director'],
  },
  {
    says: 'BP1: nobody decides over a need that no unit has taken as its own',
    gate: 'BP1',
    of: { unit: undefined },
    who: 'missing',
  },
  {
    says: 'BP1: an administration without mandates has nobody',
    gate: 'BP1',
    of: { unit: aRef('housing') },
    who: 'noMandate',
  },
  {
    says: 'BP1: what only an outside party is concerned by is under nobody’s mandate',
    gate: 'BP1',
    of: { unit: aRef('intraservice') },
    who: 'noMandate',
  },
  {
    says: 'BP2 own: the administration concerned',
    gate: 'BP2',
    of: { scope: 'own', ...homeCareOnly },
    who: ['digitalManager'],
  },
  {
    says: 'BP2 shared: the joint development team',
    gate: 'BP2',
    of: { scope: 'shared', ...twoAdministrations },
    who: ['jointManager'],
  },
  {
    says: 'BP2: nobody until the scope is known',
    gate: 'BP2',
    of: homeCareOnly,
    who: 'missing',
  },
  {
    says: 'BP2: what is marked as own but concerns another administration is shared all the same',
    gate: 'BP2',
    of: { scope: 'own', ...twoAdministrations },
    who: ['jointManager'],
  },
  {
    says: 'BP2: what another administration pays is shared all the same',
    gate: 'BP2',
    of: { scope: 'own', concernedUnits: [aRef('homeCare')], payer: aRef('disability') },
    who: ['jointManager'],
  },
  {
    says: 'BP2: an outside party makes nothing shared',
    gate: 'BP2',
    of: { scope: 'own', concernedUnits: [aRef('homeCare'), aRef('intraservice')] },
    who: ['digitalManager'],
  },
  {
    says: 'BP3 own: the department when it alone is concerned and pays',
    gate: 'BP3',
    of: { scope: 'own', ...homeCareOnly },
    who: ['homeCareManager'],
  },
  {
    says: 'BP3 own: the administration when nobody has said that the department pays',
    gate: 'BP3',
    of: { scope: 'own', concernedUnits: [aRef('homeCare')] },
    who: ['director'],
  },
  {
    says: 'BP3 own: the administration when another department pays',
    gate: 'BP3',
    of: { scope: 'own', concernedUnits: [aRef('homeCare')], payer: aRef('quality') },
    who: ['director'],
  },
  {
    says: 'BP3 own: the administration when several departments are concerned',
    gate: 'BP3',
    of: { scope: 'own', ...twoDepartments, payer: aRef('homeCare') },
    who: ['director'],
  },
  {
    says: "BP3 shared: every concerned administration's director",
    gate: 'BP3',
    of: { scope: 'shared', ...twoAdministrations },
    who: ['director', 'otherDirector'],
  },
  {
    says: 'BP3: no department decides alone by marking as own what concerns others',
    gate: 'BP3',
    of: { scope: 'own', ...twoAdministrations, payer: aRef('homeCare') },
    who: ['director', 'otherDirector'],
  },
  {
    says: 'BP3: nobody until the scope is known',
    gate: 'BP3',
    of: homeCareOnly,
    who: 'missing',
  },
  {
    says: 'BP4: the start is decided by the director',
    gate: 'BP4',
    of: { scope: 'own', ...homeCareOnly },
    who: ['director'],
  },
  {
    says: "BP4 shared: one administration's director starts nothing that others share",
    gate: 'BP4',
    of: { scope: 'shared', ...twoAdministrations },
    who: 'noMandate',
  },
])('$says', ({ gate, of, who }) => {
  expect(whoDecides(question(of, { matter: matterOf(gate) }))).toEqual(who)
})

test('the project office sets the order of starts, but not of what is shared', () => {
  const matter = matterOf('BP4', 'wait')
  expect(whoDecides(question({ scope: 'own', ...homeCareOnly }, { matter }))).toEqual([officeManager.id])
  expect(whoDecides(question({ scope: 'shared', ...twoAdministrations }, { matter }))).toBe('noMandate')
})

test('the refusal names what must be known before anybody can decide', () => {
  const right = decidingRight(question({ unit: undefined }, { matter: 'BP3' }))
  expect(right).toEqual({
    kind: 'nobody',
    refusal: { why: 'missing', matter: 'BP3', needs: ['unit', 'scope'] },
  })
})

test('an archived mandate gives no right', () => {
  const archived = mandates.map((m) => (m.holder.id === homeCareManager.id ? { ...m, archived: true } : m))
  expect(whoDecides(question({}, { mandates: archived }))).toEqual([director.id])
})

test('a portfolio owner decides in their own portfolio only', () => {
  const inPortfolio = aMandate({
    matter: 'ranking',
    scope: 'portfolio',
    portfolio: aRef('p-care'),
    holder: director,
  })
  const asked = { matter: 'ranking' as const, mandates: [inPortfolio] }
  expect(whoDecides(question({ portfolio: aRef('p-care') }, asked))).toEqual([director.id])
  expect(whoDecides(question({ portfolio: aRef('p-other') }, asked))).toBe('noMandate')
})
