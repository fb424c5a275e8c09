/** Plans a decision point of a running project, or passes it: the project's own people do, not the gates. */
import * as v from 'valibot'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { type ProjectPoint, projectPoints } from '#src/lists/followUp.ts'
import type { Role } from '#src/lists/organisation.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import { may, type Task } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import {
  type Done,
  leaveTrail,
  loadInitiative,
  loadOrganisation,
  rolesOf,
  stamp,
  type Work,
} from '../work.ts'

const values = v.record(v.picklist(['title', 'phase', 'planned', 'note', 'archived']), v.unknown())

export const savePointArgs = v.strictObject({
  initiative: shortText,
  /** The key of the point; of one that isn't there, it is made. */
  point: shortText,
  /** New values; `null` empties. */
  values,
  /** The values of the same columns as the person saw them. */
  base: values,
  /** Passes it today, after the values are written. A point is passed once. */
  pass: v.optional(v.boolean()),
})

const MOST_ATTEMPTS = 4

/** As told to whoever may not; those who sit in the steering group have no role of that name. */
const pointRoles = {
  planPoint: ['projectManager', 'projectOwner', 'projectOffice'],
  passPoint: ['projectOwner'],
} satisfies Partial<Record<Task, Role[]>>

export async function savePoint(work: Work, args: v.InferOutput<typeof savePointArgs>): Promise<Done> {
  const [organisation, initiative] = await Promise.all([
    loadOrganisation(work),
    loadInitiative(work, args.initiative),
  ])
  const task = args.pass ? 'passPoint' : 'planPoint'
  if (!may(task, { id: work.me.id, roles: rolesOf(work.me.id, organisation) }, initiative))
    throw new Refused({ why: 'notYourTask', roles: pointRoles[task] })
  if (initiative.archived) throw new Refused({ why: 'archived' })
  const faults = faultsOf(projectPoints, args.values)
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })

  const about = { key: initiative.key, title: initiative.title }
  let point = await work.store.byKey(projectPoints, args.point)
  if (point && point.initiative.key !== initiative.key)
    throw new Refused({ why: 'notFound', what: 'projectPoints', key: args.point })
  if (!point) {
    const draft = { key: args.point, initiative: about, ...args.values, ...stamp(work) }
    const missing = faultsOf(projectPoints, draft, { whole: true })
    if (missing.length > 0) throw new Refused({ why: 'invalid', problems: missing })
    point = (await work.store.create(projectPoints, draft as ProjectPoint)).item
  }
  for (let attempt = 1; ; attempt++) {
    const { write, conflicts } = mergeChanges({ changes: args.values, base: args.base, now: point })
    if (conflicts.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields: conflicts,
        ...(point.changedBy && { by: point.changedBy }),
      })
    const passes: boolean = args.pass === true && !point.passed
    if (!passes && Object.keys(write).length === 0) break
    try {
      point = await work.store.change(projectPoints, point, {
        ...write,
        ...(passes && { passed: work.today, passedBy: work.me }),
        ...stamp(work),
      })
      break
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      point = await work.store.again(projectPoints, point)
    }
  }
  const replanned = await leaveReplanned(work, args, point)
  if (!point.passed || !point.passedBy)
    return { projectPoints: [point], ...(replanned && { trail: [replanned] }) }
  // Made from the point itself: whoever comes next leaves what a crash left out.
  const entry = await leaveTrail(work, {
    key: `${point.key}/passed`,
    title: point.title,
    initiative: about,
    kind: 'decision',
    field: 'ProjectPoints',
    day: point.passed,
    person: point.passedBy,
    ...stamp(work),
  })
  return { projectPoints: [point], trail: [...(replanned ? [replanned] : []), entry] }
}

/** A day that has been moved has its line in the history, also when this call was cut off after the point was written. */
async function leaveReplanned(
  work: Work,
  { values: { planned: to }, base: { planned: from } }: v.InferOutput<typeof savePointArgs>,
  point: ProjectPoint,
): Promise<TrailEntry | undefined> {
  if (typeof from !== 'string' || typeof to !== 'string' || from === to) return undefined
  if (point.planned !== to || point.changedBy?.id !== work.me.id) return undefined
  return leaveTrail(work, {
    key: `${point.key}/planned/${work.key}`,
    title: point.title,
    initiative: point.initiative,
    kind: 'time',
    field: 'ProjectPoints',
    from,
    to,
    day: point.changedOn ?? work.today,
    person: work.me,
    ...stamp(work),
  })
}
