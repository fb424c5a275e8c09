/** Fills in an initiative before its next gate; field by field, so that two people may work side by side. */
import * as v from 'valibot'
import { type ChangesOf, internalName } from '#src/lists/list.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { TrailDraft, TrailEntry } from '#src/lists/decisions.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { mergeChanges, type PreparedField, preparedFields, same, trailedFields } from '#src/rules/editing.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from './schemas.ts'
import { type Done, leaveTrail, loadInitiative, loadOrganisation, rolesOf, stamp, type Work } from './work.ts'

const values = v.record(v.picklist(preparedFields), v.unknown())

export const prepareInitiativeArgs = v.object({
  initiative: shortText,
  /** New values; `null` empties. */
  changes: values,
  /** The values of the same fields as the person saw them. */
  base: values,
})

const MOST_ATTEMPTS = 4

export async function prepareInitiative(
  work: Work,
  args: v.InferOutput<typeof prepareInitiativeArgs>,
): Promise<Done> {
  const faults = faultsOf(initiatives, args.changes)
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })
  const organisation = await loadOrganisation(work)
  let initiative = await loadInitiative(work, args.initiative)
  if (!may('prepare', { id: work.me.id, roles: rolesOf(work.me.id, organisation) }, initiative)) {
    throw new Refused({ why: 'notYourTask', roles: [...permissions.prepare.roles] })
  }
  for (let attempt = 1; ; attempt++) {
    const { write, conflicts } = mergeChanges({ changes: args.changes, base: args.base, now: initiative })
    if (conflicts.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields: conflicts,
        ...(initiative.changedBy && { by: initiative.changedBy }),
      })
    if (Object.keys(write).length === 0) break
    try {
      initiative = await work.store.change(initiatives, initiative, {
        ...(write as ChangesOf<typeof initiatives>),
        ...stamp(work),
      })
      break
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      initiative = await loadInitiative(work, args.initiative)
    }
  }
  return { initiatives: [initiative], trail: await leaveTrails(work, args, initiative) }
}

/** One entry for each change of owner or money; keyed by what caused it, so a repeated call writes none twice. */
async function leaveTrails(
  work: Work,
  { changes, base }: v.InferOutput<typeof prepareInitiativeArgs>,
  initiative: Initiative,
): Promise<TrailEntry[]> {
  const trailed = (Object.keys(changes) as PreparedField[]).filter(
    (field): field is keyof typeof trailedFields =>
      Object.hasOwn(trailedFields, field) && !same(changes[field], base[field]),
  )
  return Promise.all(
    trailed.map((field) => {
      const draft: TrailDraft = {
        key: `${work.key}/${field}`,
        title: initiatives.columns[field].label,
        initiative: { key: initiative.key, title: initiative.title },
        kind: trailedFields[field],
        field: internalName(field),
        day: work.today,
        person: work.me,
        ...shown('from', base[field]),
        ...shown('to', changes[field]),
        ...stamp(work),
      }
      return leaveTrail(work, draft)
    }),
  )
}

/** A value as the trail keeps it: a person's name, a number of kronor. */
function shown(end: 'from' | 'to', value: unknown) {
  if (value === undefined || value === null) return {}
  return { [end]: typeof value === 'object' && 'name' in value ? String(value.name) : String(value) }
}
