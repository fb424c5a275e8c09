/** The points of the road map: gates decided and coming, a project's own decision points, and the day of a law. Pure. */
import type { Day } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { ProjectPoint } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { type GateName, isGate, nextGate } from '../gates.ts'
import { processOf } from '../processes.ts'

/** What is decided: a gate, or a point of the project's own that has a title. */
export type Decided = { gate: GateName } | { title: string }

/** One for each day and kind; of a law `what` is empty. */
export interface RoadmapPoint {
  day: Day
  kind: 'planned' | 'passed' | 'legal'
  what: Decided[]
}

type MadeDecision = Pick<
  Decision,
  | 'key'
  | 'initiative'
  | 'matter'
  | 'attempt'
  | 'party'
  | 'parties'
  | 'outcome'
  | 'decidedOn'
  | 'supersedes'
  | 'archived'
>

export interface PointRows {
  projectPoints: readonly Pick<ProjectPoint, 'initiative' | 'title' | 'planned' | 'passed' | 'archived'>[]
  decisions: readonly MadeDecision[]
  /** Of agendas that are yet to be gone through. */
  items: readonly Pick<AgendaItem, 'initiative' | 'kind' | 'meeting' | 'archived'>[]
  meetings: readonly Pick<Meeting, 'key' | 'day' | 'state'>[]
}

/** By initiative, each in the order of time. */
export function pointsOf(
  initiatives: readonly Initiative[],
  rows: PointRows,
  portfolios: readonly Portfolio[],
): Map<string, RoadmapPoint[]> {
  const byKey = new Map(initiatives.map((one) => [one.key, one]))
  const found = new Map<string, Map<string, RoadmapPoint>>()
  const add = (key: string, day: Day, kind: RoadmapPoint['kind'], what?: Decided) => {
    const mine = found.get(key) ?? new Map<string, RoadmapPoint>()
    found.set(key, mine)
    const point = mine.get(`${day} ${kind}`) ?? { day, kind, what: [] }
    mine.set(`${day} ${kind}`, point)
    if (what) point.what.push(what)
  }
  for (const { initiative, gate, day } of gatesDecided(rows.decisions))
    if (byKey.has(initiative)) add(initiative, day, 'passed', { gate })
  for (const { initiative, title, planned, passed, archived } of rows.projectPoints) {
    const day = passed ?? planned
    if (day && !archived && byKey.has(initiative.key))
      add(initiative.key, day, passed ? 'passed' : 'planned', { title })
  }
  const coming = new Map(rows.meetings.filter(isAhead).map(({ key, day }) => [key, day]))
  for (const { initiative, kind, meeting, archived } of rows.items) {
    const one = initiative && byKey.get(initiative.key)
    const day = meeting && coming.get(meeting.key)
    const gate = one && nextGate(one, processOf(one, portfolios))
    if (day && gate && kind === 'gate' && !archived) add(one.key, day, 'planned', { gate })
  }
  for (const { key, legalDay } of initiatives) if (legalDay) add(key, legalDay, 'legal')
  return new Map(
    [...found].map(([key, mine]) => [key, [...mine.values()].toSorted((a, b) => a.day.localeCompare(b.day))]),
  )
}

const isAhead = ({ state }: Pick<Meeting, 'state'>) => state === 'planned' || state === 'called'

/**
 * Gates that are settled, each round once. Where several decide for themselves it is settled the day the last of them has; what
 * was raised to another level, annulled or replaced settles nothing.
 */
function gatesDecided(
  decisions: readonly MadeDecision[],
): { initiative: string; gate: GateName; day: Day }[] {
  const replaced = new Set(decisions.flatMap(({ supersedes }) => supersedes?.key ?? []))
  const rounds = Map.groupBy(
    decisions.filter(
      ({ key, outcome, archived }) =>
        !replaced.has(key) && !archived && outcome !== 'annul' && outcome !== 'escalate',
    ),
    ({ initiative, matter, attempt }) => `${initiative?.key} ${matter} ${attempt}`,
  )
  return [...rounds.values()].flatMap((round) => {
    const last = round.toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn)).at(-1)
    if (!last?.initiative || !isGate(last.matter)) return []
    const said = new Set(round.flatMap(({ party }) => party?.key ?? []))
    const isOpen = last.party !== undefined && (last.parties ?? []).some(({ key }) => !said.has(key))
    return isOpen ? [] : { initiative: last.initiative.key, gate: last.matter, day: last.decidedOn }
  })
}
