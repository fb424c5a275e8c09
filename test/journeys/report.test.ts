/** A project manager reports on a phone where the net comes and goes, and the portfolio's owner sees what changed. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { runningProject } from './runningProject.ts'
import { setUpStand, type Stand } from './stand.ts'

let stand: Stand
let initiative: Initiative
beforeAll(async () => {
  stand = await setUpStand()
  initiative = await runningProject(stand, {
    reported: { month: '2024-08', sentOn: '2024-08-28', forecastKr: 800_000, allocationKr: 1_000_000 },
  })
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

test('a report sent without a net is kept, sent when it is back, and is first in the follow-up', async () => {
  const route = `/report/${encodeURIComponent(initiative.key)}`
  const { page, tab } = await stand.open('projectManager', { route, width: '320' })
  const forecast = tab.getByRole('textbox', { name: 'Prognos, helår (kr)' })
  await forecast.waitFor()
  await forecast.fill('1 250 000')
  await tab.getByText('Prognosen ligger 250 tkr över tilldelningen (25 %)').waitFor()
  await tab.getByRole('group', { name: 'Ekonomi' }).getByRole('radio', { name: 'Röd' }).check()
  await tab.getByRole('textbox', { name: 'Vad har hänt' }).fill('Leverantören kräver mer')

  await page.context().setOffline(true)
  await tab.getByRole('button', { name: 'Skicka rapporten' }).click()
  await tab.getByText('Rapporten väntar på nätet.', { exact: false }).waitFor()
  expect(await reportsSent()).toEqual(['2024-08'])
  await page.context().setOffline(false)
  await tab.getByText('Ekonomi: grön → röd').waitFor()
  expect(await reportsSent()).toEqual(['2024-08', '2024-09'])

  const owner = await stand.open('administrator', { route: '/followUp' })
  const changes = owner.tab.getByRole('region', { name: 'Sedan augusti 2024' })
  await changes.getByText('Ekonomi: grön → röd', { exact: false }).waitFor()
  await changes.getByText('Leverantören kräver mer').waitFor()
  await owner.tab
    .getByRole('row')
    .filter({ hasText: initiative.title })
    .getByRole('link', { name: 'Röd' })
    .click()
  await owner.tab.getByRole('heading', { name: 'Statusrapport september 2024' }).waitFor()
  expect(await owner.tab.getByRole('radio').count()).toBe(0)
})

const reportsSent = async () =>
  (await stand.store.where(statusReports, { column: 'initiative', value: initiative.key }))
    .map(({ month }) => month)
    .toSorted()
