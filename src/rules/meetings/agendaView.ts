/** What a forum sees of the portfolio: by its template, its unit, the portfolios it governs and the mandates that consult it. */
import type { Day } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import { isOver, movesSince } from './agendaCommon.ts'
import { daysEarlier } from '../calendar.ts'
import { RECENT_DAYS } from '../organisation/channel.ts'
import { type GateName, gateNames, gateOf, matterOf, nextGate } from '../gates.ts'
import type { AgendaFacts } from './agendaFacts.ts'
import { concernedUnits, scopeOf } from '../needs.ts'
import { processOf } from '../processes.ts'
import { lineOf } from '../organisation/tree.ts'

/**
 * `unit`: a department's own dialogue. `administration`: its leadership and forum of priorities. `portfolio`: a board. `joint`: what
 * is shared between administrations. `project`: a steering group. `team`: those who take needs further for other units than theirs.
 * `overall`: whoever weighs all portfolios of an organisation against each other.
 */
export type Scope = 'unit' | 'administration' | 'portfolio' | 'joint' | 'project' | 'team' | 'overall'

export interface AgendaView {
  scope: Scope
  /** Its own to follow and decide about. */
  owns: (initiative: Initiative) => boolean
  /** Its own, or of concern to it. */
  follows: (initiative: Initiative) => boolean
  /** Matters that posts decide after consultation here. */
  matters: ReadonlySet<Matter>
  /** The last meeting that was held before this one, on whatever terms. */
  last?: AgendaFacts['meetings'][number]
  /** What happened from this day on is news. */
  since: Day
  /** By initiative: the decision that has put it where it is now, since then and elsewhere. */
  moves: ReadonlyMap<string, Decision>
}

export function viewOf(facts: AgendaFacts): AgendaView {
  const { forum, template, mandates, meeting } = facts
  const consulted = mandates.filter((m) => !m.archived && m.forum?.key === forum.key)
  const scope = scopeOfForum(facts, consulted)
  const last = facts.meetings
    .filter((m) => isOver(m) && m.kind !== 'between' && m.day <= meeting.day && m.key !== meeting.key)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .at(-1)
  const since = last?.day ?? daysEarlier(facts.today, RECENT_DAYS)
  const { owns, follows } = reach[scope](facts, consulted)
  const project = template?.project?.key
  return {
    scope,
    owns: project === undefined ? owns : ({ key }) => key === project,
    follows: project === undefined ? follows : ({ key }) => key === project,
    matters: new Set(consulted.map(({ matter }) => matter)),
    ...(last && { last }),
    since,
    moves: movesSince(facts, since),
  }
}

function scopeOfForum(
  { forum, template, tree, portfolios }: AgendaFacts,
  consulted: readonly Mandate[],
): Scope {
  if (template?.project) return 'project'
  if (template?.joint) return 'joint'
  const { unit } = forum
  if (unit && tree.get(unit.key)?.kind === 'administration') return 'administration'
  if (portfolios.some(({ board }) => board?.key === forum.key)) return 'portfolio'
  if (consulted.some((m) => m.scope === 'allPortfolios')) return 'overall'
  const within = coveredBy(unit ? [unit.key] : [], tree)
  return unit && consulted.every((m) => !m.unit || within(m.unit.key)) ? 'unit' : 'team'
}

type Reach = Pick<AgendaView, 'owns' | 'follows'>

const reach: Record<Scope, (facts: AgendaFacts, consulted: readonly Mandate[]) => Reach> = {
  unit: ({ forum, tree }) => ofUnits(forum.unit ? [forum.unit.key] : [], tree),
  administration: ({ forum, tree }) => ofUnits(forum.unit ? [forum.unit.key] : [], tree),
  team: ({ tree }, consulted) =>
    ofUnits(
      consulted.flatMap((m) => m.unit?.key ?? []),
      tree,
    ),
  portfolio: ({ forum, portfolios }) => {
    const keys = new Set(portfolios.flatMap(({ key, board }) => (board?.key === forum.key ? [key] : [])))
    return alike(({ portfolio }) => keys.has(portfolio.key))
  },
  overall: ({ forum, portfolios, tree }) => {
    const top = forum.unit && lineOf(forum.unit.key, tree).at(-1)?.key
    const within = coveredBy(top === undefined ? [] : [top], tree)
    const keys = new Set(portfolios.flatMap(({ key, unit }) => (unit && within(unit.key) ? [key] : [])))
    return alike(({ portfolio }) => keys.has(portfolio.key))
  },
  joint: ({ forum, tree }) => {
    const within = coveredBy(forum.unit ? [forum.unit.key] : [], tree)
    return alike((i) => scopeOf(i, tree) === 'shared' && (!forum.unit || !i.unit || within(i.unit.key)))
  },
  project: () => alike(() => false),
}

const alike = (owns: Reach['owns']): Reach => ({ owns, follows: owns })

function ofUnits(units: readonly string[], tree: AgendaFacts['tree']): Reach {
  const within = coveredBy(units, tree)
  return {
    owns: ({ unit }) => unit !== undefined && within(unit.key),
    follows: (initiative) => concernedUnits(initiative).some(({ key }) => within(key)),
  }
}

/** Whether a unit is one of these or under one, each asked of the tree once. */
function coveredBy(units: readonly string[], tree: AgendaFacts['tree']) {
  const known = new Map<string, boolean>()
  return (key: string): boolean => {
    const found = known.get(key) ?? lineOf(key, tree).some((unit) => units.includes(unit.key))
    known.set(key, found)
    return found
  }
}

/** The matters of a gate's outcomes that posts decide after consultation here, the way forward first. */
export const mattersHere = ({ matters }: AgendaView, gate: GateName): Matter[] =>
  mattersOf(gate).filter((matter) => matters.has(matter))

/** Whether a need is this forum's to take further: all of a department's and a board's own, else those whose next gate is weighed here. */
export function takesFurther(view: AgendaView, initiative: Initiative, facts: AgendaFacts): boolean {
  if (view.scope === 'unit' || view.scope === 'portfolio') return true
  const gate = nextGate(initiative, processOf(initiative, facts.portfolios))
  if (!gate) return false
  const weighsGates = gateNames.some((name) => mattersHere(view, name).length > 0)
  return !weighsGates || mattersHere(view, gate).length > 0
}

function mattersOf(gate: GateName): Matter[] {
  const { matter, decidedAs = {} } = gateOf(gate)
  return [...new Set([matterOf(gate), matter, ...Object.values(decidedAs)])]
}
