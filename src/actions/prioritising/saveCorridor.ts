/** A share that a forum wants kept: set, changed, taken away and brought back by those who weigh for it. */
import * as v from 'valibot'
import { axisNames } from '#src/lists/axisNames.ts'
import { balanceAxes, corridors, measures } from '#src/lists/balance.ts'
import { faultsOf, type FaultyField } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { corridorFault } from '#src/rules/pictures/balance.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keysOf, shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'
import { demandForum } from './forForum.ts'

const percent = v.optional(v.nullable(v.number()))
const values = v.strictObject({
  title: v.optional(shortText),
  axis: v.optional(v.picklist(keysOf(balanceAxes))),
  value: v.optional(shortText),
  measure: v.optional(v.picklist(keysOf(measures))),
  leastPercent: percent,
  mostPercent: percent,
  archived: v.optional(v.boolean()),
})

export const saveCorridorArgs = v.strictObject({
  forum: shortText,
  /** The key of the corridor; of one that isn't there, it is made. */
  corridor: shortText,
  /** New values; `null` empties, `archived` takes it away. */
  values,
  /** The values of the same columns as the person saw them; none for a new one. */
  base: values,
})
type Args = v.InferOutput<typeof saveCorridorArgs>

const MOST_ATTEMPTS = 4

export async function saveCorridor(work: Work, args: Args): Promise<Done> {
  const forum = await demandForum(work, 'weigh', args.forum)
  for (let attempt = 1; ; attempt++) {
    const existing = await work.store.byKey(corridors, args.corridor)
    if (existing && existing.forum.key !== forum.key)
      throw new Refused({ why: 'notFound', what: 'corridors', key: args.corridor })
    const { write, conflicts } = mergeChanges({
      changes: ticked(args.values),
      base: ticked(args.base),
      now: ticked(existing ?? {}),
    })
    if (existing && conflicts.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields: conflicts,
        of: corridors.name,
        ...(existing.changedBy && { by: existing.changedBy }),
      })
    if (existing && Object.keys(write).length === 0) return { corridors: [existing] }
    const about = { key: forum.key, title: forum.title }
    const after = { ...existing, ...(existing ? write : args.values), key: args.corridor, forum: about }
    demandSound(after)
    if (write.axis !== undefined) await demandUsed(work, String(write.axis))
    try {
      const item = existing
        ? await work.store.change(corridors, existing, { ...write, ...stamp(work) })
        : (await work.store.create(corridors, { ...withoutEmpty(after), ...stamp(work) } as never)).item
      return { corridors: [item] }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** A share that was there before its axis was put out of use stays, and may be changed. */
async function demandUsed({ store }: Work, axis: string) {
  const said = await store.byKey(axisNames, axis)
  if (said?.unused)
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'axis', problem: 'notAllowed' }],
      of: corridors.name,
    })
}

function demandSound(after: Record<string, unknown>) {
  const given = Object.fromEntries(
    Object.entries(after).filter(([name]) => Object.hasOwn(corridors.columns, name)),
  )
  const problems: FaultyField[] = faultsOf(corridors, given, { whole: true })
  const least = after.leastPercent ?? undefined
  const most = after.mostPercent ?? undefined
  const fault = corridorFault({
    ...(least !== undefined && { leastPercent: Number(least) }),
    ...(most !== undefined && { mostPercent: Number(most) }),
  })
  if (problems.length === 0 && fault)
    problems.push({
      field: fault === 'upsideDown' ? 'mostPercent' : 'leastPercent',
      problem: fault === 'noShare' ? 'required' : 'notAllowed',
    })
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: corridors.name })
}

/** One that was never taken away is there. */
const ticked = (row: { archived?: boolean | undefined }) => ({ ...row, archived: row.archived === true })
const withoutEmpty = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))
