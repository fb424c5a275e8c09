/** How an event looks on the wire, and the address of the meeting that Teams makes for it. */
import { createHash } from 'node:crypto'
import { type Core, record } from './call.ts'
import { findPerson } from './directory.ts'
import { type EventRow, valuesOf } from './eventStore.ts'
import { timeIn } from './eventTimes.ts'

const zoneOf = (time: unknown): unknown => record(time)['timeZone']

function joinUrl(core: Core, { thread, oid }: Pick<EventRow, 'thread' | 'oid'>): string {
  const context = encodeURIComponent(JSON.stringify({ Tid: core.tenantId, Oid: oid }))
  return `https://teams.microsoft.com/l/meetup-join/19%3a${thread}%40thread.v2/0?context=${context}`
}

/** As the calendar's owner sees it, who is also its organizer. */
export function showEvent(core: Core, row: EventRow, zone: string): Record<string, unknown> {
  const values = valuesOf(row)
  const key = createHash('sha256').update(`${row.id} ${row.change}`).digest('base64').slice(0, 24)
  const person = findPerson(core.store, row.oid)
  const { start, end, body, location: place, ...plain } = values
  const location = { ...record(place), locationType: 'default', uniqueIdType: 'private' }
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
    originalStartTimeZone: zoneOf(start),
    originalEndTimeZone: zoneOf(end),
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
    location,
    locations: [location],
    organizer: { emailAddress: { name: person?.displayName ?? '', address: person?.mail ?? '' } },
    onlineMeeting: isReady ? { joinUrl: joinUrl(core, row) } : null,
  }
}
