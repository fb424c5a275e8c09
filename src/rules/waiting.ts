/** What waits for a person, as a table of kinds: the first that holds for an initiative is why it is on their list. */
import type { Benefit, CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import type { Portfolio, ProcessName } from '#src/lists/portfolios.ts'
import { daysBetween } from './calendar.ts'
import { isStarted } from './coverage.ts'
import { raisedTo } from './escalation.ts'
import { type GateName, matterOf, needsOf, nextGate } from './gates.ts'
import { isRefusal, mandateOf, type MandateQuestion, partiesOf } from './mandate.ts'
import { isMet, type Need, needs, type Preparation, unitsAsked } from './needs.ts'
import { attemptOf, decisionsOf } from './outcomes.ts'
import { processOf } from './processes.ts'
import { covers, type UnitTree } from './tree.ts'

/** An initiative that nobody has moved for so long has stood still (source: S2 in GLOSSARY.md). */
export const STALLED_DAYS = 60

/** One initiative with what only is read when it is asked for. */
export interface Read {
  initiative: Initiative
  costItems: readonly CostItem[]
  benefits: readonly Benefit[]
  decisions: readonly Decision[]
}

export interface Facts {
  me: Person
  today: Day
  tree: UnitTree
  mandates: readonly Mandate[]
  portfolios: readonly Portfolio[]
  /** As the boot load holds them: columns that come on demand are missing. */
  initiatives: readonly Initiative[]
  dependencies: readonly Dependency[]
  /** What has been read besides, by key. */
  read: ReadonlyMap<string, Read>
}

/** Why something waits; what isn't said here is the same for every kind. */
interface Reason {
  gate: GateName
  /** What the gate is known to lack. */
  missing: readonly Need[]
  /** The authority to decide for, when several decide each for themselves. */
  party?: Ref
  actingFor?: Person
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
  initiative: Initiative
  gate: GateName
  missing: readonly Need[]
  tied: boolean
  stalled: boolean
  /** My right to decide; `unread` when nobody can say before the decisions made are read. */
  right: { party?: Ref; actingFor?: Person } | 'unread' | undefined
}

/** Most urgent first. Another kind is a row here, its words, and where it leads (`tabs/home/kinds.ts`). */
export const waitingKinds = {
  decide: ({ right, missing }: Case) => typeof right === 'object' && missing.length === 0,
  prepare: ({ tied, missing }: Case) => tied && missing.length > 0,
  decideLacking: ({ right, missing }: Case) => typeof right === 'object' && missing.length > 0,
  stalled: ({ tied, stalled }: Case) => tied && stalled,
} as const satisfies Record<string, (asked: Case) => boolean>
export type WaitingKind = keyof typeof waitingKinds

/** What waits for me, most urgent and oldest first; and the initiatives to read before more can be said. */
export function waitsForMe(facts: Facts): { waiting: Waiting[]; unread: string[] } {
  const isMine = reachOf(facts)
  const waiting: Waiting[] = []
  const unread: string[] = []
  for (const boot of facts.initiatives) {
    const process = processOf(boot, facts.portfolios)
    const gate = isOpen(boot, process) ? nextGate(boot, process) : undefined
    const mayDecide = gate !== undefined && isMine(matterOf(gate), boot)
    if (!gate || (!mayDecide && tiesOf(boot, facts.me.id).length === 0)) continue
    const read = facts.read.get(boot.key)
    const initiative = read?.initiative ?? boot
    const tied = tiesOf(initiative, facts.me.id).length > 0 && !isAny(facts.me.id, initiative.conflicted)
    const right = mayDecide ? rightOf(initiative, gate, facts, read) : undefined
    if (!tied && !right) continue
    const { missing, unknown } = lacksOf({ initiative, process, gate }, facts, read)
    const { stageSince } = initiative
    const days = stageSince === undefined ? undefined : Math.max(0, daysBetween(stageSince, facts.today))
    const stalled = days !== undefined && days >= STALLED_DAYS
    // Who has a conflict of interest is never in the boot load.
    if (!read && (unknown || right)) unread.push(boot.key)
    const asked: Case = { initiative, gate, missing, tied, stalled, right }
    const kind = kinds.find((name) => waitingKinds[name](asked))
    if (!kind) continue
    waiting.push({
      kind,
      initiative,
      gate,
      missing,
      stalled,
      ...(days !== undefined && { days }),
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

/** Work that has begun stands before its next gate for months: that is no waiting. */
const isOpen = ({ state, external, stage }: Initiative, process: ProcessName) =>
  state === 'active' && !external && !isStarted(stage, process)

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

/** My right to decide the gate now. What conflicts of interest there are is known when the initiative has been read. */
function rightOf(
  initiative: Initiative,
  gate: GateName,
  facts: Facts,
  read: Read | undefined,
): Case['right'] {
  const question: MandateQuestion = {
    matter: matterOf(gate),
    initiative,
    mandates: facts.mandates,
    tree: facts.tree,
    today: facts.today,
    raisedTo: read && raisedTo(read.decisions, gate),
  }
  const mine = mandateOf(facts.me, question)
  if (isRefusal(mine)) return undefined
  const { party, actingFor } = mine
  if (party) {
    if (!read) return 'unread'
    const parties = partiesOf(initiative, facts.tree)
    const made = decisionsOf(read.decisions, gate, attemptOf(read.decisions, gate, parties))
    const decided = made.flatMap((d) => d.party?.key ?? [])
    const next = mandateOf(facts.me, { ...question, decided })
    if (isRefusal(next) || !next.party || decided.includes(next.party.key)) return undefined
    return { party: next.party, ...(next.actingFor && { actingFor: next.actingFor }) }
  }
  return { ...(actingFor && { actingFor }) }
}

/** What the gate lacks for certain, and whether more may be lacking that hasn't been read. */
function lacksOf(
  { gate, ...of }: Pick<Preparation, 'initiative' | 'process'> & { gate: GateName },
  facts: Facts,
  read: Read | undefined,
) {
  const { initiative } = of
  const preparation: Preparation = {
    ...of,
    tree: facts.tree,
    costItems: read?.costItems ?? [],
    benefits: read?.benefits ?? [],
    dependencies: facts.dependencies
      .filter((d) => d.initiative.key === initiative.key)
      .map((d) => {
        const needed = facts.initiatives.find(({ key }) => key === d.needs?.key)
        return { ...d, ...(needed && { neededStage: needed.stage }) }
      }),
  }
  const unmet = needsOf(gate).filter((need) => !isMet(need, preparation))
  const missing = read ? unmet : unmet.filter((need) => isKnownEmpty(initiative, need))
  return { missing, unknown: missing.length < unmet.length }
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

const isAny = (id: string, persons: readonly (Person | undefined)[] = []) =>
  persons.some((person) => person?.id === id)
