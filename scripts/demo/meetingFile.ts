/** The city's meetings as they are written down: ids of organisation.json and of the workbook, Swedish words. */
import { readFileSync } from 'node:fs'

export interface MeetingDecision {
  /** `SD HT 2024 § 12` */
  number: string
  outcome: string
  wording: string
  decidedBy: string
}

export interface MeetingEffect {
  initiative?: string
  change?: string
  value?: unknown
  amount?: number
  preliminary?: boolean
}

export interface WrittenItem {
  no: number
  paragraph: number
  title: string
  presenter: string
  minutes: number
  type: string
  notes: string
  initiatives?: string[]
  proposedDecision?: string
  material?: string[]
  decision?: MeetingDecision
  gate?: { gate: string; outcome: string; initiative: string }
  effects?: MeetingEffect[]
  reservation?: string
}

export interface WrittenAction {
  id: string
  text: string
  owner: string
  due: string
  paragraph: number
  status: string
  closedAt?: string
}

export interface WrittenMeeting {
  id: string
  forum: string
  forumName: string
  date: string
  /** `13.00` */
  start: string
  end: string
  place: string
  chair: string
  secretary: string
  adjusters: string[]
  minutesStatus: string
  adjustedAt?: string | null
  agendaSentAt?: string | null
  present: string[]
  guests: { person: string; part: string }[]
  absent: { person: string }[]
  items: WrittenItem[]
  actions: WrittenAction[]
}

export const writtenMeetings = (): WrittenMeeting[] =>
  (JSON.parse(readFileSync(new URL('moten.json', import.meta.url), 'utf8')) as { meetings: WrittenMeeting[] })
    .meetings
