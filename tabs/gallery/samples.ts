/** What the gallery shows: a small organisation and a few initiatives, in the language of the page. */
import type { Benefit, CostItem } from '#src/lists/businessCase.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import type { Decision, TrailEntry } from '#src/lists/decisions.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Mandate, mandates, people, type Unit, units } from '#src/lists/organisation.ts'
import { type Portfolio, portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import type { List } from '#src/lists/list.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { sentences as en } from '#src/text/en/gallery.ts'
import { sentences as sv } from '#src/text/sv/gallery.ts'
import type { Locale } from '#src/text/words.ts'
import type { Whole } from '../ui/useWhole.ts'
import { type Held, held } from './session.ts'

export const TODAY = '2024-10-01'
export const me = { id: 'me', name: 'Kim Berg' }
const other = { id: 'other', name: 'Alex Holm' }

export const galleryText = (locale: Locale): Record<keyof typeof sv, string> => (locale === 'en' ? en : sv)

const base = (key: string) => ({ key, id: key, version: '"1"' })

/** Everything the specimens are made of. */
export function samplesOf(locale: Locale) {
  const t = galleryText(locale)
  const administration: Unit = { ...base('u-1'), title: t.administration, kind: 'administration' }
  const unit = { key: 'u-2', title: t.department }
  const department: Unit = {
    ...base(unit.key),
    title: unit.title,
    kind: 'department',
    parent: { key: administration.key, title: administration.title },
    head: other,
  }
  const portfolio: Portfolio = { ...base('p-1'), title: t.portfolio, code: 'P', process: 'behovsprocessen' }
  const initiative: Initiative = {
    ...base('i-1'),
    number: 'S-2024-001',
    title: t.need,
    stage: 'collection',
    state: 'active',
    stageSince: '2024-08-01',
    portfolio: { key: portfolio.key, title: portfolio.title },
    unit,
    need: t.text,
    benefit: t.text,
    contact: me,
    proposer: me,
    legal: 'yes',
    scope: 'shared',
    type: 'rollout',
    costLowKr: 150_000,
    costHighKr: 2_400_000,
    endorsements: [{ unit, by: other, day: '2024-09-01' }],
    start: '2025-Q1',
  }
  const about = { key: initiative.key, title: initiative.title }
  const more: Initiative[] = [
    initiative,
    {
      ...initiative,
      ...base('i-2'),
      number: 'S-2024-002',
      title: t.long,
      stage: 'screening',
      state: 'paused',
      wantsToBuy: true,
    },
    {
      ...initiative,
      ...base('i-3'),
      number: 'S-2024-003',
      title: t.other,
      stage: 'delivery',
      projectManager: me,
      external: true,
    },
    {
      ...initiative,
      ...base('i-4'),
      number: 'S-2024-004',
      title: t.other,
      state: 'merged',
      mergedInto: about,
    },
  ]
  const mandate: Mandate = {
    ...base('m-1'),
    title: t.post,
    holder: me,
    matter: 'BP1',
    scope: 'department',
    unit,
    kind: 'execution',
    standIn: other,
  }
  const cost: CostItem = {
    ...base('c-1'),
    title: t.need,
    initiative: about,
    kind: 'supplier',
    year: 2025,
    amountKr: 400_000,
  }
  const benefit: Benefit = {
    ...base('b-1'),
    title: t.other,
    initiative: about,
    kind: 'redistributedTime',
    owner: other,
  }
  const decision: Decision = {
    ...base('d-1'),
    title: t.need,
    number: '2024-0001',
    claim: 'i-1/BP1/1/-',
    initiative: about,
    matter: 'BP1',
    attempt: 1,
    outcome: 'goOn',
    wording: t.text,
    decidedBy: me,
    post: t.post,
    mandate: { key: mandate.key, title: mandate.title },
    kind: 'execution',
    decidedOn: '2024-09-20',
    fromStage: 'collection',
    toStage: 'screening',
    fromState: 'active',
    toState: 'active',
  }
  const report: StatusReport = {
    ...base('r-1'),
    title: t.other,
    initiative: { key: 'i-3', title: t.other },
    month: '2024-09',
    claim: 'i-3/2024-09',
    economy: 'green',
    quality: 'yellow',
    time: 'red',
    scope: 'green',
    risks: [{ text: t.risk, level: 'high' }],
    changed: t.text,
    by: me,
    sentOn: '2024-09-28',
  }
  const entries: TrailEntry[] = []
  const tree = treeOf([administration, department])
  const whole: Whole = {
    initiative,
    complete: true,
    costItems: [cost],
    benefits: [benefit],
    decisions: [decision],
    trail: entries,
    atMeetings: [],
    preparation: {
      process: 'behovsprocessen',
      initiative,
      tree,
      costItems: [cost],
      benefits: [benefit],
      dependencies: [],
    },
  }
  const decidedThere: Whole = {
    ...whole,
    atMeetings: [
      {
        ...base('ai-1'),
        title: t.need,
        forum: { key: 'f-1', title: t.other },
        meeting: { key: 'm-1', title: t.other },
        state: 'agenda',
        kind: 'gate',
        source: 'gate',
        initiative: about,
        effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
        decidedOn: '2024-09-24',
        carrying: 'waiting',
      },
    ],
  }
  const items: Held[] = [
    held(initiatives, more),
    held(units, [administration, department]),
    held(portfolios, [portfolio]),
    held(mandates, [mandate]),
    held(people, [
      { ...base('pe-1'), title: me.name, person: me, unit, roles: ['administrator', 'developmentLead'] },
      { ...base('pe-2'), title: other.name, person: other, unit, roles: ['departmentManager'] },
    ]),
    held(dependencies, []),
  ]
  const read = new Map<List, readonly unknown[]>([
    [costItems, [cost]],
    [benefits, [benefit]],
    [decisions, [decision]],
    [trail, entries],
    [statusReports, [report]],
    [initiatives, more],
  ])
  return {
    t,
    initiative,
    more,
    whole,
    decidedThere,
    decision,
    mandate,
    report,
    unit,
    items,
    store: storeOf(read),
  }
}

/** The site's library, where nothing has been put. */
const library = { site: { id: 'site', listIds: {} }, graph: () => Promise.resolve({ value: [] }) }

/** A store whose every reading ends, or never ends, the same way. */
export const storeThat = (answers: () => Promise<never>) =>
  new Proxy({}, { get: (_, name) => (name === 'site' ? library.site : answers) }) as Partial<ListReader>

/** Answers every reading with all there is of the list. */
function storeOf(read: ReadonlyMap<List, readonly unknown[]>): Partial<ListReader> {
  const all = (list: List) => Promise.resolve([...(read.get(list) ?? [])])
  const answers = {
    ...library,
    all,
    where: all,
    since: all,
    whereOf: (lists: readonly List[]) => Promise.all(lists.map(all)),
    whereIn: (asked: readonly { list: List }[]) => Promise.all(asked.map(({ list }) => all(list))),
    byKey: async (list: List, key: string) =>
      (await all(list)).find((item) => (item as { key: string }).key === key),
  }
  return answers as unknown as Partial<ListReader>
}
