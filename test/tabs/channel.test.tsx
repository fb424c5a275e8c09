/** The tab of a channel, and the page where it is chosen what it shows. */
import { describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { ChannelPage } from '#tabs/channel/ChannelPage.tsx'
import { ConfigurePage } from '#tabs/channel/ConfigurePage.tsx'
import type { Host } from '#tabs/host/teams.ts'
import { readState } from '#tabs/ui/portfolioView/address.ts'
import { departmentsOf, indexRows, look } from '#tabs/ui/portfolioView/view.ts'
import { anInitiative } from '../fixtures/initiatives.ts'
import { aMeeting } from '../fixtures/meetings.ts'
import { aMandate, aRef, homeCareManager, tree } from '../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from './fixtures.tsx'

const row = (key: string, title: string) => ({ key, id: key, version: '1', title })
const items = [
  held(units, [...tree.values()]),
  held(portfolios, [{ ...row('pf', 'Äldreomsorg'), code: 'ÄVO', process: 'behovsprocessen' }]),
  held(forums, [row('dialogue', 'Dialog Hemtjänst')]),
  held(mandates, [
    aMandate({
      matter: 'BP1',
      scope: 'department',
      holder: homeCareManager,
      unit: aRef('homeCare'),
      forum: aRef('dialogue'),
    }),
  ]),
  held(
    initiatives,
    Array.from({ length: 12 }, (_, n) =>
      anInitiative({
        key: `i${n}`,
        id: `i${n}`,
        number: `ÄVO-${n}`,
        title: `Behov ${n}`,
        portfolio: aRef('pf'),
        stage: 'collection',
        state: 'active',
        unit: aRef('homeCare'),
        stageSince: `2024-0${1 + (n % 9)}-01`,
      }),
    ),
  ),
]
const showChannel = (id: string, given: Given = {}) =>
  renderScreen(<ChannelPage id={id} />, { items, ...given })

describe('the tab', () => {
  test('counts by stage, each count a way to those rows', async () => {
    await showChannel('portfolio:pf')
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Äldreomsorg')
    await expect
      .element(page.getByRole('table').getByRole('link', { name: '12' }))
      .toHaveAttribute('href', '/portfolio?portfolio=pf&stage=collection&state=active&external=no')
  })

  test('of a department links each number to as many rows of the table', async () => {
    await showChannel('department:homeCare')
    const link = page.getByRole('table').getByRole('link', { name: '12' })
    await expect.element(link).toBeVisible()
    const query = link.element().getAttribute('href')?.split('?')[1]
    const { search, filters } = readState(new URLSearchParams(query))
    const needs = (items.find(({ list }) => list === initiatives)?.items ?? []) as Initiative[]
    const indexed = indexRows(needs, departmentsOf([...tree.values()]))
    expect(look(indexed, search, filters).rows).toHaveLength(12)
  })

  test('of an administration counts without a filter that the table does not have', async () => {
    await showChannel('department:elderly')
    await expect.element(page.getByRole('table').getByText('12', { exact: true })).toBeVisible()
    expect(page.getByRole('table').getByRole('link').elements()).toEqual([])
  })

  test('of a forum says what waits for consultation there, the oldest first, and how many more', async () => {
    await showChannel('forum:dialogue')
    await expect.element(page.getByRole('heading', { name: /Väntar på samråd här/ })).toBeVisible()
    await expect.element(page.getByRole('listitem').nth(1)).toMatchTextContent(/Behov [09]/)
    await expect.element(page.getByText('… och 2 till.')).toBeVisible()
  })

  test.each([
    { says: 'the next one', state: 'planned', heading: 'Nästa möte' },
    { says: 'the one that is held now', state: 'open', heading: 'Mötet pågår' },
  ] as const)('of a forum leads to its meetings: $says', async ({ state, heading }) => {
    const of = { forum: aRef('dialogue'), day: '2024-10-01' }
    const rows = [
      aMeeting({ key: 'later', ...of, day: '2024-11-05', state: 'planned' }),
      aMeeting({ key: 'gone', ...of, state: 'cancelled' }),
      aMeeting({ key: 'here', ...of, state }),
      aMeeting({ key: 'other', ...of, forum: aRef('council'), state: 'planned' }),
    ]
    await showChannel('forum:dialogue', { store: { since: () => Promise.resolve(rows as never) } })
    const meeting = page.getByRole('region', { name: heading })
    await expect
      .element(meeting.getByRole('link', { name: 'tis 1 okt. 13.00–14.30, Lilla mötesrummet' }))
      .toHaveAttribute('href', '/meeting/here')
    await expect
      .element(meeting.getByRole('link', { name: /Forumets möten/ }))
      .toHaveAttribute('href', '/forum/dialogue')
  })

  test('of a forum without meetings says so', async () => {
    await showChannel('forum:dialogue', { store: { since: () => Promise.resolve([]) } })
    await expect.element(page.getByText('Inget möte framåt')).toBeVisible()
  })

  test('of something that is gone says what to do', async () => {
    await showChannel('forum:gone')
    await expect.element(page.getByText(/Öppna flikens inställningar i Teams/)).toBeVisible()
  })

  test.for(['default', 'dark', 'contrast'] as const)(
    'has nothing for axe to find in the %s theme',
    async (theme) => {
      const { container } = await showChannel('portfolio:pf', { theme })
      await expect.element(page.getByRole('table')).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )
})

describe('its configuration', () => {
  const show = async (given: Given = {}, now?: string) => {
    const configure = vi.fn<Host['configure']>()
    const shown = await renderScreen(<ConfigurePage />, {
      items,
      host: { configure, configured: async () => now } as Partial<Host> as Host,
      ...given,
    })
    return { ...shown, configure }
  }

  test('can be saved only when something is chosen', async () => {
    const { configure } = await show()
    await expect.poll(() => configure.mock.lastCall).toEqual([undefined])
    await page.getByRole('combobox', { name: 'En portfölj' }).selectOptions('Äldreomsorg')
    await expect
      .poll(() => configure.mock.lastCall)
      .toEqual([{ page: '/channel/portfolio%3Apf', name: 'Äldreomsorg' }])
    await expect.element(page.getByText('Fliken kommer att heta Äldreomsorg.')).toBeVisible()
  })

  test('begins with what the tab shows already', async () => {
    const { configure } = await show({}, '/channel/forum%3Adialogue')
    await expect.element(page.getByRole('combobox', { name: 'Ett forum' })).toHaveValue('dialogue')
    await expect
      .poll(() => configure.mock.lastCall)
      .toEqual([{ page: '/channel/forum%3Adialogue', name: 'Dialog Hemtjänst' }])
  })

  test('another kind empties the choice', async () => {
    const { configure } = await show()
    await page.getByRole('combobox', { name: 'En portfölj' }).selectOptions('Äldreomsorg')
    await page.getByRole('radio', { name: 'Ett forum' }).click()
    await expect.poll(() => configure.mock.lastCall).toEqual([undefined])
    await page.getByRole('combobox', { name: 'Ett forum' }).selectOptions('Dialog Hemtjänst')
    await expect
      .poll(() => configure.mock.lastCall)
      .toEqual([{ page: '/channel/forum%3Adialogue', name: 'Dialog Hemtjänst' }])
  })

  test.for(['default', 'dark', 'contrast'] as const)(
    'has nothing for axe to find in the %s theme',
    async (theme) => {
      const { container } = await show({ theme })
      expect(await violations(container)).toEqual([])
    },
  )
})
