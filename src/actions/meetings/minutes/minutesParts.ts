/** Everything that minutes tell of, read at once. */
import { actionItems } from '#src/lists/actionItems.ts'
import { type AgendaItem, agendaItems, attendance, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import {
  minutesPicture,
  type MinutesCorrection,
  type MinutesParts,
  type MinutesPicture,
} from '#src/rules/minutes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { loadOrganisation, type Organisation, type Work } from '../../work.ts'

export interface MinutesRows extends Pick<MinutesParts, 'attendance' | 'actions'> {
  organisation: Organisation
  forum: Forum
  meeting: Meeting
  items: AgendaItem[]
  paragraphs: Paragraph[]
  next?: Meeting
}

export async function loadMinutes(work: Work, meeting: Meeting): Promise<MinutesRows> {
  const [organisation, [items, there, actions, given], sittings] = await Promise.all([
    loadOrganisation(work),
    work.store.whereOf([agendaItems, attendance, actionItems, paragraphs], {
      column: 'meeting',
      value: meeting.key,
    }),
    work.store.where(meetings, { column: 'forum', value: meeting.forum.key }),
  ])
  const forum = organisation.forums.find(({ key }) => key === meeting.forum.key)
  if (!forum) throw new Refused({ why: 'notFound', what: 'forums', key: meeting.forum.key })
  const [next] = sittings
    .filter(({ day, state, kind }) => day > meeting.day && state !== 'cancelled' && kind !== 'between')
    .sort((one, other) => (one.day < other.day ? -1 : 1))
  return {
    organisation,
    forum,
    meeting,
    items,
    attendance: there,
    actions,
    paragraphs: given,
    ...(next && { next }),
  }
}

/** The picture of the minutes as the rows have them; `fixedOn` is the day they were sent, or today for a draft. */
export function drawMinutes(
  { today }: Work,
  rows: MinutesRows,
  {
    version,
    correction,
    items = rows.items,
    paragraphs: given = rows.paragraphs,
  }: {
    version: number
    correction?: MinutesCorrection
    items?: readonly AgendaItem[]
    paragraphs?: MinutesParts['paragraphs']
  },
): MinutesPicture {
  const { organisation, meeting, next } = rows
  return minutesPicture({
    ...rows,
    items,
    paragraphs: meeting.minutesKind === 'protocol' ? given : [],
    tree: organisation.tree,
    people: organisation.people,
    version,
    today: meeting.fixedOn ?? today,
    ...(next && {
      next: {
        day: next.day,
        ...(next.start && { start: next.start }),
        ...(next.place && { place: next.place }),
      },
    }),
    ...(correction && { correction }),
  })
}
