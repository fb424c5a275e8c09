/** What one person may decide about an initiative now, in whatever process it follows, and who decides what they may not. */
import { heldBy } from '../needs/mergedStage.ts'
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Decision, DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { Forum, Mandate, Matter } from '#src/lists/organisation.ts'
import { forumAbove, raisedTo } from './escalation.ts'
import { type GateName, gateOf, matterOf, missingFor, nextGate, outcomesOf } from '../gates.ts'
import { type DecidingRight, decidingRight, isRefusal, mandateOf, type MandateQuestion } from '../mandate.ts'
import type { Need, Preparation } from '../needs.ts'
import { attemptOf, decisionsOf } from '../meetings/outcomes.ts'
import { matterOfStage, type StateChange, stateChanges } from '../processes.ts'
import type { Refusal } from '../refusal.ts'

/** The mandate a person decides by. */
export interface By {
  mandate: Mandate
  /** The authority decided for, when several decide each for themselves. */
  party?: Ref
  actingFor?: Person
}

/** An outcome that the person's mandates reach, what it lacks, and the forum it would be raised to. */
export interface Choice {
  outcome: Outcome
  by: By
  missing: Need[]
  raise?: Ref
}

export interface MayDecide {
  /** The gate it stands before in its process. */
  gate: GateName | undefined
  /** The right to take the initiative forward; `undefined` where nothing is decided. */
  right: DecidingRight | undefined
  /** The forum the gate has been raised to. */
  raisedTo: Ref | undefined
  /** What the first outcome that goes forward lacks; nothing while the initiative rests. */
  missing: Need[]
  choices: Choice[]
  /** Why there are none. */
  refusal: Refusal | undefined
  states: { change: StateChange; by: By }[]
  financing: By | undefined
  ideaToRollout: By | undefined
  /** What stands in the way of an outcome for this person; nothing, when they may decide it. */
  against: (outcome: Outcome) => Refusal[]
}

export interface Asking {
  me: Person
  today: Day
  preparation: Preparation
  decisions: readonly Decision[]
  mandates: readonly Mandate[]
  forums: readonly Forum[]
  /** Why a matter isn't decided again: a meeting has (atMeetings.ts). Not given where such a decision is being made. */
  kept?: (matter: DecisionMatter, party: string | undefined) => Refusal | undefined
}

export function mayDecide(asking: Asking): MayDecide {
  const { me, today, preparation, decisions, mandates, forums, kept = () => undefined } = asking
  const { initiative, process, tree } = preparation
  const gate = nextGate(initiative, process)
  const stageMatter = matterOfStage(initiative.stage, process)
  const level = gate && raisedTo(decisions, gate)
  const ask = (matter: Matter, raised?: Ref): MandateQuestion => ({
    matter,
    initiative,
    mandates,
    tree,
    today,
    ...(raised && { raisedTo: raised }),
  })
  /** My mandate for a matter in the round that is open; a refusal, too, when I have used it or a meeting has decided it. */
  const mine = (about: DecisionMatter, question: MandateQuestion): By | Refusal => {
    const asked = decidingRight(question)
    const parties = asked.kind === 'all' ? asked.parties.map((p) => p.party) : []
    const round = decisionsOf(decisions, about, attemptOf(decisions, about, parties))
    const decided = [
      ...round.flatMap((d) => d.party?.key ?? []),
      ...parties.map(({ key }) => key).filter((key) => kept(about, key)),
    ]
    const by = mandateOf(me, { ...question, decided })
    const used = isRefusal(by) ? undefined : round.find((d) => d.party && d.party.key === by.party?.key)
    if (used) return { why: 'alreadyDecided', number: used.number, by: used.decidedBy, on: used.decidedOn }
    return isRefusal(by) ? by : (kept(about, by.party?.key) ?? by)
  }
  const unless = (by: By | Refusal | undefined) => (by && !isRefusal(by) ? by : undefined)

  const matter = gate ? matterOf(gate) : stageMatter
  const right = matter ? decidingRight(ask(matter, level)) : undefined
  const byParties = right?.kind === 'all'
  const isActive = initiative.state === 'active' && !initiative.external && !initiative.archived
  const open = isActive ? gate : undefined
  const byFor = (outcome: Outcome) =>
    gate ? mine(gate, ask(matterOf(gate, outcome, byParties), level)) : undefined
  const choices = (open ? outcomesOf(open, byParties, initiative) : []).flatMap((outcome): Choice[] => {
    const by = unless(byFor(outcome))
    return by && open ? [{ outcome, by, missing: missingFor(open, preparation, outcome) }] : []
  })
  if (open && gateOf(open).raises) {
    const by = unless(byFor('escalate'))
    const raise = by && forumAbove(level ?? by.mandate.forum, { forums, mandates })
    if (raise) choices.push({ outcome: 'escalate', by, missing: [], raise })
  }
  const forward = gate && matter ? mine(gate, ask(matter, level)) : undefined
  const stateBy = stageMatter ? unless(mine('state', ask(stageMatter))) : undefined
  const isPlanned = Boolean(initiative.ideaDay ?? initiative.ideaCaseNumber) && !initiative.ideaDecision
  return {
    gate,
    right,
    raisedTo: level,
    missing: open ? missingFor(open, preparation) : [],
    choices,
    refusal: choices.length === 0 && forward && isRefusal(forward) ? forward : undefined,
    states:
      stateBy && !initiative.external
        ? changesFrom(initiative.state).map((change) => ({ change, by: stateBy }))
        : [],
    financing:
      open && gateOf(open).needs.includes('financing')
        ? unless(mine('financing', ask('financing')))
        : undefined,
    ideaToRollout: isActive && isPlanned ? unless(mine('ideaToRollout', ask('ideaToRollout'))) : undefined,
    against: (outcome) => {
      if (!gate) return [{ why: 'noGate', stage: initiative.stage }]
      if (initiative.external) return [{ why: 'external' }]
      if (initiative.state !== 'active') return [{ why: 'notActive', ...heldBy(initiative) }]
      const missing = missingFor(gate, preparation, outcome)
      const by = byFor(outcome)
      const lacking: Refusal[] = missing.length > 0 ? [{ why: 'missing', matter: gate, needs: missing }] : []
      if (by && isRefusal(by)) return [...lacking, by]
      return choices.some((c) => c.outcome === outcome) ? lacking : [{ why: 'outcomeNotAllowed', outcome }]
    },
  }
}

const changesFrom = (state: string) =>
  (Object.keys(stateChanges) as StateChange[]).filter((change) =>
    (stateChanges[change].from as readonly string[]).includes(state),
  )
