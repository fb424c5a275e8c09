/** The administration's position on an item of a joint forum: stated before the meeting, with what came of it afterwards. */
import * as v from 'valibot'
import { type Position, positions } from '#src/lists/minutes.ts'
import { mandates, units } from '#src/lists/organisation.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { mayStatePosition } from '#src/rules/meetings/meetingRights.ts'
import { Refused } from '#src/rules/refusal.ts'
import { lineOf, treeOf } from '#src/rules/organisation/tree.ts'
import { shortText } from '../schemas.ts'
import type { Done, Work } from '../work.ts'
import { keyArg, valuesOf } from './args.ts'
import { changeRow, makeRow } from './changeRow.ts'
import { atItem, demandOpen, demandUnbiased, readItem, refOf } from './place.ts'

const columns = ['position', 'result'] as const

export const savePositionArgs = v.strictObject({
  /** Of one that isn't there, it is made. A unit has one position on an item. */
  position: shortText,
  item: keyArg,
  unit: keyArg,
  /** New values; `null` empties. */
  values: valuesOf(columns),
  /** The values of the same columns as the person saw them. */
  base: v.optional(valuesOf(columns)),
})
type Args = v.InferOutput<typeof savePositionArgs>

export async function savePosition(work: Work, args: Args): Promise<Done> {
  const item = await readItem(work, args.item)
  const [place, unitRows, own] = await Promise.all([
    atItem(work, item),
    work.store.all(units),
    work.store.where(mandates, { column: 'holder', value: work.me.id }),
  ])
  const tree = treeOf(unitRows)
  const unit = tree.get(args.unit)
  if (!unit || unit.archived) throw new Refused({ why: 'notFound', what: 'units', key: args.unit })
  if (!place.template?.joint) throw new Refused({ why: 'meeting', fault: 'notJoint' })
  const { forum, rows } = place
  if (!mayStatePosition({ id: work.me.id, rows }, unit.key, { tree, forum, mandates: own }))
    throw new Refused({
      why: 'notYourTask',
      roles: ['departmentManager', 'developmentLead', 'businessDeveloper', 'director'],
      people: lineOf(unit.key, tree).flatMap(({ head }) => head ?? []),
    })
  demandUnbiased(work, item, place.initiatives.values())
  demandOpen(place.initiatives.values())
  // What was said before the meeting stands when the forum has spoken.
  const isLate = item.state === 'treated' && 'position' in args.values

  const claim = `${item.key}/${unit.key}`
  const there = await holderOf(work, claim)
  if (isLate && !(there && there.position === args.values.position))
    throw new Refused({ why: 'meeting', fault: 'decided' })
  const row =
    there ??
    (await make(work, {
      key: args.position,
      claim,
      title: item.title,
      item: refOf(item),
      forum: item.forum,
      unit: { key: unit.key, title: unit.title },
      by: work.me,
      day: work.today,
      ...(item.meeting && { meeting: item.meeting }),
      ...(item.initiative && { initiative: item.initiative }),
      ...args.values,
    }))
  const saved = await changeRow(work, positions, row, {
    values: args.values,
    // Whoever thought there was none has not seen what it says.
    base: args.base ?? (row.key === args.position ? undefined : {}),
    also: (now, write) => ({
      ...('position' in write && { by: work.me, day: work.today }),
      ...(item.meeting && now.meeting?.key !== item.meeting.key && { meeting: item.meeting }),
    }),
  })
  return { positions: [saved] }
}

const holderOf = async ({ store }: Work, claim: string): Promise<Position | undefined> =>
  (await store.where(positions, { column: 'claim', value: claim })).find(({ archived }) => !archived)

/** Two of the unit who state it at once: the first is there, and the other sees what it says. */
async function make(work: Work, draft: Record<string, unknown> & { key: string; claim: string }) {
  try {
    return (await makeRow(work, positions, draft)).item
  } catch (error) {
    const first = isDuplicate(error) ? await holderOf(work, draft.claim) : undefined
    if (!first) throw error
    return first
  }
}
