/** The amounts of a business case: read, written and pasted from Excel. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Act, violations } from '#test/tabs/fixtures.tsx'
import { show, cell, at, paste } from './amountsShown.tsx'

beforeEach(() => page.viewport(1024, 800))

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
