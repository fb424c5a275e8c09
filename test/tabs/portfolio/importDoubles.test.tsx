/** Rows of a workbook that may be the same need: said before the import, as a doubt to open. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { Doubles } from '#tabs/portfolio/import/Doubles.tsx'
import workbookUrl from '../../../scripts/demo/behov-2024.xlsx?url'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { held, renderScreen, violations } from '../fixtures.tsx'

const bytes = new Uint8Array(await (await fetch(workbookUrl)).arrayBuffer())
const { rows } = planImport(readWorkbook(bytes), { process: 'behovsprocessen', units: [], people: [] })
const known = anInitiative({
  key: 'known',
  number: 'T-9',
  title: 'Lärplattform för all personal',
  need: 'Gemensam plattform för utbildning',
})

async function show(which = rows) {
  const shown = await renderScreen(
    <main>
      <h1>Import</h1>
      <Doubles rows={which} />
    </main>,
    { items: [held(initiatives, [known])] },
  )
  return shown
}
const summary = () => page.getByText('Kan vara samma behov')

test('rows like each other, and like what is here, are listed with what made them alike', async () => {
  const { container } = await show()
  await summary().click()
  await expect.element(page.getByRole('status')).toMatchTextContent(/^\d+$/)
  const doubles = page.getByRole('listitem')
  await expect
    .element(doubles.filter({ hasText: /Digital signering läkemedel.*liknar.*E-signering av delegerade/ }))
    .toMatchTextContent(/Gemensamt: .*papperslist/)
  await expect
    .element(page.getByRole('link', { name: 'T-9 Lärplattform för all personal' }).first())
    .toHaveAttribute('href', '/initiative/known')
  expect(await violations(container)).toEqual([])
})

test('each pair is said once', async () => {
  await show()
  await summary().click()
  await expect.element(page.getByRole('status')).toMatchTextContent(/^\d+$/)
  const texts = page
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent)
  const pairs = texts.map((text) => (text.match(/Rad \d+/g) ?? []).toSorted().join())
  const between = pairs.filter((pair) => pair.includes(','))
  expect(between.length).toBeGreaterThan(3)
  expect(new Set(between).size).toBe(between.length)
})

test('nothing is said when no row is like another', async () => {
  await show(
    rows
      .slice(0, 3)
      .map((row, i) => ({ ...row, title: ['Lås', 'Nät', 'Bil'][i] ?? '', need: '', benefit: '' })),
  )
  await expect.poll(() => summary().elements()).toEqual([])
})
