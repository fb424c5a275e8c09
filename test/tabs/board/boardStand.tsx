/** The funnel board as tests show it: some cards, and what a hand, a mouse and a reader of it do. */
import { page, userEvent } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { mandates as mandateList, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { BoardPage } from '#tabs/board/BoardPage.tsx'
import { anInitiative, complete } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, homeCareManager, mandates, tree } from '../../fixtures/organisation.ts'
import { type Given, held, renderScreen } from '../fixtures.tsx'

export const elderly = {
  key: 'p-elderly',
  id: '1',
  version: '"1"',
  title: 'ÄVO',
  code: 'AVO',
  process: 'behovsprocessen' as const,
}
export const region = {
  ...elderly,
  key: 'p-region',
  id: '2',
  title: 'Regionen',
  process: 'portfoljprocessen' as const,
}

const ready = { need: 'Nycklar', benefit: 'Färre resor', contact: aPerson('contact') }
export const cards = [
  anInitiative({ ...ready, key: 'i-1', number: 'AVO-1', title: 'Digitala lås', stageSince: '2024-08-01' }),
  anInitiative({ key: 'i-2', number: 'AVO-2', title: 'Tom tanke', stageSince: '2024-09-11' }),
  anInitiative({
    ...complete,
    key: 'i-3',
    number: 'AVO-3',
    title: 'Trygghetskameror',
    stage: 'screening',
    unit: aRef('nursing'),
    legal: 'yes',
    scope: 'shared',
  }),
  anInitiative({ key: 'i-4', number: 'AVO-4', title: 'Vilande', state: 'paused', unit: undefined }),
  anInitiative({ key: 'i-5', number: 'AVO-5', title: 'Bortvald', state: 'screenedOut' }),
  anInitiative({ key: 'i-6', number: 'AVO-6', title: 'Andras projekt', stage: 'delivery', external: true }),
]

export const show = ({ items = [], store, ...given }: Given = {}, rows: readonly Initiative[] = cards) =>
  renderScreen(<BoardPage />, {
    items: [
      held(initiatives, rows),
      held(portfolios, [elderly]),
      held(units, [...tree.values()]),
      held(mandateList, mandates),
      held(dependencies, []),
      ...items,
    ],
    store: {
      byKey: ((_list: unknown, key: string) => Promise.resolve(rows.find((row) => row.key === key))) as never,
      whereOf: ((lists: readonly unknown[]) => Promise.resolve(lists.map(() => []))) as never,
      ...store,
    },
    path: '/board',
    person: homeCareManager,
    ...given,
  })

export const column = (name: string) => page.getByRole('region', { name, exact: true })
export const card = (title: string) => page.getByRole('link', { name: new RegExp(title) })
export const titlesIn = (name: string) =>
  [...column(name).element().querySelectorAll('[data-card] a')].map((link) => link.textContent)
export const press = (keys: string) => userEvent.keyboard(keys)
export const dialog = () => page.getByRole('alertdialog')

/** Takes with the mouse, moves in a few steps and lets go. */
export async function drag(title: string, to: Element) {
  const from = card(title).element().getBoundingClientRect()
  const there = to.getBoundingClientRect()
  const at = (x: number, y: number) => ({
    clientX: x,
    clientY: y,
    pointerId: 1,
    pointerType: 'mouse',
    bubbles: true,
  })
  const [x, y] = [from.left + 20, from.top + 20]
  const [endX, endY] = [there.left + there.width / 2, there.top + Math.min(40, there.height / 2)]
  const element = document.elementFromPoint(x, y)
  // A pointer of the test's own can't be captured.
  const root = document.querySelector<HTMLElement>('[data-board]')
  if (root) root.setPointerCapture = () => undefined
  element?.dispatchEvent(new PointerEvent('pointerdown', at(x, y)))
  for (let step = 1; step <= 4; step++) {
    const part = step / 4
    window.dispatchEvent(new PointerEvent('pointermove', at(x + (endX - x) * part, y + (endY - y) * part)))
    await new Promise(requestAnimationFrame)
  }
  window.dispatchEvent(new PointerEvent('pointerup', at(endX, endY)))
}
