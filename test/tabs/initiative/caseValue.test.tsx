/** The value of a business case on the initiative's page: in words first, with its years, who pays, and what has no price. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Benefit, CostItem } from '#src/lists/businessCase.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { CaseValue } from '#tabs/initiative/CaseValue.tsx'
import { aBenefit, aCostItem, aPreparation } from '../../fixtures/initiatives.ts'
import { type Given, held, renderScreen, violations } from '../fixtures.tsx'

const costs: CostItem[] = [
  aCostItem({ key: 's', kind: 'supplier', title: 'Utveckling', year: 2025, amountKr: 1_000_000 }),
  aCostItem({ key: 'v', kind: 'standIns', title: 'Vikarier', year: 2026, amountKr: 200_000 }),
  aCostItem({
    key: 'd',
    kind: 'operation',
    title: 'Drift',
    year: 2026,
    amountKr: 100_000,
    payer: { key: 'u', title: 'Hemtjänst' },
  }),
]
const gains: Benefit[] = [
  aBenefit({
    key: 'a',
    title: 'Färre resor',
    kind: 'financial',
    year: 2026,
    lowKr: 200_000,
    likelyKr: 600_000,
    highKr: 900_000,
  }),
  aBenefit({ key: 'b', title: 'Tryggare hemgång', kind: 'notValued', year: 2026 }),
]

function show({
  rows = costs,
  benefits = gains,
  ...given
}: Given & { rows?: CostItem[]; benefits?: Benefit[] } = {}) {
  const preparation = aPreparation({ costItems: rows, benefits })
  const whole = {
    initiative: preparation.initiative,
    costItems: rows,
    benefits,
    complete: true,
    decisions: [],
    trail: [],
    atMeetings: [],
    preparation,
  }
  return renderScreen(
    <main>
      <h1>Digitala lås</h1>
      <h2>Kostnader</h2>
      <CaseValue whole={whole} />
    </main>,
    given,
  )
}
const cellsOf = (name: string) =>
  page
    .getByRole('table', { name })
    .getByRole('row')
    .elements()
    .map((row) => [...row.children].map((cell) => cell.textContent.replaceAll('\u00A0', ' ')))

describe('the value', () => {
  test('is said in a sentence: low, likely and high, when it has paid for itself, and what each krona gives', async () => {
    await show({ path: '/?rate=0' })
    await expect
      .element(
        page.getByText(
          /Nuvärdet är troligen 800\stkr, mellan −800\stkr och 2\smnkr\. Det har betalat sig 2028\. Varje krona ger 1,5 kr\./,
        ),
      )
      .toBeVisible()
  })

  test('has its years as a table that adds up', async () => {
    await show({ path: '/?rate=0&until=2027' })
    await expect.element(page.getByRole('table', { name: 'År för år' })).toBeVisible()
    expect(cellsOf('År för år')).toEqual([
      expect.anything(),
      ['2025', '1 mnkr', '–', '–', '–', '–', '−1 mnkr'],
      ['2026', '200 tkr', '100 tkr', '200 tkr', '600 tkr', '900 tkr', '−700 tkr'],
      ['2027', '–', '100 tkr', '200 tkr', '600 tkr', '900 tkr', '−200 tkr'],
      ['Nuvärde', '1,4 mnkr', '400 tkr', '1,2 mnkr', '1,8 mnkr', '−200 tkr'],
    ])
    await expect.element(page.getByText(/Det betalar sig inte till och med 2027/)).toBeVisible()
  })

  test('follows the rate and the years that are chosen, and keeps them in the link', async () => {
    const { history } = await show()
    await page.getByLabelText('Kalkylränta (%)').fill('5')
    await page.getByRole('combobox', { name: 'Räkna till och med' }).selectOptions('2035')
    expect(history.at(-1)).toBe('/?rate=5&until=2035')
    await expect.element(page.getByText(/Det har betalat sig 2028/)).toBeVisible()
  })

  test('is reckoned with what the portfolio has set, unless the link says otherwise, which is told', async () => {
    const { initiative } = aPreparation({})
    const set = {
      id: '1',
      version: '1',
      key: initiative.portfolio.key,
      title: 'P',
      code: 'P',
      process: 'behovsprocessen',
      discountPercent: 5,
    }
    const items = [held(portfolios, [set] as never)]
    const { unmount } = await show({ items })
    await expect.element(page.getByLabelText('Kalkylränta (%)')).toHaveValue(5)
    await expect.element(page.getByText('Portföljen räknar med 5 %.')).not.toBeInTheDocument()
    await unmount()
    await show({ items, path: '/?rate=2' })
    await expect.element(page.getByLabelText('Kalkylränta (%)')).toHaveValue(2)
    await expect.element(page.getByText(/Portföljen räknar med 5 %\./)).toBeVisible()
  })

  test('is drawn as it adds up, with the year in which it has paid for itself', async () => {
    await show({ path: '/?rate=0&until=2028' })
    await expect
      .element(page.getByRole('img', { name: /Det har betalat sig 2028\. 2025: −1.mnkr, .* 2028: 300.tkr$/ }))
      .toBeVisible()
    await expect.element(page.getByText('✓ 2028')).toBeVisible()
  })

  test('with no benefit that has an amount is its cost', async () => {
    await show({ benefits: gains.slice(1), path: '/?rate=0&until=2026' })
    await expect
      .element(page.getByText('Inga nyttor har ett belopp. Kostnaden är 1,3 mnkr i nuvärde.'))
      .toBeVisible()
  })

  test('of an empty case says what to write', async () => {
    await show({ rows: [], benefits: [] })
    await expect.element(page.getByText(/Skriv kostnader och nyttor ovan/)).toBeVisible()
  })
})

test('who pays, what it costs afterwards and who finances that, and what has no price', async () => {
  await show()
  expect(cellsOf('Vem betalar projektet').map((row) => row.join(' '))).toEqual([
    'Finansieras av 2025 2026 Totalt',
    'Utvecklingsram 1 mnkr – 1 mnkr',
    'Verksamheten – 200 tkr 200 tkr',
  ])
  await expect.element(page.getByText('Kostar 100 tkr per år.')).toBeVisible()
  await expect.element(page.getByText('DÖK (Hemtjänst): 100 tkr per år')).toBeVisible()
  await expect.element(page.getByText(/Tryggare hemgång/)).toBeVisible()
})

test.each(['default', 'dark', 'contrast'] as const)(
  'nothing is in the way of anyone in %s',
  async (theme) => {
    const { container } = await show({ theme })
    expect(await violations(container)).toEqual([])
  },
)

test('fits a phone', async () => {
  await page.viewport(320, 640)
  const { container } = await show()
  expect(container.ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  await page.viewport(1024, 800)
})
