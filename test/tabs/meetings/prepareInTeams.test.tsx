/** Preparing a meeting: the event in Outlook and Teams, made, moved and gone. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { GraphError } from '#src/graph/errors.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { show, onAgenda, me, meeting, agenda } from './preparing.tsx'

describe('a meeting in Teams', () => {
  test('that may not be made says so, and asks for consent only when pressed', async () => {
    let consented = 0
    const graph = () => Promise.reject(Object.assign(new Error('no'), { name: 'SignInNeeded' }))
    await show({
      items: onAgenda,
      calendar: () =>
        Promise.resolve({ graph: graph as never, consent: () => Promise.resolve(void consented++) }),
    })
    await page.getByRole('button', { name: 'Skapa möte i Teams' }).click()
    await expect.element(page.getByText(/får inte använda din kalender ännu/)).toBeVisible()
    expect(consented).toBe(0)
    await page.getByRole('button', { name: 'Ge tillåtelse' }).click()
    await expect.poll(() => consented).toBe(1)
  })
  const inCalendar = { eventId: 'e-1', eventBy: me, joinUrl: 'https://teams.example.org/x' }
  /** My calendar, where the event is at this time, or is not. */
  const calendarWith = (time: { day: string; start: string; end: string } | undefined) => {
    const calls: { method?: string; path: string; body?: unknown }[] = []
    const at = (clock: string) => ({ dateTime: `${time?.day}T${clock}:00.0000000` })
    const graph = (call: { method?: string; path: string; body?: unknown }) => {
      calls.push(call)
      if (call.path === '/$batch') {
        const { requests } = call.body as { requests: { id: string }[] }
        const found = { id: 'u', mail: 'u@example.org' }
        return Promise.resolve({ responses: requests.map(({ id }) => ({ id, status: 200, body: found })) })
      }
      if (call.method === 'POST')
        return Promise.resolve({
          id: 'e-2',
          webLink: '',
          onlineMeeting: { joinUrl: 'https://teams.example.org/y' },
        })
      if (call.method === 'PATCH') return Promise.resolve({ id: 'e-1' })
      if (call.path.startsWith('/me/events/e-1') && !time)
        return Promise.reject(new GraphError({ status: 404, code: 'ErrorItemNotFound', message: 'gone' }))
      return Promise.resolve(
        time && call.path.startsWith('/me/events/')
          ? { start: at(time.start), end: at(time.end) }
          : { value: [] },
      )
    }
    return {
      calls,
      calendar: () => Promise.resolve({ graph: graph as never, consent: () => Promise.resolve() }),
    }
  }
  test('that was removed in Outlook says so, and is made again', async () => {
    const { calls, calendar } = calendarWith(undefined)
    const { acts } = await show({ items: onAgenda, of: inCalendar, calendar })
    await expect.element(page.getByText(/Mötet finns inte längre i din kalender/)).toBeVisible()
    await page.getByRole('button', { name: 'Skapa det igen' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          values: { eventId: 'e-2', joinUrl: 'https://teams.example.org/y' },
          base: { eventId: 'e-1', joinUrl: inCalendar.joinUrl },
        },
      })
    const made = calls.find(({ method, path }) => method === 'POST' && path === '/me/events')
    expect(made?.body).toMatchObject({ transactionId: `${meeting.key}/e-1` })
  })
  test('that was moved in Outlook says when it is there, and that time is taken', async () => {
    const { calendar } = calendarWith({ day: '2024-10-17', start: '09:00', end: '10:30' })
    const { acts } = await show({ items: onAgenda, of: inCalendar, calendar })
    await expect.element(page.getByText(/I din kalender är mötet tors 17 okt\. 09\.00–10\.30/)).toBeVisible()
    await page.getByRole('button', { name: 'Tiden i kalendern' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          values: { day: '2024-10-17', start: '09:00', end: '10:30' },
          base: { day: '2024-10-16', start: '13:00', end: '14:30' },
        },
      })
  })
  test('or it is put back to the time it has here', async () => {
    const { calls, calendar } = calendarWith({ day: '2024-10-17', start: '09:00', end: '10:30' })
    const { acts } = await show({ items: onAgenda, of: inCalendar, calendar })
    await page.getByRole('button', { name: 'Tiden här: flytta i kalendern' }).click()
    await expect
      .poll(() => calls.find(({ method }) => method === 'PATCH')?.body)
      .toMatchObject({ start: { dateTime: '2024-10-16T13:00:00' }, end: { dateTime: '2024-10-16T14:30:00' } })
    await expect.element(page.getByText(/I din kalender är mötet/)).not.toBeInTheDocument()
    expect(acts).toEqual([])
  })
  test.for([
    {
      says: 'at its time there',
      of: inCalendar,
      time: { day: '2024-10-16', start: '13:00', end: '14:30' },
      asked: 1,
    },
    {
      says: 'in the calendar of another',
      of: { ...inCalendar, eventBy: aPerson('anders', 'Anders Ek') },
      time: undefined,
      asked: 0,
    },
  ])('says nothing $says', async ({ of, time, asked }) => {
    const { calls, calendar } = calendarWith(time)
    await show({ items: onAgenda, of, calendar })
    await expect.poll(() => calls.length).toBe(asked)
    await expect.element(agenda()).toBeVisible()
    expect(page.getByText(/din kalender/).elements()).toEqual([])
  })
  test('has its address in the head', async () => {
    await show({ of: { joinUrl: 'https://teams.example.org/x' } })
    await expect
      .element(page.getByRole('link', { name: 'Anslut i Teams' }))
      .toHaveAttribute('href', 'https://teams.example.org/x')
  })
})
