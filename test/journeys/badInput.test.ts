/** The net goes while somebody writes: what they typed waits under their eyes and comes through once, and a formula is a text. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { setUpStand, type Stand } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

const FORMULA = '=HYPERLINK("http://evil.example";"Klicka här")'
const named = async () => (await stand.store.all(initiatives)).filter(({ title }) => title === FORMULA)

test('a need sent without a net is listed as waiting, and comes through once when the net is back', async () => {
  const opened = await stand.open('employee', { route: '/need/new' })
  const { page, tab } = opened
  // The request reaches the server, but its answer is lost on the way.
  let reached = 0
  await page.route('**/api/actions/proposeNeed', async (route) => {
    reached += 1
    if (reached === 1) await route.fetch()
    await route.abort()
  })
  await tab.getByRole('textbox', { name: 'Vad gäller det?' }).fill(FORMULA)
  await tab.getByRole('textbox', { name: 'Vad är problemet, och för vem?' }).fill('Ingen hittar länken.')
  await tab.getByRole('textbox', { name: 'Vad skulle bli bättre?' }).fill('Alla hittar.')
  await tab.getByRole('combobox', { name: 'Vilken enhet är det som behöver det?' }).fill('Hemtjänst (HT)')
  await tab.getByRole('button', { name: 'Skicka behovet' }).click()
  await tab.getByText('Osparat (1)').waitFor()
  await tab.getByRole('button', { name: /Visa vad som väntar/ }).click()
  await tab.getByText(FORMULA, { exact: false }).first().waitFor()

  await page.unroute('**/api/actions/proposeNeed')
  await (await opened.frame()).evaluate(() => window.dispatchEvent(new Event('online')))
  await tab.getByText('Sparat', { exact: true }).waitFor()
  const [need, ...more] = await named()
  expect([need?.title, more]).toEqual([FORMULA, []])
  const left = await stand.store.where(trail, { column: 'initiative', value: need?.key ?? '' })
  expect(left.map(({ kind }) => kind)).toEqual(['proposed'])
  expect(await tab.getByRole('link', { name: 'Klicka här' }).count()).toBe(0)
})
