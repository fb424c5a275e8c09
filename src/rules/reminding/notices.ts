/** What people are told about meetings, and who is told: a table. Sending it is somebody else's. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'

/** What a notice is about; a kind names what it must have. */
export interface NoticeFacts {
  forum: Forum
  meeting?: Meeting
  item?: AgendaItem
  action?: ActionItem
}

type Receivers = (facts: NoticeFacts) => readonly (Person | undefined)[]

const leads: Receivers = ({ forum, meeting }) => [
  meeting?.chair ?? forum.chair,
  meeting?.secretary ?? forum.secretary,
]
const everyone: Receivers = (facts) => [...leads(facts), ...(facts.forum.members ?? [])]

/** Kinds of notice and who is told. Whoever caused it is never told. */
export const notices = {
  agendaSent: (facts) => [...everyone(facts), facts.item?.presenter],
  meetingMoved: everyone,
  meetingCancelled: everyone,
  questionSent: leads,
  questionAnswered: leads,
  verifyAsked: ({ meeting }) => meeting?.verifiers ?? [],
  minutesReturned: leads,
  minutesVerified: everyone,
  notCarriedOut: (facts) => [...leads(facts), facts.item?.decidedBy],
  actionGiven: ({ action }) => [action?.owner],
} as const satisfies Record<string, Receivers>
/**
 * `needWithdrawn`: of a need, told to those who decide about it. `turnedRed`: of a report, told to the project's owner.
 * Of a forum's order: `orderLaid`, `orderRaised`, told to those whose word it waits for; `rankingDecided`, to the forum and the project
 * office.
 */
export type NoticeKind = keyof typeof notices | 'needWithdrawn' | 'turnedRed' | OrderNotice
export type OrderNotice = 'orderLaid' | 'orderRaised' | 'rankingDecided'

export interface Notice {
  /** What it is told about, once: whoever hears the same key twice tells it once. */
  key: string
  kind: NoticeKind
  to: Person[]
  /** Of what is told about a meeting. */
  forum?: Ref
  /** Of what is told about a need: what it is and the gate it stands before. */
  need?: { key: string; title: string; number: string; gate: string }
  /** Of what is told about a month's status report: what it is of. */
  report?: { key: string; title: string; number: string; month: string }
  /** Of what is told about an order. */
  ranking?: Ref
  meeting?: Ref
  item?: Ref
  action?: Ref
  by: Person
  on: Day
}

/** The notice, with each receiver once; `also`: others who are told, as those who present something. */
export function noticeOf(
  kind: keyof typeof notices,
  key: string,
  facts: NoticeFacts,
  { by, on, also = [] }: { by: Person; on: Day; also?: readonly (Person | undefined)[] },
): Notice {
  const { forum, meeting, item, action } = facts
  const receivers: readonly (Person | undefined)[] = [...notices[kind](facts), ...also]
  const to = new Map(receivers.flatMap((person) => (person ? [[person.id, person] as const] : [])))
  to.delete(by.id)
  return {
    key,
    kind,
    to: [...to.values()],
    forum: refOf(forum),
    ...(meeting && { meeting: refOf(meeting) }),
    ...(item && { item: refOf(item) }),
    ...(action && { action: refOf(action) }),
    by,
    on,
  }
}

const refOf = ({ key, title }: Ref): Ref => ({ key, title })
