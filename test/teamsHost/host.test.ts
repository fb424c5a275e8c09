/** The host page in Chromium, with the real teams-js in a frame of another site. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { entraIdOf, installation } from '#scripts/demo/installation.ts'
import { localAppId } from '#scripts/tenant/teamsHost/server.ts'
import { inTab, setUpStand, tabIn, type Stand } from './stand.ts'

const { tenantId, siteId } = installation
const lead = { id: entraIdOf('p-012'), userPrincipalName: 'asa.lindevall@example.org' }
const manager = { id: entraIdOf('p-002'), userPrincipalName: 'anders.wiknersson@example.org' }
let stand: Stand

beforeAll(async () => {
  stand = await setUpStand()
}, 60_000)
afterAll(() => stand.close())
afterEach(() => stand.closePages())

describe('a tab in the host', () => {
  test('is told its place, person, language and theme', async () => {
    const { tab } = await stand.open('?tab=goals&sub=meeting%2F7&theme=dark&locale=en-gb')
    const { context, naa } = await inTab(tab, ({ context, naa }) => ({ context, naa }))
    expect(naa).toBe(true)
    expect(context.page).toMatchObject({ id: 'goals', subPageId: 'meeting/7', frameContext: 'content' })
    expect(context.app).toMatchObject({ theme: 'dark', locale: 'en-gb' })
    expect(context.user).toMatchObject({
      id: lead.id,
      displayName: 'Åsa Lindevall',
      tenant: { id: tenantId },
    })
    expect(tab.url()).toContain(`/goals?who=${lead.id}`)
  })

  test('has the places in its address filled in', async () => {
    const { tab } = await stand.open('?theme=contrast&locale=sv-se')
    expect(new URL(tab.url()).search).toMatch(/^\?theme=contrast&locale=sv-se&user=[0-9a-f-]{36}$/)
  })

  test('follows the theme without being loaded again', async () => {
    const { page, tab } = await stand.open()
    await page.getByLabel('Tema').selectOption('dark')
    await page.getByLabel('Tema').selectOption('contrast')
    await expect.poll(() => inTab(tab, ({ themes }) => themes)).toEqual(['dark', 'contrast'])
    expect(new URL(page.url()).searchParams.get('theme')).toBe('contrast')
  })

  test('is loaded again in the other language', async () => {
    const { page } = await stand.open()
    await page.getByLabel('Språk').selectOption('en-gb')
    await page.getByLabel('Language').waitFor()
    const { context } = await inTab(await tabIn(page), ({ context }) => ({ context }))
    expect(context.app.locale).toBe('en-gb')
    expect(await page.getByRole('navigation').getByRole('link').first().textContent()).toBe('Home')
  })

  test('can be as narrow as a phone', async () => {
    const { page, tab } = await stand.open()
    await page.getByLabel('Bredd').selectOption('320')
    await expect.poll(() => tab.evaluate(() => innerWidth)).toBe(320)
  })
})

describe('links', () => {
  test('a shared link opens the very page, as the same person', async () => {
    const { page, tab } = await stand.open(`?person=${manager.id}&theme=dark`)
    await inTab(tab, ({ teams }) =>
      teams.pages.shareDeepLink({ subPageId: 'initiative/I-7', subPageLabel: 'Trygghetskameror' }),
    )
    await page.getByRole('heading', { name: 'Länk till Trygghetskameror' }).waitFor()
    await page.getByRole('button', { name: 'Kopiera' }).click()
    await page.getByText('Länken är kopierad.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.goto(link)
    const { context } = await inTab(await tabIn(page), ({ context }) => ({ context }))
    expect(context.page.subPageId).toBe('initiative/I-7')
    expect(context.user?.id).toBe(manager.id)
    expect(context.app.theme).toBe('dark')
  })

  const ways = [
    { says: 'pages.currentApp.navigateTo', act: 'pages.currentApp.navigateTo({ pageId, subPageId })' },
    { says: 'pages.navigateToApp', act: 'pages.navigateToApp({ appId, pageId, subPageId })' },
    { says: "app.openLink of Teams' own kind", act: 'app.openLink(teamsLink)' },
    { says: "app.openLink of the host's kind", act: 'app.openLink(hostLink)' },
  ]
  test.each(ways)('$says goes to a place in the app, and back', async ({ act }) => {
    const { page, tab } = await stand.open()
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'm-3' }))
    const names = {
      appId: localAppId,
      pageId: 'goals',
      subPageId: 'm-3',
      teamsLink: `https://teams.microsoft.com/l/entity/${localAppId}/goals?context=${context}`,
      hostLink: `${stand.host.origin}/?tab=goals&sub=m-3`,
    }
    const { appId, pageId, subPageId, teamsLink, hostLink } = names
    const values = JSON.stringify({ appId, pageId, subPageId, teamsLink, hostLink })
    const wanted = page.waitForURL(/tab=goals&sub=m-3/)
    await tab.evaluate(
      `(({ appId, pageId, subPageId, teamsLink, hostLink }, { app, pages }) => void ${act})(${values}, window.tab.teams)`,
    )
    await wanted
    await page.locator('nav a[aria-current]', { hasText: 'Mål' }).waitFor()
    const there = await tabIn(page)
    expect((await inTab(there, ({ context }) => context.page)).subPageId).toBe('m-3')
    await inTab(there, ({ teams }) => void teams.pages.backStack.navigateBack())
    await page.locator('nav a[aria-current]', { hasText: 'Hem' }).waitFor()
  })

  const refused = [
    {
      says: 'an unknown tab',
      act: "pages.currentApp.navigateTo({ pageId: 'nowhere' })",
      reason: 'no tab called nowhere',
    },
    {
      says: 'another app',
      act: `pages.navigateToApp({ appId: '${tenantId}', pageId: 'portfolio' })`,
      reason: 'not installed here',
    },
    { says: 'a script', act: "app.openLink('javascript:alert(1)')", reason: 'javascript: are not opened' },
  ]
  test.each(refused)('$says is refused', async ({ act, reason }) => {
    const { tab } = await stand.open()
    const said = await tab.evaluate(
      `(({ app, pages }) => ${act}.then(() => 'allowed', (error) => error.message))(window.tab.teams)`,
    )
    expect(said).toContain(reason)
  })

  test('the way back is the app’s own first, then the host’s', async () => {
    const { page, tab } = await stand.open()
    await inTab(tab, ({ teams }) => void teams.pages.currentApp.navigateTo({ pageId: 'goals' }))
    await page.locator('nav a[aria-current]', { hasText: 'Mål' }).waitFor()
    const there = await tabIn(page)
    await there.evaluate(`{
      let inside = 1
      window.tab.teams.pages.backStack.registerBackButtonHandler(() => {
        window.tab.messages.push(inside)
        return inside-- > 0
      })
    }`)
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await expect.poll(() => inTab(there, ({ messages }) => messages)).toEqual([1])
    expect(await page.locator('nav a[aria-current]').textContent()).toBe('Mål')
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.locator('nav a[aria-current]', { hasText: 'Hem' }).waitFor()
    await tabIn(page)
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.getByText('Det finns inget att gå tillbaka till.').waitFor()
  })

  test('what the host does not know is said to be unsupported', async () => {
    const { tab } = await stand.open()
    const answered = await tab.evaluate(`new Promise((done) => {
      addEventListener('message', ({ data }) => data.uuidAsString === 'u-1' && done(data.args))
      const request = { id: 4711, uuidAsString: 'u-1', func: 'calendar.composeMeeting', args: [] }
      parent.postMessage(request, '*')
    })`)
    expect(answered).toMatchObject([
      { errorCode: 100, message: expect.stringContaining('calendar') as string },
    ])
  })

  test('another site opens in a window of its own', async () => {
    const { page, tab } = await stand.open()
    const opened = page.waitForEvent('popup')
    await inTab(tab, ({ teams }) => teams.app.openLink('https://www.example.org/'))
    expect(await (await opened).evaluate(() => window.opener)).toBeNull()
  })
})

describe('dialogs', () => {
  test('talk to their tab and hand back a result', async () => {
    const { page, tab } = await stand.open()
    await inTab(tab, (tab) => tab.openDialog())
    await page.getByRole('heading', { name: 'Decide' }).waitFor()
    const dialog = await tabIn(page, '#task iframe')
    expect((await inTab(dialog, ({ context }) => context.page)).frameContext).toBe('task')
    await inTab(dialog, ({ teams }) =>
      teams.dialog.url.parentCommunication.sendMessageToParentFromDialog({ typed: 'yes' }),
    )
    await expect.poll(() => inTab(tab, ({ messages }) => messages)).toEqual([{ typed: 'yes' }])
    await inTab(dialog, ({ teams }) => teams.dialog.url.submit({ decided: true }))
    await expect
      .poll(() => inTab(tab, ({ results }) => results))
      .toMatchObject([{ result: { decided: true } }])
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('hear their tab, and take the size they ask for', async () => {
    const { page, tab } = await stand.open()
    await inTab(tab, (tab) => tab.openDialog())
    const dialog = await tabIn(page, '#task iframe')
    await inTab(dialog, ({ teams, messages }) =>
      teams.dialog.url.parentCommunication.registerOnMessageFromParent((message) => messages.push(message)),
    )
    await inTab(tab, (tab) => tab.sendToDialog({ told: 'this' }))
    await expect.poll(() => inTab(dialog, ({ messages }) => messages)).toEqual([{ told: 'this' }])
    await inTab(dialog, ({ teams }) => teams.dialog.update.resize({ width: 500, height: 360 }))
    await expect.poll(() => dialog.evaluate(() => [innerWidth, innerHeight])).toEqual([500, 360])
  })

  test('tell their tab that they were closed', async () => {
    const { page, tab } = await stand.open()
    await inTab(tab, (tab) => tab.openDialog())
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).click()
    await expect.poll(() => inTab(tab, ({ results }) => results.length)).toBe(1)
    expect(await inTab(tab, ({ results }) => results[0])).toMatchObject({
      err: expect.stringContaining('cancelled') as string,
    })
  })
})

describe('a tab that is not ready', () => {
  test('is covered by a loading indicator until it says it is', async () => {
    const page = await stand.openPage('?tab=silent')
    const tab = await tabIn(page)
    expect(await page.getByText('Läser in Tyst').isVisible()).toBe(true)
    await inTab(tab, ({ teams }) => void teams.app.notifySuccess())
    await page.getByText('Läser in Tyst').waitFor({ state: 'hidden' })
  })

  test('is given up after 30 seconds, with a way to try again', async () => {
    const page = await stand.openPage('about:blank')
    await page.clock.install()
    await page.goto(`${stand.host.origin}/?tab=silent`)
    await tabIn(page)
    await page.clock.fastForward(31_000)
    await page.getByText('Tyst har inte svarat på 30 sekunder.').waitFor()
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.getByText('Läser in Tyst').waitFor()
  })

  test('has its failure shown in its own words', async () => {
    const page = await stand.openPage('?tab=fails')
    await page.getByText('Trasig kunde inte visas. The disk is full').waitFor()
  })
})

describe('the business day', () => {
  test('is shown, and moved for everyone in the site', async () => {
    const { page } = await stand.open()
    const field = page.getByLabel('Verksamhetens dag')
    await expect.poll(() => field.inputValue()).toBe('2024-10-01')
    expect(await page.getByText('tisdag 1 oktober 2024').isVisible()).toBe(true)
    await field.fill('2024-10-15')
    await page.getByText('Verksamhetens dag är nu 2024-10-15').waitFor()
    expect(stand.tenant.control.today(siteId)).toBe('2024-10-15')
    await page.getByRole('button', { name: 'Nästa dag' }).click()
    await page.getByText('onsdag 16 oktober 2024').waitFor()
    expect(stand.tenant.control.today(siteId)).toBe('2024-10-16')
    stand.tenant.control.setToday(siteId, installation.today)
  })

  test('has a clock that is stopped at a time, and let go again', async () => {
    const { page } = await stand.open()
    const field = page.getByLabel('Klockan')
    await expect.poll(() => field.isEnabled()).toBe(true)
    expect(await field.inputValue()).toBe('')
    await field.fill('08:05')
    await page.getByText('Klockan står på 08:05').waitFor()
    expect(stand.tenant.control.time(siteId)).toBe('08:05')
    await page.reload()
    await expect.poll(() => field.inputValue()).toBe('08:05')
    await field.fill('')
    await page.getByText('Klockan går igen').waitFor()
    expect(stand.tenant.control.time(siteId)).toBeNull()
  })
})
