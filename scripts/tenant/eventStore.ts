/** Events of people's calendars: what was written, when it is, and how it looks on the wire. */
import { createHash, randomUUID } from 'node:crypto'
import { type Core, record } from './call.ts'
import { findPerson } from './directory.ts'
import { badRequest, Failure } from './errors.ts'
import { instantOf, timeIn, type WireTime } from './eventTimes.ts'

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
  location: { displayName: '', locationType: 'default' },
  attendees: [],
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
}
const times = ['start', 'end']
const onlyAtFirst = ['transactionId']
const notYet = ['recurrence', 'locations', 'attachments']

const valuesOf = ({ json }: EventRow): Values => JSON.parse(json) as Values

/** Only what is an event's own is let through. */
function checkNames(body: Values): void {
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@') || name in defaults || times.includes(name) || onlyAtFirst.includes(name))
      continue
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
  const { transactionId, ...given } = body
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

export function joinUrl(core: Core, { thread, oid }: Pick<EventRow, 'thread' | 'oid'>): string {
  const context = encodeURIComponent(JSON.stringify({ Tid: core.tenantId, Oid: oid }))
  return `https://teams.microsoft.com/l/meetup-join/19%3a${thread}%40thread.v2/0?context=${context}`
}

/** As the calendar's owner sees it, who is also its organizer. */
export function showEvent(core: Core, row: EventRow, zone: string): Values {
  const values = valuesOf(row)
  const key = createHash('sha256').update(`${row.id} ${row.change}`).digest('base64').slice(0, 24)
  const person = findPerson(core.store, row.oid)
  const { start, end, body, ...plain } = values
  const isReady = row.thread !== null && (row.join_from ?? 0) <= Date.now()
  const content = String(record(body)['content'] ?? '')
  const withMeeting = isReady
    ? `${content}\n<p><a href="${joinUrl(core, row)}">Microsoft Teams</a></p>`
    : content
  return {
    '@odata.etag': `W/"${key}"`,
    id: row.id,
    createdDateTime: row.created,
    lastModifiedDateTime: row.modified,
    changeKey: key,
    originalStartTimeZone: readTime(start).timeZone,
    originalEndTimeZone: readTime(end).timeZone,
    iCalUId: `040000008200E00074C5B7101A82E008${createHash('sha256').update(row.id).digest('hex').toUpperCase()}`,
    hasAttachments: false,
    bodyPreview: content.replaceAll(/<[^>]*>/g, '').slice(0, 255),
    isCancelled: false,
    isDraft: false,
    isOrganizer: true,
    seriesMasterId: null,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(row.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    recurrence: null,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    ...plain,
    ...(row.transaction_id === null ? {} : { transactionId: row.transaction_id }),
    body: { contentType: 'html', content: withMeeting },
    start: timeIn(zone, row.starts),
    end: timeIn(zone, row.ends),
    locations: [plain['location']],
    organizer: { emailAddress: { name: person?.displayName ?? '', address: person?.mail ?? '' } },
    onlineMeeting: isReady ? { joinUrl: joinUrl(core, row) } : null,
  }
}
