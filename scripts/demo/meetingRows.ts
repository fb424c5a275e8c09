/** The city's meetings as rows: who was there, what was said and decided, which paragraph it got, and who was to do what. */
import type { actionItems } from '#src/lists/actionItems.ts'
import type { DraftOf } from '#src/lists/list.ts'
import {
  type AgendaItemDraft,
  type attendance,
  type Capacity,
  type ItemKind,
  type ItemOutcome,
  type MeetingDraft,
  type MeetingState,
} from '#src/lists/meetings.ts'
import type { paragraphs } from '#src/lists/minutes.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { type City, itemKey, meetingRef } from './city.ts'
import { decisionRow } from './meetingDecisions.ts'
import { writtenMeetings, type WrittenItem, type WrittenMeeting } from './meetingFile.ts'
import { given } from './words.ts'

const states: Record<string, MeetingState> = {
  justerat: 'verified',
  'skickat för justering': 'sent',
  utkast: 'held',
}

const kinds: Record<string, ItemKind> = {
  formalia: 'formal',
  uppföljning: 'followUp',
  status: 'status',
  gate: 'gate',
  beslut: 'decision',
  diskussion: 'discussion',
  information: 'information',
  avvikelse: 'deviation',
}

const outcomeWords: Record<string, ItemOutcome> = {
  bifall: 'grant',
  avslag: 'refuse',
  återremiss: 'remit',
  bordläggning: 'table',
}

export function meetingRows(city: City) {
  const written = writtenMeetings()
  const made = new Map<string, number>()
  const decisions = written.flatMap((meeting) =>
    meeting.items.flatMap((item) => decisionRow(city, meeting, item, made) ?? []),
  )
  return {
    meetings: written.map((meeting) => meetingRow(city, meeting)),
    attendance: written.flatMap((meeting) => attendanceRows(city, meeting)),
    agendaItems: written.flatMap((meeting) => meeting.items.map((item) => itemRow(city, meeting, item))),
    actionItems: written.flatMap((meeting) => actionRows(city, meeting)),
    paragraphs: written.filter(isFixed).flatMap((meeting) => paragraphRows(city, meeting)),
    decisions,
  }
}

/** Sent for verification or further: its items have their numbers. */
const isFixed = ({ minutesStatus }: WrittenMeeting) => states[minutesStatus] !== 'held'

/** Nobody wrote down when the minutes were sent: some days after the meeting. */
export const sentOn = ({ date }: WrittenMeeting) => daysEarlier(date, -DAYS_TO_WRITE)
const DAYS_TO_WRITE = 5

const clock = (time: string) => time.replace('.', ':')

function meetingRow(city: City, meeting: WrittenMeeting): MeetingDraft {
  const { id, forum, date } = meeting
  const title = meetingRef(meeting).title
  const state = states[meeting.minutesStatus] ?? 'held'
  return {
    key: id,
    title,
    forum: city.ref(forum),
    kind: 'ordinary',
    claim: `${forum}/${date.slice(0, 7)}`,
    day: date,
    start: clock(meeting.start),
    end: clock(meeting.end),
    place: meeting.place,
    state,
    chair: city.who(meeting.chair),
    secretary: city.who(meeting.secretary),
    verifiers: meeting.adjusters.map(city.who),
    minutesKind: 'protocol',
    verification: true,
    effectAt: 'verified',
    agendaVersion: 1,
    informationClass: 'moderate',
    ...given({
      agendaSentOn: meeting.agendaSentAt,
      minutesVersion: isFixed(meeting) ? 1 : undefined,
      validVersion: state === 'verified' ? 1 : undefined,
      fixedOn: isFixed(meeting) ? sentOn(meeting) : undefined,
      drawnUpOn: state === 'verified' ? meeting.adjustedAt : undefined,
    }),
    changedBy: city.who(meeting.secretary),
    changedOn: meeting.adjustedAt ?? date,
  }
}

function attendanceRows(city: City, meeting: WrittenMeeting): DraftOf<typeof attendance>[] {
  const row = (id: string, presence: 'present' | 'part' | 'absent', as: Capacity, part?: string) => {
    const person = city.who(id)
    const claim = `${meeting.id}/${person.id}`
    return {
      key: claim,
      title: person.name,
      meeting: meetingRef(meeting),
      person,
      claim,
      presence,
      capacity: as,
      ...given({ part }),
    }
  }
  const capacityOf = (id: string): Capacity =>
    id === meeting.chair ? 'chair' : id === meeting.secretary ? 'secretary' : 'member'
  return [
    ...meeting.present.map((id) => row(id, 'present', capacityOf(id))),
    ...meeting.guests.map(({ person, part }) => row(person, 'part', 'guest', part)),
    ...meeting.absent.map(({ person }) => row(person, 'absent', capacityOf(person))),
  ]
}

function itemRow(city: City, meeting: WrittenMeeting, item: WrittenItem): AgendaItemDraft {
  const [about, ...others] = (item.initiatives ?? []).flatMap((number) => city.initiative(number) ?? [])
  const { decision } = item
  const outcome = decision && outcomeWords[decision.outcome]
  const key = itemKey(meeting, item)
  return {
    key,
    title: item.title,
    forum: city.ref(meeting.forum),
    meeting: meetingRef(meeting),
    state: 'treated',
    order: item.no,
    kind: kinds[item.type] ?? 'discussion',
    source: item.type === 'formalia' ? 'standing' : 'added',
    presenter: city.who(item.presenter),
    minutes: item.minutes,
    notes: item.notes,
    ...given({
      initiative: about && { key: about.key, title: about.title },
      also: others.length > 0 ? others.map(({ key: one, title }) => ({ key: one, title })) : undefined,
      material: item.material?.map((name) => ({ name })),
      proposal: item.proposedDecision,
      differing: item.reservation,
      paragraph: isFixed(meeting) ? item.paragraph : undefined,
      outcome: outcome ?? (item.type === 'formalia' ? undefined : ('noted' as const)),
      wording: decision?.wording,
      decidedBy: decision && city.who(decision.decidedBy),
      decidedOn: decision && meeting.date,
      recordedBy: decision && city.who(meeting.secretary),
      carrying: decision && (states[meeting.minutesStatus] === 'verified' ? 'done' : 'waiting'),
      decision:
        decision && states[meeting.minutesStatus] === 'verified'
          ? { key: `${key}/decision`, title: decision.number }
          : undefined,
    }),
    changedBy: city.who(meeting.secretary),
    changedOn: meeting.date,
  }
}

function actionRows(city: City, meeting: WrittenMeeting): DraftOf<typeof actionItems>[] {
  return meeting.actions.map((action) => {
    const item = meeting.items.find(({ paragraph }) => paragraph === action.paragraph)
    const about = item?.initiatives?.flatMap((number) => city.initiative(number) ?? [])[0]
    return {
      key: `${meeting.id}/${action.id.split(' ').at(-1)}`,
      title: action.text,
      owner: city.who(action.owner),
      due: action.due,
      state: action.status === 'klar' ? 'done' : 'open',
      forum: city.ref(meeting.forum),
      meeting: meetingRef(meeting),
      ...given({
        item: item && { key: itemKey(meeting, item), title: item.title },
        initiative: about && { key: about.key, title: about.title },
        closedOn: action.closedAt,
      }),
      changedBy: city.who(meeting.secretary),
      changedOn: action.closedAt ?? meeting.date,
    }
  })
}

function paragraphRows(city: City, meeting: WrittenMeeting): DraftOf<typeof paragraphs>[] {
  const year = Number(meeting.date.slice(0, 4))
  return meeting.items.map((item) => {
    const key = itemKey(meeting, item)
    return {
      key: `${key}/paragraph`,
      title: item.title,
      claim: `${meeting.forum}/${year}/${item.paragraph}`,
      forum: city.ref(meeting.forum),
      year,
      number: item.paragraph,
      meeting: meetingRef(meeting),
      item: { key, title: item.title },
      fixedOn: sentOn(meeting),
    }
  })
}
