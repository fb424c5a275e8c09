/** A need from anybody: written, sent with a number, found on Hem, and followed while it is decided. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setUpStand, type Stand } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

const TITLE = 'Bildstöd för den som saknar tal'

test('an employee hands in a need, finds it on Hem, and reads what was decided about it', async () => {
  const { page, tab } = await stand.open('employee')
  await tab.getByRole('heading', { name: 'Hem', level: 1 }).waitFor()
  await tab.getByRole('link', { name: 'Lämna ett behov' }).click()
  await tab.getByRole('textbox', { name: 'Vad gäller det?' }).fill(TITLE)
  await tab
    .getByRole('textbox', { name: 'Vad är problemet, och för vem?' })
    .fill('Brukare utan tal kan inte berätta hur dagen har varit.')

  // Closed halfway: the draft is there on the next visit.
  await page.reload()
  await tab.getByText(`Påbörjat behov: ${TITLE}`).waitFor()
  await tab.getByRole('link', { name: 'Fortsätt skriva' }).click()
  expect(await tab.getByRole('textbox', { name: 'Vad gäller det?' }).inputValue()).toBe(TITLE)
  await tab.getByRole('textbox', { name: 'Vad skulle bli bättre?' }).fill('De bestämmer mer själva.')
  await tab.getByRole('combobox', { name: 'Vilken enhet är det som behöver det?' }).fill('Hemtjänst (HT)')
  await tab.getByRole('button', { name: 'Skicka behovet' }).click()
  await tab.getByText(/har fått nummer ÄVO-2024-\d{3}\./).waitFor()
  await tab.getByText(/Behovet kom in från Rebecka Löfstrandh\./).waitFor()
  await tab.getByText(/Det fattas av Avdelningschef Hemtjänst \(Anders Wiknersson\)/).waitFor()

  await tab.getByRole('link', { name: 'Till Hem' }).click()
  await tab.getByRole('link', { name: `Vad har hänt? ${TITLE}` }).waitFor()
  expect(await tab.getByText(/^Påbörjat behov/).count()).toBe(0)

  const manager = await stand.open('homeCareManager')
  await manager.tab.getByRole('link', { name: `Besluta ${TITLE}` }).click()
  await manager.tab.getByRole('button', { name: 'Besluta BP1' }).click()
  const dialog = manager.tab.getByRole('alertdialog')
  await dialog.getByRole('radio', { name: 'Går vidare' }).check()
  await dialog.getByLabel('Beslutets lydelse').fill('Behovet är värt att pröva.')
  await dialog.getByRole('button', { name: 'Fatta beslutet' }).click()
  await manager.tab.getByText(/Beslut 2024-\d{4} är fattat\./).waitFor()

  await page.reload()
  // On Hem first, as soon as it has been fetched.
  await tab.getByText('Behovet är värt att pröva.').waitFor()
  await tab.getByRole('link', { name: `Vad har hänt? ${TITLE}` }).click()
  await tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
  await tab.getByText('Behovet är värt att pröva.').waitFor()
  await tab.getByText(/Nästa beslut är BP2\./).waitFor()

  await tab.getByRole('link', { name: 'Till Hem' }).click()
  await tab.getByRole('link', { name: 'Vad hände med de 91 behoven?' }).click()
  await tab.getByRole('heading', { name: 'Vad hände med de 91 behoven?' }).waitFor()
  const number = tab.getByRole('link', { name: /Hemtjänst, Insamling/ })
  const count = Number.parseInt((await number.textContent()) ?? '', 10)
  await number.click()
  await tab.getByText(`Visar ${count} av 91 initiativ`).waitFor()
})
