/** The initiative, for somebody who may say whether it is confidential. */
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { rowsOfInitiative } from '#src/lists/confidential.ts'
import { twinIn } from '#src/graph/twoPlaces.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { loadInitiative, loadOrganisation, rolesOf, type Work } from '../work.ts'

/** Throws Refused for anybody else, and where the site has no lists that only a few may read. */
export async function loadToMark(work: Work, key: string): Promise<Initiative> {
  const [organisation, initiative] = await Promise.all([loadOrganisation(work), loadInitiative(work, key)])
  if (!may('markConfidential', { id: work.me.id, roles: rolesOf(work.me.id, organisation) }, initiative))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.markConfidential.roles] })
  if (!twinIn(work.store.site, initiatives)) throw new Refused({ why: 'confidentialOff' })
  if (!work.store.narrow()) throw new Refused({ why: 'notInConfidentialGroup' })
  if (initiative.archived) throw new Refused({ why: 'archived' })
  // A row that can't be read is found now, and not half way.
  await work.store.whereOf([...rowsOfInitiative], { column: 'initiative', value: key })
  return initiative
}
