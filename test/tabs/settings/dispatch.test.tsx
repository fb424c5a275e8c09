/** Utskick: an administrator sees how the day goes, who isn't reached and why, and sends again what didn't come. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { people, type PersonRow } from '#src/lists/organisation.ts'
import type { Dispatch, DispatchRow } from '#src/rules/reminding/dispatch.ts'
import { SettingsPage } from '#tabs/settings/SettingsPage.tsx'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = { id: 'me', name: 'Ada Admin' }
const row = { key: 'ada', id: '1', version: '1', title: me.name, person: me }
const admin: PersonRow = { ...row, roles: ['administrator'] }
const today = '2026-03-25'
const aProgress = (until: number) => ({
  holder: 'server-1',
  until,
  day: today,
  digests: 0,
  urgent: 0,
  sent: 0,
  failed: 0,
  waiting: 0,
})
const aMessage = (to: string, values: Partial<DispatchRow> = {}): DispatchRow => ({
  key: to,
  day: today,
  kind: 'digest',
  to,
  state: 'sent',
  attempts: 1,
  lastCode: '201',
  lines: 3,
  about: ['action', 'report'],
  ...values,
})
const someMessages = [
  aMessage('Petra Projekt'),
  aMessage('Bo Blockerad', { state: 'unreachable', lastCode: '403 MessageWritesBlocked' }),
  aMessage('Olle Osäker', { state: 'unconfirmed', lastCode: 'timeout', kind: 'urgent', lines: 1 }),
  aMessage('Frida Fel', { state: 'failed', lastCode: '400', attempts: 1 }),
  aMessage('Vera Väntar', { state: 'waiting', attempts: 4, lastCode: '429' }),
]

async function show(
  dispatch: Partial<Dispatch> = {},
  given: Given & { path?: string; roles?: PersonRow['roles'] } = {},
) {
  const asked: { name: string; args: unknown }[] = []
  const { roles = ['administrator'] } = given
  const act: Act = (one) => {
    asked.push({ name: one.name, args: one.args })
    if (one.name !== 'loadDispatch') return given.act?.(one) ?? { done: {} }
    const { day } = one.args as { day: string }
    const rows = (dispatch.rows ?? someMessages).filter((message) => message.day === day)
    return { done: { dispatch: { unreached: [], progress: aProgress(Date.now()), ...dispatch, day, rows } } }
  }
  const shown = await renderScreen(<SettingsPage id='dispatch' />, {
    items: [held(people, [{ ...admin, roles }])],
    person: me,
    today,
    path: '/settings/dispatch',
    ...given,
    act,
  })
  await expect.element(page.getByRole('heading', { level: 2 })).toBeVisible()
  return { ...shown, asked }
}
const names = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map((cell) => cell.textContent)

test('what needs looking at comes first, in words', async () => {
  await show()
  await expect.element(page.getByText('Skickar: 4 av 5 meddelanden är klara.')).toBeVisible()
  expect(names()).toEqual(['Frida Fel', 'Olle Osäker', 'Bo Blockerad', 'Vera Väntar', 'Petra Projekt'])
  await expect.element(page.getByText('blockerad eller borttagen (403 MessageWritesBlocked)')).toBeVisible()
  await expect.element(page.getByText('inget svar kom i tid')).toBeVisible()
  await expect.element(page.getByText('3 rader · Åtgärder och Statusrapporter').first()).toBeVisible()
})

test('messages are chosen by state with counts, and the choice is in the link', async () => {
  const { history } = await show()
  await page.getByRole('radio', { name: 'Obekräftat 1' }).click({ force: true })
  await expect.poll(names).toEqual(['Olle Osäker'])
  expect(history?.at(-1)).toBe('/settings/dispatch?state=unconfirmed')
  await page.getByRole('radio', { name: 'Alla 5' }).click({ force: true })
  await page.getByRole('searchbox').fill('petra')
  await expect.poll(names).toEqual(['Petra Projekt'])
  await page.getByRole('searchbox').fill('xyz')
  await expect.element(page.getByText('Inget meddelande stämmer med valet.')).toBeVisible()
})

test('what didn’t come is sent again, once, and what came can’t be', async () => {
  const again = aMessage('Frida Fel', { key: 'again/1', state: 'waiting', attempts: 0 })
  const { asked } = await show(
    {},
    {
      act: () => ({
        done: {
          resent: [again, aMessage('Frida Fel', { state: 'failed', lastCode: '400', resentOn: today })],
        },
      }),
    },
  )
  await expect.element(page.getByRole('button', { name: /Skicka på nytt till/ }).first()).toBeVisible()
  expect(page.getByRole('button', { name: /Skicka på nytt till/ }).elements()).toHaveLength(3)
  await page.getByRole('button', { name: 'Skicka på nytt till Frida Fel' }).click()
  await expect
    .element(page.getByText('Meddelandet till Frida Fel skickas på nytt inom någon minut.'))
    .toBeVisible()
  await expect.element(page.getByText('Skickat på nytt 25 mars')).toBeVisible()
  expect(asked.filter(({ name }) => name === 'resendSending')).toEqual([
    { name: 'resendSending', args: { sending: 'Frida Fel' } },
  ])
  expect(names().filter((name) => name === 'Frida Fel')).toHaveLength(2)
})

test('why it isn’t sent again is told', async () => {
  await show({}, { act: () => ({ refusals: [{ why: 'reminding', fault: 'toldSince' }] }) })
  await page.getByRole('button', { name: 'Skicka på nytt till Olle Osäker' }).click()
  await expect.element(page.getByText(/har kommit med i ett senare meddelande/)).toBeVisible()
})

test('who isn’t reached stands with since when and why', async () => {
  await show({
    rows: [],
    unreached: [
      {
        key: 'a',
        to: 'Bo Blockerad',
        isForum: false,
        state: 'unreachable',
        since: '2026-03-20',
        lastError: '403 BotNotInConversationRoster',
      },
      {
        key: 'b',
        to: 'Nils Ny',
        isForum: false,
        state: 'unreachable',
        since: '2026-03-24',
        lastError: 'notInstalled',
        installTried: '2026-03-24',
      },
      { key: 'c', to: 'Digitaliseringsrådet', isForum: true, state: 'removed', since: '2026-03-01' },
    ],
  })
  await expect.element(page.getByRole('heading', { name: 'Nås inte (3)' })).toBeVisible()
  expect(
    page
      .getByRole('row')
      .elements()
      .slice(1)
      .map((line) => [...line.children].map((cell) => cell.textContent).join(' | ')),
  ).toEqual([
    'Bo Blockerad | Nås inte | 20 mars | appen är inte installerad (403 BotNotInConversationRoster)',
    'Digitaliseringsrådet · Kanal | Borttagen | 1 mars | har tagit bort Samstyr',
    'Nils Ny | Nås inte | 24 mars | har aldrig öppnat Samstyr i Teams; försök att lägga till appen 24 mars',
  ])
})

test('earlier days are a step away, and have no run of their own', async () => {
  const { asked } = await show({
    rows: [aMessage('Petra Projekt'), aMessage('Igår Ida', { day: '2026-03-24' })],
  })
  await page.getByRole('button', { name: 'Dagen före' }).click()
  await expect.poll(names).toEqual(['Igår Ida'])
  expect(page.getByRole('progressbar').elements()).toHaveLength(0)
  await page.getByRole('button', { name: 'I dag' }).click()
  await expect.poll(names).toEqual(['Petra Projekt'])
  expect(asked.map(({ args }) => (args as { day: string }).day)).toEqual([today, '2026-03-24', today])
})

describe('a day', () => {
  test.each<{ says: RegExp; dispatch: Partial<Dispatch>; on?: string }>([
    { says: /Allt för i dag är skickat/, dispatch: { rows: [aMessage('Petra')] } },
    { says: /Ingen server skickar just nu/, dispatch: { progress: aProgress(Date.now() - 3_600_000) } },
    { says: /I dag är ingen arbetsdag/, dispatch: { rows: [] }, on: '2026-03-28' },
    { says: /En server är igång/, dispatch: { rows: [] } },
  ])('$says', async ({ says, dispatch, on = today }) => {
    await show(dispatch, { today: on })
    await expect.element(page.getByText(says)).toBeVisible()
  })

  test('without a server that ever sent, says what to switch on', async () => {
    await renderScreen(<SettingsPage id='dispatch' />, {
      items: [held(people, [admin])],
      person: me,
      today,
      path: '/settings/dispatch',
      act: () => ({ done: { dispatch: { day: today, rows: [], unreached: [] } } }),
    })
    await expect.element(page.getByText(/BOT_CLIENT_ID/)).toBeVisible()
  })

  test('that can’t be read says so, and is asked for again', async () => {
    let times = 0
    await renderScreen(<SettingsPage id='dispatch' />, {
      items: [held(people, [admin])],
      person: me,
      today,
      path: '/settings/dispatch',
      act: () =>
        times++ === 0 ? 'offline' : { done: { dispatch: { day: today, rows: someMessages, unreached: [] } } },
    })
    await expect.element(page.getByText(/Utskicket kunde inte läsas/)).toBeVisible()
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(page.getByText('Petra Projekt')).toBeVisible()
  })

  test('of two thousand is shown a hundred at a time', async () => {
    await show({ rows: Array.from({ length: 2000 }, (_, i) => aMessage(`Person ${i}`)) })
    await page.getByRole('button', { name: 'Visa 100 till' }).click()
    await expect.poll(() => names().length).toBe(200)
  })
})

test('nobody else sees them, and nothing is asked for', async () => {
  const { asked } = await show({}, { roles: ['developmentLead'] })
  await expect.element(page.getByText(/visas bara för/)).toBeVisible()
  expect(asked).toEqual([])
})

describe.each(['default', 'dark', 'contrast'] as const)('in %s', (theme) => {
  test('there is nothing for axe to find', async () => {
    const unreached = [{ key: 'c', to: 'Bo', isForum: false, state: 'removed' as const, since: '2026-03-01' }]
    const { container } = await show({ unreached }, { theme })
    await expect.element(page.getByText('Petra Projekt')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
})

test('320 pixels are enough', async () => {
  await page.viewport(320, 700)
  await show()
  await expect.element(page.getByText('Petra Projekt')).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
