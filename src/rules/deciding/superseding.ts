/** A decision is never edited: a new one takes its place, by the same mandate, and undoes what the old one did where that still stands. */
import type { Ref } from '#src/lists/columns.ts'
import { type Decision, isOfForum, type Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import type { Asking, Choice } from './deciding.ts'
import { type Effect, gateOf, isGate, matterOf, missingFor, outcomesOf } from '../gates.ts'
import type { Preparation } from '../needs.ts'
import { decidingRight, isRefusal, mandateOf } from '../mandate.ts'
import { decisionsOf, settlement } from '../meetings/outcomes.ts'
import { matterOfStage } from '../processes.ts'
import type { Refusal } from '../refusal.ts'

/** What may stand instead: the same with new wording, another outcome of the gate, or nothing (annulled). */
export function outcomesInstead(old: Decision, initiative: Pick<Initiative, 'type'>): Outcome[] {
  if (old.outcome === 'escalate') return ['annul']
  const others = isGate(old.matter) ? outcomesOf(old.matter, old.party !== undefined, initiative) : []
  return [...new Set<Outcome>([...(old.outcome === 'annul' ? [] : [old.outcome]), 'annul', ...others])]
}

/** What the new decision does: nothing when only words change, else from where the old one began. */
export function effectInstead(old: Decision, outcome: Outcome): Effect {
  if (outcome === old.outcome) return {}
  const from = { stage: old.fromStage, state: old.fromState }
  return { ...from, ...(isGate(old.matter) && gateOf(old.matter).outcomes[outcome]) }
}

/** By whose mandate: that of the matter, at the level that decided. */
export function mandateInstead(
  old: Decision,
  { mandates, process }: { mandates: readonly Mandate[]; process: ProcessName },
): { mandate: Matter; raisedTo?: Ref | undefined } {
  const used = mandates.find(({ key }) => key === old.mandate?.key)
  const mandate = isGate(old.matter)
    ? matterOf(old.matter, old.outcome, old.party !== undefined)
    : old.matter === 'state' || isOfForum(old.matter)
      ? (matterOfStage(old.fromStage, process) ?? 'start')
      : old.matter
  return { mandate, ...(used?.matter === 'escalation' && { raisedTo: used.forum ?? old.forum }) }
}

/** What one person may put in the place of a decision; nothing, when it isn't theirs, or has been replaced. */
export function choicesInstead(
  old: Decision,
  {
    me,
    today,
    preparation,
    decisions,
    mandates,
  }: Pick<Asking, 'me' | 'today' | 'preparation' | 'decisions' | 'mandates'>,
): Choice[] {
  const { initiative, process, tree } = preparation
  if (initiative.external || initiative.archived) return []
  const { mandate: matter, raisedTo } = mandateInstead(old, { mandates, process })
  const question = { matter, initiative, mandates, tree, today, raisedTo }
  const right = decidingRight(question)
  const others = right.kind === 'all' ? right.parties.map((p) => p.party.key) : []
  const by = mandateOf(me, { ...question, decided: others.filter((key) => key !== old.party?.key) })
  if (isRefusal(by) || by.party?.key !== old.party?.key) return []
  return outcomesInstead(old, initiative).flatMap((outcome): Choice[] => {
    const refusals = supersedeRefusals(old, outcome, { decisions, preparation })
    const missing = refusals.flatMap((r) => (r.why === 'missing' ? r.needs : []))
    return refusals.some((r) => r.why !== 'missing') ? [] : [{ outcome, by, missing }]
  })
}

/** What forbids it, whoever asks; nothing, when the way is free. */
export function supersedeRefusals(
  old: Decision,
  outcome: Outcome,
  { decisions, preparation }: { decisions: readonly Decision[]; preparation: Preparation },
): Refusal[] {
  const { initiative } = preparation
  const later = decisions.find((d) => d.supersedes?.key === old.key)
  if (later) return [{ why: 'alreadySuperseded', number: later.number }]
  if (!outcomesInstead(old, initiative).includes(outcome)) return [{ why: 'outcomeNotAllowed', outcome }]
  if (outcome === old.outcome) return []
  const { stage, state } = initiative
  const stands = isSettled(old, decisions) ? { stage: old.toStage, state: old.toState } : from(old)
  if (stage !== stands.stage || state !== stands.state) return [{ why: 'movedOn', stage, state }]
  if (!isGate(old.matter)) return []
  const needs = missingFor(old.matter, preparation, outcome)
  return needs.length > 0 ? [{ why: 'missing', matter: old.matter, needs }] : []
}

const from = (old: Decision) => ({ stage: old.fromStage, state: old.fromState })

/** One party's decision has moved nothing until all have decided. */
const isSettled = (old: Decision, decisions: readonly Decision[]) =>
  !old.party || settlement(decisionsOf(decisions, old.matter, old.attempt)) === 'settled'
