/** A meeting in the person's own calendar and in Teams: made, moved and cancelled as them. Loaded when somebody asks for it. */
import type { Person } from '#src/lists/columns.ts'
import { addressesOf } from '#src/graph/directory.ts'
import {
  cancelMeetingEvent,
  createMeetingEvent,
  type EventTime,
  joinUrlOf,
  type KeptEvent,
  moveMeetingEvent,
  type NewEvent,
  timeOfEvent,
} from '#src/graph/events.ts'
import type { Session } from '../session.ts'

export interface TeamsMeeting {
  /** The event and, as soon as Teams has made it, the address to join at. `notInvited`: people without an address in the directory. */
  create: (
    meeting: Omit<NewEvent, 'attendees' | 'online'> & { people: readonly Person[] },
  ) => Promise<KeptEvent & { notInvited: Person[] }>
  move: (eventId: string, to: EventTime) => Promise<KeptEvent>
  cancel: (eventId: string, comment?: string) => Promise<void>
  joinUrl: (eventId: string) => Promise<string | undefined>
  /** `undefined` when it is in the calendar no more. */
  time: (eventId: string) => Promise<EventTime | undefined>
  /** Asks the person to let the app into their calendar; only from a click, and only after one of the others threw `SignInNeeded`. */
  consent: () => Promise<void>
}

/**
 * With the person's own rights. Each throws SignInNeeded (`error.name`) until they have consented to their calendar being used, and
 * GraphError: 403 where the organisation forbids it, 404 where somebody else's calendar holds the event.
 */
export async function teamsMeetingFor(session: Pick<Session, 'calendar' | 'person'>): Promise<TeamsMeeting> {
  const { graph, consent } = await session.calendar()
  return {
    async create({ people, ...meeting }) {
      // Whoever's calendar it is in organises it, and isn't invited.
      const others = people.filter(({ id }) => id !== session.person.id)
      const { addresses, missing } = await addressesOf(graph, others)
      const made = await createMeetingEvent(graph, { ...meeting, attendees: addresses, online: true })
      const joinUrl = made.joinUrl ?? (await joinUrlOf(graph, made.id))
      return { ...made, ...(joinUrl && { joinUrl }), notInvited: missing }
    },
    move: (eventId, to) => moveMeetingEvent(graph, eventId, to),
    cancel: (eventId, comment) => cancelMeetingEvent(graph, eventId, comment),
    joinUrl: (eventId) => joinUrlOf(graph, eventId),
    time: (eventId) => timeOfEvent(graph, eventId),
    consent,
  }
}
