/** A meeting in a person's own calendar: once, whatever the net does; moved without losing Teams; gone when cancelled. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Graph } from '#src/graph/client.ts'
import { createGraph } from '#src/graph/client.ts'
import { isNoRight, isNotFound, SignInNeeded } from '#src/graph/errors.ts'
import {
  cancelMeetingEvent,
  createMeetingEvent,
  joinUrlOf,
  moveMeetingEvent,
  type NewEvent,
  timeOfEvent,
} from '#src/graph/events.ts'
import { teamsMeetingFor } from '#tabs/meetings/calendar.ts'
import { installation } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
let mine: Graph
beforeAll(async () => {
  stand = await setUpStand('empty')
  mine = calendarOf('homeCareManager', { consents: true })
})
afterAll(() => stand.close())
beforeEach(() => {
  stand.tenant.control.setFaults([])
  stand.tenant.control.setFlags({ joinUrlDelayMs: 0, repeatedTransaction: 'refused' })
})

/** As the tab's own: a token that can't be had without asking the person is SignInNeeded. */
function calendarOf(who: Who, { consents }: { consents: boolean }): Graph {
  return createGraph({
    origin: stand.origin,
    getToken: async () => {
      const asked = {
        clientId: installation.apps.samstyr,
        oid: stand.person(who).id,
        scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
        consents,
      }
      try {
        return (await stand.tenant.control.personToken(asked)).access_token
      } catch {
        throw new SignInNeeded()
      }
    },
  })
}

let made = 0
const anEvent = (values: Partial<NewEvent> = {}): NewEvent => ({
  key: `m-${++made}`,
  subject: 'Strategisk dialog',
  text: 'Dagordning kommer.\nVälkommen.',
  day: '2024-10-15',
  start: '09:00',
  end: '11:00',
  place: 'Stora salen',
  attendees: [{ name: 'Åsa', email: 'asa@example.org' }],
  online: true,
  ...values,
})
interface Wire {
  start: { dateTime: string; timeZone: string }
  attendees: { emailAddress: { address: string } }[]
  isOnlineMeeting: boolean
  location: { displayName: string }
}
const read = (id: string) =>
  mine<Wire>({ path: `/me/events/${id}`, headers: { Prefer: 'outlook.timezone="W. Europe Standard Time"' } })
const failed = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )
const noWait = () => Promise.resolve()

describe('put in the calendar', () => {
  test('a meeting has its Swedish time, its place, its people and an address to join at', async () => {
    const { id, joinUrl, webUrl } = await createMeetingEvent(mine, anEvent())
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//)
    expect(webUrl).toContain('outlook.office365.com')
    expect(await read(id)).toMatchObject({
      start: { dateTime: '2024-10-15T09:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      attendees: [{ emailAddress: { address: 'asa@example.org' } }],
      location: { displayName: 'Stora salen' },
      isOnlineMeeting: true,
    })
  })

  test('one that is not online has no address, and nobody waits for it', async () => {
    const { id, joinUrl } = await createMeetingEvent(mine, anEvent({ online: false }))
    expect([joinUrl, await joinUrlOf(mine, id, () => Promise.reject(new Error('waited')))]).toEqual([
      undefined,
      undefined,
    ])
  })

  test.for(['refused', 'answered'] as const)(
    'asked twice there is one, where the second is %s',
    async (flag) => {
      stand.tenant.control.setFlags({ repeatedTransaction: flag })
      const event = anEvent()
      const first = await createMeetingEvent(mine, event)
      expect(await createMeetingEvent(mine, event)).toEqual(first)
    },
  )

  test('when the answer is lost on the way there is one, among many that day', async () => {
    for (let i = 0; i < 12; i++) await createMeetingEvent(mine, anEvent({ day: '2024-11-05' }))
    stand.tenant.control.setFaults([
      { match: { method: 'POST', path: '/me/events$' }, times: 1, dropAfterCommit: true },
    ])
    const event = anEvent({ day: '2024-11-05' })
    expect(await failed(createMeetingEvent(mine, event))).toMatchObject({ status: -1 })
    const { id } = await createMeetingEvent(mine, event)
    const path =
      '/me/calendarView?startDateTime=2024-11-05T00:00:00Z&endDateTime=2024-11-06T00:00:00Z&$top=50'
    const { value } = await mine<{ value: { id: string; transactionId: string }[] }>({ path })
    expect(value.filter(({ transactionId }) => transactionId === event.key).map((found) => found.id)).toEqual(
      [id],
    )
  })

  test('an address that comes later is asked for again', async () => {
    stand.tenant.control.setFlags({ joinUrlDelayMs: 60_000 })
    const { id, joinUrl } = await createMeetingEvent(mine, anEvent())
    expect(joinUrl).toBeUndefined()
    const waits: number[] = []
    const never = await joinUrlOf(mine, id, async (seconds) => void waits.push(seconds))
    expect([never, waits]).toEqual([undefined, [1, 2, 4, 8]])
    stand.tenant.control.setFlags({ joinUrlDelayMs: -60_000 })
    const later = await createMeetingEvent(mine, anEvent())
    expect(await joinUrlOf(mine, later.id, noWait)).toBe(later.joinUrl)
  })
})

describe('moved and cancelled', () => {
  test('a meeting keeps its address, its people and its text', async () => {
    const { id, joinUrl } = await createMeetingEvent(mine, anEvent())
    const moved = await moveMeetingEvent(mine, id, { day: '2024-10-22', start: '13:00', end: '15:00' })
    expect(moved).toMatchObject({ id, joinUrl })
    expect(await read(id)).toMatchObject({
      start: { dateTime: '2024-10-22T13:00:00.0000000' },
      attendees: [{ emailAddress: { address: 'asa@example.org' } }],
    })
  })

  test.for([undefined, 'Inställt: ingen kan'])('it is gone, also when asked again (%s)', async (comment) => {
    const { id } = await createMeetingEvent(mine, anEvent())
    await cancelMeetingEvent(mine, id, comment)
    await cancelMeetingEvent(mine, id, comment)
    expect(isNotFound(await failed(read(id)))).toBe(true)
    const to = { day: '2024-10-22', start: '13:00', end: '15:00' }
    expect(isNotFound(await failed(moveMeetingEvent(mine, id, to)))).toBe(true)
  })
})

describe('the time of an event', () => {
  test('is what Outlook says now, as Swedish clocks say it', async () => {
    const { id } = await createMeetingEvent(mine, anEvent())
    expect(await timeOfEvent(mine, id)).toEqual({ day: '2024-10-15', start: '09:00', end: '11:00' })
    const moved = { dateTime: '2024-12-02T12:30:00', timeZone: 'UTC' }
    await mine({
      method: 'PATCH',
      path: `/me/events/${id}`,
      body: { start: moved, end: { ...moved, dateTime: '2024-12-02T13:30:00' } },
    })
    expect(await timeOfEvent(mine, id)).toEqual({ day: '2024-12-02', start: '13:30', end: '14:30' })
  })

  test('is nothing when it was removed there, or is in the calendar of another', async () => {
    const { id } = await createMeetingEvent(mine, anEvent())
    expect(await timeOfEvent(calendarOf('director', { consents: true }), id)).toBeUndefined()
    await mine({ method: 'DELETE', path: `/me/events/${id}` })
    expect(await timeOfEvent(mine, id)).toBeUndefined()
  })

  test('a calendar that may not be read is no calendar without the event', async () => {
    stand.tenant.control.setFaults([
      { match: { path: '/me/events' }, times: 1, status: 403, code: 'ErrorAccessDenied' },
    ])
    expect(isNoRight(await failed(timeOfEvent(mine, 'e')))).toBe(true)
  })

  test('removed and made again under another key there is a new one', async () => {
    const event = anEvent()
    const first = await createMeetingEvent(mine, event)
    await mine({ method: 'DELETE', path: `/me/events/${first.id}` })
    const second = await createMeetingEvent(mine, { ...event, key: `${event.key}/${first.id.slice(-24)}` })
    expect(second.id).not.toBe(first.id)
    expect(await timeOfEvent(mine, second.id)).toEqual({ day: '2024-10-15', start: '09:00', end: '11:00' })
  })
})

describe('consent', () => {
  test('without it the person is to be asked, and afterwards it works', async () => {
    const graph = calendarOf('nursingManager', { consents: false })
    expect(await failed(createMeetingEvent(graph, anEvent()))).toBeInstanceOf(SignInNeeded)
    const session = {
      person: stand.person('nursingManager'),
      calendar: async () => ({
        graph,
        consent: async () => void (await calendarOf('nursingManager', { consents: true })({ path: '/me' })),
      }),
    }
    const teams = await teamsMeetingFor(session)
    const gone = { id: '99999999-9999-4999-8999-999999999999', name: 'Slutat' }
    const { attendees: _attendees, online: _online, ...meeting } = anEvent()
    const people = [stand.person('nursingManager'), stand.person('director'), gone]
    expect(await failed(teams.create({ ...meeting, people }))).toBeInstanceOf(SignInNeeded)
    await teams.consent()
    const { id, joinUrl, notInvited } = await teams.create({ ...meeting, people })
    expect([joinUrl?.startsWith('https://teams.microsoft.com/'), notInvited]).toEqual([true, [gone]])
    const { attendees } = await graph<Wire>({ path: `/me/events/${id}` })
    expect(attendees.map(({ emailAddress }) => emailAddress.address)).toEqual([
      'marianne.ekelov-dahl@example.org',
    ])
    await teams.cancel(id)
  })

  test('a token without the calendar is refused', async () => {
    expect(isNoRight(await failed(createMeetingEvent(stand.graphAs('employee'), anEvent())))).toBe(true)
  })
})
