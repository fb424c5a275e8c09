/** What is known of an initiative that may wait for somebody: their right to decide it, what it lacks and reports they owe. */
import type { Benefit, CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { StatusReport } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Forum, Mandate, PersonRow, Role } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { ItemThatWaits } from '../meetings/atMeetings.ts'
import type { mayDecide } from '../deciding/deciding.ts'
import { raisedTo } from '../deciding/escalation.ts'
import { forwardOutcomes, type GateName, matterOf, needsOf } from '../gates.ts'
import { isRefusal, mandateOf } from '../mandate.ts'
import { stageOfNeeded } from '../needs/mergedStage.ts'
import { type Month, reportingMonth } from '../days/months.ts'
import { isMet, type Need, needs, type Preparation } from '../needs.ts'
import { latestOf } from '../meetings/outcomes.ts'
import { may } from '../permissions.ts'
import { owesReport } from './owing.ts'
import { administrationOf, type UnitTree } from '../organisation/tree.ts'

/** One initiative with what only is read when it is asked for. */
export interface Read {
  initiative: Initiative
  costItems: readonly CostItem[]
  benefits: readonly Benefit[]
  decisions: readonly Decision[]
  /** What judges them: it comes with them, for a first load that doesn't wait for it. */
  mayDecide: typeof mayDecide
}

export type DecidedThere = (asked: {
  initiative: string
  matter: GateName
  party: string | undefined
}) => ItemThatWaits | undefined

export interface Facts {
  me: Person
  today: Day
  /** The administration whose development team I work in. */
  team?: string | undefined
  tree: UnitTree
  mandates: readonly Mandate[]
  forums: readonly Forum[]
  portfolios: readonly Portfolio[]
  /** As the boot load holds them: columns that come on demand are missing. */
  initiatives: readonly Initiative[]
  dependencies: readonly Dependency[]
  /** What has been read besides, by key. */
  read: ReadonlyMap<string, Read>
  /** Decisions that raised something to a forum of mine, also what has been decided there since. */
  raised?: readonly Decision[] | undefined
  /** The item by which a meeting has decided a gate, while its minutes are yet to be verified (atMeetings.ts). */
  decidedThere?: DecidedThere | undefined
  /** Reports on work that is mine to report; nothing is said of them before they are read. */
  reports?: readonly Pick<StatusReport, 'initiative' | 'month'>[] | undefined
}

export interface Right {
  /** The authority to decide for, when several decide each for themselves. */
  party?: Ref
  actingFor?: Person
}

/** Whether the gate lies with a forum of mine: for certain when its decisions are read, until then when nothing has been decided since. */
export function raisedNow(
  { key, lastDecision }: Initiative,
  gate: GateName,
  { raised = [] }: Facts,
  read: Read | undefined,
): Decision | undefined {
  const latest = read
    ? latestOf(read.decisions, gate)
    : raised.find((d) => d.key === lastDecision?.key && d.matter === gate)
  const isOurs = raised.some((d) => d.initiative?.key === key && d.raisedTo?.key === latest?.raisedTo?.key)
  return latest?.outcome === 'escalate' && isOurs ? latest : undefined
}

/**
 * My right to take it forward now, and what that lacks; any right when it has been raised to me. Before the decisions
 * made are read, a first guess: `unread` where several decide.
 */
export function rightOf(
  { gate, raised, preparation }: { gate: GateName; raised: Decision | undefined; preparation: Preparation },
  { me, today, tree, mandates, forums }: Facts,
  read: Read | undefined,
): { right: Right; missing?: Need[] } | 'unread' | undefined {
  if (read) {
    const { choices } = read.mayDecide({
      me,
      today,
      preparation,
      decisions: read.decisions,
      mandates,
      forums,
    })
    const forward = forwardOutcomes(gate)
    const choice = choices.find(({ outcome }) => forward.includes(outcome)) ?? (raised && choices[0])
    return choice && { right: partOf(choice.by), missing: choice.missing }
  }
  const { initiative } = preparation
  const mine = mandateOf(me, {
    matter: matterOf(gate),
    initiative,
    mandates,
    tree,
    today,
    ...(raised && { raisedTo: raisedTo([raised], gate) }),
  })
  if (isRefusal(mine)) return undefined
  return mine.party ? 'unread' : { right: partOf(mine) }
}

const partOf = ({ party, actingFor }: Right): Right => ({
  ...(party && { party }),
  ...(actingFor && { actingFor }),
})

/** The month I owe a report for on it. */
export function owedMonth(initiative: Initiative, { me, today, reports }: Facts): Month | undefined {
  if (!reports || !may('report', { id: me.id, roles: [] }, initiative)) return undefined
  const month = reportingMonth(today)
  const sent = reports.filter((r) => r.initiative.key === initiative.key).map((r) => r.month)
  return !sent.includes(month) && owesReport(initiative, month, sent.toSorted()[0]) ? month : undefined
}

/** What the gate lacks for certain, and whether more may be lacking that hasn't been read. */
export function lacksOf(
  { gate, ...of }: Pick<Preparation, 'initiative' | 'process'> & { gate: GateName },
  facts: Facts,
  read: Read | undefined,
) {
  const { initiative } = of
  const find = (key: string) => facts.initiatives.find((one) => one.key === key)
  const preparation: Preparation = {
    ...of,
    tree: facts.tree,
    costItems: read?.costItems ?? [],
    benefits: read?.benefits ?? [],
    dependencies: facts.dependencies
      .filter((d) => d.initiative.key === initiative.key)
      .map((d) => ({ ...d, ...stageOfNeeded(d.needs, find) })),
  }
  const unmet = needsOf(gate).filter((need) => !isMet(need, preparation))
  const missing = read ? unmet : unmet.filter((need) => isKnownEmpty(initiative, need))
  return { preparation, missing, unknown: missing.length < unmet.length }
}

/** Whether the boot load shows that nothing is written there. */
function isKnownEmpty(initiative: Initiative, need: Need): boolean {
  const { field } = needs[need]
  if (field === 'dependencies') return true
  const column = Object.hasOwn(initiatives.columns, field)
    ? initiatives.columns[field as keyof typeof initiatives.columns]
    : undefined
  return column !== undefined && !column.onDemand && initiative[field as keyof Initiative] === undefined
}

export const isAny = (id: string, persons: readonly (Person | undefined)[] = []) =>
  persons.some((person) => person?.id === id)

/** Roles of the team that takes needs through the middle of the process. */
const teamRoles: readonly Role[] = ['developmentLead', 'serviceManagement']

/** The administration whose development team a person of the register works in. */
export const teamOf = (row: Partial<Pick<PersonRow, 'roles' | 'unit'>> | undefined, tree: UnitTree) =>
  row?.unit && row.roles?.some((role) => teamRoles.includes(role))
    ? administrationOf(row.unit.key, tree)?.key
    : undefined
