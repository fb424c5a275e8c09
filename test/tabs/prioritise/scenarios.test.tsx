/** A forum's scenarios: the best set with its reasons, what forcing in costs, what more money buys, and what can't be reckoned. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { violations } from '../fixtures.tsx'
import { cost, costs, sent, show, proved, chosen, leftOut } from './scenariosShown.tsx'

beforeEach(async () => {
  sent.length = 0
  await page.viewport(1280, 900)
})

describe('the best set', () => {
  test.for(['default', 'dark', 'contrast'] as const)(
    'is proved, and told from the rest, in %s',
    async (theme) => {
      const { container } = await show({ theme })
      await proved(200)
      expect(chosen()).toEqual(['Projektet', 'E-tjänsten', 'Lagkravet', 'Roboten'])
      expect(leftOut()).toEqual(['Tidbokning'])
      expect(await violations(container)).toEqual([])
    },
  )

  test('each says why it is in or out, and each frame how much of it is used', async () => {
    await show()
    await proved(200)
    await expect.element(page.getByText('Tvingande', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Pågår', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Ramen 2025 är full', { exact: true })).toBeVisible()
    await expect.element(page.getByText('10 mnkr av 10 mnkr · 0 kr kvar')).toBeVisible()
    // What a law asks for is nobody's to take out.
    expect(page.getByRole('combobox', { name: 'Val för Lagkravet' }).elements()).toEqual([])
  })

  test('in English too', async () => {
    const { container } = await show({ locale: 'en' })
    await expect
      .element(page.getByText('The best selection: 200 points. Proved, no other selection gives more.'))
      .toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('unknown cost is set aside until a figure is given for the scenario', async () => {
    await show()
    await page.getByText('Räknas inte med (1)').click()
    await expect.element(page.getByText('Ingen vet vad det kostar')).toBeVisible()
    await page.getByRole('textbox', { name: /Gåtan/ }).fill('100')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('antagen kostnad')).toBeVisible()
    await expect.element(page.getByText(/^1 är inte bedömt av någon/)).toBeVisible()
  })

  test('in 320 pixels nothing is wider than the screen', async () => {
    await page.viewport(320, 800)
    await show()
    await proved(200)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('asked', () => {
  test('what forcing one in costs is told with what falls out, and done', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Vad kostar det att ta med Tidbokning?' }).click()
    await expect.element(page.getByText('Med Tidbokning blir det 20 poäng mindre.')).toBeVisible()
    await expect.element(page.getByText('Då faller bort: E-tjänsten, Roboten.')).toBeVisible()
    await page.getByRole('button', { name: 'Ta med Tidbokning' }).click()
    await proved(180)
    await expect.element(page.getByText('Satt att vara med')).toBeVisible()
  })

  test('what more kronor would buy, and that too few buy nothing', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Räkna', exact: true }).click()
    await expect
      .element(page.getByText('500 tkr till i ramen 2025 köper inget: urvalet blir detsamma.'))
      .toBeVisible()
    await page.getByRole('textbox', { name: 'Tusen kronor till' }).fill('5000')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('5 mnkr till i ramen 2025 ger 80 poäng mer.')).toBeVisible()
    await expect.element(page.getByText('Då kommer med: Tidbokning.')).toBeVisible()
  })
})

describe('what can’t be reckoned', () => {
  test('a circle is named', async () => {
    await show({
      waits: [
        ['A-3', 'A-4'],
        ['A-4', 'A-3'],
      ],
    })
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('De väntar på varandra i en ring: Tidbokning → E-tjänsten → Tidbokning.')
  })

  test('a negative cost is said where it is, and the rest is reckoned', async () => {
    await show({ change: (given) => given.set(costItems, [...costs.slice(0, 4), cost('A-5', -7)]) })
    await proved(180)
    await expect.element(page.getByText(/^Har en felaktig kostnad 2025 \(−7.kr\)/)).toBeVisible()
  })

  test('nothing to choose among is said', async () => {
    await show({ shown: [] })
    await expect.element(page.getByText(/^Inget av forumets initiativ begär pengar/)).toBeVisible()
  })

  test('a reading that failed is told, and tried again', async () => {
    await show({
      store: {
        all: () => Promise.reject(new Error('gone')),
        where: () => Promise.resolve([]),
        whereIn: (() => Promise.resolve([[]])) as never,
      },
    })
    await expect.element(page.getByRole('button', { name: 'Försök igen' })).toBeVisible()
  })
})
