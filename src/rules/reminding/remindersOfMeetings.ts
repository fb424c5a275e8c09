/** What meetings leave to be done: minutes to verify, actions that are due, agendas to send. */
import { daysEarlier } from '../calendar.ts'
import { SEND_DAYS } from '../meetings/meetingWaits.ts'
import type { ReminderFacts } from './reminderFacts.ts'
import type { Occasion } from '../reminders.ts'

/** Ends when it is answered. */
export const toVerify = ({ verifications, meetings }: ReminderFacts): Occasion[] => {
  const sent = new Set(meetings.filter(({ state }) => state !== 'cancelled').map(({ key }) => key))
  return verifications
    .filter(({ answer, archived, meeting }) => answer === 'asked' && !archived && sent.has(meeting.key))
    .map(({ key, meeting, item, person, askedOn, edition }) => ({
      item: item ?? meeting,
      about: key,
      due: askedOn,
      to: [person],
      values: { meeting: meeting.key, title: meeting.title, edition },
    }))
}

/** Ends when it is done or dropped; with another day or owner it starts anew. */
export const actionsDue = ({ actions }: ReminderFacts): Occasion[] =>
  actions
    .filter(({ state, archived }) => state === 'open' && !archived)
    .map(({ key, title, owner, due, forum }) => ({
      item: { key, title },
      due,
      to: [owner],
      values: { forum: forum.title },
    }))

/** Ends when the agenda is sent, the meeting begins or is cancelled. Due so many days before the meeting as its forum has said. */
export function agendasToSend({ meetings, templates, today }: ReminderFacts): Occasion[] {
  const sendDays = new Map(templates.map(({ forum, sendDays: days }) => [forum.key, days]))
  return meetings
    .filter(
      ({ state, day, agendaSentOn, archived }) =>
        (state === 'planned' || state === 'called') && day >= today && !agendaSentOn && !archived,
    )
    .flatMap(({ key, title, day, forum, secretary, chair }) => {
      const preparer = secretary ?? chair
      if (!preparer) return []
      const due = daysEarlier(day, sendDays.get(forum.key) ?? SEND_DAYS)
      return [{ item: { key, title }, due, to: [preparer], values: { forum: forum.title, day } }]
    })
}
