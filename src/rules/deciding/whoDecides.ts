/** Those whom a gate waits for now: everything it asks for is there, and they have the mandate and haven't used it. */
import type { Day, Person } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { isWithin } from '../calendar.ts'
import { raisedTo } from './escalation.ts'
import { type GateName, matterOf, missingFor, nextGate } from '../gates.ts'
import { type DecidingRight, decidingRight, type Post } from '../mandate.ts'
import { stageOfNeeded } from '../needs/mergedStage.ts'
import { type Preparation, unitsAsked } from '../needs.ts'
import { attemptOf, decisionsOf, latestOf } from '../meetings/outcomes.ts'
import { covers, type UnitTree } from '../organisation/tree.ts'

interface Standing extends Pick<Preparation, 'costItems' | 'benefits' | 'dependencies'> {
  decisions: readonly Decision[]
  /** Another initiative, by key. */
  find: (key: string) => Initiative | undefined
}

export interface WaitsFor {
  gate: GateName
  to: Person[]
  /** The decision that raised it to a forum. */
  raised?: Decision
}

/** Asked for one initiative after another; mandates are sorted by matter once. */
export function whoDecides({
  mandates,
  tree,
  today,
}: {
  mandates: readonly Mandate[]
  tree: UnitTree
  today: Day
}) {
  const byMatter = Map.groupBy(mandates, ({ matter }) => matter)
  const reaching = new Map<string, Mandate[]>()
  /** Most mandates are for other units: those are left out once for each set of units. Where all must agree, that rule stays. */
  const mandatesFor = (matter: Matter, initiative: Initiative): readonly Mandate[] => {
    const asked = unitsAsked(initiative).map(({ key }) => key)
    const id = [matter, ...asked].join(' ')
    const known = reaching.get(id)
    if (known) return known
    const found = (byMatter.get(matter) ?? []).filter(
      ({ unit, needsAll }) => !unit || needsAll || asked.some((key) => covers(unit.key, key, tree)),
    )
    reaching.set(id, found)
    return found
  }
  return (initiative: Initiative, process: ProcessName, of: Standing): WaitsFor | undefined => {
    const gate = nextGate(initiative, process)
    if (!gate) return undefined
    const level = raisedTo(of.decisions, gate)
    const dependencies = of.dependencies.map((one) => ({ ...one, ...stageOfNeeded(one.needs, of.find) }))
    const preparation: Preparation = { ...of, initiative, process, tree, dependencies }
    // What has been raised is decided there, also when something is lacking.
    if (!level && missingFor(gate, preparation).length > 0) return undefined
    const matter: Matter = level ? 'escalation' : matterOf(gate)
    const right = decidingRight({
      matter: matterOf(gate),
      initiative,
      mandates: mandatesFor(matter, initiative),
      tree,
      today,
      ...(level && { raisedTo: level }),
    })
    if (right.kind === 'nobody') return undefined
    const raised = level && latestOf(of.decisions, gate)
    return {
      gate,
      to: askedBy(right, decidedOf(right, gate, of.decisions), today),
      ...(raised && { raised }),
    }
  }
}

/** Whom a right asks, one for each post: every equal one, or those of the authorities that haven't decided; nobody where none has it. */
export function askedBy(right: DecidingRight, decided: ReadonlySet<string>, today: Day): Person[] {
  if (right.kind === 'nobody') return []
  const posts =
    right.kind === 'one'
      ? right.posts
      : right.parties.filter(({ party }) => !decided.has(party.key)).flatMap((one) => one.posts)
  return posts.map((post) => actor(post, today))
}

/** The authorities that have decided in the round. */
function decidedOf(right: DecidingRight, gate: GateName, decisions: readonly Decision[]): Set<string> {
  if (right.kind !== 'all') return new Set()
  const parties = right.parties.map(({ party }) => party)
  const round = decisionsOf(decisions, gate, attemptOf(decisions, gate, parties))
  return new Set(round.flatMap(({ party }) => party?.key ?? []))
}

/** The stand-in on the days that they stand in, else the holder: two people aren't reminded of what one does. */
function actor({ decider: { holder, standIn } }: Post, today: Day): Person {
  const isNow = standIn && (standIn.from || standIn.to) && isWithin(today, standIn.from, standIn.to)
  return isNow ? standIn.person : holder
}
