/** Scenarios that are kept: with what they were reckoned from, compared, told when out of date, dropped. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { scenarios } from '#src/lists/prioritising.ts'
import { violations } from '../fixtures.tsx'
import { sent, show, proved, aScenario } from './scenariosShown.tsx'

beforeEach(async () => {
  sent.length = 0
  await page.viewport(1280, 900)
})

describe('kept', () => {
  test('under a name, with what it was reckoned from', async () => {
    await show()
    await proved(200)
    await page.getByRole('textbox', { name: 'Namn' }).fill('Flest poäng')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await expect.element(page.getByRole('button', { name: 'Sparat' })).toBeDisabled()
    const [{ name, args } = { name: '', args: {} }] = sent
    expect(name).toBe('saveScenario')
    expect(args).toMatchObject({
      forum: 'f',
      title: 'Flest poäng',
      shared: false,
      settings: { years: [2025, 2026, 2027] },
      result: { chosen: { 'A-1': 2025, 'A-2': 2025, 'A-4': 2025, 'A-5': 2025 }, value: 200, gap: 0 },
    })
    expect(JSON.stringify(args)).toContain('"cost":{"2025":4000000}')
  })

  test('one from before something changed says so with the difference, and is reckoned anew', async () => {
    const basis = {
      items: {
        'A-1': { value: 40, start: 2025, isIn: true, cost: { 2025: 2_000_000 }, days: {}, needs: [] },
        'A-2': { value: 60, start: 2025, isIn: true, cost: { 2025: 2_000_000 }, days: {}, needs: [] },
        'A-3': { value: 70, start: 2025, isIn: false, cost: { 2025: 4_500_000 }, days: {}, needs: ['A-4'] },
        'A-4': { value: 60, start: 2025, isIn: false, cost: { 2025: 4_000_000 }, days: {}, needs: [] },
      },
      limits: { 'cost p/2025': 9_000_000, 'cost p/2026': 10_000_000, 'cost p/2027': 10_000_000 },
    }
    const old = aScenario({})
    const { container } = await show({
      change: (given) =>
        given.set(scenarios, [
          aScenario({ ...(old.result && { result: { ...old.result, reckoned: basis } }) }),
        ]),
    })
    await page.getByRole('button', { name: /^Tidbokning först/ }).click()
    await expect.element(page.getByText(/^Underlaget har ändrats sedan scenariot räknades/)).toBeVisible()
    const items = page.getByRole('region', { name: 'underlaget har ändrats' }).getByRole('listitem')
    await expect
      .poll(() => items.elements().map((one) => one.textContent.replaceAll('\u00A0', ' ')))
      .toEqual([
        'Tidbokning: kostnaden 4,5 mnkr → 5 mnkr; poängen 70 → 80; väntar inte längre på E-tjänsten',
        'Roboten: är nytt',
        'Ramen 2025: 9 mnkr → 10 mnkr',
      ])
    expect(await violations(container)).toEqual([])
    await page.getByRole('button', { name: 'Räkna om och spara' }).click()
    await expect.poll(() => sent.map(({ name }) => name)).toEqual(['saveScenario'])
    await expect.poll(() => page.getByText(/^Underlaget har ändrats sedan/).elements()).toEqual([])
  })

  test('side by side, where they differ', async () => {
    const { container } = await show({ change: (given) => given.set(scenarios, [aScenario({})]) })
    await proved(200)
    const cells = () =>
      page
        .getByRole('table')
        .getByRole('row')
        .elements()
        .slice(1)
        .map((row) => [...row.children].map((one) => one.textContent))
    await expect.poll(cells).toEqual([
      ['E-tjänsten', 'börjar 2025', '–'],
      ['Roboten', 'börjar 2025', '–'],
      ['Tidbokning', '–', 'börjar 2025'],
    ])
    expect(await violations(container)).toEqual([])
  })

  test('is dropped only when one is sure', async () => {
    await show({ change: (given) => given.set(scenarios, [aScenario({})]) })
    await page.getByRole('button', { name: /^Tidbokning först/ }).click()
    await page.getByRole('button', { name: 'Ta bort', exact: true }).click()
    expect(sent).toEqual([])
    await page
      .getByRole('group', { name: 'Ta bort Tidbokning först?' })
      .getByRole('button', { name: 'Ta bort' })
      .click()
    await expect.poll(() => sent.map(({ name }) => name)).toEqual(['dropScenario'])
    await expect.element(page.getByRole('button', { name: /^Tidbokning först/ })).not.toBeInTheDocument()
  })

  test('somebody who only reads may try, not save', async () => {
    await show({ person: { id: 'other', name: 'Någon Annan' } })
    await proved(200)
    await expect.element(page.getByText(/^Du kan räkna på egna varianter/)).toBeVisible()
  })
})
