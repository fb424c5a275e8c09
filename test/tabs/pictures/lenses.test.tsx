/** What holds for flow, receiving, balance and changes alike: what they say, what they read, and that everybody can use them. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { ChangesPage } from '#tabs/pictures/ChangesPage.tsx'
import { FlowPage } from '#tabs/pictures/FlowPage.tsx'
import { ReceivingPage } from '#tabs/pictures/ReceivingPage.tsx'
import { violations } from '../fixtures.tsx'
import { asked, show, says, pages } from './lensesShown.tsx'

beforeEach(() => page.viewport(1400, 900))

describe.for(pages)('$name', ({ screen, path }) => {
  test.for(['default', 'dark', 'contrast'] as const)(
    'is accessible in %s, as picture and as table',
    async (theme) => {
      const { container } = await show(screen, { path, theme })
      await expect.element(page.getByRole('figure')).toBeVisible()
      expect(await violations(container)).toEqual([])
      await page.getByRole('button', { name: 'Tabell' }).click()
      await expect.element(page.getByRole('figure').getByRole('table')).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )

  test('fits a phone without scrolling sideways', async () => {
    await page.viewport(320, 700)
    await show(screen, { path })
    await expect.element(page.getByRole('figure')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  test('says it in English too, and to whoever reads it out', async () => {
    await show(screen, { path, locale: 'en' })
    const drawn = page.getByRole('figure').getByRole('group').nth(1)
    await expect.element(drawn).toBeVisible()
    const described = drawn.element().getAttribute('aria-describedby')?.split(' ')[0] ?? ''
    expect(document.getElementById(described)?.textContent).toMatch(/[a-z]{3}/)
    expect(document.body.textContent).not.toMatch(/[åäöÅÄÖ](?!ldre)/)
  })

  test('reads what it needs in one request for each list', async () => {
    await show(screen, { path })
    await expect.element(page.getByRole('figure')).toBeVisible()
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('without any initiative says what belongs there', async () => {
    await show(screen, { path, items: [] })
    await says('Inget är inlagt ännu')
  })
})

test.for([<FlowPage key='f' />, <ReceivingPage key='r' />, <ChangesPage key='c' />, <BalancePage key='b' />])(
  'what can’t be read is said, and asked for again',
  async (screen) => {
    await show(screen, { fails: true })
    await says('Det gick inte att läsa in just nu.')
    const before = asked.length
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect.poll(() => asked.length).toBeGreaterThan(before)
  },
)
