/** The initiative, for somebody who may say whether it is confidential. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { loadInitiative, loadOrganisation, rolesOf, type Work } from './work.ts'

/** Throws Refused for anybody else. */
export async function loadToMark(work: Work, key: string): Promise<Initiative> {
  const [organisation, initiative] = await Promise.all([loadOrganisation(work), loadInitiative(work, key)])
  if (!may('markConfidential', { id: work.me.id, roles: rolesOf(work.me.id, organisation) }, initiative))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.markConfidential.roles] })
  if (initiative.archived) throw new Refused({ why: 'archived' })
  return initiative
}
