/** What a meeting lacks: somebody to lead or write, an agenda in time, minutes that are finished. */
import type { Day } from '#src/lists/columns.ts'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Meeting, MeetingState } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { daysBetween, daysEarlier } from '../calendar.ts'
import { workingDayBy } from '../days/workingDays.ts'

/** `day`: by when, or since when. */
export interface Lack {
  lack: LackKind
  day?: Day
}

export interface About {
  meeting: Meeting
  forum?: Pick<Forum, 'chair' | 'secretary'> | undefined
  template?: Pick<ForumTemplate, 'sendDays'> | undefined
  /** How many items are on its agenda; `undefined` when nobody has counted. */
  items?: number | undefined
  today: Day
  /** Days when offices are closed, besides weekends. */
  holidays: ReadonlySet<Day>
}

/** A template that doesn't say sends the agenda a week before. */
const USUAL_SEND_DAYS = 7
/** Before this many days nobody misses an agenda. */
const NEAR_DAYS = 28

/** By when the agenda is to be sent: a working day. */
export const sendDayOf = ({
  meeting,
  template,
  holidays,
}: Pick<About, 'template' | 'holidays'> & { meeting: Pick<Meeting, 'day'> }): Day =>
  workingDayBy(daysEarlier(meeting.day, template?.sendDays ?? USUAL_SEND_DAYS), holidays)

const isNear = ({ meeting, today }: About) => daysBetween(today, meeting.day) <= NEAR_DAYS
/** An agenda that is to be sent within a week has something on it. */
const isSoonSent = (about: About) => daysBetween(about.today, sendDayOf(about)) <= 7
const isPast = ({ meeting, today }: About) => meeting.day < today
const isSitting = ({ meeting }: About) => meeting.kind !== 'between'

interface Row {
  states: readonly MeetingState[]
  isMissing: (about: About) => boolean
  day?: (about: About) => Day | undefined
}

/** In the order they are said: in which states it counts, when it is missing, and the day that belongs to it. */
const table = {
  notHeld: {
    states: ['planned', 'called'],
    isMissing: isPast,
    day: ({ meeting }) => meeting.day,
  },
  stillOpen: { states: ['open'], isMissing: isPast, day: ({ meeting }) => meeting.day },
  chair: {
    states: ['planned', 'called', 'open'],
    isMissing: (about) => isNear(about) && !about.meeting.chair && !about.forum?.chair,
  },
  secretary: {
    states: ['planned', 'called', 'open'],
    isMissing: (about) => isNear(about) && !about.meeting.secretary && !about.forum?.secretary,
  },
  verifiers: {
    states: ['planned', 'called', 'open', 'held'],
    isMissing: (about) =>
      isNear(about) && about.meeting.verification === true && !about.meeting.verifiers?.length,
  },
  items: {
    states: ['planned', 'called'],
    isMissing: (about) => isSoonSent(about) && !isPast(about) && about.items === 0,
  },
  agendaLate: {
    states: ['planned'],
    isMissing: (about) => isSitting(about) && !isPast(about) && sendDayOf(about) < about.today,
    day: sendDayOf,
  },
  agendaDue: {
    states: ['planned'],
    isMissing: (about) => isSitting(about) && isNear(about) && sendDayOf(about) >= about.today,
    day: sendDayOf,
  },
  minutesDraft: { states: ['held'], isMissing: () => true, day: ({ meeting }) => meeting.day },
  notVerified: { states: ['sent'], isMissing: () => true, day: ({ meeting }) => meeting.fixedOn },
} as const satisfies Record<string, Row>
export type LackKind = keyof typeof table

export function lacksOf(about: About): Lack[] {
  return (Object.entries(table) as [LackKind, Row][]).flatMap(([lack, { states, isMissing, day }]) => {
    if (!states.includes(about.meeting.state) || !isMissing(about)) return []
    const when = day?.(about)
    return [{ lack, ...(when !== undefined && { day: when }) }]
  })
}
