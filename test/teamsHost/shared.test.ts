/** A channel's tab and a meeting's side panel in Chromium: configured, changed, removed, and the same for everyone. */
import type { Frame, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { faultsIn } from './faults.ts'
import { inTab, setUpStand, tabIn, type Stand } from './stand.ts'

const manager = entraIdOf('p-002')
const inDialog = '#configFrame iframe'
let stand: Stand

beforeAll(async () => {
  stand = await setUpStand()
}, 60_000)
afterAll(() => stand.close())
afterEach(() => stand.closePages())

/** Chooses what a tab shows as a configuration page does: allowed to save, said when Save is pressed. */
async function choose(frame: Frame, entityId: string, name: string, origin?: string) {
  const said = JSON.stringify({ entityId, name, origin })
  await frame.evaluate(`(({ entityId, name, origin }, { pages }) => {
    pages.config.registerOnSaveHandler((event) =>
      pages.config.setConfig({
        entityId,
        suggestedDisplayName: name,
        contentUrl: (origin ?? location.origin) + '/channel?who={user.id}&theme={app.theme}&where={channel.id}',
      }).then(() => event.notifySuccess(), (error) => event.notifyFailure(error.message)))
    pages.config.setValidityState(true)
  })(${said}, window.tab.teams)`)
}

/** Adds a tab to an empty channel or meeting, and answers the page. */
async function withTab(query = '?in=channel', [entityId, name] = ['needs', 'Behoven']): Promise<Page> {
  const page = await stand.openPage(query)
  await page.getByRole('main').getByRole('button', { name: 'Lägg till flik' }).click()
  await choose(await tabIn(page, inDialog), entityId, name)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.locator('nav a[aria-current]', { hasText: name }).waitFor()
  return page
}

describe('a tab of a channel', () => {
  test('is chosen on the app’s own page, and saved only when the app allows it', async () => {
    const page = await stand.openPage('?in=channel')
    await page.getByText('Kanalen har ingen flik med appen än.').waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Lägg till flik' }).press('Enter')
    const frame = await tabIn(page, inDialog)
    const { context } = await inTab(frame, ({ context }) => ({ context }))
    expect(new URL(frame.url()).pathname).toBe('/configure')
    expect(context.page.frameContext).toBe('settings')
    expect(context.channel?.displayName).toBe('Allmänt')
    const save = page.getByRole('button', { name: 'Spara' })
    expect(await save.isDisabled()).toBe(true)
    await inTab(frame, ({ teams }) => teams.pages.config.setValidityState(true))
    await expect.poll(() => save.isEnabled()).toBe(true)
    await inTab(frame, ({ teams }) => teams.pages.config.setValidityState(false))
    await expect.poll(() => save.isEnabled()).toBe(false)
  })

  test('shows what was chosen, in the channel, with its places filled in, also tomorrow', async () => {
    const page = await withTab(`?in=channel&person=${manager}&theme=dark`)
    for (const _ of ['now', 'after a reload']) {
      const tab = await tabIn(page)
      const { context } = await inTab(tab, ({ context }) => ({ context }))
      const query = new URL(tab.url()).searchParams
      expect([query.get('who'), query.get('theme')]).toEqual([manager, 'dark'])
      expect(query.get('where')).toBe(context.channel?.id)
      expect(context.page).toMatchObject({ id: 'needs', frameContext: 'content' })
      expect(context.team).toMatchObject({ displayName: 'Digital styrning' })
      expect(await inTab(tab, ({ teams }) => teams.pages.getConfig())).toMatchObject({
        entityId: 'needs',
        suggestedDisplayName: 'Behoven',
      })
      await page.reload()
    }
  })

  test('is added when it is known who is signed in, not before', async () => {
    const page = await stand.openPage('about:blank')
    let answer = () => {}
    const asked = new Promise<void>((done) => {
      answer = done
    })
    await page.route(`${stand.tenantOrigin}/**`, async (route) => {
      await asked
      await route.continue()
    })
    await page.goto(`${stand.host.origin}/?in=channel`)
    const add = page.getByRole('main').getByRole('button', { name: 'Lägg till flik' })
    await add.waitFor()
    expect(await add.isDisabled()).toBe(true)
    answer()
    await add.click()
    await tabIn(page, inDialog)
  })

  test('is changed to show something else, beginning with what it shows', async () => {
    const page = await withTab()
    await page.getByRole('button', { name: 'Ändra flik' }).click()
    await page.getByRole('heading', { name: 'Ändra fliken Behoven' }).waitFor()
    const frame = await tabIn(page, inDialog)
    expect((await inTab(frame, ({ teams }) => teams.pages.getConfig())).entityId).toBe('needs')
    await choose(frame, 'forum', 'Forumet')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.locator('nav a[aria-current]', { hasText: 'Forumet' }).waitFor()
    expect(await page.locator('nav a').allTextContents()).toEqual(['Forumet'])
    expect((await inTab(await tabIn(page), ({ context }) => context.page)).id).toBe('forum')
  })

  test('that shows another site is refused, in the dialog', async () => {
    const page = await stand.openPage('?in=channel')
    await page.getByRole('main').getByRole('button', { name: 'Lägg till flik' }).click()
    await choose(await tabIn(page, inDialog), 'x', 'X', 'https://example.org')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText(/^Fliken ändrades inte\..*outside the app's valid domains/).waitFor()
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByText('Kanalen har ingen flik med appen än.').waitFor()
  })

  test('is removed after a question, for everyone there', async () => {
    const page = await withTab()
    await page.getByRole('button', { name: 'Ta bort flik' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click()
    expect(await page.locator('nav a').count()).toBe(1)
    await page.getByRole('button', { name: 'Ta bort flik' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click()
    await page.getByText('Kanalen har ingen flik med appen än.').waitFor()
    const main = page.getByRole('main')
    const first = main.getByRole('button', { name: 'Lägg till flik' })
    await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await page.locator('#stage > iframe').count()).toBe(0)
  })

  test('that a link names and nobody has added is said to be gone', async () => {
    const page = await stand.openPage('?in=channel&tab=elsewhere')
    await page.getByText('Länkens flik finns inte här.').waitFor()
  })

  test('has links to its pages, opened as whoever opens them', async () => {
    const page = await withTab()
    await inTab(await tabIn(page), ({ teams }) =>
      teams.pages.shareDeepLink({ subPageId: '/initiative/7', subPageLabel: 'Kameror' }),
    )
    const link = await page.getByLabel('Adress').inputValue()
    await page.goto(link.replace(/person=[^&]+/, `person=${manager}`))
    const { context } = await inTab(await tabIn(page), ({ context }) => ({ context }))
    expect(context.page).toMatchObject({ id: 'needs', subPageId: '/initiative/7' })
    expect(context.channel?.displayName).toBe('Allmänt')
    expect(context.user?.id).toBe(manager)
  })

  test('leads on within itself, and to the personal app', async () => {
    const page = await withTab()
    await inTab(
      await tabIn(page),
      ({ teams }) => void teams.pages.currentApp.navigateTo({ pageId: 'needs', subPageId: 'n-1' }),
    )
    await page.waitForURL(/in=channel.*sub=n-1/)
    await inTab(await tabIn(page), ({ teams }) => void teams.pages.currentApp.navigateTo({ pageId: 'goals' }))
    await page.locator('nav a[aria-current]', { hasText: 'Mål' }).waitFor()
    expect((await inTab(await tabIn(page), ({ context }) => context)).channel).toBeUndefined()
  })
})

describe('the side panel of a meeting', () => {
  test('is narrow, and knows its meeting and chat', async () => {
    const page = await withTab('?in=meeting')
    const tab = await tabIn(page)
    const { context } = await inTab(tab, ({ context }) => ({ context }))
    expect(context.page.frameContext).toBe('sidePanel')
    expect(context.meeting?.id).toBeTruthy()
    expect(context.channel).toBeUndefined()
    expect(await tab.evaluate(() => innerWidth)).toBeLessThanOrEqual(320)
    await page.getByLabel('Bredd').selectOption('280')
    await expect.poll(() => tab.evaluate(() => innerWidth)).toBeLessThanOrEqual(280)
    const details = await tab.evaluate(`new Promise((done) =>
      window.tab.teams.meeting.getMeetingDetails((error, details) => done(error ?? details)))`)
    expect(details).toMatchObject({
      details: { id: context.meeting?.id, title: 'Avstämning av portföljen' },
      conversation: { id: context.chat?.id },
    })
  })
})

describe('switching', () => {
  test('person loads the tab again as the new person, and closes what the other had open', async () => {
    const page = await withTab()
    const before = await tabIn(page)
    await inTab(before, (tab) => tab.openDialog())
    await page.getByRole('dialog').waitFor()
    await page.evaluate((person) => {
      const link = new URL(location.href)
      link.searchParams.set('person', person)
      history.pushState(null, '', link)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }, manager)
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => before.isDetached()).toBe(true)
    expect((await inTab(await tabIn(page), ({ context }) => context.user))?.id).toBe(manager)
  })

  test('organisation changes the tab’s server, the day, the people and what was added', async () => {
    const page = await withTab()
    const city = new URL((await tabIn(page)).url()).origin
    await page.getByLabel('Organisation').selectOption('Region Västmark')
    await page.getByText('Kanalen har ingen flik med appen än.').waitFor()
    await expect.poll(() => page.getByLabel('Verksamhetens dag').inputValue()).toBe('2026-11-02')
    await page.getByRole('button', { name: 'Inloggad som Louise Almerud' }).click()
    await page.getByRole('button', { name: 'Portföljägare: Louise Almerud' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Visas i').selectOption('Personlig app')
    const region = new URL((await tabIn(page)).url()).origin
    expect(region).not.toBe(city)
    await page.getByLabel('Organisation').selectOption('Sundhamns stad')
    await page.getByRole('button', { name: 'Inloggad som Åsa Lindevall' }).waitFor()
    await page.getByLabel('Visas i').selectOption('Kanal')
    await page.locator('nav a[aria-current]', { hasText: 'Behoven' }).waitFor()
  })

  test('theme reaches every frame that is open', async () => {
    const page = await withTab()
    const tab = await tabIn(page)
    await inTab(tab, (tab) => tab.openDialog())
    const dialog = await tabIn(page, '#task iframe')
    await page.getByLabel('Tema').selectOption('dark', { force: true })
    for (const frame of [tab, dialog])
      await expect.poll(() => inTab(frame, ({ themes }) => themes)).toEqual(['dark'])
  })
})

describe('the host page with a channel or a meeting', () => {
  test.each(['default', 'dark', 'contrast'])('has no accessibility faults in the %s theme', async (theme) => {
    const page = await withTab(`?in=meeting&theme=${theme}`)
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Ändra flik' }).click()
    await tabIn(page, inDialog)
    expect(await faultsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Ta bort flik' }).click()
    expect(await faultsIn(page)).toEqual([])
  })

  test.each(['channel', 'meeting'])('fits a phone without sideways scroll in a %s', async (place) => {
    const page = await withTab(`?in=${place}`, [
      'long',
      'Avdelningschefernas beredande möte i digitaliseringsrådet',
    ])
    await page.setViewportSize({ width: 320, height: 640 })
    await page.getByText('Provkörning').click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await (await tabIn(page)).evaluate(() => innerWidth)).toBeLessThanOrEqual(320)
    await page.getByRole('button', { name: 'Ändra flik' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})
