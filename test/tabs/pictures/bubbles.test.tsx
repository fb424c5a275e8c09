/** The bubbles: what is placed, what is not, and how it is told, chosen, zoomed and opened. */
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { benefits, costItems } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { criteria, resources, scores } from '#src/lists/prioritising.ts'
import type { List } from '#src/lists/list.ts'
import { BubblesPage } from '#tabs/pictures/BubblesPage.tsx'
import { standingAlone } from '#tabs/ui/picture/copyImage.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { type Given, held, renderScreen, violations } from '../fixtures.tsx'

const item = (key: string) => ({ key, id: key, version: '"1"' })
const titles = { lock: 'Digitala lås', record: 'Ny journal', net: 'Nätbyte', law: 'Lagen', vague: 'Oklart' }
const one = (key: keyof typeof titles, more: Partial<Initiative> = {}) =>
  anInitiative({ ...item(key), number: `S-${key}`, title: titles[key], stage: 'preparation', ...more })
const all = [
  one('lock', { costHighKr: 1_000_000, risk: 'low', effortDays: 100 }),
  one('record', { costHighKr: 9_000_000, risk: 'high' }),
  one('net', { costHighKr: 4_000_000 }),
  one('law', { costHighKr: 2_000_000, legal: 'yes' }),
  one('vague'),
]
const gain = (of: string, likelyKr: number) => ({
  ...item(`gain-${of}`),
  title: 'Tid',
  initiative: { key: of, title: of },
  kind: 'financial' as const,
  year: 2027,
  likelyKr,
})
const kept = new Map<List, unknown[]>([
  [benefits, [gain('lock', 5_000_000), gain('record', 100_000), gain('net', 3_000_000), gain('law', 0)]],
  [criteria, []],
  [scores, []],
  [resources, []],
])

const show = (path = '/bubbles', given: Given = {}) =>
  renderScreen(<BubblesPage />, {
    items: [held(initiatives, all)],
    store: { all: (list) => Promise.resolve((kept.get(list) ?? []) as never) },
    path,
    ...given,
  })
const marksIn = (container: Element) =>
  [...container.querySelectorAll('[data-mark]')]
    .map((e) => e.getAttribute('data-mark') ?? '')
    .toSorted((a, b) => a.localeCompare(b))

test('what has both figures is placed; what lacks one is counted and named, never at nought', async () => {
  const screen = await show()
  await expect.element(screen.getByText(/^4 initiativ efter kostnad och nytta per år\./)).toBeVisible()
  expect(marksIn(screen.container)).toEqual(['law', 'lock', 'net', 'record'])
  await expect.element(screen.getByText(/1 saknar uppgift/)).toBeVisible()
  await screen.getByText('1 initiativ utan plats i bilden').click()
  await expect.element(screen.getByText('saknar kostnad och nytta per år')).toBeVisible()
})

test('it tells what costs most and gives little', async () => {
  const screen = await show()
  await expect
    .element(
      screen.getByText(
        /Högst kostnad bland dem som har lägre nytta per år än hälften: Ny journal \(9\smnkr\)/,
      ),
    )
    .toBeVisible()
})

test('nought has no place on a logarithm', async () => {
  const screen = await show('/bubbles?log=xy')
  await expect.element(screen.getByText(/^3 initiativ/)).toBeVisible()
  expect(marksIn(screen.container)).not.toContain('law')
})

test('each bubble says its figures; the mandatory one is hollow and says so', async () => {
  const screen = await show()
  await expect
    .element(
      screen.getByRole('link', {
        name: 'S-lock Digitala lås, Kostnad 1 mnkr, Nytta per år 5 mnkr/år, Risk Låg, Insats 100 persondagar',
      }),
    )
    .toBeInTheDocument()
  await expect.element(screen.getByRole('link', { name: /^S-law.*, Tvingande$/ })).toBeInTheDocument()
  const circle = screen.container.querySelector('circle[data-mark=law]')
  expect(circle?.getAttribute('fill')).toBeNull()
  expect(circle?.getAttribute('stroke')).toContain('var(')
})

test('a cost of a year is said to be one, beside its bubble and in the table; what cost items say is not', async () => {
  const yearly = [
    one('lock', { costHighKr: 1_000_000, costPerYear: true }),
    one('record', { costHighKr: 9_000_000, costPerYear: true }),
  ]
  const items = [{ ...item('c'), title: 'Licens', initiative: { key: 'record', title: 'record' } }]
  const bought = items.map((row) => ({ ...row, kind: 'supplier', year: 2027, amountKr: 2_000_000 }))
  const screen = await show('/bubbles', {
    items: [held(initiatives, yearly)],
    store: {
      all: (list) =>
        Promise.resolve(((list as List) === costItems ? bought : (kept.get(list) ?? [])) as never),
    },
  })
  await expect.element(screen.getByRole('link', { name: /^S-lock.*Kostnad 1 mnkr\/år/ })).toBeInTheDocument()
  await expect.element(screen.getByRole('link', { name: /^S-record.*Kostnad 2 mnkr,/ })).toBeInTheDocument()
  await expect.element(screen.getByText(/1 har bara en uppskattad kostnad per år/)).toBeVisible()
  await expect.element(screen.getByText(/^Kostnad, alla år eller per år/)).toBeVisible()
  await screen.getByRole('button', { name: 'Tabell' }).click()
  await expect
    .element(screen.getByRole('columnheader', { name: 'Kostnad, alla år eller per år' }))
    .toBeVisible()
  await expect.element(screen.getByRole('row', { name: /S-lock.*1 mnkr\/år/ })).toBeVisible()
  const inTable = screen.getByRole('row', { name: /S-record/ })
  await expect.element(inTable.getByRole('cell').first()).toHaveTextContent('2 mnkr')
})

test('all costs of a year make an axis of a year', async () => {
  const screen = await show('/bubbles', {
    items: [held(initiatives, [one('lock', { costHighKr: 1_000_000, costPerYear: true })])],
  })
  await expect.element(screen.getByText('Kostnad per år →')).toBeVisible()
})

test('axes, size and colour are chosen, and stand in the link', async () => {
  const screen = await show()
  await screen.getByRole('combobox', { name: 'Lodrätt' }).selectOptions('Risk')
  expect(screen.history.at(-1)).toBe('/bubbles?y=risk')
  await expect.element(screen.getByText(/^2 initiativ efter kostnad och risk\./)).toBeVisible()
  await screen.getByRole('combobox', { name: 'Storlek' }).selectOptions('Lika stora')
  await screen.getByRole('combobox', { name: 'Färg' }).selectOptions('Risk')
  await screen.getByLabelText('Logaritmiskt vågrätt').click()
  expect(screen.history.at(-1)).toBe('/bubbles?y=risk&size=-&colour=risk&log=x')
  await expect.element(screen.getByText('Risk: hög')).toBeVisible()
  await expect.element(screen.getByLabelText('Logaritmiskt lodrätt')).not.toBeInTheDocument()
})

test('the filters of the portfolio hold here', async () => {
  const screen = await show('/bubbles?q=journal')
  await expect.element(screen.getByText(/^1 initiativ/).first()).toBeVisible()
  expect(marksIn(screen.container)).toEqual(['record'])
})

test('nothing that fits is said to be', async () => {
  const screen = await show('/bubbles?q=finns%20inte')
  await expect.element(screen.getByText('Inget initiativ passar filtret.')).toBeVisible()
})

test('Enter opens the bubble that has the focus; plus and minus zoom about the middle, 0 shows all', async () => {
  const screen = await show()
  await expect.element(screen.getByText(/^4 initiativ/)).toBeVisible()
  const where = () => screen.container.querySelector('circle[data-mark=lock]')?.getAttribute('cx')
  const before = where()
  screen.container.querySelector<SVGElement>('[data-mark=lock]')?.focus()
  await userEvent.keyboard('++')
  expect(where()).not.toBe(before)
  await userEvent.keyboard('0')
  expect(where()).toBe(before)
  await userEvent.keyboard('{Enter}')
  expect(screen.history.at(-1)).toBe('/initiative/lock')
})

test('dragging pans what is zoomed, and opens nothing', async () => {
  const screen = await show()
  await screen.getByRole('button', { name: 'Zooma in' }).click()
  const frame = screen.container.querySelector<HTMLElement>('[data-clip]')
  const moving = frame?.firstElementChild
  const drawnAt = () => screen.container.querySelector('circle[data-mark=lock]')?.getAttribute('cx')
  const [before, drawn] = [moving?.getAttribute('style'), drawnAt()]
  const box = frame?.getBoundingClientRect()
  const at = { clientX: (box?.left ?? 0) + 300, clientY: (box?.top ?? 0) + 200, bubbles: true, pointerId: 1 }
  frame?.dispatchEvent(new PointerEvent('pointerdown', at))
  // No pointer is really down, so none can be captured.
  if (frame) Object.assign(frame, { setPointerCapture: () => undefined })
  frame?.dispatchEvent(
    new PointerEvent('pointermove', { ...at, clientX: at.clientX - 40, clientY: at.clientY - 20 }),
  )
  await expect.poll(() => moving?.getAttribute('style')).not.toBe(before)
  expect(drawnAt()).toBe(drawn)
  frame?.dispatchEvent(new PointerEvent('pointerup', at))
  screen.container
    .querySelector('[data-mark=lock]')
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(screen.history.at(-1)).toBe('/bubbles')
})

test('a wheel scales what is drawn, and draws it anew when it rests', async () => {
  const screen = await show()
  await expect.element(screen.getByText(/^4 initiativ/)).toBeVisible()
  const frame = screen.container.querySelector<HTMLElement>('[data-clip]')
  const drawnAt = () => screen.container.querySelector('circle[data-mark=lock]')?.getAttribute('cx')
  const style = () => frame?.firstElementChild?.getAttribute('style') ?? ''
  const drawn = drawnAt()
  frame?.dispatchEvent(new WheelEvent('wheel', { deltaY: -200, ctrlKey: true, bubbles: true }))
  expect(style()).toMatch(/scale\(1\.4/)
  expect(drawnAt()).toBe(drawn)
  await expect.poll(drawnAt).not.toBe(drawn)
  expect(style()).toMatch(/scale\(1\)/)
})

test('paper has the bubbles in the drawing itself, as they are seen', async () => {
  const screen = await show()
  await expect.element(screen.getByText(/^4 initiativ/)).toBeVisible()
  const [first] = screen.container.querySelectorAll('[data-scroller] svg')
  expect(first?.querySelectorAll('[data-mark]')).toHaveLength(0)
  window.dispatchEvent(new Event('beforeprint'))
  expect(first?.querySelectorAll('[data-mark]')).toHaveLength(4)
  expect(screen.container.querySelectorAll('[data-clip]')).toHaveLength(0)
  window.dispatchEvent(new Event('afterprint'))
  await expect.poll(() => screen.container.querySelectorAll('[data-clip] [data-mark]').length).toBe(4)
})

test('the copy has axes and bubbles, cut as the frame cuts them', async () => {
  const screen = await show()
  await screen.getByRole('button', { name: 'Zooma in' }).click()
  const stage = screen.container.querySelector<HTMLElement>('[data-scroller] [role=group]')
  if (!stage) throw new Error('There is no picture')
  const { markup } = standingAlone(stage, { title: 'T', says: 'S', legend: [] })
  const copy = new DOMParser().parseFromString(markup, 'image/svg+xml')
  const layer = copy.querySelector('[data-mark=lock]')?.closest('svg')
  const frame = screen.container.querySelector('[data-clip]')?.getBoundingClientRect()
  expect(Number(layer?.getAttribute('width'))).toBeCloseTo(frame?.width ?? 0, 0)
  const [left] = (layer?.getAttribute('viewBox') ?? '').split(' ').map(Number)
  expect(left).toBeGreaterThan(0)
  expect(markup).toContain('Kostnad')
})

test('what can’t be read is said, and no wrong picture is drawn', async () => {
  let broken = true
  const screen = await show('/bubbles', {
    store: {
      all: (list) =>
        broken ? Promise.reject(new Error('no')) : Promise.resolve((kept.get(list) ?? []) as never),
    },
  })
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/kunde inte läsas/)
  expect(marksIn(screen.container)).toEqual([])
  broken = false
  await screen.getByRole('button', { name: 'Försök igen' }).click()
  await expect.element(screen.getByText(/^4 initiativ/)).toBeVisible()
})

test.for(['default', 'dark', 'contrast'] as const)('is accessible in %s', async (theme) => {
  const screen = await show('/bubbles?colour=risk', { theme })
  await expect.element(screen.getByText(/^4 initiativ/)).toBeVisible()
  expect(await violations(screen.container)).toEqual([])
})

test('fits a phone of 320 pixels', async () => {
  const screen = await renderScreen(
    <div style={{ width: 320 }}>
      <BubblesPage />
    </div>,
    {
      items: [held(initiatives, all)],
      store: { all: (list) => Promise.resolve((kept.get(list) ?? []) as never) },
      path: '/bubbles',
    },
  )
  await expect.element(screen.getByText(/^4 initiativ/)).toBeVisible()
  await expect.poll(() => screen.container.querySelector('main')?.scrollWidth).toBeLessThanOrEqual(320)
  const edge = screen.container.querySelector('[data-scroller] svg')?.getBoundingClientRect().right ?? 0
  const values = [...screen.container.querySelectorAll('[data-scroller] g[aria-hidden] text')]
  for (const value of values) expect(value.getBoundingClientRect().right).toBeLessThan(edge + 1)
  const radii = [...screen.container.querySelectorAll('circle[data-mark]')].map((one) =>
    Number(one.getAttribute('r')),
  )
  expect(Math.max(...radii)).toBeLessThan(15)
})

test('axes without anything on them are no picture: the table stands there, and says which measures are known', async () => {
  const screen = await show('/bubbles?x=score&y=effort', {
    items: [
      held(initiatives, [anInitiative({ key: 'i-1', costHighKr: 1, state: 'active', stage: 'screening' })]),
    ],
  })
  await expect
    .element(
      screen.getByText('Inget initiativ har både poäng och insats, så det finns ingen bild att visa.', {
        exact: false,
      }),
    )
    .toMatchTextContent(/Uppgifter finns om kostnad \(1\)/)
  await expect.element(screen.getByRole('figure').getByRole('table')).toBeVisible()
  expect(marksIn(screen.container)).toEqual([])
})
