/** The places of the host: a channel's tab and its links, the other organisation, and the next person at the same computer. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { type Opened, setUpStand, type Stand, who } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand({ demos: ['city', 'region'] })
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

test('a department gets a tab in its channel, and a link from it opens the very initiative for a colleague', async () => {
  const { page, tab } = await stand.open('developmentLead', { in: 'channel' })
  await page.getByRole('main').getByRole('button', { name: 'Lägg till flik' }).click()
  const choosing = page.frameLocator('#configFrame iframe')
  await choosing.getByRole('radio', { name: 'En avdelning' }).check()
  await choosing.getByRole('combobox').selectOption('Hemtjänst')
  await page.locator('#configSave:enabled').click()
  await tab.getByRole('heading', { level: 1, name: 'Hemtjänst' }).waitFor()
  await page.locator('nav a[aria-current]', { hasText: 'Hemtjänst' }).waitFor()

  const initiative = tab.getByRole('listitem').getByRole('link').first()
  const [, name = ''] = /^\S+ (.+)$/.exec((await initiative.textContent()) ?? '') ?? []
  await initiative.click()
  await tab.getByRole('heading', { level: 1, name }).waitFor()
  expect(await tab.getByRole('link', { name: 'Hem', exact: true }).count()).toBe(0)
  await tab.getByRole('button', { name: 'Kopiera länk' }).click()
  const link = new URL(await page.getByLabel('Adress').inputValue())
  expect(link.searchParams.get('in')).toBe('channel')

  link.searchParams.set('person', entraIdOf(who.otherLead))
  await page.goto(link.href)
  await page.getByRole('button', { name: /^Inloggad som (?!Åsa)/ }).waitFor()
  await tab.getByRole('heading', { level: 1, name }).waitFor()
  await tab.getByRole('link', { name: 'Tillbaka till fliken' }).click()
  await tab.getByRole('heading', { level: 1, name: 'Hemtjänst' }).waitFor()

  await page.getByRole('button', { name: 'Ändra flik' }).click()
  await choosing.getByRole('radio', { name: 'En avdelning', checked: true }).waitFor()
})

test('a link copied where it was come upon opens in the tab that its page belongs to', async () => {
  const { page, tab } = await stand.open('homeCareManager')
  const home = new URL(page.url())
  home.searchParams.set('tab', 'home')
  home.searchParams.set('sub', '/meetings')
  await page.goto(home.href)
  await page.locator('nav a[aria-current]', { hasText: 'Möten' }).waitFor()
  await tab.getByRole('heading', { level: 1, name: 'Möten' }).waitFor()
})

test('the region is another site, with its own day, people and process', async () => {
  const { page, tab } = await stand.open('developmentLead')
  await tab.getByRole('heading', { level: 1, name: 'Hem' }).waitFor()
  await page.getByLabel('Organisation').selectOption('Region Västmark')
  await page.getByRole('button', { name: 'Inloggad som Louise Almerud' }).waitFor()
  await page.getByText('måndag 2 november 2026').waitFor()
  await page.locator('nav a', { hasText: 'Portfölj' }).click()
  await tab.getByText('Visar 46 av 46 initiativ').waitFor()
  const stages = tab.getByRole('combobox', { name: 'Steg' })
  const names = (await stages.locator('option').allTextContents()).join(' ')
  expect(names).toContain('Koncept')
  expect(names).not.toContain('Grovsållning')
  await tab.getByRole('gridcell', { name: 'Integrationsplattform – ny generation' }).click()
  await tab.getByRole('heading', { level: 1, name: 'Integrationsplattform – ny generation' }).waitFor()

  await page.getByLabel('Organisation').selectOption('Sundhamns stad')
  await page.getByText('tisdag 1 oktober 2024').waitFor()
  await page.locator('nav a', { hasText: 'Portfölj' }).click()
  await tab.getByText('Visar 90 av 90 initiativ').waitFor()
})

test('the next person at the computer sees nothing of what the first wrote or has yet to send', async () => {
  const [half, meant] = ['Ett halvfärdigt behov', 'Läsplattor till nattpatrullen']
  const { page, tab } = await stand.open('employee', { route: '/need/new' })
  await page.context().route('**/api/actions/**', (route) => route.abort())
  await writeNeed(tab, meant)
  await tab.getByRole('button', { name: 'Skicka behovet' }).click()
  await tab.getByText('Osparat (1)').waitFor()
  await page.locator('nav a', { hasText: 'Hem' }).click()
  await tab.getByRole('link', { name: 'Lämna ett behov' }).click()
  await tab.getByRole('textbox', { name: 'Vad gäller det?' }).fill(half)
  await page.locator('nav a', { hasText: 'Hem' }).click()
  await tab.getByText(`Påbörjat behov: ${half}`).waitFor()

  await page.getByRole('button', { name: 'Byt person' }).click()
  await page.getByRole('button', { name: 'Utvecklingsledare: Åsa Lindevall' }).click()
  await tab.getByRole('heading', { name: 'Hem', level: 1 }).waitFor()
  await tab.getByText(/^Hämtat /).waitFor()
  for (const text of [half, meant, /^Osparat/]) expect(await tab.getByText(text).count()).toBe(0)
  await tab.getByRole('link', { name: 'Lämna ett behov' }).click()
  expect(await tab.getByRole('textbox', { name: 'Vad gäller det?' }).inputValue()).toBe('')

  await page.context().unroute('**/api/actions/**')
  await page.getByRole('button', { name: 'Byt person' }).click()
  await page.getByRole('button', { name: 'Medarbetare: Rebecka Löfstrandh' }).click()
  await page.locator('nav a', { hasText: 'Hem' }).click()
  await tab.getByText(`Påbörjat behov: ${half}`).waitFor()
  await expect.poll(() => proposerOf(meant)).toBe(entraIdOf(who.employee))
})

async function writeNeed(tab: Opened['tab'], title: string) {
  await tab.getByRole('textbox', { name: 'Vad gäller det?' }).fill(title)
  await tab.getByRole('textbox', { name: 'Vad är problemet, och för vem?' }).fill('Papper i mörkret.')
  await tab.getByRole('textbox', { name: 'Vad skulle bli bättre?' }).fill('Rätt insats i rätt tid.')
  await tab.getByRole('combobox', { name: 'Vilken enhet är det som behöver det?' }).fill('Hemtjänst (HT)')
}

const proposerOf = async (title: string) =>
  (await stand.store.all(initiatives)).find((one) => one.title === title)?.proposer?.id
