/** What forums and their meetings ask of a person: minutes to verify, actions to do, agendas to send, minutes to finish. */
import type { Day } from '#src/lists/columns.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Verification } from '#src/lists/minutes.ts'
import { SOON_DAYS } from './actionList.ts'
import { daysBetween } from '../calendar.ts'

/** So many days before a meeting its agenda is to be sent, where the template says nothing else (domain: 7 days). */
export const SEND_DAYS = 7
/** Minutes that are a draft for so long are asked for. */
const WRITE_DAYS = 3

export interface MeetingFacts {
  me: string
  today: Day
  actions: readonly ActionItem[]
  verifications: readonly Verification[]
  meetings: readonly Meeting[]
  /** What meetings have decided that waits for their minutes. */
  atMeetings: readonly AgendaItem[]
}

export type MeetingWait =
  | { kind: 'verify'; key: string; title: string; meeting: string; since: Day }
  | { kind: 'actionLate' | 'actionSoon'; key: string; title: string; due: Day }
  | { kind: 'sendAgenda'; key: string; title: string; meeting: string; day: Day }
  | { kind: 'write'; key: string; title: string; meeting: string; since: Day }

/** What waits, most urgent first: others wait for an approval, then what is late, then what comes. */
export function meetingWaits({ me, today, actions, verifications, meetings }: MeetingFacts): MeetingWait[] {
  const mine = actions.filter(({ owner, state }) => owner.id === me && state === 'open')
  const writes = meetings.filter(({ secretary, chair }) => (secretary ?? chair)?.id === me)
  return [
    ...verifications
      .filter(({ person, answer }) => person.id === me && answer === 'asked')
      .map((v) => ({
        kind: 'verify' as const,
        key: v.key,
        title: v.item?.title ?? v.meeting.title,
        meeting: v.meeting.key,
        since: v.askedOn,
      })),
    ...mine.filter(({ due }) => due < today).map((action) => waitFor('actionLate', action)),
    ...writes
      .filter(
        ({ state, day }) =>
          (state === 'planned' || state === 'called') && day >= today && daysBetween(today, day) <= SEND_DAYS,
      )
      .filter(({ agendaSentOn }) => agendaSentOn === undefined)
      .map(({ key, title, day }) => ({ kind: 'sendAgenda' as const, key, title, meeting: key, day })),
    ...writes
      .filter(({ state, day }) => state === 'held' && daysBetween(day, today) >= WRITE_DAYS)
      .map(({ key, title, day }) => ({ kind: 'write' as const, key, title, meeting: key, since: day })),
    ...mine
      .filter(({ due }) => due >= today && daysBetween(today, due) <= SOON_DAYS)
      .map((action) => waitFor('actionSoon', action)),
  ]
}

const waitFor = (kind: 'actionLate' | 'actionSoon', { key, title, due }: ActionItem): MeetingWait => ({
  kind,
  key,
  title,
  due,
})

/** The person's next meetings, soonest first: those they lead, write for, verify or sit in. `forums`: keys of the forums they belong to. */
export const nextMeetings = (
  meetings: readonly Meeting[],
  { me, today, forums }: { me: string; today: Day; forums: ReadonlySet<string> },
): Meeting[] =>
  meetings
    .filter(
      ({ state, day }) => day >= today && (state === 'planned' || state === 'called' || state === 'open'),
    )
    .filter(
      ({ forum, chair, secretary, verifiers = [] }) =>
        forums.has(forum.key) || [chair, secretary, ...verifiers].some((person) => person?.id === me),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day) || (a.start ?? '').localeCompare(b.start ?? ''))
