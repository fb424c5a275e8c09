/** Says who does what by when, and follows it: done, moved to another day, or handed over, with the reason kept. */
import * as v from 'valibot'
import { type ActionChange, type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import type { Day, Person } from '#src/lists/columns.ts'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import { isPerson } from '#src/lists/shapes.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { isDraft } from '#src/rules/meetings/meetingState.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import type { Done, Work } from '../work.ts'
import { keyArg, valuesOf } from './args.ts'
import { changeRow, makeRow } from './changeRow.ts'
import { demandRight, demandUnbiased, type Place, placeOf, refOf, refsTo } from './place.ts'

const columns = ['title', 'owner', 'due', 'state', 'comment'] as const

export const saveActionArgs = v.strictObject({
  /** Of an action that isn't there, it is made: then `title`, `owner` and `due` are needed. */
  action: shortText,
  forum: keyArg,
  meeting: v.optional(keyArg),
  item: v.optional(keyArg),
  initiative: v.optional(keyArg),
  /** New values; `null` empties. `reason`: why it gets another day or another owner, once the minutes are sent. */
  values: valuesOf([...columns, 'reason']),
  /** The values of the same columns as the person saw them. */
  base: v.optional(valuesOf(columns)),
})
type Args = v.InferOutput<typeof saveActionArgs>
type Values = Record<string, unknown>

export async function saveAction(work: Work, args: Args): Promise<Done> {
  const there = await work.store.byKey(actionItems, args.action)
  if (there && (there.forum.key !== args.forum || there.archived))
    throw new Refused({ why: 'notFound', what: 'actionItems', key: args.action })
  const { reason, ...values } = args.values
  const place = await loadPlace(work, args, there)
  const action = there
    ? await change(work, { there, place, values, reason, base: args.base })
    : await make(work, args, place, values)
  if (!there || there.owner.id !== action.owner.id)
    await work.tell?.(
      noticeOf(
        'actionGiven',
        `${action.key}/given/${action.owner.id}`,
        { ...place, action },
        { by: work.me, on: work.today },
      ),
    )
  return { actionItems: [action] }
}

type ActionPlace = Awaited<ReturnType<typeof loadPlace>>

/** The forum, and of the meeting and item those that are named or that the action came from. */
async function loadPlace(work: Work, args: Args, there: ActionItem | undefined) {
  const [named, item] = [args.meeting ?? there?.meeting?.key, args.item ?? there?.item?.key]
  const [found, items] = await work.store.whereIn([
    { list: meetings, column: 'key', values: named === undefined ? [] : [named] },
    { list: agendaItems, column: 'key', values: item === undefined ? [] : [item] },
  ])
  const [meeting] = found
  if (args.meeting !== undefined && meeting?.forum.key !== args.forum)
    throw new Refused({ why: 'notFound', what: 'meetings', key: args.meeting })
  if (args.item !== undefined && items[0]?.forum.key !== args.forum)
    throw new Refused({ why: 'notFound', what: 'agendaItems', key: args.item })
  const about = args.initiative ?? there?.initiative?.key ?? items[0]?.initiative?.key
  const place = await placeOf(work, {
    forum: args.forum,
    ...(meeting && { meeting }),
    about: about === undefined ? [] : [about],
  })
  return { ...place, ...(items[0] && { item: items[0] }) }
}

async function make(work: Work, args: Args, place: ActionPlace, values: Values): Promise<ActionItem> {
  demandRight(work, 'hold', place)
  const { item, meeting } = place
  demandUnbiased(work, item, place.initiatives.values())
  const about = args.initiative ?? item?.initiative?.key
  const { item: action } = await makeRow(work, actionItems, {
    state: 'open',
    ...values,
    key: args.action,
    forum: refOf(place.forum),
    ...(meeting && { meeting: refOf(meeting) }),
    ...(item && { item: refOf(item) }),
    ...(about !== undefined && { initiative: refsTo([about], place)[0] }),
    ...(values.state !== undefined && values.state !== 'open' && { closedOn: work.today }),
  })
  return action
}

async function change(
  work: Work,
  {
    there,
    place,
    values,
    reason,
    base,
  }: { there: ActionItem; place: Place; values: Values; reason: unknown; base: Values | undefined },
): Promise<ActionItem> {
  if (there.owner.id !== work.me.id) demandRight(work, 'hold', place)
  // At the meeting, and in its draft, it is put right; afterwards it was something else, and why is kept.
  const isSaid = !place.meeting || !isDraft(place.meeting)
  const why = typeof reason === 'string' ? reason.trim() : ''
  return changeRow(work, actionItems, there, {
    values,
    base,
    demand: (now) => {
      if (isSaid && why === '' && isMoved(now, values))
        throw new Refused({
          why: 'invalid',
          problems: [{ field: 'reason', problem: 'required' }],
          of: actionItems.name,
        })
    },
    also: (now, write) => ({
      ...(write.state !== undefined && { closedOn: write.state === 'open' ? null : work.today }),
      ...(why !== '' &&
        isMoved(now, write) && { changes: [...(now.changes ?? []), changeOf(work, now, write, why)] }),
    }),
  })
}

const isMoved = (now: ActionItem, { due, owner }: Values) =>
  (due !== undefined && !same(due, now.due)) ||
  (owner !== undefined && isPerson(owner) && owner.id !== now.owner.id)

/** What it was before. */
const changeOf = (
  { me, today }: Work,
  now: { due: Day; owner: Person },
  write: Values,
  reason: string,
): ActionChange => ({
  on: today,
  by: me.name,
  reason,
  ...(write.due !== undefined && { due: now.due }),
  ...(write.owner !== undefined && { owner: now.owner.name }),
})
