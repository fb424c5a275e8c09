/** A person's own calendar: events with times in zones, Teams meetings, what is refused. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aTenant, type Body, type Client, clientFor, type House, ids, nextOf } from './fixtures.ts'

let house: House
let me: Client
const clientOf = async (oid: string, scopes: string[], consents: boolean) =>
  clientFor(
    house.tenant,
    (await house.tenant.control.personToken({ clientId: ids.tab, oid, scopes, consents })).access_token,
  )
beforeEach(async () => {
  house = aTenant()
  me = await clientOf(ids.reader, ['Calendars.ReadWrite'], true)
})

const swedish = { prefer: 'outlook.timezone="W. Europe Standard Time"' }
const at = (dateTime: string, timeZone = 'W. Europe Standard Time') => ({ dateTime, timeZone })
const meeting = (more: object = {}) => ({
  subject: 'PF',
  body: { contentType: 'HTML', content: 'Dagordning följer' },
  start: at('2024-10-15T09:00:00'),
  end: at('2024-10-15T11:00:00'),
  location: { displayName: 'Stora salen' },
  attendees: [{ emailAddress: { address: 'viola@contoso.com', name: 'Viola' }, type: 'required' }],
  allowNewTimeProposals: true,
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  ...more,
})
const make = async (more: object = {}): Promise<Body> =>
  (await me('POST', 'me/events', meeting(more), swedish)).body

describe('an event', () => {
  test('is made as it was written, with what every event has', async () => {
    const { status, body, headers } = await me('POST', 'me/events', meeting(), swedish)
    expect(status).toBe(201)
    expect(headers.get('preference-applied')).toBe('outlook.timezone="W. Europe Standard Time"')
    expect(body).toMatchObject({
      subject: 'PF',
      bodyPreview: 'Dagordning följer',
      originalStartTimeZone: 'W. Europe Standard Time',
      start: { dateTime: '2024-10-15T09:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      attendees: [{ status: { response: 'none' }, emailAddress: { name: 'Viola' } }],
      organizer: { emailAddress: { name: 'Rut', address: 'rut@contoso.com' } },
      location: { displayName: 'Stora salen', locationType: 'default' },
      isOrganizer: true,
      isOnlineMeeting: true,
      type: 'singleInstance',
      onlineMeeting: {
        joinUrl: expect.stringMatching(/^https:\/\/teams.microsoft.com\/l\/meetup-join\//) as string,
      },
    })
  })

  test.for([
    { says: 'in summer, UTC is two hours behind', day: '2024-10-26', utc: '07:00' },
    { says: 'in winter, one', day: '2024-10-28', utc: '08:00' },
    { says: 'the morning that clocks have gone back, one', day: '2024-10-27', utc: '08:00' },
  ])('is read in UTC unless another zone is asked for: $says', async ({ day, utc }) => {
    const { id } = await make({ start: at(`${day}T09:00:00`), end: at(`${day}T10:00:00`) })
    expect((await me('GET', `me/events/${id}`)).body['start']).toEqual({
      dateTime: `${day}T${utc}:00.0000000`,
      timeZone: 'UTC',
    })
  })

  test('shows only what is selected, and which it is', async () => {
    const { id } = await make()
    const { body } = await me('GET', `me/events/${id}?$select=isOnlineMeeting,onlineMeeting`)
    expect(Object.keys(body).toSorted()).toEqual([
      '@odata.context',
      '@odata.etag',
      'id',
      'isOnlineMeeting',
      'onlineMeeting',
    ])
  })

  test('is moved and keeps its meeting', async () => {
    const { id, onlineMeeting } = await make()
    const to = { start: at('2024-10-22T13:00:00'), end: at('2024-10-22T14:00:00') }
    const moved = await me('PATCH', `me/events/${id}`, to, swedish)
    expect([moved.status, moved.body['onlineMeeting']]).toEqual([200, onlineMeeting])
    expect(moved.body).toMatchObject({ start: { dateTime: '2024-10-22T13:00:00.0000000' }, subject: 'PF' })
  })

  test('loses its meeting with a new text that leaves the meeting out, not with one that keeps it', async () => {
    const { id, body } = await make()
    const { content } = body as { content: string }
    const kept = await me('PATCH', `me/events/${id}`, {
      body: { contentType: 'html', content: `Nytt. ${content}` },
    })
    expect(kept.body['isOnlineMeeting']).toBe(true)
    const lost = await me('PATCH', `me/events/${id}`, { body: { contentType: 'html', content: 'Nytt.' } })
    expect([lost.body['isOnlineMeeting'], lost.body['onlineMeeting']]).toEqual([false, null])
  })

  test('leaves what is the calendar’s own as it is', async () => {
    const { id } = await make()
    const change = { originalStartTimeZone: 'UTC', reminderMinutesBeforeStart: 99 }
    expect((await me('PATCH', `me/events/${id}`, change)).body).toMatchObject({
      originalStartTimeZone: 'W. Europe Standard Time',
      reminderMinutesBeforeStart: 99,
    })
  })

  test('stays online whatever is said later, and can become it later', async () => {
    const { id } = await make()
    expect((await me('PATCH', `me/events/${id}`, { isOnlineMeeting: false })).body['isOnlineMeeting']).toBe(
      true,
    )
    const plain = await make({ isOnlineMeeting: false, onlineMeetingProvider: 'unknown' })
    expect(plain['onlineMeeting']).toBeNull()
    const change = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
    expect((await me('PATCH', `me/events/${plain.id}`, change)).body['onlineMeeting']).toHaveProperty(
      'joinUrl',
    )
  })

  test('has its address only later where a flag says so', async () => {
    house.tenant.control.setFlags({ joinUrlDelayMs: 60_000 })
    const late = await make()
    expect([late['isOnlineMeeting'], late['onlineMeeting']]).toEqual([true, null])
  })

  test.for([
    { flag: 'refused' as const, status: 400, code: 'ErrorDuplicateTransactionId' },
    { flag: 'answered' as const, status: 201, code: undefined },
  ])('asked for twice is made once; the second time is $flag', async ({ flag, status, code }) => {
    house.tenant.control.setFlags({ repeatedTransaction: flag })
    const first = await make({ transactionId: 'm-1' })
    const again = await me('POST', 'me/events', meeting({ transactionId: 'm-1' }))
    expect([again.status, again.body.error?.code]).toEqual([status, code])
    if (code === undefined) expect(again.body.id).toBe(first.id)
    expect((await me('GET', 'me/events')).body.value).toHaveLength(1)
    expect(first['transactionId']).toBe('m-1')
  })

  test('is removed, or cancelled with a word about it', async () => {
    const [one, other] = [await make(), await make()]
    expect((await me('DELETE', `me/events/${one.id}`)).status).toBe(204)
    expect((await me('POST', `me/events/${other.id}/cancel`, { Comment: 'Inställt' })).status).toBe(202)
    const gone = await me('GET', `me/events/${one.id}`)
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ErrorItemNotFound'])
    expect((await me('GET', 'me/events')).body.value).toEqual([])
  })
})

describe('a view of the calendar', () => {
  const view = (from: string, to: string, more = '') =>
    me('GET', `me/calendarView?startDateTime=${from}&endDateTime=${to}${more}`, undefined, swedish)

  test('holds what overlaps the time, the earliest first', async () => {
    await make({ subject: 'sen', start: at('2024-10-15T13:00:00'), end: at('2024-10-15T14:00:00') })
    await make({ subject: 'tidig' })
    await make({ subject: 'annan dag', start: at('2024-10-16T09:00:00'), end: at('2024-10-16T10:00:00') })
    const { body } = await view('2024-10-15T08:30:00Z', '2024-10-15T20:00:00%2B02:00')
    expect(body.value.map(({ subject }) => subject)).toEqual(['tidig', 'sen'])
  })

  test('comes ten at a time', async () => {
    for (let i = 0; i < 13; i++) await make()
    const { body: first } = await view('2024-10-15T00:00:00Z', '2024-10-16T00:00:00Z')
    const { body: second } = await me('GET', nextOf(first))
    expect([first.value.length, second.value.length, nextOf(second)]).toEqual([10, 3, ''])
  })

  test('of no time is refused', async () => {
    const { status, body } = await me('GET', 'me/calendarView?startDateTime=2024-10-15T00:00:00Z')
    expect([status, body.error.code]).toEqual([400, 'ErrorInvalidParameter'])
  })
})

describe('refused is', () => {
  test.for([
    { says: 'a property that no event has', more: { room: 'A' }, status: 400, code: 'RequestBodyRead' },
    { says: 'a series', more: { recurrence: { pattern: {} } }, status: 501, code: 'notImplemented' },
    {
      says: 'an end before the start',
      more: { end: at('2024-10-15T08:00:00') },
      status: 400,
      code: 'ErrorPropertyValidationFailure',
    },
    {
      says: 'a zone that the calendar does not know',
      more: { start: at('2024-10-15T09:00:00', 'Europe/Stockholm') },
      status: 400,
      code: 'TimeZoneNotSupportedException',
    },
    {
      says: 'a time that is none',
      more: { start: at('kl 9') },
      status: 400,
      code: 'ErrorPropertyValidationFailure',
    },
    {
      says: 'an attendee without address',
      more: { attendees: [{ emailAddress: { name: 'Viola' } }] },
      status: 400,
      code: 'ErrorInvalidRecipients',
    },
  ])('$says', async ({ more, status, code }) => {
    const answer = await me('POST', 'me/events', meeting(more))
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  test('whoever has not let the application into their calendar', async () => {
    const without = await clientOf(ids.writer, ['User.Read'], false)
    for (const [method, path] of [
      ['GET', 'me/events'],
      ['POST', 'me/events'],
      ['GET', 'me/calendarView?startDateTime=2024-10-15T00:00:00Z&endDateTime=2024-10-16T00:00:00Z'],
    ] as const) {
      const { status, body } = await without(method, path, method === 'POST' ? meeting() : undefined)
      expect([status, body.error.code]).toEqual([403, 'ErrorAccessDenied'])
    }
  })

  test('anybody else’s event, and an application without a person', async () => {
    const { id } = await make()
    const other = await clientOf(ids.writer, ['Calendars.ReadWrite'], true)
    expect((await other('GET', `me/events/${id}`)).status).toBe(404)
    expect((await (await house.as('write'))('GET', 'me/events')).status).toBe(400)
  })

  test('what the tenant does not know, aloud', async () => {
    expect((await me('GET', "me/events?$filter=subject eq 'PF'")).status).toBe(501)
    expect((await me('GET', 'me/calendars')).status).toBe(501)
  })
})
