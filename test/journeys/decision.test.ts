/** The main job: needs come in from a workbook, are prepared, and go through their gates by whoever has the mandate. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FrameLocator } from 'playwright'
import { aWorkbook } from '../fixtures/workbook.ts'
import { type Opened, setUpStand, type Stand } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

const NEED = 'Nyckelfri samlingslokal'
const FORMULA = '=HYPERLINK("http://x","y")'
const workbook = aWorkbook([
  {
    name: 'Behov 2024',
    rows: [
      ['Nr', 'Behov/Projekt', 'Avdelning', 'Beskrivning', 'Fas', 'Kontaktperson', 'Kostnad'],
      [
        901,
        NEED,
        'Hemtjänst',
        'Nycklar till samlingslokaler kommer bort',
        'Behov',
        'Therese Björkvall',
        '80 tkr',
      ],
      [902, { v: FORMULA, inline: true }, 'Hemtjänst', 'Ett behov', 'Behov', 'Therese Björkvall', '?'],
    ],
  },
])

describe('import', () => {
  test('the administrator sees each row before it is saved, and a formula stays text', async () => {
    const { tab } = await stand.open('administrator', { route: '/portfolio' })
    await tab.getByRole('link', { name: 'Importera' }).click()
    await tab.getByLabel('Välj fil').setInputFiles({
      name: 'behov.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(workbook),
    })
    const planned = tab.getByRole('table', { name: 'Rader' })
    await planned.getByText(NEED).waitFor()
    expect(await planned.getByRole('cell', { name: FORMULA, exact: true }).count()).toBe(1)
    expect(await planned.getByRole('link').count()).toBe(0)
    await tab.getByRole('button', { name: 'Importera 2 behov' }).click()
    await tab.getByRole('heading', { name: '2 behov är inlästa, 0 fanns redan.' }).waitFor()
    await tab.getByRole('link', { name: 'Till portföljen', exact: true }).click()
    await tab.getByText('Visar 92 av 92 initiativ').waitFor()
    await tab.getByRole('searchbox').fill('HYPERLINK')
    await tab.getByRole('gridcell', { name: FORMULA }).click()
    await tab.getByRole('heading', { name: FORMULA }).waitFor()
    expect(await tab.getByRole('link', { name: 'y', exact: true }).count()).toBe(0)
  })

  test('reading the same file again doubles nothing', async () => {
    const { tab } = await stand.open('administrator', { route: '/portfolio/import' })
    await tab.getByLabel('Välj fil').setInputFiles({
      name: 'behov.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(workbook),
    })
    await tab.getByText('Alla rader i filen finns redan i portföljen.').waitFor()
    expect(await tab.getByRole('button', { name: /Importera \d/ }).count()).toBe(0)
  })
})

describe('a need on its way through the gates', () => {
  test('what is missing for BP1 is named, and filled in', async () => {
    const { tab } = await openNeed('developmentLead')
    await tab.getByRole('heading', { name: 'Nästa beslut: BP1' }).waitFor()
    await tab.getByText('Saknas inför BP1 (1)').waitFor()
    await tab.getByRole('button', { name: 'förväntad nytta' }).click()
    await tab.getByRole('textbox', { name: 'Nytta' }).fill('Färre resor efter nycklar')
    await tab.getByRole('button', { name: 'Spara' }).first().click()
    await tab.getByText('Allt som behövs är ifyllt.').waitFor()
  })

  test('someone without the mandate sees who decides, and cannot', async () => {
    const { tab } = await openNeed('nursingManager')
    await tab.getByText('BP1 beslutas av Avdelningschef Hemtjänst (Anders Wiknersson).').waitFor()
    const button = tab.getByRole('button', { name: 'Besluta BP1' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.click({ force: true })
    expect(await tab.getByRole('alertdialog').count()).toBe(0)
  })

  test('the manager of the department decides BP1', async () => {
    const { tab } = await openNeed('homeCareManager')
    await tab.getByRole('button', { name: 'Besluta BP1' }).click()
    await confirm(tab, 'Besluta BP1')
    await tab.getByRole('heading', { name: 'Nästa beslut: BP2' }).waitFor()
    await unfold(tab, 'Beslut', 'Historik')
    await tab.getByText(/^2024-\d+ · BP1: Går vidare$/).waitFor()
    await tab.getByText('Avdelningschef Hemtjänst Anders Wiknersson, 1 okt.').waitFor()
    await tab.getByText('Flyttades från Insamling behov/idéer till Grovsållning.').waitFor()
  })

  test('nobody can decide BP2 before it is known whom the need concerns', async () => {
    const { tab } = await openNeed('digitalManager')
    await tab.getByText('Inför BP2 saknas omfattning (egen eller gemensam).').waitFor()
    expect(await tab.getByRole('button', { name: 'Besluta BP2' }).getAttribute('aria-disabled')).toBe('true')
    await tab.getByText('Saknas inför BP2 (5)').waitFor()
  })

  test('the development lead says whom it concerns', async () => {
    const { tab } = await openNeed('developmentLead')
    await tab.getByRole('button', { name: 'Ändra Beredning' }).click()
    await tab.getByRole('combobox', { name: 'Berörda enheter' }).fill('Hemtjänst (HT)')
    await tab.getByRole('button', { name: 'Ta bort Hemtjänst' }).waitFor()
    await tab.getByRole('combobox', { name: 'Omfattning' }).selectOption('Egen')
    await tab.getByRole('button', { name: 'Spara' }).first().click()
    await tab.getByText('Saknas inför BP2 (3)').waitFor()
  })

  test('the dialog of BP2 names what is missing, and lets it only be screened out', async () => {
    const { tab } = await openNeed('digitalManager')
    await tab.getByRole('button', { name: 'Besluta BP2' }).click()
    const dialog = tab.getByRole('alertdialog', { name: 'Besluta BP2' })
    await dialog.getByRole('radio', { name: 'Till backlogg med utredning' }).check()
    await dialog
      .getByText('Inför BP2 saknas liknande behov prövade, initiativtyp och lagkrav, ja eller nej.')
      .waitFor()
    expect(await dialog.getByRole('button', { name: 'Fatta beslutet' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await tab.getByText('BP2:', { exact: false }).filter({ hasText: '2024-' }).count()).toBe(0)
  })

  test('once it is completed the right post decides BP2, and everyone sees it', async () => {
    const lead = await openNeed('developmentLead')
    await lead.tab.getByRole('button', { name: 'liknande behov prövade' }).click()
    await lead.tab.getByRole('button', { name: 'Inga liknande finns' }).click()
    await lead.tab.getByText('Saknas inför BP2 (2)').waitFor()
    await lead.tab.getByRole('button', { name: 'initiativtyp' }).click()
    await lead.tab.getByRole('combobox', { name: 'Initiativtyp' }).selectOption('Införande')
    await lead.tab.getByRole('combobox', { name: 'Lagkrav', exact: true }).selectOption('Nej')
    await lead.tab.getByRole('button', { name: 'Spara' }).first().click()
    await lead.tab.getByText('Allt som behövs är ifyllt.').waitFor()

    const manager = await openNeed('digitalManager')
    await manager.tab.getByRole('button', { name: 'Besluta BP2' }).click()
    await confirm(manager.tab, 'Besluta BP2')
    await manager.tab.getByRole('heading', { name: 'Nästa beslut: BP3' }).waitFor()

    const { tab } = await openNeed('employee')
    await unfold(tab, 'Beslut', 'Historik')
    await tab.getByText(/^2024-\d+ · BP2: Till backlogg med utredning$/).waitFor()
    await tab.getByText('Flyttades från Grovsållning till Beredning.').waitFor()
    await tab.getByText('Du kan läsa men inte ändra.', { exact: false }).waitFor()
    expect(await tab.getByRole('button', { name: /^Ändra / }).count()).toBe(0)
  })
})

async function openNeed(person: Parameters<Stand['open']>[0]): Promise<Opened> {
  const opened = await stand.open(person, { route: '/portfolio' })
  await opened.tab.getByRole('searchbox').fill(NEED)
  await opened.tab.getByRole('gridcell', { name: NEED }).click()
  await opened.tab.getByRole('heading', { name: NEED, level: 1 }).waitFor()
  return opened
}

/** Sections that only say in their heads what is in them. */
async function unfold(tab: FrameLocator, ...titles: string[]) {
  for (const name of titles) await tab.getByRole('heading', { name, exact: true }).click()
}

async function confirm(tab: FrameLocator, title: string) {
  const dialog = tab.getByRole('alertdialog', { name: title })
  await dialog.getByRole('button', { name: 'Fatta beslutet' }).click()
  await dialog.waitFor({ state: 'detached' })
}
