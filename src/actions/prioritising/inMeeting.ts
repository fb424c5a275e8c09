/** An order that is decided while the forum sits: it becomes a matter of that meeting, so that its minutes give it a §. */
import type { Decision } from '#src/lists/decisions.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { Refused } from '#src/rules/refusal.ts'
import { refOf } from '../meetings/place.ts'
import { stamp, type Work } from '../work.ts'

const MOST_ATTEMPTS = 6

/** Throws Refused when it isn't the forum's, or isn't going on. */
export async function meetingToDecideIn({ store }: Work, forum: Forum, key: string): Promise<Meeting> {
  const meeting = await store.byKey(meetings, key)
  if (!meeting || meeting.forum.key !== forum.key)
    throw new Refused({ why: 'notFound', what: 'meeting', key })
  if (meeting.state !== 'open') throw new Refused({ why: 'meeting', fault: 'notOpen' })
  return meeting
}

/** The matter on the agenda that asks for it, else one of its own, last. */
export async function putInMeeting(work: Work, forum: Forum, decision: Decision): Promise<AgendaItem> {
  const { meeting, item: asked } = decision
  if (!meeting || !asked) throw new Error(`${decision.key} was made at no meeting`)
  const { store } = work
  const treated = {
    state: 'treated',
    outcome: 'grant',
    wording: decision.wording,
    decidedBy: decision.decidedBy,
    recordedBy: decision.recordedBy ?? decision.decidedBy,
    decidedOn: decision.decidedOn,
    carrying: 'done',
    decision: { key: decision.key, title: decision.number },
  } as const
  const items = await store.where(agendaItems, { column: 'meeting', value: meeting.key })
  const order = 1 + Math.max(0, ...items.map((one) => one.order ?? 0))
  let { item } = await store.create(agendaItems, {
    key: asked.key,
    title: asked.title,
    forum: refOf(forum),
    meeting,
    order,
    kind: 'decision',
    source: 'added',
    cause: `ranking/${decision.key}`,
    ...treated,
    ...stamp(work),
  })
  for (let attempt = 1; item.decision?.key !== decision.key; attempt++) {
    try {
      item = await store.change(agendaItems, item, { ...treated, ...stamp(work) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      item = await store.byId(agendaItems, item.id)
    }
  }
  return item
}
