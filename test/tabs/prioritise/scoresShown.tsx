/** The matrix of a forum on the screen: three initiatives, two criteria, and what is saved. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { forums, type Forum, people, type PersonRow } from '#src/lists/organisation.ts'
import { portfolios, type Portfolio } from '#src/lists/portfolios.ts'
import { criteria, type Criterion, type Score, scores } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { ScoresPage } from '#tabs/prioritise/ScoresPage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { type Act, type Given, held, renderScreen } from '../fixtures.tsx'

export const me = { id: 'me', name: 'Ola Ordförande' }
export const other = { id: 'm', name: 'Mia Medlem' }
const ofForum = { key: 'f-1', title: 'Portföljledning Vård' }
const forum: Forum = { ...ofForum, id: '1', version: '1', chair: me, members: [other] }
const board = { key: 'pf-1', id: '1', version: '1', title: 'Vård', board: ofForum } as Portfolio
const words = ['ingen', 'liten', 'viss', 'stor', 'mycket stor']
const aCriterion = (place: number, title: string, weight: number): Criterion => ({
  key: `c-${place}`,
  id: String(place),
  version: `v${place}`,
  title,
  place,
  weight,
  forum: ofForum,
  anchors: words.map((word) => `${word} ${title.toLowerCase()}`),
})
const two = [aCriterion(1, 'Nytta', 60), aCriterion(2, 'Helhet', 40)]
export const aCandidate = (n: number, values: Partial<Initiative> = {}) =>
  anInitiative({
    key: `i-${n}`,
    id: String(n),
    number: `VP-${String(n).padStart(2, '0')}`,
    title: `Behov ${n}`,
    stage: 'prioritisation',
    portfolio: { key: 'pf-1', title: 'Vård' },
    ...values,
  })
export const aScore = (n: number, place: number, by: typeof me, value: number, reason?: string): Score => ({
  key: `c-${place}/i-${n}/${by.id}`,
  claim: `c-${place}/i-${n}/${by.id}`,
  id: `${n}${place}${by.id}`,
  version: '1',
  title: 'x',
  initiative: { key: `i-${n}`, title: '' },
  criterion: { key: `c-${place}`, title: '' },
  forum: ofForum,
  value,
  by,
  on: '2024-09-01',
  ...(reason && { reason }),
})
const three = [
  aCandidate(1, { legal: 'yes' }),
  aCandidate(2, { costLowKr: 200_000, costHighKr: 500_000 }),
  aCandidate(3),
]
export type Asked = {
  scores: { initiative: string; criterion: string; value: number | null; reason?: string; base: object }[]
}
export const saved: Act = ({ args }) => ({
  done: {
    scores: (args as Asked).scores.map(({ initiative, criterion, value, reason }) => ({
      ...aScore(Number(initiative.slice(2)), Number(criterion.slice(2)), me, value ?? 1, reason),
      ...(value === null && { archived: true }),
    })),
  },
})
export async function show({
  rows = three,
  given: scored = [],
  roles,
  as = me,
  act = saved,
  ...rest
}: Given & { rows?: Initiative[]; given?: Score[]; roles?: PersonRow['roles']; as?: typeof me } = {}) {
  const asked: Asked[] = []
  const shown = await renderScreen(<ScoresPage />, {
    items: [
      held(forums, [forum]),
      held(portfolios, [board]),
      held(initiatives, rows),
      held(people, [
        { key: 'me', id: '1', version: '1', title: as.name, person: as, ...(roles && { roles }) },
      ]),
    ],
    person: as,
    store: {
      where: (list: unknown) => Promise.resolve(list === criteria ? two : []),
      whereIn: ([of]: { list: unknown }[]) => Promise.resolve([of?.list === scores ? scored : []]),
    } as unknown as Partial<ListReader>,
    act: (one) => {
      asked.push(one.args as Asked)
      return act(one)
    },
    path: '/prioritise/scores?forum=f-1',
    ...rest,
  })
  await expect.element(page.getByRole('grid')).toBeVisible()
  return { ...shown, asked }
}
export const grid = () => page.getByRole('grid')
export const into = () => grid().element().focus()
export const active = () => {
  const id = grid().element().getAttribute('aria-activedescendant')
  return id ? document.getElementById(id) : null
}
export const panel = () => page.getByRole('complementary', { name: 'Rutan i fokus' })
