/** Events of people's calendars: what may be written, and what is kept of it. */
import { randomUUID } from 'node:crypto'
import { type Core, record } from './call.ts'
import { badRequest, Failure } from './errors.ts'
import { instantOf, type WireTime } from './eventTimes.ts'

export type EventRow = {
  id: string
  oid: string
  transaction_id: string | null
  starts: number
  ends: number
  json: string
  /** Of the meeting in Teams; null as long as it isn't online. */
  thread: string | null
  join_from: number | null
  change: number
  created: string
  modified: string
}

type Values = Record<string, unknown>

/** What may be written of an event, and what stands there from the start.
 * https://learn.microsoft.com/graph/api/resources/event */
const defaults: Values = {
  categories: [],
  reminderMinutesBeforeStart: 15,
  isReminderOn: true,
  hideAttendees: false,
  subject: '',
  importance: 'normal',
  sensitivity: 'normal',
  isAllDay: false,
  responseRequested: true,
  showAs: 'busy',
  allowNewTimeProposals: true,
  body: { contentType: 'html', content: '' },
  location: { displayName: '' },
  attendees: [],
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
}
/** `transactionId` only at first. */
const writable = [...Object.keys(defaults), 'start', 'end', 'transactionId']
/** The calendar's own: sent along they are left as they are. */
const readOnly = [
  'id',
  'originalStartTimeZone',
  'originalEndTimeZone',
  'responseStatus',
  'organizer',
  'onlineMeeting',
  'webLink',
  'iCalUId',
  'changeKey',
  'bodyPreview',
  'type',
]
const notYet = ['recurrence', 'locations', 'attachments']

export const valuesOf = ({ json }: EventRow): Values => JSON.parse(json) as Values

/** Only what is an event's own is let through. */
function checkNames(body: Values): void {
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@') || [...writable, ...readOnly].includes(name)) continue
    if (!notYet.includes(name))
      throw new Failure(
        400,
        'RequestBodyRead',
        `The property '${name}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
      )
    if (value !== null)
      throw new Failure(501, 'notImplemented', `The local tenant does not know ${name} of events.`)
  }
}

function readTime(value: unknown): WireTime {
  const { dateTime, timeZone = 'UTC' } = record(value)
  if (typeof dateTime !== 'string' || typeof timeZone !== 'string')
    throw new Failure(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.')
  return { dateTime, timeZone }
}

function readAttendees(value: unknown): Values[] {
  if (!Array.isArray(value)) throw badRequest('Invalid request')
  return value.map((one) => {
    const { emailAddress, type = 'required' } = record(one)
    const { address, name } = record(emailAddress)
    if (typeof address !== 'string' || !address.includes('@'))
      throw new Failure(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.')
    return {
      type,
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name: typeof name === 'string' ? name : address, address },
    }
  })
}

/** The row that comes of a new event, or of changes to one. */
export function written(core: Core, oid: string, body: Values, before?: EventRow): EventRow {
  checkNames(body)
  const old = before ? valuesOf(before) : { ...defaults }
  const { transactionId, ...sent } = body
  const given = Object.fromEntries(Object.entries(sent).filter(([name]) => writable.includes(name)))
  const values: Values = { ...old, ...given }
  if ('attendees' in given) values['attendees'] = readAttendees(given['attendees'])
  const start = readTime(values['start'])
  const end = readTime(values['end'])
  const [starts, ends] = [instantOf(start), instantOf(end)]
  if (ends < starts)
    throw new Failure(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.')
  values['start'] = start
  values['end'] = end
  const now = new Date()
  const thread = threadOf({ before, values, given })
  values['isOnlineMeeting'] = thread !== null
  values['onlineMeetingProvider'] = thread === null ? 'unknown' : 'teamsForBusiness'
  return {
    id: before?.id ?? `AAMkAD${Buffer.from(randomUUID()).toString('base64url')}=`,
    oid,
    transaction_id: before ? before.transaction_id : typeof transactionId === 'string' ? transactionId : null,
    starts,
    ends,
    json: JSON.stringify(values),
    thread,
    join_from: thread === null ? null : (before?.join_from ?? now.getTime() + core.flags.joinUrlDelayMs),
    change: (before?.change ?? 0) + 1,
    created: before?.created ?? now.toISOString(),
    modified: now.toISOString(),
  }
}

/** Once online, always online, unless a new body leaves the meeting's part out.
 * https://learn.microsoft.com/graph/api/event-update (body property and online meetings) */
function threadOf({
  before,
  values,
  given,
}: {
  before: EventRow | undefined
  values: Values
  given: Values
}): string | null {
  if (before?.thread) {
    const content = 'body' in given ? String(record(given['body'])['content'] ?? '') : undefined
    return content === undefined || content.includes(before.thread) ? before.thread : null
  }
  const provider = values['onlineMeetingProvider']
  const online =
    values['isOnlineMeeting'] === true && (provider === 'unknown' || provider === 'teamsForBusiness')
  return online ? `meeting_${Buffer.from(randomUUID()).toString('base64url')}` : null
}

export function saveEvent({ store }: Core, row: EventRow): void {
  store.run(
    `INSERT OR REPLACE INTO events (id, oid, transaction_id, starts, ends, json, thread, join_from, change, created, modified)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.oid,
    row.transaction_id,
    row.starts,
    row.ends,
    row.json,
    row.thread,
    row.join_from,
    row.change,
    row.created,
    row.modified,
  )
}
