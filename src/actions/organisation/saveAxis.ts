/** What the installation calls an axis of balance and its classes, and whether it looks along it: an administrator's act. */
import * as v from 'valibot'
import { type AxisName, axisNames } from '#src/lists/axisNames.ts'
import { balanceAxes } from '#src/lists/balance.ts'
import { people } from '#src/lists/organisation.ts'
import type { FaultyField } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { type AxisFault, axisFaults, tidied } from '#src/rules/pictures/axes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keysOf, shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'

const name = v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(255))))
const oneLine = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(255)))
const values = v.strictObject({
  swedish: name,
  english: name,
  unused: v.optional(v.nullable(v.boolean())),
  classes: v.optional(v.nullable(v.record(shortText, v.strictObject({ sv: oneLine, en: oneLine })))),
})

export const saveAxisArgs = v.strictObject({
  axis: v.picklist(keysOf(balanceAxes)),
  /** New values; what is empty has its built-in name again. */
  changes: values,
  /** The values of the same columns as the person saw them; empty where nothing was said before. */
  base: values,
})
type Args = v.InferOutput<typeof saveAxisArgs>

const MOST_ATTEMPTS = 4

export async function saveAxis(work: Work, { axis, changes, base }: Args): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const [who, kept] = await work.store.allOf([people, axisNames])
    const roles = who.filter((row) => !row.archived && row.person.id === work.me.id)
    if (!may('organise', { id: work.me.id, roles: roles.flatMap((row) => row.roles ?? []) }))
      throw new Refused({ why: 'notYourTask', roles: [...permissions.organise.roles] })
    const existing = kept.find(({ key }) => key === axis)
    const { write, conflicts } = mergeChanges({
      changes: asKept(changes),
      base: asKept({ ...unsaid, ...base }),
      now: asKept({ ...unsaid, ...existing }),
    })
    if (conflicts.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields: conflicts,
        of: axisNames.name,
        ...(existing?.changedBy && { by: existing.changedBy }),
      })
    if (Object.keys(write).length === 0) return { axisNames: existing ? [existing] : [] }
    const after = withoutEmpty({ ...existing, ...write, key: axis, axis }) as unknown as AxisName
    const problems = axisFaults(after, kept).map((fault) => problemOf[fault])
    if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: axisNames.name })
    try {
      if (existing)
        return { axisNames: [await work.store.change(axisNames, existing, { ...write, ...stamp(work) })] }
      const { item, existed } = await work.store.create(axisNames, { ...draftOf(after), ...stamp(work) })
      // Two who both are the first to say something of an axis: the second is held against what the first said.
      if (!existed || attempt === MOST_ATTEMPTS) return { axisNames: [item] }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

const problemOf: Record<AxisFault, FaultyField> = {
  notNamable: { field: 'classes', problem: 'noField' },
  axisTwice: { field: 'swedish', problem: 'taken' },
  classTwice: { field: 'classes', problem: 'taken' },
  tooFew: { field: 'unused', problem: 'notAllowed' },
}

/** Of the columns given, the values as they are kept: a box that was never ticked isn't, and names that are empty aren't there. */
function asKept(given: Partial<Args['changes']> | AxisName): Record<string, unknown> {
  const { swedish, english, unused, classes } = given
  return {
    ...('swedish' in given && { swedish: swedish || null }),
    ...('english' in given && { english: english || null }),
    ...('unused' in given && { unused: unused === true }),
    ...('classes' in given && { classes: (classes && tidied(classes as never)) ?? null }),
  }
}

const unsaid = { swedish: null, english: null, unused: null, classes: null }
const withoutEmpty = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))
const draftOf = ({ key, axis, swedish, english, unused, classes }: AxisName) => ({
  key,
  axis,
  title: balanceAxes[axis],
  ...(swedish && { swedish }),
  ...(english && { english }),
  ...(unused && { unused }),
  ...(classes && { classes }),
})
