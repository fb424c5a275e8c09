/** What comes and what is left to finish, my forums apart from the others. */
import type { Day } from '#src/lists/columns.ts'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { type Lack, lacksOf } from '#src/rules/deciding/lacking.ts'

export interface ForumNext {
  forum: Forum
  /** What of it has passed and isn't finished, then the next: earliest first. */
  meetings: readonly Meeting[]
  /** One of them is ahead. */
  hasNext: boolean
}

export interface Overview {
  mine: readonly Forum[]
  /** My forums' meetings that have been, with something left to do. */
  toFinish: readonly Meeting[]
  /** The next meeting of each of my forums, and the one after it when it comes within the weeks ahead. */
  coming: readonly Meeting[]
  /** My forums without a meeting ahead. */
  unplanned: readonly Forum[]
  others: readonly ForumNext[]
  lacks: ReadonlyMap<string, readonly Lack[]>
}

const AHEAD_DAYS = 56
/** A forum that meets every week doesn't crowd out the others. */
const MOST_OF_A_FORUM = 2

export function overviewOf({
  forums,
  meetings,
  templates,
  items,
  today,
  me,
}: {
  forums: readonly Forum[]
  /** Ahead or not finished, earliest first. */
  meetings: readonly Meeting[]
  templates: ReadonlyMap<string, ForumTemplate>
  items: ReadonlyMap<string, number> | undefined
  today: Day
  /** `undefined` where there is no "my". */
  me: string | undefined
}): Overview {
  const bodies = new Map(forums.map((forum) => [forum.key, forum]))
  const lacks = new Map(
    meetings.map((meeting) => [
      meeting.key,
      lacksOf({
        meeting,
        forum: bodies.get(meeting.forum.key),
        template: templates.get(meeting.forum.key),
        items: items && (items.get(meeting.key) ?? 0),
        today,
        holidays,
      }),
    ]),
  )
  const own = new Set(
    me === undefined
      ? []
      : [
          ...forums.filter((forum) => belongsTo(forum, me)).map(({ key }) => key),
          ...meetings.filter((m) => m.chair?.id === me || m.secretary?.id === me).map((m) => m.forum.key),
        ],
  )
  const mine = forums.filter(({ key }) => own.has(key))
  const ofMine = meetings.filter((meeting) => own.has(meeting.forum.key))
  const nextOf = (key: string) => meetings.find((m) => m.forum.key === key && isAhead(m, today))
  /** Which of its forum's meetings ahead it is, from 0. */
  const placeOf = ({ key, forum }: Meeting) =>
    ofMine
      .filter((meeting) => meeting.forum.key === forum.key && meeting.day >= today && !isLeft(meeting, today))
      .findIndex((meeting) => meeting.key === key)
  const nexts = new Set(mine.flatMap(({ key }) => nextOf(key)?.key ?? []))
  return {
    mine,
    toFinish: ofMine.filter((meeting) => isLeft(meeting, today)),
    coming: ofMine.filter(
      (meeting) =>
        nexts.has(meeting.key) ||
        (meeting.day >= today &&
          !isLeft(meeting, today) &&
          daysBetween(today, meeting.day) <= AHEAD_DAYS &&
          placeOf(meeting) < MOST_OF_A_FORUM),
    ),
    unplanned: mine.filter(({ key }) => !nextOf(key)),
    others: forums
      .filter(({ key }) => !own.has(key))
      .map((forum) => {
        const next = nextOf(forum.key)
        const left = meetings.filter((m) => m.forum.key === forum.key && isLeft(m, today))
        return {
          forum,
          meetings: next ? [...left.filter((m) => m !== next), next] : left,
          hasNext: next !== undefined,
        }
      }),
    lacks,
  }
}

const belongsTo = ({ chair, secretary, members }: Forum, me: string) =>
  [chair, secretary, ...(members ?? [])].some((person) => person?.id === me)

const isAhead = ({ state, day }: Meeting, today: Day) =>
  day >= today && (state === 'planned' || state === 'called' || state === 'open')

/** It has been, and something is left to do. */
const isLeft = ({ state, day }: Meeting, today: Day) =>
  state === 'held' ||
  state === 'sent' ||
  (day < today && (state === 'planned' || state === 'called' || state === 'open'))
