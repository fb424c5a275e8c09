/** Puts matters on a meeting's agenda: proposals that the agenda drafted itself, and what waited on the backlog. */
import * as v from 'valibot'
import { type AgendaItem, agendaItems, agendaSources, itemKinds, type Meeting } from '#src/lists/meetings.ts'
import { frozenFaults } from '#src/rules/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keysOf, shortText, text } from '../schemas.ts'
import type { Done, Work } from '../work.ts'
import { keyArg, personArg } from './args.ts'
import { changeRow, makeRow } from './changeRow.ts'
import { itemValues, nextOrder } from './itemValues.ts'
import { atMeeting, demandRight, demandUnbiased, type PlaceAtMeeting, readMeeting, refOf } from './place.ts'

const MOST_ITEMS = 300
const place = v.pipe(v.number(), v.finite(), v.minValue(0))

export const takeUpArgs = v.strictObject({
  meeting: keyArg,
  items: v.pipe(
    v.array(
      v.strictObject({
        /** Of an item on the backlog, or of a new one: best made of the meeting and the cause, so that two who prepare make one. */
        key: shortText,
        title: shortText,
        kind: v.picklist(keysOf(itemKinds)),
        source: v.picklist(keysOf(agendaSources)),
        cause: v.optional(shortText),
        because: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
        initiative: v.optional(keyArg),
        presenter: v.optional(personArg),
        minutes: v.optional(place),
        material: v.optional(v.array(v.strictObject({ name: shortText, url: v.optional(v.string()) }))),
        proposal: v.optional(text),
        order: v.optional(place),
        asks: v.optional(keyArg),
        askedBy: v.optional(keyArg),
        question: v.optional(text),
      }),
    ),
    v.maxLength(MOST_ITEMS),
  ),
})
type Args = v.InferOutput<typeof takeUpArgs>
type Given = Args['items'][number]

/** What is on the agenda already, by its key or by its cause, is left as it is. */
export async function takeUp(work: Work, { meeting: key, items: given }: Args): Promise<Done> {
  const at = await atMeeting(
    work,
    key,
    given.flatMap(({ initiative }) => initiative ?? []),
  )
  demandRight(work, 'prepare', at)
  const faults = frozenFaults(at.meeting)
  if (faults.length > 0) throw new Refused(...faults)
  const [there, [known]] = await Promise.all([
    work.store.where(agendaItems, { column: 'meeting', value: key }),
    work.store.whereIn([
      {
        list: agendaItems,
        column: 'key',
        values: [...new Set(given.flatMap(({ key: item, asks }) => [item, ...(asks ? [asks] : [])]))],
      },
    ]),
  ])
  const byKey = new Map(known.map((item) => [item.key, item]))
  const byCause = new Map(
    there.flatMap((item) => (item.cause && item.state !== 'left' ? [[item.cause, item] as const] : [])),
  )
  const found = given.map((one) => ({ one, item: byKey.get(one.key) ?? byCause.get(one.cause ?? '') }))
  for (const { one, item } of found) {
    const about = one.initiative === undefined ? undefined : at.initiatives.get(one.initiative)
    demandUnbiased(work, item, about ? [about] : [])
    if (item) await demandFree(work, item, at)
  }

  let next = nextOrder(there)
  const taken: AgendaItem[] = []
  for (const { one, item } of found) {
    const isHere = item?.meeting?.key === key && item.state !== 'left'
    const order = one.order ?? (isHere ? (item.order ?? next) : next)
    if (!isHere) next = Math.max(next, order + 1)
    taken.push(
      item
        ? isHere
          ? item
          : await put(work, item, at.meeting, order)
        : await make(work, one, { at, order, byKey }),
    )
  }
  return { agendaItems: taken }
}

async function make(
  work: Work,
  { key, asks, askedBy, ...rest }: Given,
  { at, order, byKey }: { at: PlaceAtMeeting; order: number; byKey: ReadonlyMap<string, AgendaItem> },
): Promise<AgendaItem> {
  const asked = asks === undefined ? undefined : byKey.get(asks)
  const { item } = await makeRow(work, agendaItems, {
    ...itemValues(rest, at),
    key,
    forum: refOf(at.forum),
    meeting: refOf(at.meeting),
    state: 'agenda',
    order,
    ...(asked && { asks: refOf(asked) }),
    ...(askedBy !== undefined && asked && { askedBy: asked.forum }),
  })
  return item
}

/** An item of the backlog, one that was left out, or one of a meeting that was cancelled. */
const put = (work: Work, item: AgendaItem, meeting: Meeting, order: number) =>
  changeRow(work, agendaItems, item, {
    values: { meeting: refOf(meeting), state: 'agenda', order },
    base: { meeting: item.meeting, state: item.state, order: item.order },
  })

/** Throws Refused for an item of another forum, one that has its outcome, and one that stands on another agenda. */
async function demandFree(work: Work, item: AgendaItem, { forum, meeting }: PlaceAtMeeting) {
  if (item.forum.key !== forum.key || item.archived)
    throw new Refused({ why: 'notFound', what: 'agendaItems', key: item.key })
  if (item.meeting?.key === meeting.key) return
  if (item.state === 'treated') throw new Refused({ why: 'meeting', fault: 'decided' })
  if (item.state !== 'agenda' || !item.meeting) return
  const other = await readMeeting(work, item.meeting.key)
  if (other.state !== 'cancelled')
    throw new Refused({ why: 'meeting', fault: 'onAgenda', names: [other.title] })
}
