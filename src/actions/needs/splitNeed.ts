/** Takes a need out of the one it became part of: it goes on where it was. What the one gained by it stays there. */
import * as v from 'valibot'
import { initiatives } from '#src/lists/initiatives.ts'
import { splitRefusals } from '#src/rules/needs/merging.ts'
import { Refused } from '#src/rules/refusal.ts'
import { changeNeed, loadPart } from './mergeParts.ts'
import { tellUntold } from './mergeTrail.ts'
import { shortText } from '../schemas.ts'
import { type Done, loadOrganisation, rolesOf, type Work } from '../work.ts'

export const splitNeedArgs = v.strictObject({ need: shortText })

/** Asked again, it answers the need as it stands. Throws Refused when it never was part of another. */
export async function splitNeed(work: Work, args: v.InferOutput<typeof splitNeedArgs>): Promise<Done> {
  const organisation = await loadOrganisation(work)
  const part = await loadPart(work, args.need, organisation)
  const into = part.initiative.mergedInto?.key
  const one = into ? await work.store.byKey(initiatives, into) : undefined
  const refusals = splitRefusals(
    { id: work.me.id, roles: rolesOf(work.me.id, organisation) },
    part,
    one && { ...part, initiative: one },
  )
  const isOut = part.initiative.state !== 'merged' && part.told.merged > 0
  const standing = refusals.filter(
    (refusal) => !(isOut && refusal.why === 'notMergeable' && refusal.fault === 'notMerged'),
  )
  if (standing.length > 0) throw new Refused(...standing)

  const history = await tellUntold(work, part.initiative, part.told)
  await changeNeed(work, part.initiative, (now) =>
    now.state === 'merged' ? { state: 'active', mergedInto: null } : undefined,
  )
  const after = await loadPart(work, args.need, organisation)
  history.push(...(await tellUntold(work, after.initiative, after.told)))
  return { initiatives: [after.initiative, ...(one ? [one] : [])], trail: history }
}
