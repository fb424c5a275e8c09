/** The matrix of a forum: scored by keyboard, each cell with its words, the others' scores on demand. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { me, other, aCandidate, aScore, show, grid, into, panel } from './scoresShown.tsx'

beforeEach(() => page.viewport(1280, 720))

describe('the keyboard', () => {
  test('moves, scores, takes back and undoes', async () => {
    const { asked } = await show()
    into()
    await userEvent.keyboard('4')
    await expect.element(page.getByRole('status')).toMatchTextContent('Poäng 4: stor nytta')
    await userEvent.keyboard('{ArrowRight}2{ArrowDown}5')
    await expect.poll(() => asked.flatMap((one) => one.scores).length).toBe(3)
    expect(asked.flatMap((one) => one.scores)).toMatchObject([
      { initiative: 'i-1', criterion: 'c-1', value: 4, base: { value: null } },
      { initiative: 'i-1', criterion: 'c-2', value: 2 },
      { initiative: 'i-2', criterion: 'c-2', value: 5 },
    ])
    await userEvent.keyboard('{Delete}')
    await expect
      .poll(() => asked.flatMap((one) => one.scores).at(-1))
      .toMatchObject({
        initiative: 'i-2',
        value: null,
        base: { value: 5 },
      })
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect
      .poll(() => asked.flatMap((one) => one.scores).at(-1))
      .toMatchObject({
        initiative: 'i-2',
        value: 5,
      })
    await expect.element(page.getByText(/Du har satt 3 av 6 poäng/)).toBeVisible()
  })

  test('says that a digit off the scale is no step, and changes nothing', async () => {
    const { asked } = await show()
    into()
    await userEvent.keyboard('7')
    await expect.element(page.getByRole('status')).toMatchTextContent('7 går inte att spara')
    expect(asked).toEqual([])
  })

  test('opens the reason, saves it when left, and comes back', async () => {
    const { asked } = await show({ given: [aScore(1, 1, me, 4)] })
    into()
    await userEvent.keyboard('{Enter}')
    const reason = page.getByLabelText('Mitt skäl')
    await expect.element(reason).toHaveFocus()
    await userEvent.keyboard('Sparar restid{Escape}')
    await expect.element(grid()).toHaveFocus()
    await expect
      .poll(() => asked)
      .toMatchObject([{ scores: [{ value: 4, reason: 'Sparar restid', base: { value: 4, reason: null } }] }])
  })
})

describe('the cell in focus', () => {
  test('shows what each step means, and what the others gave when asked for', async () => {
    await show({ given: [aScore(1, 1, other, 2, 'Nyttan är inte mätt'), aScore(1, 1, me, 5)] })
    await expect.element(panel().getByText(/mycket stor nytta/)).toBeVisible()
    await expect.element(panel().getByText(/Nyttan är inte mätt/)).not.toBeInTheDocument()
    await panel().getByRole('button', { name: 'Skäl och andras poäng (1)' }).click()
    await expect.element(panel().getByText(/Mia Medlem.*Nyttan är inte mätt/)).toBeVisible()
    await expect.element(panel().getByText('Medel 3,5, från 2 till 5, 2 bedömare.')).toBeVisible()
  })

  test('is scored with the pointer as well', async () => {
    const { asked } = await show()
    await panel()
      .getByLabelText(/3.*viss nytta/)
      .click()
    await expect.poll(() => asked).toMatchObject([{ scores: [{ initiative: 'i-1', value: 3 }] }])
  })

  test('tells what a total is made of', async () => {
    await show({ given: [aScore(1, 1, me, 5), aScore(1, 2, me, 5)] })
    await expect.element(panel().getByRole('row', { name: /Nytta 5 60 % 60/ })).toBeVisible()
    await expect.element(panel().getByRole('row', { name: /Totalt av 100 100/ })).toBeVisible()
  })
})

describe('the lines', () => {
  test('tell what is mandatory, and how well the cost is known', async () => {
    await show()
    await expect.element(grid().getByText('tvingande · kostnad okänd (?)')).toBeVisible()
    await expect.element(grid().getByText('grov kostnad 200–500 tkr')).toBeVisible()
  })

  test('count what nobody has given, where assessors are apart, and what lacks a reason', async () => {
    await show({ given: [aScore(1, 1, other, 1), aScore(1, 1, me, 5), aScore(2, 2, me, 3, 'Därför')] })
    await expect
      .element(
        page.getByText(
          'Du har satt 2 av 6 poäng. 4 har ingen satt. I 1 skiljer det två steg eller mer. 1 av dina saknar skäl.',
        ),
      )
      .toBeVisible()
    await page.getByLabelText('Allas medel och spridning').click()
    await expect.element(grid().getByText('1–5 (2) oense')).toBeVisible()
  })

  test('led by others are shown last, and not scored', async () => {
    const { asked } = await show({ rows: [aCandidate(1, { external: true }), aCandidate(2)] })
    into()
    await userEvent.keyboard('{ArrowDown}4')
    await expect
      .element(page.getByRole('status'))
      .toMatchTextContent('Det som leds av andra rangordnas inte.')
    expect(asked).toEqual([])
  })

  test('are found by words, and those I lack alone', async () => {
    await show({ given: [aScore(1, 1, me, 4), aScore(1, 2, me, 4)] })
    await page.getByLabelText('Bara där jag inte satt poäng').click()
    await expect.element(grid().getByText('VP-01 Behov 1')).not.toBeInTheDocument()
    await page.getByRole('searchbox').fill('behov 3')
    await expect.element(grid().getByText('VP-02 Behov 2')).not.toBeInTheDocument()
    await expect.element(grid().getByText('VP-03 Behov 3')).toBeVisible()
  })
})

describe('the order by points', () => {
  test('tells ties, what is missing, what each is made of and how sure it is', async () => {
    const both = (n: number, value: number) => [aScore(n, 1, me, value), aScore(n, 2, me, value)]
    await show({ given: [...both(1, 3), ...both(2, 3), aScore(3, 1, me, 1)] })
    await page.getByText('Ordning efter poäng, och hur säker den är').click()
    const lines = page.getByRole('region', { name: /Ordning efter poäng/ }).getByRole('listitem')
    await expect.element(lines.nth(0)).toMatchTextContent(/^1delad/)
    await expect.element(lines.nth(1)).toMatchTextContent(/^1delad/)
    await expect
      .element(lines.nth(2))
      .toMatchTextContent(/^3VP-03.*Säker: samma plats i 100 %.*12 av 100 · 1 saknas/)
    await lines
      .nth(2)
      .getByText(/12 av 100/)
      .click()
    await expect.element(lines.nth(2).getByRole('row', { name: 'Helhet saknas 40 % 0' })).toBeVisible()
    await page.getByRole('combobox', { name: 'Efter' }).selectOptions('poäng per krona')
    await expect
      .element(page.getByText('Utan känd kostnad, och därför inte med: VP-01 och VP-03.'))
      .toBeVisible()
    await expect.element(lines).toHaveLength(1)
  })
})
