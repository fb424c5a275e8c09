/** The page of a status report as it is read, by everyone. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Given } from '#test/fixtures/initiatives.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { aReport } from '#test/fixtures/reports.ts'
import { violations } from '#test/tabs/fixtures.tsx'
import { show, august } from './reportShown.tsx'

beforeEach(() => page.viewport(1000, 900))

describe('reading', () => {
  const september = aReport({
    time: 'red',
    forecastKr: 1_200_000,
    allocationKr: 1_000_000,
    changed: 'Försenat',
  })

  test('a sent report can not be changed, and leads to the months beside it', async () => {
    await show({ reports: [september, august], month: '2024-09' })
    await expect
      .element(page.getByText('Skickad av Petra Projektledare den 27 sep', { exact: false }))
      .toBeVisible()
    await expect
      .element(page.getByText('Ekonomi grön? Prognosen ligger 200 tkr över tilldelningen (20 %)'))
      .toBeVisible()
    expect(page.getByRole('radio').elements()).toEqual([])
    await expect
      .element(page.getByRole('link', { name: 'Föregående: augusti 2024' }))
      .toHaveAttribute('href', '/report/i-1?month=2024-08')
    await expect.element(page.getByRole('link', { name: 'Nästa: oktober 2024' })).toBeVisible()
  })

  test('whoever does not lead the work is told who reports', async () => {
    await show({ initiative: { projectManager: aPerson('pm', 'Petra Projektledare') } })
    await expect.element(page.getByText('Den lämnas av Petra Projektledare.')).toBeVisible()
    expect(page.getByRole('radio').elements()).toEqual([])
  })

  test.for<[string, Given<Initiative>, string]>([
    ['what is paused', { state: 'paused' }, 'Initiativet är pausad. Återuppta det först.'],
    ['a need', { stage: 'screening' }, 'I steget Grovsållning lämnas ingen statusrapport.'],
  ])('%s says why there is none', async ([, initiative, why]) => {
    await show({ initiative })
    await expect.element(page.getByText(why)).toBeVisible()
  })
})

describe.for(['default', 'dark', 'contrast'] as const)('in the theme %s', (theme) => {
  test.for([1000, 320])(
    'form and report are accessible at %d px, and never wider than the window',
    async (width) => {
      await page.viewport(width, 800)
      const form = await show({ theme, initiative: { legal: 'yes', legalDay: '2024-06-30' } })
      await expect.element(page.getByText('Lagkravets datum 30 juni har passerats')).toBeVisible()
      expect(await violations(form.container)).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
      const read = await show({ theme, month: '2024-08' })
      await expect.element(page.getByText('Två enheter igång')).toBeVisible()
      expect(await violations(read.container)).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    },
  )
})

test('in English', async () => {
  await show({ locale: 'en' })
  await expect
    .element(page.getByRole('group', { name: 'Economy' }).getByRole('radio', { name: 'Green' }))
    .toBeChecked()
})
