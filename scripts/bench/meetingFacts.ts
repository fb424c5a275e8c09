/** A department of any size for the bench: its needs, projects, reports, decisions and actions, with the demo's texts. */
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { workbookNeeds } from '#scripts/demo/workbookNeeds.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { StatusReport } from '#src/lists/followUp.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Forum, Mandate, Unit } from '#src/lists/organisation.ts'
import type { Paragraph } from '#src/lists/minutes.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { AgendaFacts } from '#src/rules/meetings/agendaFacts.ts'
import type { RegisterFacts } from '#src/rules/deciding/register.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'

const TODAY = '2024-10-01'
const FORUM = 'f-sd-ht'
const UNIT = 'u-avo-ht'
const ITEMS_A_DECISION = 1
const stages: Stage[] = ['collection', 'screening', 'preparation', 'ready', 'delivery', 'benefits']
const months = ['2024-05', '2024-06', '2024-07', '2024-08', '2024-09']

const needs = workbookNeeds()
const rows = organisationRows('u-stad')
const asRead = <T>(drafts: readonly object[]) =>
  drafts.map((draft, i) => ({ ...draft, id: String(i), version: '1' })) as unknown as T[]
const nth = <T>(all: readonly T[], i: number) => all[i % all.length] as T
const person = (i: number): Person => nth(rows.people, i).person
const forum = rows.forums.find(({ key }) => key === FORUM) as unknown as Forum
const ref = ({ key, title }: Ref): Ref => ({ key, title })

/** Each day back in turn, over three years. */
const dayOf = (i: number): Day => daysEarlier(TODAY, (i * 7) % 1095)

const initiativesOf = (count: number) =>
  Array.from({ length: count }, (_, i): Initiative => {
    const need = nth(needs, i)
    return {
      key: `i-${i}`,
      id: String(i),
      version: '1',
      number: `B-${i}`,
      title: need.title,
      need: need.need,
      benefit: need.benefit,
      stage: nth(stages, i),
      state: 'active',
      stageSince: dayOf(i),
      portfolio: { key: 'pf-avo', title: 'pf-avo' },
      unit: { key: UNIT, title: UNIT },
      contact: person(i),
      scope: 'own',
    } as Initiative
  })

const decisionsOf = (count: number, initiatives: readonly Initiative[]) =>
  Array.from({ length: count }, (_, i): Decision => {
    const { key, title, need = '' } = nth(initiatives, i)
    return {
      key: `d-${i}`,
      id: String(i),
      version: '1',
      number: `2024-${i}`,
      title,
      claim: `d-${i}`,
      initiative: { key, title },
      matter: 'BP1',
      attempt: 1,
      outcome: 'goOn',
      wording: need,
      grounds: nth(needs, i).benefit,
      ...(i % 10 === 0 && { conditions: nth(needs, i).benefit }),
      ...(i > 0 && i % 50 === 0 && { supersedes: { key: `d-${i - 1}`, title: '' } }),
      decidedBy: person(i),
      post: nth(rows.people, i).jobTitle ?? '',
      kind: 'execution',
      forum: ref(forum),
      item: { key: `item-${i}`, title },
      decidedOn: dayOf(i),
      fromStage: 'collection',
      toStage: 'screening',
      fromState: 'active',
      toState: 'active',
    } as Decision
  })

/** A department whose forum has met each month for years. */
export function agendaFacts(size: { initiatives: number; decisions: number; actions: number }): AgendaFacts {
  const initiatives = initiativesOf(size.initiatives)
  const meetings = Array.from({ length: 36 }, (_, i) => ({
    key: `m-${i}`,
    title: `m-${i}`,
    day: daysEarlier(TODAY, i * 30 + 10),
    state: 'verified',
    kind: 'ordinary',
  })) as Meeting[]
  const items = Array.from({ length: size.decisions * ITEMS_A_DECISION }, (_, i) => ({
    key: `item-${i}`,
    title: nth(needs, i).title,
    forum: ref(forum),
    meeting: ref(nth(meetings, i)),
    state: 'treated',
    kind: 'gate',
    source: 'gate',
    cause: `gate/i-${i % size.initiatives}/BP1`,
    initiative: ref(nth(initiatives, i)),
    decidedOn: nth(meetings, i).day,
    outcome: i % 20 === 0 ? 'table' : 'grant',
  })) as AgendaItem[]
  const actions = Array.from({ length: size.actions }, (_, i) => ({
    key: `a-${i}`,
    title: nth(needs, i).title,
    owner: person(i),
    due: dayOf(i),
    state: i % 20 === 0 ? 'open' : 'done',
    forum: ref(forum),
  })) as ActionItem[]
  const reports = initiatives
    .filter(({ stage }) => stage === 'delivery')
    .flatMap((initiative, i) =>
      months.map((month, m) => ({
        key: `${initiative.key}/${month}`,
        initiative: ref(initiative),
        month,
        economy: (i + m) % 7 === 0 ? 'red' : 'green',
        quality: 'green',
        time: (i + m) % 5 === 0 ? 'yellow' : 'green',
        sentOn: `${month}-27`,
      })),
    ) as StatusReport[]
  return {
    today: TODAY,
    meeting: { key: 'next', day: '2024-10-16' },
    forum,
    meetings,
    items,
    actions,
    decisions: decisionsOf(size.decisions, initiatives),
    initiatives,
    dependencies: [],
    mandates: asRead<Mandate>(rows.mandates),
    forums: asRead<Forum>(rows.forums),
    portfolios: asRead<Portfolio>(rows.portfolios),
    tree: treeOf(asRead<Unit>(rows.units)),
    reports,
    points: [],
  }
}

/** Decisions of an organisation, each with its § and how far it has come. */
export function registerFacts(count: number): RegisterFacts {
  const initiatives = initiativesOf(Math.ceil(count / 10))
  const decisions = decisionsOf(count, initiatives)
  return {
    decisions,
    initiatives,
    paragraphs: decisions.map(({ item }, i) => ({ item, year: 2024, number: i })) as Paragraph[],
    items: decisions.map(({ item }) => ({ key: item?.key ?? '', carrying: 'done' as const })),
    forums: asRead<Forum>(rows.forums),
  }
}
