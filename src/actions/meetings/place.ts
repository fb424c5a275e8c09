/** Where an action about meetings takes place: forum, meeting and item, and what the person may do there. */
import type { Person, Ref } from '#src/lists/columns.ts'
import { forumTemplates, type ForumTemplate } from '#src/lists/forumTemplates.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type Verification, verifications } from '#src/lists/minutes.ts'
import { type Forum, forums, people, type PersonRow, type Role } from '#src/lists/organisation.ts'
import { openPlaceRefusals } from '#src/rules/initiatives/confidential.ts'
import { meetingRightFaults, type MeetingTask } from '#src/rules/meetings/meetingRights.ts'
import { itemFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from '../work.ts'

export interface Place {
  forum: Forum
  /** How the forum meets; none until somebody has said. */
  template?: ForumTemplate
  meeting?: Meeting
  /** The person's own rows and roles. */
  rows: PersonRow[]
  roles: Role[]
  /** The initiatives asked for, by key. */
  initiatives: Map<string, Initiative>
}
export type PlaceAtMeeting = Place & { meeting: Meeting }
export type PlaceOfItem = Place & { item: AgendaItem; verifications: Verification[] }

/** The meeting. Throws Refused when there is none. */
export async function readMeeting({ store }: Work, key: string): Promise<Meeting> {
  const meeting = await store.byKey(meetings, key)
  if (!meeting) throw new Refused({ why: 'notFound', what: 'meetings', key })
  return meeting
}

/** The forum of a meeting, or one that is named, in one `$batch`. Throws Refused when there is none. */
export async function placeOf(
  work: Work,
  { forum: key, meeting, about = [] }: { forum: string; meeting?: Meeting; about?: readonly string[] },
): Promise<Place> {
  const [found, templates, rows, named] = await work.store.whereIn([
    { list: forums, column: 'key', values: [key] },
    { list: forumTemplates, column: 'key', values: [key] },
    { list: people, column: 'person', values: [work.me.id] },
    { list: initiatives, column: 'key', values: [...new Set(about)] },
  ])
  const forum = found.find((one) => !one.archived)
  if (!forum) throw new Refused({ why: 'notFound', what: 'forums', key })
  const mine = rows.filter(({ archived }) => !archived)
  const [template] = templates
  return {
    forum,
    ...(template && { template }),
    ...(meeting && { meeting }),
    rows: mine,
    roles: mine.flatMap((row) => row.roles ?? []),
    initiatives: new Map(named.map((one) => [one.key, one])),
  }
}

/** The meeting with its forum. */
export async function atMeeting(
  work: Work,
  key: string,
  about: readonly string[] = [],
): Promise<PlaceAtMeeting> {
  const meeting = await readMeeting(work, key)
  return { ...(await placeOf(work, { forum: meeting.forum.key, meeting, about })), meeting }
}

/** The item with its meeting and forum, the initiatives it is about, and who verified it on its own. */
export async function atItem(
  work: Work,
  item: AgendaItem,
  about: readonly string[] = [],
): Promise<PlaceOfItem> {
  const [[[meeting], asked], place] = await Promise.all([
    work.store.whereIn([
      { list: meetings, column: 'key', values: item.meeting ? [item.meeting.key] : [] },
      { list: verifications, column: 'item', values: item.atOnce ? [item.key] : [] },
    ]),
    placeOf(work, { forum: item.forum.key, about: [...about, ...itemInitiatives(item)] }),
  ])
  return { ...place, ...(meeting && { meeting }), item, verifications: asked }
}

/** The item. Throws Refused when there is none, or when it is archived. */
export async function readItem({ store }: Work, key: string): Promise<AgendaItem> {
  const item = await store.byKey(agendaItems, key)
  if (!item || item.archived) throw new Refused({ why: 'notFound', what: 'agendaItems', key })
  return item
}

export const itemInitiatives = ({ initiative, also = [] }: Pick<AgendaItem, 'initiative' | 'also'>) =>
  [initiative, ...also].flatMap((ref) => ref?.key ?? [])

/** Throws Refused with those who may, when the person may not. */
export function demandRight({ me }: Work, task: MeetingTask, place: Place) {
  const faults = meetingRightFaults(task, { id: me.id, roles: place.roles }, place)
  if (faults.length > 0) throw new Refused(...faults)
}

/** Throws Refused when the item, or the minutes that it is part of, is locked. */
export function demandDraft({ item, meeting, verifications: asked }: PlaceOfItem) {
  const faults = itemFaults(item, meeting, asked)
  if (faults.length > 0) throw new Refused(...faults)
}

/** Throws Refused when the person is noted as having an interest of their own in the item, or in what it is about. */
export function demandUnbiased({ me }: Work, item: AgendaItem | undefined, about: Iterable<Initiative> = []) {
  const isMe = (persons: readonly Person[] = []) => persons.some(({ id }) => id === me.id)
  const names = [
    ...(isMe(item?.conflicted) ? [item?.title ?? ''] : []),
    ...[...about].filter(({ conflicted }) => isMe(conflicted)).map(({ title }) => title),
  ]
  if (names.length > 0) throw new Refused({ why: 'conflicted', names })
}

/** Throws Refused when one of them is confidential: agendas, actions, positions and minutes are read by all staff. */
export function demandOpen(about: Iterable<Initiative>) {
  const faults = openPlaceRefusals([...about])
  if (faults.length > 0) throw new Refused(...faults)
}

/** References to initiatives as they are called today. Throws Refused for one that isn't there, has been archived or is confidential. */
export function refsTo(keys: readonly string[], { initiatives: known }: Place): Ref[] {
  return keys.map((key) => {
    const found = known.get(key)
    if (!found) throw new Refused({ why: 'notFound', what: 'initiative', key })
    if (found.archived) throw new Refused({ why: 'archived' })
    demandOpen([found])
    return refOf(found)
  })
}

export const refOf = ({ key, title }: Ref): Ref => ({ key, title })
