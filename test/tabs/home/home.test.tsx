/** Hem: what waits, why and what to do about it; at once from the start’s lists, surer when the rest has come. */
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates as mandateList } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { aDecision, complete } from '#test/fixtures/initiatives.ts'
import { aMandate, aPerson, aRef, employee, homeCareManager, mandates } from '#test/fixtures/organisation.ts'
import { held, violations } from '#test/tabs/fixtures.tsx'
import { need, told, show, lines, aStore, waiting, portfolio } from './homeShown.tsx'

afterEach(() => page.viewport(1280, 800))

describe('what waits for me', () => {
  const ready = need(1, { ...told, stageSince: '2024-09-21' })
  const lacking = need(2, { stageSince: '2024-07-01' })

  test('says what, why, for how long, and leads to the place where it is done', async () => {
    const { history } = await show([lacking, ready])
    await expect.element(lines().nth(0)).toMatchTextContent(/Behov 1 ÄVO-2024-1/)
    await expect.element(lines().nth(0)).toMatchTextContent(/BP1 väntar på ditt beslut\./)
    await expect.element(lines().nth(0)).toMatchTextContent(/sedan 21 sep\. · 10 dagar/)
    await expect
      .element(lines().nth(1))
      .toMatchTextContent(/ännu saknas behov \(problem och för vem\), förväntad nytta och kontaktperson/)
    await expect.element(lines().nth(1)).toMatchTextContent(/92 dagar · ▲ Har stått still/)
    await page.getByRole('link', { name: 'Besluta Behov 1' }).click()
    expect(history.at(-1)).toBe('/initiative/i-1#next-title')
  })

  test('what I prepare leads to the first field that is missing', async () => {
    const mine = need(3, { unit: aRef('nursing'), contact: homeCareManager, benefit: 'Tid' })
    const { history } = await show([mine])
    await page.getByRole('link', { name: 'Fyll i Behov 3' }).click()
    expect(history.at(-1)).toBe('/initiative/i-3#field-need')
  })

  test('is there at once, also when nothing more can be read', async () => {
    const never = () => new Promise<never>(() => undefined)
    await show([ready], { store: { whereIn: never, where: never, since: never } })
    await expect.element(lines().nth(0)).toBeVisible()
  })

  test('is told of as perhaps not all when reading failed, and read again when asked', async () => {
    let broken = true
    const store = aStore({ read: [ready] })
    const whereIn = (...asked: Parameters<ListReader['whereIn']>) =>
      broken ? Promise.reject(new Error('503')) : (store.whereIn as ListReader['whereIn'])(...asked)
    await show([ready], { store: { ...store, whereIn: whereIn as never } })
    const trouble = waiting().getByRole('alert').filter({ hasText: 'Allt om initiativen' })
    await expect.element(trouble).toBeVisible()
    broken = false
    await trouble.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(trouble).not.toBeInTheDocument()
  })

  test('what has been raised comes first, with who raised it, why, and to where', async () => {
    const forum = { ...portfolio, key: 'board', title: 'Ledningsgruppen' }
    const chair = aPerson('chair')
    const raising = aDecision({
      key: 'raising',
      matter: 'intake',
      outcome: 'escalate',
      raisedTo: { key: 'board', title: 'Ledningsgruppen' },
      decidedBy: aPerson('head', 'Hedda Chef'),
      decidedOn: '2024-09-25',
      grounds: 'Rör hela regionen.',
      initiative: aRef('i-1'),
    })
    const raised = { ...ready, stage: 'need' as const, lastDecision: aRef('raising') }
    const row = aMandate({ matter: 'escalation', scope: 'any', holder: chair, forum: aRef('board') })
    await show([lacking, raised], {
      person: chair,
      items: [
        held(mandateList, [...mandates, row]),
        held(forums, [forum]),
        held(portfolios, [{ ...portfolio, process: 'portfoljprocessen' }]),
      ],
      store: {
        ...aStore({ read: [raised] }),
        whereIn: (asked: readonly { list: unknown }[]) =>
          Promise.resolve(
            asked.map(({ list }) =>
              list === decisions ? [raising] : list === initiatives ? [raised] : [],
            ) as never,
          ),
      },
    })
    await expect
      .element(lines().nth(0))
      .toMatchTextContent(/Hedda Chef lyfte den 25 sep\. .* till Ledningsgruppen\. Skäl: Rör hela regionen\./)
  })

  test('a report I owe leads to where it is written, and none is called missing before they are read', async () => {
    const running = need(4, { ...complete, stage: 'delivery', projectManager: employee })
    const { history } = await show([running], { person: employee })
    await expect.element(lines().nth(0)).toMatchTextContent(/Statusrapport för september 2024 saknas/)
    await page.getByRole('link', { name: 'Rapportera Behov 4' }).click()
    expect(history.at(-1)).toBe('/report/i-4?month=2024-09')
    const never = () => new Promise<never>(() => undefined)
    await show([running], { person: employee, store: { whereIn: never, where: never, since: never } })
    await expect.element(waiting()).toMatchTextContent(/Inget väntar på dig/)
  })

  test('leaves out what a conflict of interest takes away, once that has been read', async () => {
    const conflicted = { ...ready, conflicted: [homeCareManager] }
    await show([ready], { more: { read: [conflicted] } })
    await expect.element(waiting()).toMatchTextContent(/Inget väntar på dig just nu/)
  })

  test('shows ten, then all', async () => {
    await show(Array.from({ length: 14 }, (_, i) => need(i + 1, told)))
    await expect.poll(() => lines().elements().length).toBe(10)
    await waiting().getByRole('button', { name: 'Visa alla (14)' }).click()
    await expect.poll(() => lines().elements().length).toBe(14)
  })
})

describe('for everyone', () => {
  const all = [
    need(1, { ...told, stageSince: '2024-07-01' }),
    need(2, { contact: homeCareManager }),
    need(3, { title: 'Ettmycketlångtordsomintegårattbrytaellerläsaalls'.repeat(3) }),
  ]
  const made = [aDecision({ initiative: { key: 'i-2', title: 'Behov 2' } })]

  test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing in %s', async (theme) => {
    const { container } = await show(all, { theme, more: { made } })
    await expect.element(page.getByText(/2024-0001 ·/)).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('a small phone scrolls down only', async () => {
    await page.viewport(320, 640)
    await show(all, { more: { made } })
    await expect.element(lines().nth(0)).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  test('it speaks English', async () => {
    await show(all, { locale: 'en' })
    await expect.element(page.getByRole('heading', { name: /Waiting for you/ })).toBeVisible()
  })

  test('before anything has come it says that it is fetching', async () => {
    await show([], { status: { phase: 'fetching', drawn: false } })
    await expect.element(page.getByRole('status')).toBeInTheDocument()
    expect(page.getByRole('heading').elements()).toEqual([])
  })
})
