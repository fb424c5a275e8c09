/** What is worth a warning in a steering group; never a refusal (S2, PPS). */
import type { Initiative } from '#src/lists/initiatives.ts'

const MOST_MEMBERS = 5

export type SteeringGroupWarning = 'tooMany' | 'noEffectOwner' | 'noBenefitLead'

export function steeringGroupWarnings({
  steeringGroup,
  effectOwner,
  benefitLead,
}: Pick<Initiative, 'steeringGroup' | 'effectOwner' | 'benefitLead'>): SteeringGroupWarning[] {
  if (!steeringGroup?.length) return []
  const sits = (id: string | undefined) =>
    id !== undefined && steeringGroup.some((member) => member.id === id)
  return [
    ...(steeringGroup.length > MOST_MEMBERS ? ['tooMany' as const] : []),
    ...(sits(effectOwner?.id) ? [] : ['noEffectOwner' as const]),
    ...(sits(benefitLead?.id) ? [] : ['noBenefitLead' as const]),
  ]
}

/** Whether the group that stands there is the one that was appointed: who comes or leaves after that is a new proposal. */
export function isAppointed({
  steeringGroup = [],
  steeringAppointed,
}: Pick<Initiative, 'steeringGroup' | 'steeringAppointed'>): boolean {
  const appointed = new Set(steeringAppointed?.members.map(({ id }) => id))
  return (
    steeringAppointed !== undefined &&
    appointed.size === steeringGroup.length &&
    steeringGroup.every(({ id }) => appointed.has(id))
  )
}
