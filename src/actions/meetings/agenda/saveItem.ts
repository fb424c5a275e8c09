/** Puts a matter on a forum's backlog or on an agenda, or changes one; anyone may propose, those who prepare decide. */
import * as v from 'valibot'
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { frozenFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../../schemas.ts'
import type { Done, Work } from '../../work.ts'
import { keyArg, valuesOf } from '../args.ts'
import { changeItem } from '../changeItem.ts'
import { makeRow } from '../changeRow.ts'
import { initiativesIn, itemValues, nextOrder } from './itemValues.ts'
import { atItem, demandRight, demandUnbiased, type Place, placeOf, readMeeting, refOf } from '../place.ts'
import { demandStillDraft } from '../stillDraft.ts'

/** What whoever proposes a matter may say of it. */
const proposed = [
  'title',
  'kind',
  'minutes',
  'presenter',
  'material',
  'proposal',
  'initiative',
  'also',
  'question',
] as const
const columns = [...proposed, 'state', 'source', 'cause', 'because', 'order'] as const

export const saveItemArgs = v.strictObject({
  /** Of an item that isn't there, it is made. */
  item: shortText,
  forum: keyArg,
  /** The agenda it is to stand on; without one it stays where it is, a new one on the backlog. */
  meeting: v.optional(keyArg),
  /** New values; `null` empties. The state `backlog` takes it off the agenda. Initiatives by key, or as references. */
  values: valuesOf(columns),
  /** The values of the same columns as the person saw them. */
  base: v.optional(valuesOf(columns)),
})
type Args = v.InferOutput<typeof saveItemArgs>

export async function saveItem(work: Work, args: Args): Promise<Done> {
  const there = await work.store.byKey(agendaItems, args.item)
  if (there && (there.forum.key !== args.forum || there.archived))
    throw new Refused({ why: 'notFound', what: 'agendaItems', key: args.item })
  const item = there ? await change(work, args, there) : await make(work, args)
  return { agendaItems: [item] }
}

async function make(work: Work, args: Args): Promise<AgendaItem> {
  const meeting = args.meeting === undefined ? undefined : await readMeeting(work, args.meeting)
  const place = await placeOf(work, {
    forum: args.forum,
    ...(meeting && { meeting }),
    about: initiativesIn(args.values),
  })
  demandOwnColumns(work, args, place)
  demandUnbiased(work, undefined, place.initiatives.values())
  if (meeting) demandAgendaOf(meeting, args.forum)
  const { state, ...values } = itemValues(args.values, place)
  const { item } = await makeRow(work, agendaItems, {
    kind: 'discussion',
    source: meeting ? 'added' : 'proposed',
    ...values,
    key: args.item,
    forum: refOf(place.forum),
    state: state === 'left' ? 'left' : meeting ? 'agenda' : 'backlog',
    ...(meeting && { meeting: refOf(meeting), order: values.order ?? (await orderAfter(work, meeting)) }),
  })
  if (meeting) await demandStillDraft(work, meeting, [item])
  return item
}

async function change(work: Work, args: Args, there: AgendaItem): Promise<AgendaItem> {
  const moves = args.meeting !== undefined && args.meeting !== there.meeting?.key
  const to = moves ? await readMeeting(work, args.meeting as string) : undefined
  const place = await atItem(work, there, initiativesIn(args.values))
  const isMine = there.state === 'backlog' && there.changedBy?.id === work.me.id
  if (to) {
    demandRight(work, 'prepare', { ...place, meeting: to })
    demandAgendaOf(to, args.forum)
  } else if (isMine) demandOwnColumns(work, args, place)
  const values = itemValues(args.values, place)
  const order = to && (values.order ?? (await orderAfter(work, to)))
  const item = await changeItem(work, place, {
    task: isMine && !to ? 'propose' : 'prepare',
    values: {
      ...values,
      ...(to && { meeting: refOf(to), state: 'agenda', order }),
      ...(values.state === 'backlog' && !to && { meeting: null, order: null }),
    },
    base: args.base && {
      ...args.base,
      ...(to && { meeting: there.meeting, state: there.state, order: there.order }),
      ...(values.state === 'backlog' && { meeting: there.meeting, order: there.order }),
    },
    demand: ({ item: now, meeting }) => demandMovable({ item: now, meeting, to, values }),
  })
  if (to) await demandStillDraft(work, to, [item])
  return item
}

/** What was decided stays where it was decided; what stands on an agenda is taken off it first. */
function demandMovable({
  item,
  meeting,
  to,
  values,
}: {
  item: AgendaItem
  meeting?: Meeting | undefined
  to: Meeting | undefined
  values: Record<string, unknown>
}) {
  const { state } = values
  const changesState = state !== undefined && state !== item.state
  if (state === 'treated' || (state === 'agenda' && !item.meeting && !to))
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'state', problem: 'notAllowed' }],
      of: agendaItems.name,
    })
  const isSettled = item.state === 'treated' && (to !== undefined || changesState)
  const wasCarriedOut = item.decision !== undefined && ('initiative' in values || 'also' in values)
  if (isSettled || wasCarriedOut) throw new Refused({ why: 'meeting', fault: 'decided' })
  if (
    to &&
    item.meeting &&
    item.state === 'agenda' &&
    item.meeting.key !== to.key &&
    meeting?.state !== 'cancelled'
  )
    throw new Refused({ why: 'meeting', fault: 'onAgenda', names: [item.meeting.title] })
}

/** Whoever doesn't prepare the forum's meetings proposes on its backlog, in their own words. */
function demandOwnColumns(work: Work, { meeting, values }: Args, place: Place) {
  const isOwn = Object.keys(values).every((name) => (proposed as readonly string[]).includes(name))
  if (meeting !== undefined || !isOwn) demandRight(work, 'prepare', place)
}

function demandAgendaOf(meeting: Meeting, forum: string) {
  if (meeting.forum.key !== forum) throw new Refused({ why: 'notFound', what: 'meetings', key: meeting.key })
  const faults = frozenFaults(meeting)
  if (faults.length > 0) throw new Refused(...faults)
}

const orderAfter = async ({ store }: Work, { key }: Meeting) =>
  nextOrder(await store.where(agendaItems, { column: 'meeting', value: key }))
