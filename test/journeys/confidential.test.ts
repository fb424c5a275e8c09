/** A running procurement is marked as confidential and lifted again: two people, the same pages, and what each then sees. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { type Opened, setUpStand, type Stand, who } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

const key = 'pf-avo.nr:41'
const title = 'Digital signering läkemedel och HSL-insatser'
const route = `/initiative/${encodeURIComponent(key)}`
const portfolio = `/portfolio?q=${encodeURIComponent('HSL-insatser')}`

/** What the browser keeps of the employee, as text; the same browser keeps the development lead's too. */
const keptBy = async ({ frame }: Opened) =>
  (await frame()).evaluate(async (person) => {
    const texts: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.includes(person)) continue
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open(name)
        asked.addEventListener('success', () => done(asked.result))
        asked.addEventListener('error', () => failed(asked.error ?? new Error(name)))
      })
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store).getAll()
        await new Promise((done) => rows.addEventListener('success', done))
        texts.push(JSON.stringify(rows.result))
      }
      database.close()
    }
    return texts.join('')
  }, entraIdOf(who.employee))
/** As when somebody comes back to the page. */
const comeBack = async ({ frame }: Opened) =>
  (await frame()).evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

test('a development lead marks an initiative; an employee has nothing of it left until it is lifted', async () => {
  const theirs = await stand.open('employee', { route: portfolio })
  await theirs.tab.getByRole('gridcell', { name: title }).waitFor()
  expect(await keptBy(theirs)).toContain(title)

  const lead = await stand.open('developmentLead', { route })
  const section = lead.tab.locator('#section-confidential')
  await section.locator('summary').click()
  await section.getByRole('button', { name: 'Sekretessmarkera …' }).press('Enter')
  await section.getByText(/om de inte är med i gruppen/).waitFor()
  await section.getByRole('combobox', { name: /Sekretess enligt/ }).fill('19 kap. 3 §')
  await section.getByRole('textbox', { name: /^Skäl/ }).fill('Anbuden skyddas tills leverantören är vald.')
  await section.getByRole('button', { name: 'Sekretessmarkera', exact: true }).press('Enter')
  await section.getByText(/^Sekretessmarkerat/).waitFor()
  await lead.tab.getByText('🔒︎ Sekretess').first().waitFor()

  await comeBack(theirs)
  await theirs.tab.getByRole('gridcell', { name: title }).waitFor({ state: 'detached' })
  await expect.poll(() => keptBy(theirs)).not.toContain(title)
  const lost = await stand.open('employee', { route })
  await lost.tab.getByText(/^Sidan finns inte/).waitFor()

  const seen = await stand.open('developmentLead', { route: portfolio })
  await seen.tab.getByRole('gridcell', { name: `🔒︎ Sekretess · ${title}` }).waitFor()

  await section.getByRole('button', { name: 'Häv sekretessen …' }).press('Enter')
  await section.getByRole('textbox', { name: /Varför/ }).fill('Avtalet är tecknat')
  await lead.page.keyboard.press('Enter')
  await section.getByText('Initiativet läses av alla medarbetare.', { exact: true }).waitFor()
  await comeBack(theirs)
  await theirs.tab.getByRole('gridcell', { name: title }).waitFor()
  expect(await stand.store.byKey(initiatives, key)).not.toHaveProperty('confidentialBasis')
})
