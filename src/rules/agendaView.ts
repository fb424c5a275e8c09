/** What a forum sees of the portfolio: by its template, its unit, the portfolios it governs and the mandates that consult it. */
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import { daysEarlier } from './calendar.ts'
import { RECENT_DAYS } from './channel.ts'
import { gateNames, matterOf, nextGate } from './gates.ts'
import type { AgendaFacts } from './agendaFacts.ts'
import { concernedUnits, scopeOf } from './needs.ts'
import { processOf } from './processes.ts'
import { lineOf } from './tree.ts'

/**
 * `unit`: a department's own dialogue. `administration`: its leadership and forum of priorities. `portfolio`: a board. `joint`: what
 * is shared between administrations. `project`: a steering group. `team`: those who take needs further for other units than theirs.
 */
export type Scope = 'unit' | 'administration' | 'portfolio' | 'joint' | 'project' | 'team'

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
}

export function viewOf(facts: AgendaFacts): AgendaView {
  const { forum, template, mandates, meeting } = facts
  const consulted = mandates.filter((m) => !m.archived && m.forum?.key === forum.key)
  const scope = scopeOfForum(facts, consulted)
  const last = facts.meetings
    .filter((m) => over.has(m.state) && m.kind !== 'between' && m.day <= meeting.day && m.key !== meeting.key)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .at(-1)
  const { owns, follows } = reach[scope](facts, consulted)
  const project = template?.project?.key
  return {
    scope,
    owns: project === undefined ? owns : ({ key }) => key === project,
    follows: project === undefined ? follows : ({ key }) => key === project,
    matters: new Set(consulted.map(({ matter }) => matter)),
    ...(last && { last }),
    since: last?.day ?? daysEarlier(facts.today, RECENT_DAYS),
  }
}

const over = new Set<AgendaFacts['meetings'][number]['state']>(['held', 'sent', 'verified', 'settled'])

function scopeOfForum(
  { forum, template, tree, portfolios }: AgendaFacts,
  consulted: readonly Mandate[],
): Scope {
  if (template?.project) return 'project'
  if (template?.joint) return 'joint'
  const { unit } = forum
  if (unit && tree.get(unit.key)?.kind === 'administration') return 'administration'
  const governs = portfolios.some(({ board }) => board?.key === forum.key)
  if (governs || consulted.some((m) => m.scope === 'allPortfolios')) return 'portfolio'
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
    const governed = portfolios.filter(({ board }) => board?.key === forum.key)
    // Whoever weighs portfolios against each other sees them all.
    const keys = new Set((governed.length > 0 ? governed : portfolios).map(({ key }) => key))
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

/** Whether the next gate of a need is one that is weighed here; of a forum that no gate's mandate names, every need is. */
export function takesFurther({ matters }: AgendaView, initiative: Initiative, facts: AgendaFacts): boolean {
  const process = processOf(initiative, facts.portfolios)
  const gate = nextGate(initiative, process)
  if (!gate) return false
  const weighsGates = [...matters].some((matter) => gateMatters.has(matter))
  return !weighsGates || matters.has(matterOf(gate))
}

const gateMatters: ReadonlySet<Matter> = new Set(gateNames.map((gate) => matterOf(gate)))
