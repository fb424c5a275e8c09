/** A forum's ranking and its session on the screen, with an order decided before. */
import { page } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { criteria, frameYears, type RankedLine, rankings, scores } from '#src/lists/prioritising.ts'
import { PrioritisePage } from '#tabs/prioritise/PrioritisePage.tsx'
import { SessionPage } from '#tabs/prioritise/SessionPage.tsx'
import type { Asked } from '#tabs/queue.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aMandate, aPerson } from '../../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen } from '../fixtures.tsx'

export const aRef = (key: string, title = key) => ({ key, title })
export const item = <T extends object>(values: T) => ({ id: '1', version: '1', ...values })
const me = aPerson('me', 'Jag Själv')
const forum = item({
  key: 'f',
  title: 'Portföljledningen',
  unit: aRef('org', 'Regionen'),
  chair: me,
  members: [me],
})
const portfolio = aRef('p', 'Vård')
const anInit = (key: string, title: string, values: object = {}) =>
  anInitiative({ key, number: key, title, portfolio, unit: aRef('org'), stage: 'prioritisation', ...values })
export const all = [
  anInit('A-1', 'Lagkravet', { legal: 'yes' }),
  anInit('A-2', 'Projektet', { stage: 'development' }),
  anInit('A-3', 'Tidbokning'),
  anInit('A-4', 'E-tjänsten'),
  anInit('A-5', 'Roboten'),
  anInit('A-6', 'Grannens projekt', { external: true }),
]
export const cost = (key: string, amountKr: number) =>
  aCostItem({
    key: `c-${key}`,
    initiative: aRef(key),
    kind: 'supplier',
    financing: 'development',
    year: 2025,
    amountKr,
  })
const value = (key: string, given: number) =>
  item({
    key: `s-${key}`,
    claim: `s-${key}`,
    title: 'Nytta',
    initiative: aRef(key),
    criterion: aRef('c1'),
    forum: aRef('f'),
    value: given,
    by: me,
    on: '2024-09-01',
  })
const line = (rank: number, key: string, values: Partial<RankedLine> = {}): RankedLine => ({
  rank,
  initiative: aRef(key, all.find((one) => one.key === key)?.title ?? key),
  basis: 'ranked',
  scores: { c1: 3 },
  total: 60,
  needKr: 1_000_000,
  isWithin: true,
  ...values,
})
const decided = item({
  key: 'r-1',
  claim: 'r-1',
  title: 'Portföljledningen 2025',
  forum: aRef('f'),
  year: 2025,
  day: '2024-09-10',
  decision: aRef('d-1', '2024-0007'),
  decidedBy: aPerson('o', 'Olle Ägare'),
  weights: [{ key: 'c1', title: 'Nytta', weight: 100 }],
  lines: [
    line(1, 'A-1', { basis: 'mandatory', scores: {}, total: 0 }),
    line(2, 'A-2', { basis: 'running', scores: {}, total: 0 }),
    line(3, 'A-4'),
    line(4, 'A-3', { total: 80, scores: { c1: 4 } }),
  ],
  frameKr: 4_000_000,
  conceptKr: 0,
})
export const rows = new Map<List, readonly unknown[]>([
  [criteria, [item({ key: 'c1', title: 'Nytta', forum: aRef('f'), weight: 100, place: 1 })]],
  [scores, [value('A-3', 4), value('A-4', 3), value('A-5', 2)]],
  [costItems, ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'].map((key) => cost(key, 1_000_000))],
  [
    frameYears,
    [
      item({
        key: 'fr',
        title: '2025',
        year: 2025,
        kind: 'development',
        portfolio,
        amountKr: 4_000_000,
        state: 'decided',
        day: '2024-06-01',
      }),
    ],
  ],
  [rankings, [decided]],
])
const owner = aMandate({
  key: 'm',
  title: 'Portföljägare',
  holder: me,
  matter: 'ranking',
  scope: 'portfolio',
  portfolio,
  forum: aRef('f', 'Portföljledningen'),
})
export const sent: Asked[] = []
/** How the server answers what is asked. */
export const server: { answer: (asked: Asked) => Answered } = { answer: () => ({ done: {} }) }
/** A store that answers every way of asking for a list with its rows. */
export const reading = (read: (list: List) => Promise<never>) => ({
  where: read,
  all: read,
  whereIn: (asked: readonly { list: List }[]) =>
    Promise.all(asked.map(({ list }) => read(list))) as Promise<never>,
})
export function show(
  screen: 'ranking' | 'session',
  given: Given & { without?: List[]; initiatives?: typeof all } = {},
) {
  const { without = [], initiatives: shown = all, ...rest } = given
  const read = (list: List) =>
    Promise.resolve((without.includes(list) ? [] : (rows.get(list) ?? [])) as never)
  return renderScreen(screen === 'ranking' ? <PrioritisePage /> : <SessionPage />, {
    items: [
      held(initiatives, shown),
      held(forums, [forum] as never),
      held(portfolios, [
        item({
          key: 'p',
          title: 'Vård',
          code: 'V',
          process: 'portfoljprocessen',
          board: aRef('f'),
          discountPercent: 10,
        }),
      ] as never),
      held(mandates, [owner]),
      held(units, [item({ key: 'org', title: 'Regionen', kind: 'organisation' })] as never),
    ],
    store: reading(read),
    ...(screen === 'session' && { path: '/prioritise/session?question=order' }),
    act: (asked) => {
      sent.push(asked)
      return server.answer(asked)
    },
    ...rest,
  })
}
export const namesIn = (list: string) =>
  page
    .getByRole('list', { name: list, exact: true })
    .getByRole('listitem')
    .elements()
    .map((li) => li.textContent.match(/A-\d/)?.[0])
    .filter(Boolean)
