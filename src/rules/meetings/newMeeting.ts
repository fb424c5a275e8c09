/** A meeting as the forum's template makes it. What is kept on the meeting is its own from then on. */
import type { Day } from '#src/lists/columns.ts'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { MeetingDraft } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { daysEarlier } from '../calendar.ts'
import { later } from '../days/clock.ts'
import { workingDayBy } from '../days/workingDays.ts'

/** Meetings longer than this are likely a mistake in a template. */
const DAY_MINUTES = 1440

export const titleOfMeeting = (forum: Pick<Forum, 'title'>, day: Day) => `${forum.title} ${day}`.slice(0, 255)

/** The forum that makes it, and the days when offices are closed. */
interface Making {
  forum: Forum
  template?: ForumTemplate | undefined
  holidays: ReadonlySet<Day>
}

/** What follows from the day, as long as nobody has said otherwise: the last day for matters is a working day. */
export function dated({ forum, template, holidays }: Making, day: Day) {
  const stop = template?.stopDays
  return {
    title: titleOfMeeting(forum, day),
    stopDay: stop === undefined ? undefined : workingDayBy(daysEarlier(day, stop), holidays),
  }
}

/** A forum without a template writes notes, and what it decides takes effect at the meeting. */
export function newMeeting(
  making: Making,
  { key, claim, kind, day, movedFrom }: Pick<MeetingDraft, 'key' | 'claim' | 'kind' | 'day' | 'movedFrom'>,
): MeetingDraft {
  const { forum, template } = making
  const { start, lengthMinutes = 0 } = template ?? {}
  const end = lengthMinutes > 0 && lengthMinutes < DAY_MINUTES ? later(start, lengthMinutes) : undefined
  return given({
    key,
    claim,
    kind,
    day,
    movedFrom,
    ...dated(making, day),
    forum: { key: forum.key, title: forum.title },
    // Nothing is planned or called when a decision is made between meetings.
    state: kind === 'between' ? 'open' : 'planned',
    start: kind === 'between' ? undefined : start,
    end: kind === 'between' ? undefined : end,
    place: kind === 'between' ? undefined : template?.place,
    chair: forum.chair,
    secretary: forum.secretary,
    verifiers: template?.verifiers,
    minutesKind: template?.minutesKind ?? 'notes',
    verification: template?.verification ?? false,
    effectAt: template?.effectAt ?? 'atMeeting',
    caseNumber: template?.caseNumber,
    informationClass: template?.informationClass,
    sentTo: template?.sentTo,
  })
}

/** Without what is undefined. */
const given = (values: { [K in keyof MeetingDraft]: MeetingDraft[K] | undefined }) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as unknown as MeetingDraft
