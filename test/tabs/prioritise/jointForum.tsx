/** The session of a joint forum whose order two directors decide, each for their own. */
import { page } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { attendance, meetings } from '#src/lists/meetings.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { rankings } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { SessionPage } from '#tabs/prioritise/SessionPage.tsx'
import type { Asked } from '#tabs/queue.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aMandate, aPerson } from '../../fixtures/organisation.ts'
import { held, renderScreen } from '../fixtures.tsx'

export const aRef = (key: string, title = key) => ({ key, title })
const item = <T extends object>(values: T) => ({ id: '1', version: '1', ...values })
export const [anna, bo, secretary] = [
  aPerson('a', 'Anna Ek'),
  aPerson('b', 'Bo Ask'),
  aPerson('s', 'Siv Lind'),
]
const forum = item({
  key: 'f',
  title: 'Styrgruppen',
  unit: aRef('org', 'Staden'),
  secretary,
  members: [anna, bo],
})
export const top = aRef('top', 'Stadsledningen')
export const parties = [aRef('u-a', 'Äldreförvaltningen'), aRef('u-b', 'Funktionsstöd')]
const all = ['A-1', 'A-2'].map((key) =>
  anInitiative({
    key,
    number: key,
    title: key === 'A-1' ? 'Journalen' : 'Larmen',
    portfolio: aRef('p', 'Gemensamt'),
    unit: parties[0],
    concernedUnits: parties,
    scope: 'shared',
    stage: 'ready',
  }),
)
const cost = (key: string) =>
  aCostItem({
    key: `c-${key}`,
    initiative: aRef(key),
    kind: 'supplier',
    financing: 'development',
    year: 2025,
    amountKr: 1_000_000,
  })
const director = (holder: typeof anna, unit: ReturnType<typeof aRef>) =>
  aMandate({
    key: `m-${holder.id}`,
    title: 'Förvaltningsdirektör',
    holder,
    matter: 'ranking',
    scope: 'shared',
    needsAll: true,
    unit,
    forum: aRef('f', 'Styrgruppen'),
  })
export const line = (rank: number, key: string) => ({
  rank,
  initiative: aRef(key, all.find((one) => one.key === key)?.title),
  basis: 'ranked',
  scores: {},
  total: 0,
  needKr: 1_000_000,
  isWithin: true,
})
export const yes = {
  party: parties[0],
  outcome: 'grant',
  decision: aRef('d-1', '2024-0031'),
  by: anna,
  on: '2024-09-20',
}
export const laid = (values: object = {}) =>
  item({
    key: 'r-1',
    claim: 'ranking/f/2025/1',
    title: 'Styrgruppen 2025',
    forum: aRef('f', 'Styrgruppen'),
    year: 2025,
    day: '2024-09-18',
    state: 'proposed',
    attempt: 1,
    proposedBy: secretary,
    parties,
    voices: [yes],
    weights: [],
    lines: [line(1, 'A-1'), line(2, 'A-2')],
    ...values,
  })

/** What the screen shown last has asked for. */
export const sent: Asked[] = []

const sitting = item({
  key: 'm',
  claim: 'm',
  title: 'Styrgruppen 1 oktober',
  forum: aRef('f'),
  kind: 'ordinary',
  day: '2024-10-01',
  state: 'open',
  minutesKind: 'protocol',
  effectAt: 'atMeeting',
})
const isThere = (person: typeof anna) =>
  item({
    key: person.id,
    claim: person.id,
    title: person.name,
    meeting: aRef('m'),
    person,
    capacity: 'member',
    presence: 'present',
  })

/** Who is what: two directors, and with `above` the forum that theirs may raise to, which the secretary decides for. */
export const organised = (above: boolean) => [
  held(initiatives, all),
  held(forums, (above ? [{ ...forum, escalatesTo: top }, item(top)] : [forum]) as never),
  held(portfolios, [
    item({ key: 'p', title: 'Gemensamt', code: 'G', process: 'behovsprocessen', board: aRef('f') }),
  ] as never),
  held(mandates, [director(anna, aRef('u-a')), director(bo, aRef('u-b')), ...(above ? [raising] : [])]),
  held(units, [
    item({ key: 'org', title: 'Staden', kind: 'organisation' }),
    ...parties.map((one) => item({ ...one, kind: 'administration', parent: aRef('org') })),
  ] as never),
]
const raising = aMandate({
  key: 'm-top',
  title: 'Stadsdirektör',
  holder: secretary,
  matter: 'escalation',
  scope: 'allPortfolios',
  forum: top,
})

/** Answers from the rows given. */
export function reading(of: ReadonlyMap<List, readonly unknown[]>): Partial<ListReader> {
  const read = (list: List) => Promise.resolve((of.get(list) ?? []) as never)
  return {
    where: read,
    all: read,
    since: read,
    whereIn: (asked: readonly { list: List }[]) =>
      Promise.all(asked.map(({ list }) => read(list))) as Promise<never>,
  }
}

/** The session of the joint forum, or of `of`, as `person` sees it; `there`: a meeting is open, and these sit in it. */
export function show(
  person: typeof anna,
  rows: object[],
  {
    above = false,
    of: shown = 'f',
    theme = 'default' as const,
    there = undefined as (typeof anna)[] | undefined,
  } = {},
) {
  sent.length = 0
  const of = new Map<List, readonly unknown[]>([
    [costItems, all.map(({ key }) => cost(key))],
    [rankings, rows],
    [meetings, there ? [sitting] : []],
    [attendance, there?.map(isThere) ?? []],
  ])
  return renderScreen(<SessionPage />, {
    person,
    theme,
    items: organised(above),
    store: reading(of),
    path: `/prioritise/session?question=order&forum=${shown}`,
    act: (asked) => {
      sent.push(asked)
      return { done: {} }
    },
  })
}

export const voices = () => page.getByRole('list', { name: 'Besked om rangordningen' }).getByRole('listitem')
