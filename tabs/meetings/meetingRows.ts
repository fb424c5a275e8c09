/** A meeting and the rows that belong to it: read together, and kept true by what actions answer. */
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import {
  type AgendaItem,
  agendaItems,
  type Attendance,
  attendance,
  type Meeting,
  meetings,
} from '#src/lists/meetings.ts'
import {
  type Paper,
  papers,
  type Paragraph,
  paragraphs,
  type Position,
  positions,
  type Verification,
  verifications,
} from '#src/lists/minutes.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import type { Done } from '#src/actions/work.ts'

export interface MeetingRows {
  meeting: Meeting | undefined
  template: ForumTemplate | undefined
  agendaItems: readonly AgendaItem[]
  attendance: readonly Attendance[]
  actionItems: readonly ActionItem[]
  paragraphs: readonly Paragraph[]
  papers: readonly Paper[]
  verifications: readonly Verification[]
  positions: readonly Position[]
}

/** The rows of the meeting in one `$batch`, beside the meeting itself; then the template of its forum. Throws GraphError. */
export async function readMeeting(store: ListReader, key: string): Promise<MeetingRows> {
  const [meeting, [items, present, actions, numbers, frozen, approvals, views]] = await Promise.all([
    store.byKey(meetings, key),
    // Papers without their text: it is read by whoever opens one.
    store.whereOf(
      [agendaItems, attendance, actionItems, paragraphs, papers, verifications, positions],
      { column: 'meeting', value: key },
      'table',
    ),
  ])
  return {
    meeting,
    template: meeting && (await store.byKey(forumTemplates, meeting.forum.key)),
    agendaItems: items.filter(inUse),
    attendance: present.filter(inUse),
    actionItems: actions.filter(inUse),
    paragraphs: numbers,
    papers: frozen,
    verifications: approvals,
    positions: views.filter(inUse),
  }
}

const inUse = ({ archived }: { archived?: boolean }) => !archived

const belonging = [
  'agendaItems',
  'attendance',
  'actionItems',
  'paragraphs',
  'papers',
  'verifications',
  'positions',
] as const

/** The rows with what an action answered in place of what stood there; an item that moved to another meeting leaves. */
export function takeIn(rows: MeetingRows, done: Done, key: string): MeetingRows {
  const next: MeetingRows = {
    ...rows,
    meeting: done.meetings?.find((meeting) => meeting.key === key) ?? rows.meeting,
    template:
      done.forumTemplates?.find((template) => template.forum.key === rows.meeting?.forum.key) ??
      rows.template,
  }
  for (const list of belonging) {
    const items = done[list] as { key: string; archived?: boolean; meeting?: { key: string } }[] | undefined
    if (!items?.length) continue
    const keys = new Set(items.map((item) => item.key))
    Object.assign(next, {
      [list]: [
        ...rows[list].filter((row) => !keys.has(row.key)),
        ...items.filter((item) => !item.archived && item.meeting?.key === key),
      ],
    })
  }
  return next
}
