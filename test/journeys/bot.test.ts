/** A project manager is reminded in the chat and reports red there; the owner is told, the tab shows it, and the old card knows. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { runningProject } from './runningProject.ts'
import { setUpStand, type Stand, who } from './stand.ts'

let stand: Stand
let initiative: Initiative
beforeAll(async () => {
  stand = await setUpStand()
  initiative = await runningProject(stand, {
    reported: { month: '2024-09', sentOn: '2024-09-30' },
    values: { projectOwner: { id: entraIdOf(who.developmentLead), name: 'Projektägaren' } },
  })
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

/** The bot looks for what is due every ten seconds. */
const SOON = { timeout: 45_000 }

test('a month is reported red in thirty seconds from the reminder in the chat', async () => {
  const { page, tab } = await stand.open('projectManager')
  await tab.getByText('Inget väntar på dig just nu.', { exact: false }).waitFor()
  // Five working days before the month ends, at the hour of reminders.
  await page.getByLabel('Verksamhetens dag').fill('2024-10-24')
  await page.getByText('Verksamhetens dag är nu 2024-10-24').waitFor()
  await page.getByLabel('Klockan').fill('08:01')
  await page.getByText('Klockan står på 08:01').waitFor()
  await tab.getByText('Statusrapport för oktober 2024 saknas.').waitFor()
  await page.getByRole('link', { name: /^Chatt/ }).click()
  const digest = page.getByRole('article').filter({ hasText: 'Påminnelser' }).last()
  await digest.getByText(initiative.title).waitFor(SOON)
  await digest.getByText('Statusrapport för oktober 2024, senast 31 okt.').click()

  const card = page.getByRole('article').last()
  await card.getByRole('heading', { name: 'Statusrapport oktober 2024' }).waitFor()
  await card.getByRole('combobox', { name: 'Ekonomi' }).selectOption('■ Röd')
  await card.getByRole('textbox', { name: 'Vad har hänt' }).fill('Leverantören kräver mer')
  await card.getByRole('button', { name: 'Skicka rapporten' }).click()
  await card.getByRole('heading', { name: 'Statusrapport oktober 2024: rapporterad' }).waitFor()
  const [report] = (
    await stand.store.where(statusReports, { column: 'initiative', value: initiative.key })
  ).filter(({ month }) => month === '2024-10')
  expect(report).toMatchObject({
    economy: 'red',
    quality: 'green',
    changed: 'Leverantören kräver mer',
    by: { id: entraIdOf(who.projectManager) },
  })

  await card.getByRole('button', { name: 'Tillbaka till listan' }).click()
  await digest.getByText('✓ Rapporterad').waitFor()

  await page.getByRole('link', { name: 'Hem', exact: true }).click()
  await tab.getByText('Inget väntar på dig just nu.', { exact: false }).waitFor()

  const owner = await stand.open('developmentLead', {
    route: `/initiative/${encodeURIComponent(initiative.key)}`,
  })
  await owner.tab.getByText('Leverantören kräver mer').first().waitFor()
  await owner.page.getByRole('link', { name: /^Chatt/ }).click()
  const told = owner.page.getByRole('article').last()
  await told.getByRole('heading', { name: 'Statusrapport oktober 2024: rapporterad' }).waitFor(SOON)
  await told.getByText('Ekonomi: grön → röd').waitFor()
})
