/** What holds for every picture: the same filtered set, read out as it is shown, gone through by keys, copied, and told as a table. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { benefits, costItems } from '#src/lists/businessCase.ts'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { receptions } from '#src/lists/receptions.ts'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { BubblesPage } from '#tabs/pictures/BubblesPage.tsx'
import { ChangesPage } from '#tabs/pictures/ChangesPage.tsx'
import { FlowPage } from '#tabs/pictures/FlowPage.tsx'
import { ReceivingPage } from '#tabs/pictures/ReceivingPage.tsx'
import { RoadmapPage } from '#tabs/pictures/RoadmapPage.tsx'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, tree } from '../../fixtures/organisation.ts'
import { held, renderScreen } from '../fixtures.tsx'

/** Two that are looked for, and one that isn't. */
const all = [
  { key: 'a', title: 'Lås i norr', start: '2024-Q3', plannedEnd: '2025-Q1', stage: 'delivery' as const },
  { key: 'b', title: 'Lås i söder', start: '2024-Q4', plannedEnd: '2025-Q2', stage: 'delivery' as const },
  { key: 'c', title: 'Annat', start: '2024-Q3', plannedEnd: '2024-Q4', stage: 'screening' as const },
].map((one) =>
  anInitiative({
    ...one,
    number: `N-${one.key}`,
    pios: 'system',
    nature: 'infrastructure',
    stageSince: '2024-09-05',
  }),
)
const row = (key: string) => ({ key, id: key, version: '1', title: key })
const kept = new Map<List, readonly unknown[]>([
  [
    costItems,
    all.map(({ key }, i) => aCostItem({ key, initiative: aRef(key), amountKr: 100_000 * (i + 1) })),
  ],
  [
    benefits,
    all.map(({ key }, i) => ({
      ...row(key),
      initiative: aRef(key),
      kind: 'financial',
      year: 2026,
      likelyKr: 50_000 * (i + 1),
    })),
  ],
  [
    receptions,
    all.map(({ key }) => ({
      ...row(key),
      initiative: aRef(key),
      unit: aRef('homeCare'),
      kind: 'rollout',
      from: '2024-11-01',
      to: '2024-12-31',
      days: 10,
    })),
  ],
  [
    trail,
    all.map(({ key }) => ({
      ...row(key),
      initiative: aRef(key),
      kind: 'time',
      field: 'PlannedEnd',
      from: '2024-Q4',
      to: '2025-Q1',
      day: '2024-09-20',
      person: aPerson('me'),
    })),
  ],
])
const read = (list: List) => Promise.resolve((kept.get(list) ?? []) as never)
const show = (screen: React.ReactNode, path: string) =>
  renderScreen(screen, {
    items: [
      held(initiatives, all),
      held(
        units,
        [...tree.values()].map((unit) => (unit.key === 'homeCare' ? { ...unit, receivingDays: 15 } : unit)),
      ),
      held(portfolios, [
        { ...row('p-elderly'), title: 'Äldre', code: 'ÄVO', process: 'behovsprocessen' as const },
      ]),
    ],
    store: { all: read, since: read, where: read },
    path,
  })

beforeAll(() => page.viewport(1280, 900))
afterAll(() => page.viewport(414, 896))
beforeEach(() => vi.restoreAllMocks())

const pages = [
  {
    name: 'bubbles',
    screen: <BubblesPage />,
    says: /^2 initiativ efter kostnad och nytta per år/,
    inRow: 'Lås i söder',
  },
  { name: 'roadmap', screen: <RoadmapPage />, says: /^2 initiativ med planerad tid/, inRow: 'Lås i söder' },
  { name: 'flow', screen: <FlowPage />, says: /^Sedan /, inRow: 'Genomförande' },
  { name: 'receiving', screen: <ReceivingPage />, says: /värst 5 persondagar över/, inRow: 'homeCare' },
  { name: 'balance', screen: <BalancePage />, says: /^2 initiativ som begär 300.tkr/, inRow: 'System' },
  { name: 'changes', screen: <ChangesPage />, says: /: 2 senare\./, inRow: 'Lås i söder' },
] as const

describe.for(pages)('$name', ({ name, screen, says, inRow }) => {
  const path = `/${name}?q=l%C3%A5s&portfolio=p-elderly`
  const drawn = async () => {
    const shown = await show(screen, path)
    await expect.element(page.getByRole('figure')).toBeVisible()
    const svg = page.getByRole('figure').element().querySelector('[data-scroller] [role=group]')
    if (!svg) throw new Error('Nothing is drawn')
    return { ...shown, svg, marks: () => [...svg.querySelectorAll<SVGElement>('[data-mark]')] }
  }

  test('says of the chosen ones what it shows, to those who look and to those who listen', async () => {
    const { svg } = await drawn()
    await expect.element(page.getByText('Visar 2 av 3 initiativ')).toBeVisible()
    const [described = ''] = svg.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(document.getElementById(described)?.textContent).toMatch(says)
    expect(document.getElementById(described)?.checkVisibility()).toBe(true)
    expect(document.getElementById(svg.getAttribute('aria-labelledby') ?? '')?.textContent).toBeTruthy()
  })

  test('is one stop of the keyboard, and keys reach every mark, each with a label', async () => {
    const { marks } = await drawn()
    expect(marks().length).toBeGreaterThan(0)
    expect(marks().filter((one) => one.getAttribute('tabindex') === '0')).toHaveLength(1)
    for (const one of marks()) expect(one.getAttribute('aria-label')).toMatch(/\p{L}{3}/u)
    marks()[0]?.focus()
    await userEvent.keyboard('{Home}')
    const reached = new Set([document.activeElement])
    for (const _ of marks()) {
      await userEvent.keyboard('{PageDown}')
      reached.add(document.activeElement)
    }
    expect(reached.size).toBe(marks().length)
  })

  test('is copied as an image, which says which day it is of and what was chosen', async () => {
    const decoded = vi.spyOn(HTMLImageElement.prototype, 'decode')
    const copied: Blob[] = []
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
      const blob = await item?.getType('image/png')
      if (blob) copied.push(blob)
    })
    await drawn()
    await page.getByRole('button', { name: 'Kopiera bild' }).click()
    await expect.element(page.getByText('Bilden är kopierad.', { exact: false })).toBeVisible()
    const image = await createImageBitmap(copied[0] ?? new Blob())
    expect(image.width).toBeGreaterThan(300)
    const [of] = decoded.mock.contexts as HTMLImageElement[]
    const said = decodeURIComponent(of?.src ?? '').replaceAll(/<[^>]*>/g, ' ')
    expect(said.replaceAll(/\s+/g, ' ')).toContain('2024-10-01 · 2 initiativ · Sökt: lås · Portfölj: Äldre')
  })

  test('has a table that tells the same of the same', async () => {
    await drawn()
    await page.getByRole('button', { name: 'Tabell' }).click()
    const table = page.getByRole('figure').getByRole('table')
    await expect.element(table.getByRole('rowheader', { name: new RegExp(inRow) }).first()).toBeVisible()
    expect(table.element().textContent).not.toContain('Annat')
  })

  test('says on paper which day it is of and what was chosen', async () => {
    await drawn()
    const line = [...document.querySelectorAll('p')].find((p) => p.textContent.startsWith('2024-10-01 · '))
    expect(line?.textContent).toMatch(/2 initiativ · Sökt: lås · Portfölj: Äldre/)
  })

  test('keeps what was chosen on the way to every other picture', async () => {
    await drawn()
    const ways = page.getByRole('navigation').element().querySelectorAll('a')
    expect(ways.length).toBeGreaterThanOrEqual(pages.length)
    for (const way of ways) expect(new URL(way.href).search).toBe(new URL(path, 'https://example.org').search)
  })
})

test('what another picture begins with is not taken for a time of its own', async () => {
  await show(<RoadmapPage />, '/roadmap?from=2020-03-02')
  await expect.element(page.getByRole('heading', { name: 'Färdplan 2024–2026' })).toBeVisible()
  await show(<ReceivingPage />, '/receiving?from=2025-Q3')
  await expect
    .element(page.getByRole('button', { name: /okt\. 2024|nov\. 2024/ }).first())
    .toBeInTheDocument()
})
