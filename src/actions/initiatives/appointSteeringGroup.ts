/** Appoints the steering group that the project owner has proposed; by the mandate of the post that does. */
import * as v from 'valibot'
import { initiatives } from '#src/lists/initiatives.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { Refused } from '#src/rules/refusal.ts'
import { isAppointed } from '#src/rules/initiatives/steeringGroup.ts'
import { shortText } from '../schemas.ts'
import { type Done, leaveTrail, loadInitiative, loadOrganisation, stamp, type Work } from '../work.ts'

export const appointSteeringGroupArgs = v.strictObject({
  initiative: shortText,
  /** Entra ids of the members as the person saw them: nobody appoints somebody they haven't seen. */
  members: v.pipe(v.array(shortText), v.minLength(1)),
})

const MOST_ATTEMPTS = 4

export async function appointSteeringGroup(
  work: Work,
  args: v.InferOutput<typeof appointSteeringGroupArgs>,
): Promise<Done> {
  const { mandates, tree } = await loadOrganisation(work)
  let initiative = await loadInitiative(work, args.initiative)
  for (let attempt = 1; ; attempt++) {
    if (initiative.archived) throw new Refused({ why: 'archived' })
    const by = mandateOf(work.me, { matter: 'steeringGroup', initiative, mandates, tree, today: work.today })
    if (isRefusal(by)) throw new Refused(by)
    const members = initiative.steeringGroup ?? []
    const seen = new Set(args.members)
    if (members.length !== seen.size || !members.every(({ id }) => seen.has(id)))
      throw new Refused({
        why: 'changedByOther',
        fields: [],
        ...(initiative.changedBy && { by: initiative.changedBy }),
      })
    if (isAppointed(initiative)) break
    try {
      const { title: post } = by.mandate
      initiative = await work.store.change(initiatives, initiative, {
        steeringAppointed: { day: work.today, by: work.me, post, members },
        ...stamp(work),
      })
      break
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      initiative = await loadInitiative(work, args.initiative)
    }
  }
  const appointed = initiative.steeringAppointed
  if (!appointed) return { initiatives: [initiative] }
  const entry = await leaveTrail(work, {
    // Of what was appointed, so that a repeated call leaves it once.
    key: `${initiative.key}/appointed/${appointed.day}/${appointed.members.map(({ id }) => id.slice(0, 8)).join('-')}`.slice(
      0,
      255,
    ),
    title: initiatives.columns.steeringAppointed.label,
    initiative: { key: initiative.key, title: initiative.title },
    kind: 'decision',
    field: 'SteeringAppointed',
    to: appointed.members.map(({ name }) => name).join(', '),
    day: appointed.day,
    person: appointed.by,
    ...stamp(work),
  })
  return { initiatives: [initiative], trail: [entry] }
}
