/** A person's own calendar: events made, read by id or by time, moved and cancelled. https://learn.microsoft.com/graph/api/resources/event */
import { type Call, noContent, ok, record, type Reply } from '../call.ts'
import { Failure } from '../errors.ts'
import { showEvent } from '../eventShape.ts'
import { type EventRow, saveEvent, written } from '../eventStore.ts'
import { preferredZone } from '../eventTimes.ts'
import { pick } from '../query.ts'

/** https://learn.microsoft.com/graph/permissions-reference#calendar-permissions */
const mayWrite = ['Calendars.ReadWrite']
const mayRead = ['Calendars.ReadBasic', 'Calendars.Read', ...mayWrite]

function owner(call: Call, permissions: string[]): string {
  const { oid } = call.caller
  if (oid === undefined)
    throw new Failure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  if (!permissions.some((name) => call.caller.permissions.includes(name)))
    throw new Failure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
  return oid
}

const context = (call: Call, oid: string): string => `${call.origin}/v1.0/$metadata#users('${oid}')/events`

function reply(call: Call, row: EventRow): Reply {
  const zone = preferredZone(call.headers)
  const shape = showEvent(call.core, row, zone)
  return {
    ...ok({
      '@odata.context': `${context(call, row.oid)}/$entity`,
      ...pick(shape, call.options.select && ['id', ...call.options.select]),
    }),
    headers: { 'preference-applied': `outlook.timezone="${zone}"` },
  }
}

function openEvent(call: Call, permissions: string[]): EventRow {
  const oid = owner(call, permissions)
  const row = call.core.store.get<EventRow>(
    'SELECT * FROM events WHERE oid = ? AND id = ?',
    oid,
    call.params['event'] ?? '',
  )
  if (!row) throw new Failure(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
  return row
}

/** https://learn.microsoft.com/graph/api/user-post-events */
export function createEvent(call: Call): Reply {
  const { core } = call
  const oid = owner(call, mayWrite)
  const row = written(core, oid, record(call.body))
  const known =
    row.transaction_id === null
      ? undefined
      : core.store.get<EventRow>(
          'SELECT * FROM events WHERE oid = ? AND transaction_id = ?',
          oid,
          row.transaction_id,
        )
  if (known && core.flags.repeatedTransaction === 'refused')
    throw new Failure(
      400,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    )
  if (!known) saveEvent(core, row)
  return { ...reply(call, known ?? row), status: 201 }
}

export const getEvent = (call: Call): Reply => reply(call, openEvent(call, mayRead))

/** https://learn.microsoft.com/graph/api/event-update */
export function updateEvent(call: Call): Reply {
  const before = openEvent(call, mayWrite)
  const row = written(call.core, before.oid, record(call.body), before)
  saveEvent(call.core, row)
  return reply(call, row)
}

/** Attendees are told by a mail that nobody sends here. https://learn.microsoft.com/graph/api/event-delete */
export function removeEvent(call: Call): Reply {
  const { id } = openEvent(call, mayWrite)
  call.core.store.run('DELETE FROM events WHERE id = ?', id)
  return noContent
}

/** https://learn.microsoft.com/graph/api/event-cancel */
export function cancelEvent(call: Call): Reply {
  removeEvent(call)
  return { status: 202 }
}

/** Ten to a page. https://learn.microsoft.com/graph/api/user-list-events */
export function listEvents(call: Call): Reply {
  const oid = owner(call, mayRead)
  return page(
    call,
    oid,
    call.core.store.all<EventRow>('SELECT * FROM events WHERE oid = ? ORDER BY created DESC', oid),
  )
}

/** What overlaps a time. https://learn.microsoft.com/graph/api/user-list-calendarview */
export function calendarView(call: Call): Reply {
  const oid = owner(call, mayRead)
  const [from, to] = ['startdatetime', 'enddatetime'].map((name) => readInstant(call.options.other.get(name)))
  if (from === undefined || to === undefined)
    throw new Failure(
      400,
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    )
  return page(
    call,
    oid,
    call.core.store.all<EventRow>(
      'SELECT * FROM events WHERE oid = ? AND starts < ? AND ends > ? ORDER BY starts',
      oid,
      to,
      from,
    ),
  )
}

/** UTC where no offset is said. A `+` that came unencoded has become a space. */
function readInstant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const given = text.replace(' ', '+')
  const instant = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(given) ? given : `${given.slice(0, 19)}Z`)
  if (Number.isNaN(instant)) throw new Failure(400, 'ErrorInvalidParameter', 'The time window is not valid.')
  return instant
}

function page(call: Call, oid: string, rows: EventRow[]): Reply {
  const { filter, orderby, search, top = 10, select, other } = call.options
  if (filter !== undefined || orderby !== undefined || search !== undefined)
    throw new Failure(501, 'notImplemented', 'The local tenant neither filters, orders nor searches events.')
  const zone = preferredZone(call.headers)
  const skip = Number(other.get('skip') ?? 0)
  const next = new URL(call.address)
  next.searchParams.delete('skip')
  next.searchParams.set('$skip', String(skip + top))
  return {
    ...ok({
      '@odata.context': context(call, oid),
      value: rows
        .slice(skip, skip + top)
        .map((row) => pick(showEvent(call.core, row, zone), select && ['id', ...select])),
      ...(skip + top < rows.length ? { '@odata.nextLink': next.href } : {}),
    }),
    headers: { 'preference-applied': `outlook.timezone="${zone}"` },
  }
}
