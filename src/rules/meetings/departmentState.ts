/** How a department stands, on one page: its funnel, its projects, what has changed since its last dialogue, and what waits. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Day } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import { groupOf } from './actionList.ts'
import { compareNumbers, refOf } from './agendaCommon.ts'
import type { AgendaFacts, Because, Found } from './agendaFacts.ts'
import { newNeeds } from './agendaNeeds.ts'
import { changedProjects, redReports, type Reported, reported } from './agendaProjects.ts'
import { type AgendaView, viewOf } from './agendaView.ts'
import { daysBetween } from '../calendar.ts'
import { type DepartmentRow, sumOf } from '../needs/coverage.ts'
import { columnsOf, inFunnel, lacksOf } from '../needs/funnel.ts'
import { type GateName, matterOf, nextGate } from '../gates.ts'
import { decidersOf, decidingRight } from '../mandate.ts'
import { stageOfNeeded } from '../needs/mergedStage.ts'
import { isRunning } from '../reminding/owing.ts'
import { isStarted, processOf } from '../processes.ts'
import { type Receiving, receivingOf } from '../pictures/receiving.ts'
import type { Decider } from '../refusal.ts'
import { worstLight } from '../reporting.ts'

/** Quarters ahead that are shown. */
const QUARTERS = 6

export interface WaitingGate {
  initiative: Initiative
  gate: GateName
  deciders: Decider[]
  /** Days in the stage, when that is known. */
  days?: number
}

export interface Change {
  key: string
  initiative?: { key: string; title: string }
  because: Because
}

export interface DepartmentState {
  /** What happened from this day on is news: the day of the last dialogue, else a month back. */
  since: Day
  last?: AgendaView['last']
  /** Active and paused ones of its own, by the stages of the processes they go through. */
  stages: { stage: Stage; count: number; medianDays: number | undefined }[]
  sum: DepartmentRow
  /** Those that run and concern it, the worst light first; with the newest report when there is one. */
  running: { initiative: Initiative; reported?: Reported }[]
  changes: Change[]
  gates: WaitingGate[]
  /** Of its own initiatives or made by its forum, the latest first. */
  decisions: Decision[]
  /** Open ones of its forum, the late first. */
  actions: ActionItem[]
  receiving: Receiving
}

/** `facts.forum` is the department's dialogue, or stands for it where there is none; `facts.forum.unit` is the department. */
export function departmentState(facts: AgendaFacts): DepartmentState {
  const { initiatives, portfolios, tree, today, forum, decisions, points = [] } = facts
  const unit = forum.unit?.key ?? ''
  // Whatever its forum is asked about others, this page is about the department.
  const view = viewOf({ ...facts, template: undefined, mandates: [], portfolios: [] })
  const processIn = (initiative: Pick<Initiative, 'portfolio' | 'stage'>) => processOf(initiative, portfolios)
  const own = initiatives.filter((i) => view.owns(i) && i.state !== 'merged' && !i.archived)
  const ownKeys = new Set(own.map(({ key }) => key))
  return {
    since: view.since,
    ...(view.last && { last: view.last }),
    stages: stagesIn(
      own.filter((i) => inFunnel(i) && !i.external),
      facts,
    ),
    sum: sumOf(forum.unit, own, today, processIn),
    running: running(facts, view),
    changes: changesOf(facts, view),
    gates: gatesOf(own, facts),
    decisions: decisions
      .filter(
        (d) =>
          !d.archived &&
          d.decidedOn >= view.since &&
          (d.forum?.key === forum.key || (d.initiative && ownKeys.has(d.initiative.key))),
      )
      .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn) || compareNumbers(b.number, a.number)),
    actions: facts.actions
      .filter((action) => !action.archived && groupOf(action, today) !== 'done')
      .toSorted((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title, 'sv')),
    receiving: receivingOf(unit, { initiatives, points, portfolios, tree, today, quarters: QUARTERS }),
  }
}

function stagesIn(
  rows: readonly Initiative[],
  { portfolios, today }: AgendaFacts,
): DepartmentState['stages'] {
  const byProcess = Map.groupBy(rows, (row) => processOf(row, portfolios))
  return [...byProcess].flatMap(([process, of]) =>
    columnsOf(of, process, today)
      .filter(({ stage }) => stage !== 'closed')
      .map(({ stage, cards, medianAgeDays }) => ({ stage, count: cards.length, medianDays: medianAgeDays })),
  )
}

const badness = { red: 2, yellow: 1, green: 0 } as const

function running(facts: AgendaFacts, view: AgendaView): DepartmentState['running'] {
  const byKey = new Map(reported(facts, view).map((one) => [one.initiative.key, one]))
  const worst = ({ reported: one }: DepartmentState['running'][number]) =>
    one ? badness[worstLight(one.newest)] * 10 + one.found.length : -1
  return facts.initiatives
    .filter((i) => isRunning(i) && view.follows(i))
    .map((initiative) => {
      const found = byKey.get(initiative.key)
      return { initiative, ...(found && { reported: found }) }
    })
    .toSorted((a, b) => worst(b) - worst(a) || compareNumbers(a.initiative.number, b.initiative.number))
}

/** Turned red or doubted, changed, slipped, moved and new; an initiative once, by the first that is said of it. */
function changesOf(facts: AgendaFacts, view: AgendaView): Change[] {
  const found = [
    ...redReports(facts, view).filter(({ arose = '' }) => arose >= view.since),
    ...changedProjects(facts, view),
    ...slipped(facts, view),
    ...newNeeds(facts, { ...view, scope: 'unit' }),
  ]
  const told = new Set<string>()
  return found.flatMap(({ cause, initiative, because }) => {
    const key = initiative?.key ?? cause
    if (told.has(key)) return []
    told.add(key)
    return [{ key: cause, because, ...(initiative && { initiative }) }]
  })
}

/** Points of the plan that were to be passed since the last dialogue, and weren't. */
function slipped({ initiatives, points = [], today }: AgendaFacts, { since, follows }: AgendaView): Found[] {
  const followed = new Map(initiatives.filter((i) => isRunning(i) && follows(i)).map((i) => [i.key, i]))
  return points.flatMap((point): Found[] => {
    const initiative = followed.get(point.initiative.key)
    const { planned, passed, archived, title, key } = point
    if (!initiative || archived || passed || !planned || planned < since || planned >= today) return []
    return [
      {
        cause: `slipped/${key}`,
        title: initiative.title,
        initiative: refOf(initiative),
        because: { why: 'pointPassed', point: title, day: planned },
      },
    ]
  })
}

/** Its own needs that lack nothing that is known, with whoever may decide; what has waited longest first. */
function gatesOf(own: readonly Initiative[], facts: AgendaFacts): WaitingGate[] {
  const { portfolios, dependencies, mandates, tree, today, initiatives } = facts
  const waitsFor = Map.groupBy(dependencies, (d) => d.initiative.key)
  const byKey = new Map(initiatives.map((i) => [i.key, i]))
  return own
    .flatMap((initiative): WaitingGate[] => {
      const process = processOf(initiative, portfolios)
      if (initiative.state !== 'active' || initiative.external || isStarted(initiative.stage, process))
        return []
      const gate = nextGate(initiative, process)
      const lacks =
        gate &&
        lacksOf(initiative, {
          process,
          tree,
          dependencies: (waitsFor.get(initiative.key) ?? []).map((d) => ({
            ...d,
            ...stageOfNeeded(d.needs, (key) => byKey.get(key)),
          })),
        })
      if (!gate || !lacks || lacks.sure > 0) return []
      const right = decidingRight({ matter: matterOf(gate), initiative, mandates, tree, today })
      const { stageSince } = initiative
      return [
        {
          initiative,
          gate,
          deciders: decidersOf(right),
          ...(stageSince && { days: Math.max(0, daysBetween(stageSince, today)) }),
        },
      ]
    })
    .toSorted(
      (a, b) => (b.days ?? -1) - (a.days ?? -1) || compareNumbers(a.initiative.number, b.initiative.number),
    )
}
