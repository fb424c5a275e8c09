/** A project manager reports on a phone where the net comes and goes, and the portfolio's owner sees what changed. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand, who } from './stand.ts'

let stand: Stand
let initiative: Initiative
beforeAll(async () => {
  stand = await setUpStand()
  const found = await stand.store.byKey(initiatives, 'pf-avo.nr:5')
  if (!found) throw new Error('The demo has no such need')
  const leader = { id: entraIdOf(who.projectManager), name: 'Projektledaren' }
  initiative = await stand.store.change(initiatives, found, {
    stage: 'delivery',
    state: 'active',
    stageSince: '2024-02-01',
    projectManager: leader,
  })
  await stand.store.create(statusReports, {
    key: 'august',
    title: 'Augusti',
    initiative: { key: initiative.key, title: initiative.title },
    claim: `${initiative.key}/2024-08`,
    month: '2024-08',
    economy: 'green',
    quality: 'green',
    time: 'green',
    forecastKr: 800_000,
    allocationKr: 1_000_000,
    by: leader,
    sentOn: '2024-08-28',
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
