/** Puts matters on a meeting's agenda: proposals that the agenda drafted itself, and what waited on the backlog. */
import * as v from 'valibot'
import {
  type AgendaItem,
  type AgendaItemDraft,
  agendaItems,
  agendaSources,
  itemKinds,
  type Meeting,
} from '#src/lists/meetings.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { frozenFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keysOf, shortText, text } from '../../schemas.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg, personArg } from '../args.ts'
import { changeRow } from '../changeRow.ts'
import { itemValues, nextOrder } from './itemValues.ts'
import {
  atMeeting,
  demandOpen,
  demandRight,
  demandUnbiased,
  itemInitiatives,
  type PlaceAtMeeting,
  readMeeting,
  refOf,
} from '../place.ts'
import { demandStillDraft } from '../stillDraft.ts'

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
  const at = await atMeeting(work, key, [
    ...given.flatMap(({ initiative }) => initiative ?? []),
    ...known.flatMap(itemInitiatives),
  ])
  demandRight(work, 'prepare', at)
  const faults = frozenFaults(at.meeting)
  if (faults.length > 0) throw new Refused(...faults)
  const byKey = new Map(known.map((item) => [item.key, item]))
  const byCause = new Map(
    there.flatMap((item) => (item.cause && item.state !== 'left' ? [[item.cause, item] as const] : [])),
  )
  const found = given.map((one) => ({ one, item: byKey.get(one.key) ?? byCause.get(one.cause ?? '') }))
  for (const { one, item } of found) {
    const about = item ? itemInitiatives(item) : [one.initiative ?? []].flat()
    demandUnbiased(
      work,
      item,
      about.flatMap((initiative) => at.initiatives.get(initiative) ?? []),
    )
    if (item) {
      demandOpen(about.flatMap((initiative) => at.initiatives.get(initiative) ?? []))
      await demandFree(work, item, at)
    }
  }

  let next = nextOrder(there)
  const placed = found.map(({ one, item }) => {
    const isHere = item?.meeting?.key === key && item.state !== 'left'
    const order = one.order ?? (isHere ? (item.order ?? next) : next)
    if (!isHere) next = Math.max(next, order + 1)
    return { one, item, isHere, order }
  })
  const drafts = placed.flatMap(({ one, item, order }) => (item ? [] : [draftOf(one, { at, order, byKey })]))
  const problems = drafts.flatMap((draft) => faultsOf(agendaItems, draft, { whole: true }))
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: agendaItems.name })

  await work.store.createMany(
    agendaItems,
    drafts.map((draft) => ({ ...draft, ...stamp(work) })),
  )
  const moved = await Promise.all(
    placed.flatMap(({ item, isHere, order }) =>
      item && !isHere ? [put(work, item, at.meeting, order)] : [],
    ),
  )
  const keys = new Set(placed.map(({ one, item }) => item?.key ?? one.key))
  const now = await work.store.where(agendaItems, { column: 'meeting', value: key })
  const made = new Set([...drafts, ...moved].map((item) => item.key))
  await demandStillDraft(
    work,
    at.meeting,
    now.filter((item) => made.has(item.key)),
  )
  return { agendaItems: now.filter((item) => keys.has(item.key)).toSorted(byOrder) }
}

const byOrder = (a: AgendaItem, b: AgendaItem) => (a.order ?? 0) - (b.order ?? 0)

function draftOf(
  { key, asks, askedBy, ...rest }: Given,
  { at, order, byKey }: { at: PlaceAtMeeting; order: number; byKey: ReadonlyMap<string, AgendaItem> },
): AgendaItemDraft {
  const asked = asks === undefined ? undefined : byKey.get(asks)
  return {
    ...(itemValues(rest, at) as Pick<AgendaItemDraft, 'title' | 'kind' | 'source'>),
    key,
    forum: refOf(at.forum),
    meeting: refOf(at.meeting),
    state: 'agenda',
    order,
    ...(asked && { asks: refOf(asked) }),
    ...(askedBy !== undefined && asked && { askedBy: asked.forum }),
  }
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
