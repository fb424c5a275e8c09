/** The amounts of a business case as tests show them, with a server that saves rows. */
import { page } from 'vitest/browser'
import type { CostItem } from '#src/lists/businessCase.ts'
import type { AmountUnit } from '#src/rules/money/amounts.ts'
import { BenefitGrid } from '#tabs/initiative/grid/BenefitGrid.tsx'
import { CostGrid } from '#tabs/initiative/grid/CostGrid.tsx'
import type { RowArgs } from '#tabs/initiative/grid/useCells.ts'
import { aBenefit, aCostItem, aPreparation } from '#test/fixtures/initiatives.ts'
import { type Act, renderScreen } from '#test/tabs/fixtures.tsx'

const supplier = (year: number, amountKr: number) =>
  aCostItem({ key: `supplier-${year}`, title: 'Leverantörens utveckling', year, amountKr })
const items: CostItem[] = [
  supplier(2025, 400_000),
  supplier(2026, 1_250_000),
  aCostItem({ key: 'licences', title: 'Licenser', kind: 'licences', year: 2026, amountKr: 80_000 }),
  aCostItem({ key: 'run', title: 'Drift', kind: 'operation', year: 2027, amountKr: 250_000 }),
]
export const gain = aBenefit({ title: 'Färre resor', lowKr: 100_000, likelyKr: 200_000, highKr: 400_000 })

export async function show(
  act: Act = () => ({ done: {} }),
  {
    costs = items,
    unit = 'kr',
    mayEdit = true,
    benefits = false,
  }: { costs?: CostItem[]; unit?: AmountUnit; mayEdit?: boolean; benefits?: boolean } = {},
) {
  const asked: RowArgs[] = []
  const preparation = aPreparation({ costItems: costs, benefits: [gain] })
  const { initiative } = preparation
  const whole = {
    initiative,
    costItems: costs,
    benefits: [gain],
    complete: true,
    decisions: [],
    trail: [],
    atMeetings: [],
    preparation,
  }
  const Grid = benefits ? BenefitGrid : CostGrid
  const shown = await renderScreen(
    <main>
      <h1>Digitala lås</h1>
      <h2>Kostnader</h2>
      <Grid whole={whole} unit={unit} mayEdit={mayEdit} />
    </main>,
    {
      act: (one) => {
        asked.push(one.args as RowArgs)
        return act(one)
      },
    },
  )
  return { ...shown, asked }
}

/** By the number of its row and column; sums are no cells to write in. */
export const cell = (r: number, c: number) => {
  const found = document.querySelector<HTMLElement>(`[data-cell="${r}/${c}"]`)
  if (!found) throw new Error(`There is no cell ${r}/${c}`)
  return page.elementLocator(found)
}
export const at = () => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')
export const paste = (text: string) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}
