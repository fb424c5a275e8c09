/** What happened to all needs: how many, how far and how long, by department. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { CoveragePage } from '#tabs/need/CoveragePage.tsx'
import { readState } from '#tabs/ui/portfolioView/address.ts'
import { departmentsOf, indexRows, look } from '#tabs/ui/portfolioView/view.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, employee, tree } from '../../fixtures/organisation.ts'
import { type Given, renderScreen, violations } from '../fixtures.tsx'
import { around, themes } from './needStand.ts'

beforeEach(() => page.viewport(1280, 800))

describe('what happened to all needs', () => {
  const all = [
    anInitiative({ key: 'a', stageSince: '2024-09-21', contact: aPerson('x') }),
    anInitiative({ key: 'b', stageSince: '2024-07-03', unit: aRef('homeCareSouth') }),
    anInitiative({ key: 'c', stage: 'screening', stageSince: '2024-09-01', unit: aRef('nursing') }),
    anInitiative({ key: 'd', state: 'screenedOut', lastDecision: aRef('x'), unit: aRef('nursing') }),
    anInitiative({ key: 'e', stage: 'delivery', unit: undefined }),
  ]
  const show = (given: Given = {}) =>
    renderScreen(<CoveragePage />, { items: around(all), person: employee, path: '/needs', ...given })
  const table = (name: string) => page.getByRole('table', { name })
  const cells = (name: string) =>
    [...table(name).element().querySelectorAll('tr')].map((tr) =>
      [...tr.querySelectorAll('th, td')]
        .map((cell) => cell.querySelector('a')?.firstChild?.textContent ?? cell.textContent)
        .filter(Boolean),
    )

  test('counts each need once, under its true number', async () => {
    await show()
    await expect.element(page.getByRole('heading', { name: 'Vad hände med de 5 behoven?' })).toBeVisible()
    expect(cells('Vad det blev av behoven').slice(1)).toEqual([
      ['Väntar i första steget', '2', '40 %'],
      ['På väg, inte startade', '1', '20 %'],
      ['Startade', '1', '20 %'],
      ['Bortsorterade', '1', '20 %'],
      ['Summa', '5', '100 %'],
    ])
    await expect.element(page.getByText(/har 1 fått minst ett beslut\./)).toBeVisible()
  })

  test('tells each department with its stages and ages, sums that add up, and links to just those', async () => {
    const { history } = await show()
    const rows = cells('Per avdelning')
    expect(rows.slice(1)).toEqual([
      ['homeCare (department)', '2', '2', '0', '0', '0', '50', '90'],
      ['nursing (department)', '2', '0', '1', '0', '1', '30', '30'],
      ['Utan avdelning', '1', '0', '0', '1', '0', '–', '–'],
      ['Summa', '5', '2', '1', '1', '1', '30', '90'],
    ])
    await page.getByRole('link', { name: '2 homeCare (department), Insamling behov/idéer' }).click()
    const address = new URLSearchParams(history.at(-1)?.split('?')[1])
    expect(Object.fromEntries(address)).toEqual({
      department: 'homeCare (department)',
      stage: 'collection',
      state: 'active',
      external: 'no',
    })
  })

  test('every number leads to exactly the needs it counts, those that are part of others too', async () => {
    const merged = anInitiative({ key: 'f', state: 'merged', mergedInto: aRef('a'), stage: 'screening' })
    const rows = [...all, merged]
    const { container } = await show({ items: around(rows) })
    const indexed = indexRows(rows, departmentsOf([...tree.values()]))
    const links = [...container.querySelectorAll<HTMLAnchorElement>('a[href^="/portfolio?"]')]
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) {
      const { filters } = readState(new URL(link.href).searchParams)
      expect(look(indexed, '', filters).rows, link.textContent).toHaveLength(
        Number.parseInt(link.textContent, 10),
      )
    }
  })

  test('sorts by a column, both ways; those without the figure stand last', async () => {
    await show()
    const oldest = table('Per avdelning').getByRole('columnheader', { name: 'Dagar, äldst' })
    const names = () =>
      cells('Per avdelning')
        .slice(1, -1)
        .map(([name]) => name)
    await oldest.getByRole('button').click()
    await expect.element(oldest).toHaveAttribute('aria-sort', 'descending')
    expect(names()).toEqual(['homeCare (department)', 'nursing (department)', 'Utan avdelning'])
    await oldest.getByRole('button').click()
    await expect.element(oldest).toHaveAttribute('aria-sort', 'ascending')
    expect(names()).toEqual(['nursing (department)', 'homeCare (department)', 'Utan avdelning'])
  })

  test('of nothing yet says what belongs there', async () => {
    await show({ items: around([]) })
    await expect.element(page.getByText(/när det första har kommit in/)).toBeVisible()
  })

  test.for(themes)('axe finds nothing in %s', async (theme) => {
    const { container } = await show({ theme })
    expect(await violations(container)).toEqual([])
  })

  test('fits a small phone', async () => {
    await page.viewport(320, 640)
    await show()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
