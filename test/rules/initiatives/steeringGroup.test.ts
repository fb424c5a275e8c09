/** A steering group is warned about, never refused. */
import { expect, test } from 'vitest'
import { steeringGroupWarnings } from '#src/rules/initiatives/steeringGroup.ts'
import { aPerson } from '#test/fixtures/organisation.ts'

const [effectOwner, benefitLead] = [aPerson('effectOwner'), aPerson('benefitLead')]
const members = (count: number) => Array.from({ length: count }, (_, i) => aPerson(`member-${i}`))
const both = { effectOwner, benefitLead }

test.for([
  { says: 'five with both', group: [effectOwner, benefitLead, ...members(3)], ...both, warnings: [] },
  {
    says: 'six with both',
    group: [effectOwner, benefitLead, ...members(4)],
    ...both,
    warnings: ['tooMany'],
  },
  { says: 'without the receiver of the result', group: [benefitLead], ...both, warnings: ['noEffectOwner'] },
  { says: 'without the lead of benefits', group: [effectOwner], ...both, warnings: ['noBenefitLead'] },
  {
    says: 'too many, and neither of them',
    group: members(6),
    ...both,
    warnings: ['tooMany', 'noEffectOwner', 'noBenefitLead'],
  },
  {
    says: 'one person may be both',
    group: [effectOwner],
    effectOwner,
    benefitLead: effectOwner,
    warnings: [],
  },
  { says: 'no group yet: nothing to say', group: [], ...both, warnings: [] },
])('$says', ({ group, effectOwner: owner, benefitLead: lead, warnings }) => {
  expect(steeringGroupWarnings({ steeringGroup: group, effectOwner: owner, benefitLead: lead })).toEqual(
    warnings,
  )
})

test('a group is warned about roles that nobody has yet', () => {
  expect(steeringGroupWarnings({ steeringGroup: members(2) })).toEqual(['noEffectOwner', 'noBenefitLead'])
})
