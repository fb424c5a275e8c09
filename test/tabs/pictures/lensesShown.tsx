/** The pictures of flow, receiving, balance and changes on the screen, of five initiatives with a history. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { type Corridor, corridors } from '#src/lists/balance.ts'
import { type TrailEntry, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { type Reception, receptions } from '#src/lists/receptions.ts'
import type { List } from '#src/lists/list.ts'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { ChangesPage } from '#tabs/pictures/ChangesPage.tsx'
import { FlowPage } from '#tabs/pictures/FlowPage.tsx'
import { ReceivingPage } from '#tabs/pictures/ReceivingPage.tsx'
import { aCostItem, anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, tree } from '../../fixtures/organisation.ts'
import { type Act, held, renderScreen } from '../fixtures.tsx'

export const one = (number: string, values: Given<Initiative> = {}) =>
  anInitiative({ key: number, number, title: `Initiativ ${number}`, stageSince: '2024-09-20', ...values })
export const all = [
  one('A-1', { stage: 'screening', stageSince: '2024-02-01', nature: 'infrastructure', pios: 'system' }),
  one('A-2', { stage: 'screening', nature: 'directBenefit', costLowKr: 800_000, costHighKr: 1_000_000 }),
  one('A-3', { stage: 'delivery', nature: 'infrastructure', costHighKr: 100_000, pios: 'process' }),
  one('A-4', { stage: 'delivery', external: true }),
  one('A-5', { stage: 'preparation', state: 'screenedOut' }),
]
const row = (key: string) => ({ key, id: key, version: '1', title: key })
const elderly = {
  ...row('p-elderly'),
  title: 'Äldre',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
  board: aRef('f-pf'),
}
const forum = { ...row('f-pf'), title: 'Prioriteringsforum', chair: aPerson('me', 'Jag Själv') }
const rooms = [...tree.values()].map((unit) =>
  unit.key === 'homeCare' ? { ...unit, receivingDays: 40 } : unit,
)
let id = 0
export const entry = (of: string, values: Partial<TrailEntry>): TrailEntry => ({
  ...row(`t-${++id}`),
  id: String(id),
  initiative: aRef(of),
  kind: 'stage',
  day: '2024-09-10',
  person: aPerson('me'),
  ...values,
})
const history = [
  entry('A-2', { from: 'Insamling behov/idéer', to: 'Grovsållning', day: '2024-09-20' }),
  entry('A-5', { kind: 'state', from: 'Aktiv', to: 'Bortsorterad', day: '2024-09-12' }),
  entry('A-3', {
    kind: 'time',
    field: 'PlannedEnd',
    from: '2024-Q4',
    to: '2025-Q1',
    day: '2024-09-15',
    decision: aRef('2024-0007'),
  }),
  entry('A-3', { kind: 'money', field: 'CostHighKr', from: '80000', to: '100000', day: '2024-09-16' }),
]
const lands = (of: string, values: Partial<Reception> = {}): Reception => ({
  ...row(`r-${of}`),
  initiative: aRef(of),
  unit: aRef('homeCare'),
  kind: 'training',
  from: '2024-11-01',
  to: '2024-12-31',
  days: 30,
  ...values,
})
const landings = [lands('A-3'), lands('A-4', { kind: 'rollout', days: 25, to: '2024-11-30' })]
export const least: Corridor = {
  ...row('c-1'),
  title: 'Infrastruktur, minst en femtedel',
  forum: aRef('f-pf'),
  axis: 'nature',
  value: 'infrastructure',
  measure: 'kr',
  leastPercent: 20,
}
const met = {
  ...row('m-1'),
  forum: aRef('f-pf'),
  day: '2024-09-14',
  state: 'held',
} as unknown as Meeting
interface Shown {
  items?: Initiative[]
  rows?: ReadonlyMap<List, readonly unknown[]>
  fails?: boolean
  theme?: 'default' | 'dark' | 'contrast'
  locale?: 'sv' | 'en'
  path?: string
  act?: Act
}
export const kept = new Map<List, readonly unknown[]>([
  [trail, history],
  [receptions, landings],
  [corridors, [least]],
  [meetings, [met]],
  [costItems, [aCostItem({ initiative: aRef('A-3'), amountKr: 200_000 })]],
])
export const asked: string[] = []
export function show(
  screen: React.ReactNode,
  { items = all, rows = kept, fails = false, ...rest }: Shown = {},
) {
  asked.length = 0
  const answer = (list: List) => {
    asked.push(list.name)
    return fails ? Promise.reject(new Error('down')) : Promise.resolve((rows.get(list) ?? []) as never)
  }
  return renderScreen(screen, {
    items: [
      held(initiatives, items),
      held(units, rooms),
      held(portfolios, [elderly]),
      held(forums, [forum]),
      held(people, []),
    ],
    store: { all: answer, since: answer },
    ...rest,
  })
}
export const mark = (name: RegExp) => page.getByRole('button', { name })
export const says = (text: string) =>
  expect.element(page.getByText(text, { exact: false }).first()).toBeVisible()
export const pages = [
  { name: 'flow', screen: <FlowPage />, path: '/flow' },
  { name: 'receiving', screen: <ReceivingPage />, path: '/receiving?at=homeCare%7C2024-11' },
  { name: 'balance', screen: <BalancePage />, path: '/balance?at=system%7Cinfrastructure' },
  { name: 'changes', screen: <ChangesPage />, path: '/changes' },
] as const
