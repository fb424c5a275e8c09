/** Signing in on the host page in Chromium, with the real teams-js and msal-browser in a frame of another site. */
import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { entraIdOf, installation } from '#scripts/demo/installation.ts'
import type { TabUnderTest } from './tab/main.ts'
import { inTab, setUpStand, tabIn, type Stand } from './stand.ts'

const { siteId } = installation
const clientId = installation.apps.samstyr
const lead = { id: entraIdOf('p-012'), userPrincipalName: 'asa.lindevall@example.org' }
const manager = { id: entraIdOf('p-002'), userPrincipalName: 'anders.wiknersson@example.org' }
const employee = { id: entraIdOf('p-027') }
let stand: Stand

beforeAll(async () => {
  stand = await setUpStand()
}, 60_000)
afterAll(() => stand.close())
afterEach(() => stand.closePages())

describe('signing in', () => {
  test('gives msal a token of the person, with the scopes it asked for, that Graph accepts', async () => {
    const { page, tab } = await stand.open()
    const asked = page.waitForRequest(`${stand.tenantOrigin}/_control/token`)
    const { accessToken, username } = await inTab(tab, (tab) => tab.token(['Sites.Selected', 'User.Read']))
    expect(username).toBe(lead.userPrincipalName)
    expect(decodeJwt(accessToken)).toMatchObject({
      oid: lead.id,
      scp: expect.stringContaining('Sites.Selected User.Read') as string,
    })
    const body = (await asked).postDataJSON() as { scopes: string[] }
    expect(body).toMatchObject({ clientId, oid: lead.id })
    expect(body.scopes).toEqual(expect.arrayContaining(['Sites.Selected', 'User.Read']))
    const headers = { authorization: `Bearer ${accessToken}` }
    const site = await fetch(`${stand.tenantOrigin}/v1.0/sites/${siteId}`, { headers })
    expect(await site.json()).toMatchObject({ displayName: 'Samstyr' })
  })

  test('asks the tenant once for a token used twice, however its scopes are spelled', async () => {
    const { page, tab } = await stand.open()
    let asked = 0
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/_control/token')) asked++
    })
    const ask = (tab: TabUnderTest) => tab.token(['https://graph.microsoft.com/Sites.Selected'])
    const [first, second] = [await inTab(tab, ask), await inTab(tab, ask)]
    expect(second.accessToken).toBe(first.accessToken)
    expect(asked).toBe(1)
  })

  test('gives getAuthToken a token for our own API', async () => {
    const { tab } = await stand.open()
    const token = await inTab(tab, (tab) => tab.apiToken())
    expect(decodeJwt(token)).toMatchObject({ oid: lead.id, aud: clientId })
  })

  test('is someone else after a switch of person, also for msal', async () => {
    const { page, tab } = await stand.open()
    await inTab(tab, (tab) => tab.token(['User.Read']))
    await page.getByRole('button', { name: 'Byt person' }).click()
    await page.getByRole('button', { name: 'Avdelningschef: Anders Wiknersson' }).click()
    const now = await tabIn(page)
    const { username, accessToken } = await inTab(now, (tab) => tab.token(['User.Read']))
    expect(username).toBe(manager.userPrincipalName)
    expect(decodeJwt(accessToken)['oid']).toBe(manager.id)
    expect(new URL(page.url()).searchParams.get('person')).toBe(manager.id)
  })

  test('asks the person when consent is missing', async () => {
    const { page, tab } = await stand.open()
    const refusal = { error: 'invalid_grant', error_codes: [65001], error_description: 'AADSTS65001: once' }
    const once = { status: 400, json: refusal, headers: { 'access-control-allow-origin': '*' } }
    await page.route('**/_control/token', (route) => route.fulfill(once), { times: 1 })
    expect((await inTab(tab, (tab) => tab.token(['User.Read']))).popup).toBe(true)
  })

  test('asks once for a scope that is each person’s own to allow', async () => {
    const { tab } = await stand.open()
    const calendar = () => inTab(tab, (tab) => tab.token(['Calendars.ReadWrite']))
    const first = await calendar()
    expect([first.popup, decodeJwt(first.accessToken)['scp']]).toEqual([
      true,
      expect.stringContaining('Calendars.ReadWrite'),
    ])
    expect((await calendar()).popup).toBe(false)
  })

  test('fails with the tenant’s own words when nobody may have the scope', async () => {
    const { tab } = await stand.open()
    await expect(inTab(tab, (tab) => tab.token(['Mail.Read']))).rejects.toThrow('Mail.Read')
  })

  test('is as the person of the link, or as the first role with a word about it', async () => {
    const { page } = await stand.open(`?person=${employee.id}`)
    expect(await page.getByRole('button', { name: 'Byt person' }).textContent()).toContain('Rebecka')
    await page.goto(`${stand.host.origin}/?person=nobody`)
    await page.getByText('Länkens person finns inte i katalogen').waitFor()
    expect(await page.getByRole('button', { name: 'Byt person' }).textContent()).toContain('Åsa')
  })

  test('finds a person by typing, and takes the first by Enter', async () => {
    const { page } = await stand.open()
    await page.getByRole('button', { name: 'Byt person' }).press('Enter')
    await page.keyboard.type('löfstrandh kommunikation')
    await page.getByText('1 person', { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    const now = await tabIn(page)
    expect((await inTab(now, ({ context }) => context.user))?.id).toBe(employee.id)
  })
})
