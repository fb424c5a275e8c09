/** The register of decisions: many of them, none, new ones, a site that does not answer; on paper, on a phone and for everyone. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { decisions } from '#src/lists/decisions.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { DecisionsPage } from '#tabs/meetings/register/DecisionsPage.tsx'
import { held, violations } from '#test/tabs/fixtures.tsx'
import { siteOf } from '#test/tabs/keptLists.ts'
import { aDecision, show, rows, search, row, locks, numbered } from './registerShown.tsx'

beforeEach(() => page.viewport(1280, 900))

describe('twenty thousand decisions', () => {
  const many = Array.from({ length: 20_000 }, (_, n) =>
    aDecision(`d${n}`, { number: `2020-${n}`, decidedOn: `20${10 + (n % 14)}-0${1 + (n % 9)}-11` }),
  )

  test('are all found, and only those in sight are drawn', async () => {
    await show({ made: many, open: [] })
    await expect.element(page.getByText('Visar 20 000 av 20 000 beslut'), { timeout: 20_000 }).toBeVisible()
    expect(rows().elements().length).toBeLessThan(60)
    await search.fill('2020-17123')
    await expect.element(page.getByText('Visar 1 av 20 000 beslut'), { timeout: 20_000 }).toBeVisible()
  })

  test('come page by page, the latest first, without hindering anybody', async () => {
    let goOn = () => undefined as void
    const hold = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const { since } = await show({ made: many, open: [], site: { pageSize: 5000, hold } })
    await expect
      .element(page.getByText('Hämtar fler beslut: 5 000 av 5 000 hittills'), { timeout: 20_000 })
      .toBeVisible()
    expect(since).toHaveBeenCalledWith(decisions, 'decidedOn', '2024-06-03')
    await expect.element(page.getByRole('button', { name: 'Excel' })).toBeDisabled()
    goOn()
    await expect.element(page.getByText('Visar 20 000 av 20 000 beslut'), { timeout: 20_000 }).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Excel' })).toBeEnabled()
  })
})

test('the next visit asks for nothing but what has changed', async () => {
  const { asked, show: turnTo } = await show()
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await turnTo(<p>another page</p>)
  const before = asked.length
  await turnTo(<DecisionsPage />)
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await expect.poll(() => asked.length).toBe(before + 2)
  expect(asked.slice(before).every((path) => path.includes('delta?token=now'))).toBe(true)
})

test('a decision made meanwhile stands there at once', async () => {
  const { session } = await show({
    act: () => ({ done: { decisions: [aDecision('new', { number: '2024-200' })] } }),
  })
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await session.acting.act('decideGate', {} as never)
  await expect.element(row('2024-200')).toBeVisible()
})

test('a site that does not answer is said so, and asked again', async () => {
  let fails = true
  const kept = siteOf([held(decisions, [locks]), held(paragraphs, [numbered])])
  await show({
    store: {
      ...kept.store,
      graph: (call) => (fails ? Promise.reject(new Error('offline')) : kept.store.graph(call)),
      since: () => Promise.reject(new Error('offline')),
      whereIn: () => Promise.resolve([[]]) as never,
    },
  })
  await expect.element(page.getByText(/Besluten kunde inte hämtas/)).toBeVisible()
  fails = false
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
})

test('an empty register says what belongs there', async () => {
  await show({ made: [], open: [] })
  await expect.element(page.getByText(/Här samlas varje beslut/)).toBeVisible()
})

test('paper has all that is shown', async () => {
  await show({ path: '/?forum=f-sd-ht' })
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
  window.dispatchEvent(new Event('beforeprint'))
  const paper = document.querySelector('[data-print]')
  expect(paper?.querySelectorAll('tbody tr').length).toBe(2)
  expect(paper?.textContent).toContain('Strategisk dialog Hemtjänst')
  window.dispatchEvent(new Event('afterprint'))
  await expect.poll(() => document.querySelector('[data-print]')).toBeNull()
})

test('a phone gets cards, and a decision takes their place while it is open', async () => {
  await page.viewport(320, 640)
  const { container } = await show()
  await row('SD HT 2024 § 14').click()
  await expect.element(page.getByRole('heading', { level: 2, name: 'SD HT 2024 § 14' })).toBeVisible()
  await expect.element(rows().nth(0)).not.toBeInTheDocument()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(await violations(container)).toEqual([])
  await page.getByRole('button', { name: 'Stäng' }).click()
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
})

test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
  const { container } = await show({ theme, path: '/?key=locks&forum=f-sd-ht' })
  await expect.element(page.getByRole('heading', { level: 2, name: 'SD HT 2024 § 14' })).toBeVisible()
  expect(await violations(container)).toEqual([])
})
