/** The status of an initiative on its own page. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { ReportsSection } from '#tabs/ui/reports/ReportsSection.tsx'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { aReport } from '../../fixtures/reports.ts'
import { renderScreen, violations } from '../fixtures.tsx'

const show = (given: Given<Initiative>, reports: StatusReport[]) =>
  renderScreen(
    <main>
      <h1>Digitala lås</h1>
      <ReportsSection initiative={anInitiative({ stage: 'delivery', stageSince: '2024-02-01', ...given })} />
    </main>,
    {
      store: {
        where: <L extends List>(list: L) =>
          Promise.resolve((list === (statusReports as List) ? reports : []) as never),
      },
    },
  )
const mine = { projectManager: aPerson('me', 'Jag Själv') }
const latest = aReport({
  month: '2024-08',
  time: 'yellow',
  forecastKr: 3,
  allocationKr: 2,
  changed: 'På gång',
})

test('tells of the latest report, what is doubted in it, and leads to it', async () => {
  const { container } = await show({}, [aReport({ month: '2024-07' }), latest])
  await expect
    .element(page.getByRole('link', { name: 'Senaste rapport: augusti 2024' }))
    .toHaveAttribute('href', '/report/i-1?month=2024-08')
  await expect
    .element(page.getByText('Ekonomi grön? Prognosen ligger 1 kr över tilldelningen (50 %)'))
    .toBeVisible()
  await expect.element(page.getByText('Rapport för september 2024 saknas')).toBeVisible()
  expect(await violations(container)).toEqual([])
})

test('leads whoever reports to the month that is missing', async () => {
  await show(mine, [latest])
  await expect
    .element(page.getByRole('link', { name: 'Rapportera september 2024' }))
    .toHaveAttribute('href', '/report/i-1?month=2024-09')
})

test('asks for no month that is reported', async () => {
  await show(mine, [aReport()])
  await expect.element(page.getByRole('link', { name: 'Senaste rapport: september 2024' })).toBeVisible()
  expect(page.getByRole('link').elements()).toHaveLength(1)
})

test('running work that never reported says so, and a need says nothing', async () => {
  await show({}, [])
  await expect.element(page.getByText('Ingen statusrapport är lämnad.')).toBeVisible()
  const { container } = await show({ stage: 'screening' }, [])
  await expect.poll(() => container.querySelector('section')).toBeNull()
})
