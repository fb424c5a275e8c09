/** The host page itself: accessible, usable on a phone, and closed to everything it does not need. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn } from './faults.ts'
import { setUpStand, type Stand } from './stand.ts'

let stand: Stand

beforeAll(async () => {
  stand = await setUpStand()
}, 60_000)
afterAll(() => stand.close())
afterEach(() => stand.closePages())

describe('the host page', () => {
  test.each(['default', 'dark', 'contrast'])('has no accessibility faults in the %s theme', async (theme) => {
    const { page } = await stand.open(`?theme=${theme}`)
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Byt person' }).click()
    expect(await faultsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Länk hit' }).click()
    expect(await faultsIn(page)).toEqual([])
  })

  test('fits a phone without sideways scroll', async () => {
    const page = await stand.openPage()
    await page.setViewportSize({ width: 320, height: 640 })
    await page.getByText('Provkörning').click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  test('may reach only its own server, the tenant and the tab', async () => {
    const response = await fetch(stand.host.origin)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`connect-src 'self' ${stand.tenantOrigin};`)
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  test('reports no blocked or missing part of itself', async () => {
    const page = await stand.openPage('about:blank')
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('res.cdn')) complaints.push(message.text())
    })
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(stand.host.origin)
    await page.getByText('Läser in').waitFor({ state: 'hidden' })
    expect(complaints.filter((each) => !each.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([])
  })

  test.each(['/../package.json', '/modules/server.ts', '/modules/../server.ts'])(
    'does not hand out %s',
    async (path) => {
      expect((await fetch(stand.host.origin + path)).status).toBe(404)
    },
  )

  test('says so when the tenant does not answer, and recovers', async () => {
    const page = await stand.openPage('about:blank')
    await page.route('**/_control/people', (route) => route.abort())
    await page.goto(stand.host.origin)
    await page.getByText('Den lokala tenanten svarar inte').waitFor()
    await page.unroute('**/_control/people')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.getByRole('button', { name: 'Inloggad som Åsa Lindevall' }).waitFor()
  })
})
