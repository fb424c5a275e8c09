/** What waits for a person, as a table of kinds: the first that holds for an initiative is why it is on their list. */
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import type { ItemThatWaits } from '../meetings/atMeetings.ts'
import { daysBetween } from '../calendar.ts'
import { type GateName, matterOf, nextGate } from '../gates.ts'
import { decidingRoles } from '../mandate.ts'
import type { Month } from '../days/months.ts'
import { type Need, unitsAsked } from '../needs.ts'
import { isStarted, processOf } from '../processes.ts'
import { covers } from '../organisation/tree.ts'
import { type Facts, isAny, lacksOf, owedMonth, raisedNow, type Right, rightOf } from './waitingFacts.ts'

/** An initiative that nobody has moved for so long has stood still (source: S2 in GLOSSARY.md). */
export const STALLED_DAYS = 60

/** Why something waits; what isn't said here is the same for every kind. */
interface Reason extends Right {
  gate: GateName
  /** What the gate is known to lack. */
  missing: readonly Need[]
  /** The decision that raised the gate to a forum of mine. */
  raised?: Decision
  /** The item by which a meeting has decided it, and whose minutes are yet to be verified. */
  item?: ItemThatWaits
  /** The month that a report is owed for. */
  month?: Month
}

export interface Waiting extends Reason {
  kind: WaitingKind
  initiative: Initiative
  /** Days in the stage; unknown when nobody knows since when. */
  days?: number
  stalled: boolean
}

/** What is asked of every initiative before the kinds look at it. */
interface Case {
  missing: readonly Need[]
  tied: boolean
  /** It lies with my development team, nobody's name on it but theirs. */
  teams: boolean
  /** Nobody has moved it for long. */
  still: boolean
  /** Work that has begun stands before its next gate for months: that is no waiting. */
  begun: boolean
  /** My right to decide; `unread` when nobody can say before the decisions made are read. */
  right: Right | 'unread' | undefined
  raised: Decision | undefined
  item: ItemThatWaits | undefined
  month: Month | undefined
}

const mayGoOn = ({ right, begun, item }: Case) => typeof right === 'object' && !begun && !item

/** Most urgent first. Another kind is a row here, its words, and where it leads (`tabs/home/kinds.ts`). */
export const waitingKinds = {
  raised: ({ right, raised, item }: Case) => typeof right === 'object' && raised !== undefined && !item,
  decide: (asked: Case) => mayGoOn(asked) && asked.missing.length === 0,
  report: ({ month }: Case) => month !== undefined,
  prepare: ({ tied, missing, begun }: Case) => tied && !begun && missing.length > 0,
  decideLacking: (asked: Case) => mayGoOn(asked) && asked.missing.length > 0,
  atMeeting: ({ right, item }: Case) => typeof right === 'object' && item !== undefined,
  stalled: ({ tied, still, begun, item }: Case) => tied && still && !begun && !item,
  tend: ({ teams, missing }: Case) => teams && missing.length > 0,
  // Whoever owns the project or its effects says when it is done: reminded last, when nothing is lacking.
  finish: ({ right, missing, still, begun }: Case) =>
    typeof right === 'object' && begun && still && missing.length === 0,
} as const satisfies Record<string, (asked: Case) => boolean>
export type WaitingKind = keyof typeof waitingKinds

/** What waits for me, most urgent and oldest first; and the initiatives to read before more can be said. */
export function waitsForMe(facts: Facts): { waiting: Waiting[]; unread: string[] } {
  const isMine = reachOf(facts)
  const { me } = facts
  const waiting: Waiting[] = []
  const unread: string[] = []
  for (const boot of facts.initiatives) {
    const process = processOf(boot, facts.portfolios)
    const gate = isOpen(boot) ? nextGate(boot, process) : undefined
    if (!gate) continue
    const begun = isStarted(boot.stage, process)
    const raising = facts.raised?.some(({ initiative }) => initiative?.key === boot.key) === true
    const mayDecide =
      raising || hasDecidingRole(boot, gate, me.id) || (!begun && isMine(matterOf(gate), boot))
    const teams = isTeams(boot, facts)
    if (!mayDecide && !teams && tiesOf(boot, me.id).length === 0) continue
    const read = facts.read.get(boot.key)
    const initiative = read?.initiative ?? boot
    const tied = tiesOf(initiative, me.id).length > 0 && !isAny(me.id, initiative.conflicted)
    const raised = raising ? raisedNow(boot, gate, facts, read) : undefined
    const lacks = lacksOf({ initiative, process, gate }, facts, read)
    const found = mayDecide
      ? rightOf({ gate, raised, preparation: lacks.preparation }, facts, read)
      : undefined
    const month = tied ? owedMonth(initiative, facts) : undefined
    if (!tied && !found && !raising && !teams) continue
    // What it goes on with by my mandate may ask for more than the first way forward.
    const missing = typeof found === 'object' && found.missing ? found.missing : lacks.missing
    const { stageSince } = initiative
    const days = stageSince === undefined ? undefined : Math.max(0, daysBetween(stageSince, facts.today))
    const still = days !== undefined && days >= STALLED_DAYS
    // Who has a conflict of interest is never in the boot load.
    if (!read && (found || month || raising || (tied && lacks.unknown && !begun))) unread.push(boot.key)
    const right = typeof found === 'object' ? found.right : found
    const party = typeof right === 'object' ? right.party?.key : undefined
    const item = facts.decidedThere?.({ initiative: boot.key, matter: gate, party })
    const asked: Case = { missing, tied, teams, still, begun, right, raised, item, month }
    const kind = kinds.find((name) => waitingKinds[name](asked))
    if (!kind) continue
    waiting.push({
      kind,
      initiative,
      gate,
      missing,
      stalled: still && !begun && !item,
      ...(days !== undefined && { days }),
      ...(raised && { raised }),
      ...(kind === 'atMeeting' && item && { item }),
      ...(month && { month }),
      ...(typeof right === 'object' && right),
    })
  }
  const place = new Map(kinds.map((kind, i) => [kind, i]))
  waiting.sort(
    (a, b) =>
      (place.get(a.kind) ?? 0) - (place.get(b.kind) ?? 0) ||
      (b.days ?? -1) - (a.days ?? -1) ||
      compareNumbers(a.initiative.number, b.initiative.number),
  )
  const order = new Map(waiting.map(({ initiative }, i) => [initiative.key, i]))
  unread.sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1))
  return { waiting, unread }
}

/** Stages where the development team prepares, whoever else has a name on the need (sources S1 and S2 in GLOSSARY.md). */
const teamStages: readonly Stage[] = ['screening', 'preparation', 'intake']

const isTeams = ({ stage, unit, conflicted }: Initiative, { me, team, tree }: Facts) =>
  team !== undefined &&
  unit !== undefined &&
  teamStages.includes(stage) &&
  !isAny(me.id, conflicted) &&
  covers(team, unit.key, tree)

const isOpen = ({ state, external, archived, stage }: Initiative) =>
  state === 'active' && !external && !archived && stage !== 'closed'

/** Whether a role in the initiative itself decides the gate, and I have it. */
function hasDecidingRole(initiative: Initiative, gate: GateName, id: string): boolean {
  const matter = matterOf(gate)
  if (!Object.hasOwn(decidingRoles, matter)) return false
  return initiative[decidingRoles[matter as keyof typeof decidingRoles]]?.id === id
}

const { compare: compareNumbers } = new Intl.Collator('sv', { numeric: true })

const kinds = Object.keys(waitingKinds) as WaitingKind[]

/**
 * Whether any of my mandates for a matter reaches a unit that is asked: most initiatives are none of mine, and that is
 * seen for each unit once.
 */
function reachOf({ me, mandates, tree }: Facts) {
  const mine = mandates.filter(({ holder, standIn }) => isAny(me.id, [holder, standIn]))
  const known = new Map<string, boolean>()
  const reaches = (matter: Matter, unit: string) => {
    const id = `${matter} ${unit}`
    const found =
      known.get(id) ?? mine.some((m) => m.matter === matter && (!m.unit || covers(m.unit.key, unit, tree)))
    known.set(id, found)
    return found
  }
  return (matter: Matter, initiative: Initiative) =>
    unitsAsked(initiative).some(({ key }) => reaches(matter, key))
}

/** Roles in an initiative that make it one's own. */
export const ownTies = ['contact', 'projectOwner', 'projectManager', 'effectOwner', 'benefitLead'] as const
type OwnTie = (typeof ownTies)[number]

/** How a person is tied to an initiative by name. */
export const tiesOf = (initiative: Pick<Initiative, OwnTie>, id: string): OwnTie[] =>
  ownTies.filter((tie) => initiative[tie]?.id === id)
