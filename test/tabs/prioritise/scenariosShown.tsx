/** A forum's scenarios on the screen, with six candidates of which not all fit. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { costItems, dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { forums, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { criteria, frameYears, type Scenario, scores } from '#src/lists/prioritising.ts'
import { ScenariosPage } from '#tabs/prioritise/ScenariosPage.tsx'
import type { Asked } from '#tabs/queue.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen } from '../fixtures.tsx'

export const aRef = (key: string, title = key) => ({ key, title })
export const item = <T extends object>(values: T) => ({ id: '1', version: '1', ...values })
const me = aPerson('me', 'Jag Själv')
const forum = item({
  key: 'f',
  title: 'Portföljledningen',
  unit: aRef('org'),
  chair: me,
  members: [me],
})
const portfolio = aRef('p', 'Vård')
const anInit = (key: string, title: string, values: object = {}) =>
  anInitiative({ key, number: key, title, portfolio, unit: aRef('org'), stage: 'prioritisation', ...values })
const all = [
  anInit('A-1', 'Lagkravet', { legal: 'yes' }),
  anInit('A-2', 'Projektet', { stage: 'development' }),
  anInit('A-3', 'Tidbokning', { nature: 'infrastructure' }),
  anInit('A-4', 'E-tjänsten'),
  anInit('A-5', 'Roboten'),
  anInit('A-6', 'Gåtan'),
]
export const cost = (key: string, amountKr: number, year = 2025) =>
  aCostItem({ key: `${key} ${year}`, initiative: aRef(key), year, amountKr, financing: 'development' })
const score = (key: string, value: number) =>
  item({
    key: `s-${key}`,
    claim: `s-${key}`,
    title: 'Nytta',
    initiative: aRef(key),
    criterion: aRef('c1'),
    forum: aRef('f'),
    value,
    by: me,
    on: '2024-09-01',
  })
const frame = (year: number, amountKr: number) =>
  item({
    key: `fr-${year}`,
    title: 'Ram',
    year,
    kind: 'development',
    portfolio,
    amountKr,
    state: 'decided',
    day: '2024-06-01',
  })
/** Lagkravet and Projektet take 4 of 10 million; Tidbokning (5) and E-tjänsten (4) can't both be had, Roboten (2) only with the latter. */
export const costs = [
  cost('A-1', 2_000_000),
  cost('A-2', 2_000_000),
  cost('A-3', 5_000_000),
  cost('A-4', 4_000_000),
  cost('A-5', 2_000_000),
]
export const rows = (): Map<List, readonly unknown[]> =>
  new Map<List, readonly unknown[]>([
    [criteria, [item({ key: 'c1', title: 'Nytta', forum: aRef('f'), weight: 100, place: 1 })]],
    [scores, [score('A-1', 2), score('A-2', 3), score('A-3', 4), score('A-4', 3), score('A-5', 2)]],
    [costItems, costs],
    [frameYears, [frame(2025, 10_000_000), frame(2026, 10_000_000), frame(2027, 10_000_000)]],
  ])
const read = (given: ReturnType<typeof rows>, list: List) => Promise.resolve((given.get(list) ?? []) as never)
export const sent: Asked[] = []
interface Shown extends Given {
  change?: (given: ReturnType<typeof rows>) => void
  waits?: readonly [string, string][]
  shown?: typeof all
  /** Days a month that the unit can receive. */
  room?: number
}
export async function show({
  change = () => undefined,
  waits = [],
  shown = all,
  room,
  ...given
}: Shown = {}) {
  const there = rows()
  change(there)
  const screen = await renderScreen(<ScenariosPage />, {
    items: [
      held(initiatives, shown),
      held(forums, [forum] as never),
      held(portfolios, [
        item({ key: 'p', title: 'Vård', code: 'V', process: 'portfoljprocessen', board: aRef('f') }),
      ] as never),
      held(units, [
        item({
          key: 'org',
          title: 'Regionen',
          kind: 'organisation',
          ...(room !== undefined && { receivingDays: room }),
        }),
      ] as never),
      held(
        dependencies,
        waits.map(([one, needs]) =>
          item({ key: `${one} ${needs}`, title: needs, initiative: aRef(one), needs: aRef(needs, needs) }),
        ) as never,
      ),
    ],
    store: {
      all: (list: List) => read(there, list),
      where: (list: List) => read(there, list),
      whereIn: ((asked: { list: List }[]) =>
        Promise.all(asked.map(({ list }) => read(there, list)))) as never,
    },
    act: (asked): Answered => {
      sent.push(asked)
      const { scenario, ...values } = asked.args as Record<string, unknown>
      const archived = asked.name === 'dropScenario'
      const kept = item({ key: scenario, by: me, on: '2024-10-01', ...values, archived, forum: aRef('f') })
      return { done: { scenarios: [kept as unknown as Scenario] } }
    },
    ...given,
  })
  return screen
}
export const proved = (points: number) =>
  expect
    .element(page.getByText(`Bästa urvalet: ${points} poäng. Bevisat, inget annat urval ger mer.`))
    .toBeVisible()
const listed = (name: RegExp) =>
  page
    .getByRole('region', { name })
    .getByRole('link')
    .elements()
    .map((link) => link.textContent)
export const chosen = () => listed(/^Valda/)
export const leftOut = () => listed(/^Inte valda/)
export const aScenario = (values: Partial<Scenario>): Scenario =>
  item({
    key: 's-1',
    title: 'Tidbokning först',
    forum: aRef('f'),
    settings: {
      years: [2025, 2026, 2027],
      frames: {},
      personDays: {},
      forcedIn: ['A-3'],
      forcedOut: [],
      starts: {},
      corridors: [],
    },
    result: { chosen: { 'A-1': 2025, 'A-2': 2025, 'A-3': 2025 }, value: 180, gap: 0, basis: 'old' },
    by: me,
    on: '2024-09-15',
    shared: true,
    ...values,
  })
