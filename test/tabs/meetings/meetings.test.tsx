/** Möten: what my forums have to finish, what comes and what it lacks, and a meeting with its parts. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import { type AgendaItem, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type Forum, forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { MeetingsPage } from '#tabs/meetings/MeetingsPage.tsx'
import { aForum, aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const dialogue = aForum({ chair: aPerson('anders', 'Anders Ek'), secretary: me })
const leadership = aForum({ key: 'f-led', title: 'Förvaltningsledning', members: [me] })
const union = aForum({ key: 'f-fos', title: 'Facklig samverkan', chair: aPerson('ulla', 'Ulla Vik') })
const of = ({ key, title }: Forum) => ({ key, title })
const template = (values: Partial<ForumTemplate> = {}): ForumTemplate =>
  ({ id: '1', version: '1', key: 'f-sd-ht', title: 'x', forum: of(dialogue), ...values }) as ForumTemplate

const coming = aMeeting({ key: 'm-10', state: 'planned', day: '2024-10-09', verifiers: [me] })
const everything: Meeting[] = [
  aMeeting({ key: 'm-09', state: 'sent', day: '2024-09-11', fixedOn: '2024-09-13' }),
  coming,
  aMeeting({ key: 'm-11', state: 'planned', day: '2024-11-13', verifiers: [me] }),
  aMeeting({ key: 'm-03', state: 'planned', day: '2025-03-13' }),
  aMeeting({ key: 'u-10', forum: of(union), state: 'called', day: '2024-10-03', verification: false }),
]

interface Shown extends Given {
  rows?: readonly Meeting[]
  onAgenda?: readonly AgendaItem[]
  bodies?: readonly Forum[]
}

const show = ({
  rows = everything,
  onAgenda = [anItem('i-1', { meeting: of({ ...dialogue, key: 'm-10' }) })],
  bodies = [union, dialogue, leadership],
  ...given
}: Shown = {}) =>
  renderScreen(<MeetingsPage />, {
    items: [held(forums, bodies)],
    store: {
      since: () => Promise.resolve(rows as never),
      whereIn: () => Promise.resolve([rows] as never),
      where: () => Promise.resolve(onAgenda as never),
      all: (list: unknown) => Promise.resolve((list === forumTemplates ? [template()] : []) as never),
    },
    ...given,
  })

const region = (name: string) => page.getByRole('region', { name })
const lines = (name: string) =>
  region(name)
    .getByRole('listitem')
    .elements()
    .map((line) => line.textContent.replaceAll(/\s+/g, ' ').trim())

describe('Möten', () => {
  test('what my forums have left to finish stands first, then what comes', async () => {
    await show()
    await expect.element(page.getByRole('heading', { level: 2 }).first()).toHaveTextContent('Att göra klart')
    expect(lines('Att göra klart')[0]).toContain('väntar på justering sedan fre 13 sep')
    const links = region('Mina forum').getByRole('link', { name: 'Strategisk dialog Hemtjänst' })
    expect(links.elements().map((link) => link.getAttribute('href'))).toEqual([
      '/meeting/m-10',
      '/meeting/m-11',
      '/forum/f-sd-ht',
    ])
  })
  test('a meeting says when, where, how far it has come and what it lacks', async () => {
    await show()
    await expect.element(region('Mina forum')).toMatchTextContent('ons 9 okt.')
    const [first] = lines('Mina forum')
    expect(first).toContain('13.00–14.30')
    expect(first).toContain('Lilla mötesrummet · 1 punkt')
    expect(first).toContain('Dagordningen ska skickas ons 2 okt.')
    expect(first).toContain('Planerat')
  })
  test('a forum of mine without meetings leads to planning its year', async () => {
    await show()
    await expect.element(page.getByText(/Förvaltningsledning: inget möte framåt/)).toBeVisible()
    const link = region('Mina forum').getByRole('link', { name: 'Planera året' })
    await expect.element(link).toHaveAttribute('href', '/forum/f-led')
  })
  test('the other forums stand below with their next meeting', async () => {
    await show()
    await expect.element(region('Övriga forum')).toMatchTextContent('Facklig samverkan')
    expect(lines('Övriga forum')[0]).toContain('tors 3 okt. 13.00–14.30, Lilla mötesrummet')
    expect(lines('Övriga forum')).not.toContain('Förvaltningsledning')
  })
  test('of another forum, what is left to finish stands before what comes, each with how far it has come', async () => {
    const left = aMeeting({ key: 'u-09', forum: of(union), state: 'held', day: '2024-09-05' })
    await show({ rows: [left, ...everything] })
    await expect.element(region('Övriga forum')).toBeVisible()
    const links = region('Övriga forum').getByRole('link').elements()
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/forum/f-fos',
      '/meeting/u-09',
      '/meeting/u-10',
    ])
    expect(lines('Övriga forum')[0]).toMatch(/tors 5 sep\..*Hållet.*tors 3 okt\..*Kallat/)
  })
  test('/ searches forums, meetings and decisions, and nothing else is in the way', async () => {
    const { container } = await show()
    await expect.element(region('Mina forum')).toBeVisible()
    await userEvent.keyboard('/')
    await userEvent.keyboard('facklig')
    const found = region('Hittat')
    await expect
      .element(found.getByRole('link', { name: 'Facklig samverkan' }))
      .toHaveAttribute('href', '/forum/f-fos')
    await expect
      .element(found.getByRole('link', { name: 'Sök bland initiativen' }))
      .toHaveAttribute('href', '/portfolio?q=facklig')
    await expect.element(region('Mina forum')).not.toBeInTheDocument()
    expect(await violations(container)).toEqual([])
    await page.getByRole('searchbox').fill('')
    await expect.element(region('Mina forum')).toBeVisible()
  })
  test('whoever belongs to no forum sees them all', async () => {
    await show({ bodies: [union] })
    await expect.element(page.getByRole('heading', { name: 'Alla forum' })).toBeVisible()
  })
  test('where several look there is nothing of anybody’s own', async () => {
    await show({ host: { shared: true } as never })
    await expect.element(page.getByRole('heading', { name: 'Alla forum' })).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Mina forum' })).not.toBeInTheDocument()
  })
  test('nothing planned is a start: every forum leads to its year', async () => {
    await show({ rows: [], bodies: [union] })
    await expect.element(page.getByText(/Inga möten är planerade ännu/)).toBeVisible()
    await expect
      .element(page.getByRole('link', { name: 'Facklig samverkan' }))
      .toHaveAttribute('href', '/forum/f-fos')
  })
  test('meetings that can’t be read are said so, and asked for again', async () => {
    let broken = true
    await show({
      store: {
        since: () => (broken ? Promise.reject(new Error('503')) : Promise.resolve(everything as never)),
        whereIn: () => Promise.resolve([[]] as never),
        where: () => Promise.resolve([]),
        all: () => Promise.resolve([]),
      },
    })
    await expect.element(page.getByRole('alert')).toBeVisible()
    broken = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(region('Mina forum')).toBeVisible()
  })
  test('what couldn’t be read is read again by itself when the net is back', async () => {
    let broken = true
    await show({
      store: {
        since: () => (broken ? Promise.reject(new Error('net')) : Promise.resolve(everything as never)),
        whereIn: () => Promise.resolve([[]] as never),
        where: () => Promise.resolve([]),
        all: () => Promise.resolve([]),
      },
    })
    await expect.element(page.getByRole('alert')).toBeVisible()
    broken = false
    window.dispatchEvent(new Event('online'))
    await expect.element(region('Mina forum')).toBeVisible()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
  test.each(['default', 'dark', 'contrast'] as const)('axe finds nothing in %s', async (theme) => {
    const { container } = await show({ theme })
    await expect.element(region('Mina forum')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
  test('it fits 320 px, in English too', async () => {
    await page.viewport(320, 700)
    const { container } = await show({ locale: 'en' })
    await expect.element(region('My forums')).toBeVisible()
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(414, 896)
  })
})

describe('a meeting', () => {
  const open = (meeting: Meeting | undefined, given: Given = {}) =>
    renderScreen(<MeetingPage id='m-10' />, {
      items: [held(forums, [dialogue])],
      store: {
        byKey: (list: unknown) => Promise.resolve((list === meetings ? meeting : undefined) as never),
        whereOf: (lists: readonly unknown[]) =>
          Promise.resolve(lists.map((_, i) => (i === 0 ? [anItem('i-1', { title: 'Läget' })] : [])) as never),
        where: () => Promise.resolve([]),
      } as unknown as Partial<ListReader>,
      ...given,
    })

  test('says whose it is, when, how far it has come, who leads and who writes', async () => {
    await open(coming)
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect
      .element(page.getByRole('main'))
      .toMatchTextContent('ons 9 okt. 13.00–14.30, Lilla mötesrummet')
    await expect.element(page.getByRole('main')).toMatchTextContent('Planerat')
    await expect.element(page.getByText(/Ordförande Anders Ek · Sekreterare Jag Själv/)).toBeVisible()
  })
  test.each([
    ['planned', undefined, 'Förbered'],
    ['open', undefined, 'Håll mötet'],
    ['verified', undefined, 'Protokoll'],
    ['verified', 'prepare', 'Förbered'],
    ['planned', 'nonsense', 'Förbered'],
  ] as const)('%s with part %s opens %s', async (state, part, name) => {
    await open({ ...coming, state }, { path: part ? `/meeting/m-10?part=${part}` : '/meeting/m-10' })
    await expect.element(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
  })
  test('cancelled says why', async () => {
    await open({ ...coming, state: 'cancelled', cancelled: 'Ingen kunde' })
    await expect.element(page.getByText('Mötet är inställt: Ingen kunde')).toBeVisible()
  })
  test('one that isn’t there says so, with a way on', async () => {
    await open(undefined)
    await expect.element(page.getByText(/Mötet finns inte/)).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Till alla möten' })).toBeVisible()
  })
  test('what an action answers is shown at once', async () => {
    const { session } = await open(coming, {
      act: () => ({ done: { meetings: [{ ...coming, place: 'Storsalen' }] } }),
    })
    await expect.element(page.getByText('Lilla mötesrummet', { exact: false }).first()).toBeVisible()
    await session.acting.act('saveView', {} as never)
    await expect.element(page.getByText(/Storsalen/)).toBeVisible()
  })
})
