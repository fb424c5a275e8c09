/** The amounts of a business case: what is refused, and rows and years that come and go. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { RowArgs } from '#tabs/initiative/grid/useCells.ts'
import { type Act, violations } from '#test/tabs/fixtures.tsx'
import { show, cell, gain } from './amountsShown.tsx'

beforeEach(() => page.viewport(1024, 800))

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
