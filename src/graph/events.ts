/** A meeting as an event of a person's own calendar, held in Teams: put there once, moved, cancelled. Delegated: Calendars.ReadWrite. */
import type { Day } from '#src/lists/columns.ts'
import type { Graph } from './client.ts'
import type { Address } from './directory.ts'
import { GraphError, isNotFound } from './errors.ts'

/** Clock times are Swedish. */
export interface EventTime {
  day: Day
  /** `09:00`. */
  start: string
  end: string
}

export interface NewEvent extends EventTime {
  /** Of what the event is made from: asked twice with the same key, there is one event. */
  key: string
  subject: string
  /** Plain text, before what Teams adds about how to join. */
  text?: string
  place?: string
  attendees: readonly Address[]
  /** Held in Teams as well. */
  online: boolean
}

export interface KeptEvent {
  id: string
  /** Opens it in Outlook on the web; never in a frame. */
  webUrl: string
  /** Comes at once or a little later: `joinUrlOf`. */
  joinUrl?: string
}

/** The calendar knows Windows' names and some of IANA's, not Europe/Stockholm:
 * https://learn.microsoft.com/graph/api/resources/datetimetimezone */
const SWEDISH_ZONE = 'W. Europe Standard Time'
const SELECT = '$select=id,webLink,onlineMeeting,transactionId'

interface Wire {
  id: string
  webLink?: string
  onlineMeeting?: { joinUrl?: string } | null
  transactionId?: string
}

/** Sends the invitations. Throws GraphError; 403 where the person or the organisation hasn't let the app into calendars. */
export async function createMeetingEvent(graph: Graph, event: NewEvent): Promise<KeptEvent> {
  try {
    return toKept(
      await graph<Wire>({
        method: 'POST',
        path: '/me/events',
        body: {
          // The service makes no second event of the same: https://learn.microsoft.com/graph/api/resources/event
          transactionId: event.key,
          subject: event.subject,
          ...(event.text && { body: { contentType: 'text', content: event.text } }),
          ...timesOf(event),
          ...(event.place && { location: { displayName: event.place } }),
          attendees: event.attendees.map(({ name, email }) => ({
            emailAddress: { name, address: email },
            type: 'required',
          })),
          // https://learn.microsoft.com/graph/outlook-calendar-online-meetings
          ...(event.online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
        },
      }),
    )
  } catch (error) {
    const made = isMadeAlready(error) ? await findByKey(graph, event) : undefined
    if (made) return made
    throw error
  }
}

/**
 * Tells the attendees. The text stays as it is: with another one Teams' part of it would be lost, and the meeting with it
 * (https://learn.microsoft.com/graph/api/event-update, body property and online meetings). Throws GraphError, 404 when it is gone.
 */
export async function moveMeetingEvent(graph: Graph, id: string, to: EventTime): Promise<KeptEvent> {
  return toKept(await graph<Wire>({ method: 'PATCH', path: eventPath(id), body: timesOf(to) }))
}

/**
 * When the event now is, in Swedish time; `undefined` when the calendar has it no more. Moved or removed in Outlook, nobody tells
 * us: it is asked for. https://learn.microsoft.com/graph/api/event-get (the header for the zone)
 */
export async function timeOfEvent(graph: Graph, id: string): Promise<EventTime | undefined> {
  try {
    const { start, end, isCancelled } = await graph<WireTime>({
      path: `${eventPath(id)}?$select=start,end,isCancelled`,
      headers: { Prefer: `outlook.timezone="${SWEDISH_ZONE}"` },
    })
    if (isCancelled) return undefined
    return { day: start.dateTime.slice(0, 10), start: clockOf(start), end: clockOf(end) }
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

interface WireTime {
  start: { dateTime: string }
  end: { dateTime: string }
  isCancelled?: boolean
}

/** `2024-10-15T09:00:00.0000000` */
const clockOf = ({ dateTime }: WireTime['start']) => dateTime.slice(11, 16)

/** Tells the attendees why; one that is gone already is no error. https://learn.microsoft.com/graph/api/event-cancel */
export async function cancelMeetingEvent(graph: Graph, id: string, comment?: string): Promise<void> {
  try {
    if (comment) await graph({ method: 'POST', path: `${eventPath(id)}/cancel`, body: { comment } })
    else await graph({ method: 'DELETE', path: eventPath(id) })
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}

const WAITS_S = [1, 2, 4, 8]

/** The address to join at, asked for again while Teams still makes it; `undefined` when it doesn't come or the event isn't online. */
export async function joinUrlOf(
  graph: Graph,
  id: string,
  wait: (seconds: number) => Promise<void> = sleep,
): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    const { isOnlineMeeting, onlineMeeting } = await graph<Wire & { isOnlineMeeting?: boolean }>({
      path: `${eventPath(id)}?$select=isOnlineMeeting,onlineMeeting`,
    })
    const seconds = WAITS_S[attempt]
    if (onlineMeeting?.joinUrl) return onlineMeeting.joinUrl
    if (!isOnlineMeeting || seconds === undefined) return undefined
    await wait(seconds)
  }
}

const eventPath = (id: string) => `/me/events/${encodeURIComponent(id)}`

const timesOf = ({ day, start, end }: EventTime) => ({
  start: { dateTime: `${day}T${start}:00`, timeZone: SWEDISH_ZONE },
  end: { dateTime: `${day}T${end}:00`, timeZone: SWEDISH_ZONE },
})

const toKept = ({ id, webLink = '', onlineMeeting }: Wire): KeptEvent => ({
  id,
  webUrl: webLink,
  ...(onlineMeeting?.joinUrl && { joinUrl: onlineMeeting.joinUrl }),
})

/** What is answered isn't documented; this code has been met, with one status and another. */
const isMadeAlready = (error: unknown) =>
  error instanceof GraphError && error.code === 'ErrorDuplicateTransactionId'

/** Its key can't be asked for, so the days around it are looked through. https://learn.microsoft.com/graph/api/user-list-calendarview */
async function findByKey(graph: Graph, { key, day }: NewEvent): Promise<KeptEvent | undefined> {
  const [from, to] = [-1, 2].map((days) => new Date(Date.parse(day) + days * 86_400_000).toISOString())
  const first = `/me/calendarView?startDateTime=${from}&endDateTime=${to}&${SELECT}&$top=100`
  for (let next: string | undefined = first; next !== undefined; ) {
    const page: { value: Wire[]; '@odata.nextLink'?: string } = await graph({ path: next })
    const found = page.value.find(({ transactionId }) => transactionId === key)
    if (found) return toKept(found)
    next = page['@odata.nextLink']
  }
  return undefined
}

const sleep = (seconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })
