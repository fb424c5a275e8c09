/** The portfolio with ten thousand rows: only those in sight are drawn, all can be reached, and every filter tells its count. */
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { people } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { PortfolioPage } from '#tabs/portfolio/PortfolioPage.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { type Given, held, renderScreen } from '../fixtures.tsx'
import { siteOf } from '../keptLists.ts'

const COUNT = 10_000
const stages = ['collection', 'screening', 'preparation', 'delivery'] as const
const many: Initiative[] = Array.from({ length: COUNT }, (_, i) =>
  anInitiative({
    key: `i-${i}`,
    id: String(i),
    number: `ÄVO-2024-${String(i + 1).padStart(5, '0')}`,
    title: `Behov nummer ${i + 1}`,
    stage: stages[i % stages.length],
    state: i % 100 === 0 ? 'paused' : 'active',
    unit: { key: `u-${i % 7}`, title: `Enhet ${i % 7}` },
    legal: i % 10 === 0 ? 'yes' : undefined,
    costHighKr: i * 1000,
  }),
)
/** No decisions and no meetings: what the search finds besides. */
const nothingElse = {
  ...siteOf([held(decisions, []), held(paragraphs, [])]).store,
  all: () => Promise.resolve([]),
  whereIn: () => Promise.resolve([[]]) as never,
  since: () => Promise.resolve([]),
}
const show = (given: Given = {}) =>
  renderScreen(<PortfolioPage />, {
    items: [held(initiatives, many)],
    store: nothingElse,
    path: '/portfolio',
    ...given,
  })

const grid = () => page.getByRole('grid', { name: 'Initiativ' })
const rowsDrawn = () => grid().element().querySelectorAll('[data-row]').length
const row = (number: number) => page.getByRole('row', { name: new RegExp(`Behov nummer ${number} `) })
const focusedRow = () => document.activeElement?.getAttribute('data-line')
const press = (keys: string) => userEvent.keyboard(keys)

afterEach(() => page.viewport(1280, 800))

describe('ten thousand rows', () => {
  test('only those in sight are drawn, and the table tells how many there are', async () => {
    await show()
    await expect.element(page.getByText('Visar 10 000 av 10 000 initiativ')).toBeVisible()
    await expect.element(grid()).toHaveAttribute('aria-rowcount', String(COUNT + 1))
    expect(rowsDrawn()).toBeGreaterThan(5)
    expect(rowsDrawn()).toBeLessThan(60)
  })

  test('the last one is there when it is scrolled to', async () => {
    await show()
    const scroller = grid().element().querySelector('[data-scroller]')
    scroller?.scrollTo({ top: scroller.scrollHeight })
    await expect.element(row(COUNT)).toBeVisible()
    await expect.element(row(COUNT)).toHaveAttribute('aria-rowindex', String(COUNT + 1))
  })

  test('arrows, Page Down, End and Home move, and the focus is always on a row', async () => {
    await show()
    row(1).element().focus()
    await press('{ArrowDown}{ArrowDown}')
    expect(focusedRow()).toBe('2')
    await press('{PageDown}')
    const after = Number(focusedRow())
    expect(after).toBeGreaterThan(5)
    await press('{End}')
    expect(focusedRow()).toBe(String(COUNT - 1))
    await expect.element(row(COUNT)).toBeInViewport()
    await press('{ArrowUp}')
    expect(focusedRow()).toBe(String(COUNT - 2))
    await press('{Home}')
    expect(focusedRow()).toBe('0')
    await expect.element(row(1)).toBeInViewport()
  })

  test('the row that Tab reaches stays when it is scrolled out of sight', async () => {
    await show()
    row(1).element().focus()
    const scroller = grid().element().querySelector('[data-scroller]')
    scroller?.scrollTo({ top: 200_000 })
    await expect.element(row(4546)).toBeInTheDocument()
    expect(focusedRow()).toBe('0')
    await press('{ArrowDown}')
    expect(focusedRow()).toBe('1')
    await expect.element(row(2)).toBeInViewport()
  })

  test('Enter opens the initiative, and so does a click', async () => {
    const { history } = await show()
    row(1).element().focus()
    await press('{ArrowDown}{Enter}')
    expect(history.at(-1)).toBe('/initiative/i-1')
    const second = await show()
    await row(3).click()
    expect(second.history.at(-1)).toBe('/initiative/i-2')
  })
})

describe('finding', () => {
  test('a search as it is typed, and a way to clear it', async () => {
    await show()
    const search = page.getByRole('searchbox')
    await search.fill('nummer 9999')
    await expect.element(page.getByText('Visar 1 av 10 000 initiativ')).toBeVisible()
    await expect.element(row(9999)).toBeVisible()
    await page.getByRole('button', { name: 'Rensa filter' }).click()
    await expect.element(page.getByText('Visar 10 000 av 10 000 initiativ')).toBeVisible()
  })

  test('a search without hits says so', async () => {
    await show()
    await page.getByRole('searchbox').fill('finns inte')
    await expect.element(page.getByText('Inget initiativ passar filtret.')).toBeVisible()
  })

  test('every choice of a filter tells how many rows it would show, the others kept', async () => {
    await show()
    const stage = page.getByRole('combobox', { name: 'Steg' })
    const options = () =>
      [...stage.element().querySelectorAll('option')].map((option) =>
        option.textContent.replaceAll('\u00A0', ' '),
      )
    expect(options()).toEqual([
      'Steg: alla',
      'Insamling behov/idéer (2 500)',
      'Grovsållning (2 500)',
      'Beredning (2 500)',
      'Genomförande (2 500)',
    ])
    await page.getByRole('combobox', { name: 'Läge' }).selectOptions('Pausad (100)')
    await expect.element(page.getByText('Visar 100 av 10 000 initiativ')).toBeVisible()
    await expect.poll(options).toEqual(['Steg: alla', 'Insamling behov/idéer (100)'])
    await page.getByRole('combobox', { name: 'Lagkrav' }).selectOptions('Ja (100)')
    await expect.element(page.getByText('Visar 100 av 10 000 initiativ')).toBeVisible()
  })

  test('rows without a value are found under none', async () => {
    await show()
    await page.getByRole('combobox', { name: 'Lagkrav' }).selectOptions('Ej angiven (9 000)')
    await expect.element(page.getByText('Visar 9 000 av 10 000 initiativ')).toBeVisible()
  })

  test('the address keeps what was chosen', async () => {
    const { history } = await show()
    await page.getByRole('combobox', { name: 'Steg' }).selectOptions('Beredning (2 500)')
    await page.getByRole('searchbox').fill('9')
    const address = new URLSearchParams(history.at(-1)?.split('?')[1])
    expect(Object.fromEntries(address)).toEqual({ stage: 'preparation', q: '9' })
  })

  test('a column sorts up, then down', async () => {
    await show()
    const cost = page.getByRole('columnheader', { name: /Kostnad/ })
    await cost.getByRole('button').click()
    await expect.element(cost).toHaveAttribute('aria-sort', 'ascending')
    await cost.getByRole('button').click()
    await expect.element(cost).toHaveAttribute('aria-sort', 'descending')
    await expect.element(row(COUNT)).toBeVisible()
  })
})

describe('on a small phone', () => {
  test('a paused initiative says so whole, and nothing is wider than the screen', async () => {
    await page.viewport(320, 640)
    await show()
    const state = row(1).getByText('Pausad')
    await expect.element(state).toBeInViewport()
    const { scrollWidth, clientWidth } = state.element()
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth + 1)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('a portfolio with nothing in it', () => {
  const me = { id: 'me', name: 'Jag Själv' }
  const administrator = {
    key: 'p-me',
    id: '1',
    version: '"1"',
    title: me.name,
    person: me,
    roles: ['administrator' as const],
  }
  const portfolio = {
    key: 'pf',
    id: '1',
    version: '"1"',
    title: 'Portföljen',
    code: 'PF',
    process: 'behovsprocessen' as const,
  }

  test('offers the import to the administrator', async () => {
    const { history } = await show({ items: [held(people, [administrator]), held(portfolios, [portfolio])] })
    await page.getByRole('link', { name: 'Importera' }).click()
    expect(history.at(-1)).toBe('/portfolio/import')
  })

  test('tells others that nothing is there yet', async () => {
    await show({ items: [] })
    await expect.element(page.getByText('Inget är inlagt ännu.', { exact: false })).toBeVisible()
    expect(page.getByRole('link').elements()).toEqual([])
  })
})
