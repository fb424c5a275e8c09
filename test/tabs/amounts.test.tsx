/** Costs and benefits per year, worked in as in a spreadsheet and saved cell by cell. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CostItem } from '#src/lists/businessCase.ts'
import type { AmountUnit } from '#src/rules/money/amounts.ts'
import { BenefitGrid } from '#tabs/initiative/grid/BenefitGrid.tsx'
import { CostGrid } from '#tabs/initiative/grid/CostGrid.tsx'
import type { RowArgs } from '#tabs/initiative/grid/useCells.ts'
import { aBenefit, aCostItem, aPreparation } from '../fixtures/initiatives.ts'
import { type Act, renderScreen, violations } from './fixtures.tsx'

const supplier = (year: number, amountKr: number) =>
  aCostItem({ key: `supplier-${year}`, title: 'Leverantörens utveckling', year, amountKr })
const items: CostItem[] = [
  supplier(2025, 400_000),
  supplier(2026, 1_250_000),
  aCostItem({ key: 'licences', title: 'Licenser', kind: 'licences', year: 2026, amountKr: 80_000 }),
  aCostItem({ key: 'run', title: 'Drift', kind: 'operation', year: 2027, amountKr: 250_000 }),
]
const gain = aBenefit({ title: 'Färre resor', lowKr: 100_000, likelyKr: 200_000, highKr: 400_000 })

beforeEach(() => page.viewport(1024, 800))

async function show(
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
const cell = (r: number, c: number) => {
  const found = document.querySelector<HTMLElement>(`[data-cell="${r}/${c}"]`)
  if (!found) throw new Error(`There is no cell ${r}/${c}`)
  return page.elementLocator(found)
}
const at = () => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')
const paste = (text: string) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}

describe('read', () => {
  test('kinds and years with the project’s sum apart from what it costs to run', async () => {
    const { container } = await show()
    await expect.element(page.getByRole('grid')).toBeVisible()
    const lines = page
      .getByRole('row')
      .elements()
      .map((row) => [...row.children].map((one) => one.textContent.replaceAll('\u00A0', ' ')).slice(1))
    expect(lines).toEqual([
      ['2025', '2026', '2027', 'Summa'],
      ['400 000', '1 250 000', '', '1 650 000'],
      ['', '80 000', '', '80 000'],
      ['', '', '250 000', '250 000'],
      ['400 000', '1 330 000', '0', '1 730 000'],
      ['400 000', '1 330 000', '0', '1 730 000'],
      ['0', '0', '250 000', '250 000'],
    ])
    await expect.element(page.getByText('Efter projektet: 250 tkr per år, från 2027.')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('whoever may not change it reads a table without buttons', async () => {
    const { container } = await show(undefined, { mayEdit: false })
    expect(page.getByRole('grid').elements()).toEqual([])
    expect(page.getByRole('button').elements()).toEqual([])
    await expect.element(page.getByRole('table')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('a narrow screen gets a list of forms', async () => {
    await page.viewport(320, 800)
    const { container, asked } = await show()
    expect(page.getByRole('table').elements()).toEqual([])
    const field = page.getByRole('textbox', {
      name: 'Leverantörens utveckling, 2025 (kr)',
      exact: true,
    })
    await field.fill('500 000')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => asked).toMatchObject([{ row: 'supplier-2025', values: { amountKr: 500_000 } }])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    expect(await violations(container)).toEqual([])
  })
})

describe('written', () => {
  test('typing replaces, Enter goes down, and the cell is saved with what stood there', async () => {
    const { asked } = await show()
    await cell(0, 0).click()
    await userEvent.keyboard('500 000{Enter}')
    expect(at()).toBe('1/0')
    await expect
      .poll(() => asked)
      .toEqual([
        {
          initiative: 'i-1',
          list: 'costItems',
          row: 'supplier-2025',
          values: { amountKr: 500_000 },
          base: { amountKr: 400_000 },
        },
      ])
  })

  test('an empty cell makes a row of its year and kind; the sums follow at once', async () => {
    let answer: (() => void) | undefined
    const { asked } = await show(
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ done: {} })
        }),
    )
    await cell(1, 0).click()
    await userEvent.keyboard('20000{Tab}')
    expect(at()).toBe('1/1')
    await expect.element(page.getByRole('row', { name: /Projektet/ })).toMatchTextContent(/420\s000/)
    await expect
      .poll(() => asked)
      .toMatchObject([
        { values: { title: 'Licenser', kind: 'licences', year: 2025, amountKr: 20_000 }, base: {} },
      ])
    answer?.()
  })

  test('Enter opens what stands there, Escape leaves it as it was', async () => {
    const { asked } = await show()
    await cell(0, 1).click()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('textbox')).toHaveValue('1250000')
    await userEvent.keyboard('7{Escape}')
    expect(at()).toBe('0/1')
    await expect.element(cell(0, 1)).toMatchTextContent(/1\s250\s000/)
    expect(asked).toEqual([])
  })

  test('arrows move within the grid; Tab passes it by until somebody has begun to write', async () => {
    await show()
    await cell(0, 0).click()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(at()).toBe('2/1')
    await userEvent.keyboard('{Home}{Control>}{ArrowUp}{/Control}')
    expect(at()).toBe('0/0')
    await userEvent.keyboard('{Tab}')
    expect(at()).not.toBe('0/1')
  })

  test('what is no amount is told and stays to be mended', async () => {
    const { asked } = await show()
    await cell(0, 0).click()
    await userEvent.keyboard('1,2{Enter}')
    await expect.element(page.getByRole('status')).toMatchTextContent('”1,2” blir inte hela kronor.')
    await expect.element(page.getByRole('textbox')).toHaveValue('1,2')
    await userEvent.keyboard(' mnkr{Enter}')
    await expect.poll(() => asked).toMatchObject([{ values: { amountKr: 1_200_000 } }])
  })

  test('an emptied cell archives its item, and undoing takes it back', async () => {
    const answer: Act = ({ args }) => ({ done: {}, args })
    const { asked } = await show(answer)
    await cell(0, 0).click()
    await userEvent.keyboard('{Delete}')
    await expect.poll(() => asked).toMatchObject([{ row: 'supplier-2025', values: { archived: true } }])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => asked).toHaveLength(2)
    expect(asked[1]).toMatchObject({ row: 'supplier-2025', values: { amountKr: 400_000 } })
  })
})

describe('pasted from Excel', () => {
  test('a block with Swedish numbers is put in from the cell, to the right and down', async () => {
    const { asked } = await show(undefined, { unit: 'mnkr' })
    await cell(0, 0).click()
    paste('1,2\t0,25\r\n\t0,1\r\n')
    await expect.poll(() => asked).toHaveLength(3)
    expect(asked.map(({ row, values }) => [row.slice(0, 8), values.amountKr])).toEqual([
      ['supplier', 1_200_000],
      ['supplier', 250_000],
      ['licences', 100_000],
    ])
  })

  test('one that has no room, or holds what is no amount, changes nothing and says so', async () => {
    const { asked } = await show()
    await cell(2, 2).click()
    paste('1\t2\n3\t4')
    await expect.element(page.getByRole('status')).toMatchTextContent('Inget klistrades in: 3 belopp')
    paste('1\tLeverantör')
    await expect.element(page.getByRole('status')).toMatchTextContent('”Leverantör” är inget belopp')
    expect(asked).toEqual([])
  })
})

describe('refused', () => {
  const conflict: Act = ({ args }) =>
    (args as RowArgs).base.amountKr === 600_000
      ? { done: {} }
      : {
          refusals: [
            {
              why: 'changedByOther',
              by: { id: 'p', name: 'Åsa Lindevall' },
              fields: [{ field: 'amountKr', mine: 500_000, theirs: 600_000 }],
            },
          ],
        }
  const meet = async () => {
    const shown = await show(conflict)
    await cell(0, 0).click()
    await userEvent.keyboard('500000{Enter}')
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/2025: Du skrev 500\s000\s?kr. Åsa Lindevall har sparat 600\s000\s?kr/)
    return shown
  }

  test('both figures are shown, and mine is saved over theirs on purpose', async () => {
    const { asked, container } = await meet()
    expect(await violations(container)).toEqual([])
    await page.getByRole('button', { name: 'Använd min' }).click()
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({ values: { amountKr: 500_000 }, base: { amountKr: 600_000 } })
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })

  test('theirs is kept, and nothing more is sent', async () => {
    const { asked } = await meet()
    await page.getByRole('button', { name: 'Behåll den sparade' }).click()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    expect(asked).toHaveLength(1)
  })

  test('another refusal is a sentence, with the amount kept to try again', async () => {
    await show(() => ({ refusals: [{ why: 'archived' }] }))
    await cell(0, 0).click()
    await userEvent.keyboard('5{Enter}')
    await expect.element(page.getByRole('alert')).toMatchTextContent(/2025: 5\s?kr. Initiativet är arkiverat/)
    await expect.element(cell(0, 0)).toMatchTextContent('5')
  })
})

describe('rows and years', () => {
  test('a kind is added and its first amount saved', async () => {
    const { asked } = await show()
    await page.getByRole('button', { name: 'Lägg till kostnad' }).click()
    await page.getByRole('combobox', { name: 'Slag' }).selectOptions('Utbildning')
    await page.getByRole('button', { name: 'Lägg till kostnad' }).click()
    await expect.element(page.getByRole('rowheader', { name: /Utbildning/ })).toBeVisible()
    await page.getByRole('button', { name: 'Lägg till 2028' }).click()
    const row = page.getByRole('row', { name: /Utbildning/ })
    await row.getByRole('gridcell').nth(3).click()
    await userEvent.keyboard('9{Enter}')
    await expect
      .poll(() => asked)
      .toMatchObject([{ values: { kind: 'training', title: 'Utbildning', year: 2028, amountKr: 9 } }])
  })

  test('what pays for a cost is said by its kind until somebody says otherwise, and saved with each year', async () => {
    const { asked } = await show()
    await expect.element(page.getByText('Utvecklingsram', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Ändra Leverantörens utveckling' }).click()
    const field = page.getByRole('combobox', { name: 'Finansieras av' })
    await expect.element(field).toHaveValue('development')
    await field.selectOptions('concept')
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect
      .poll(() => asked.map(({ values }) => (values as { financing?: string }).financing))
      .toEqual(['concept', 'concept'])
  })

  test('all kinds stand ready at once', async () => {
    await show(undefined, { costs: [] })
    await page.getByRole('button', { name: 'Alla kostnadsslag' }).click()
    expect(page.getByRole('rowheader').elements()).toHaveLength(11 + 3)
    await expect.element(page.getByRole('columnheader', { name: '2024' })).toBeVisible()
  })

  test('low, likely and high of a benefit are saved each by itself', async () => {
    const { asked, container } = await show(undefined, { benefits: true, unit: 'tkr' })
    await cell(0, 2).click()
    await userEvent.keyboard('450{Enter}')
    await expect
      .poll(() => asked)
      .toMatchObject([
        { list: 'benefits', row: gain.key, values: { highKr: 450_000 }, base: { highKr: 400_000 } },
      ])
    expect(await violations(container)).toEqual([])
  })
})
