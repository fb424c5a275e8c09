/** What several authorities decide on, each by itself, stands still from the first decision to the last. */
import { type Decision, type DecisionMatter, isOfForum } from '#src/lists/decisions.ts'
import type { Initiative, InitiativeField } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { isGate, nextGate } from '../gates.ts'
import { decisionsOf, inForce, settlement, waitingFor } from '../meetings/outcomes.ts'
import type { Refusal } from '../refusal.ts'

/** Whom it concerns, who pays and how much each: a change would make the decisions already taken about something else. */
export const lockedFields: readonly InitiativeField[] = [
  'unit',
  'concernedUnits',
  'payer',
  'scope',
  'financingShares',
  'type',
]

/**
 * A refusal for each matter that some authorities have decided and others haven't, when a change touches what they
 * decide on. One of them ends the round by saying no or by taking its decision back.
 */
export function roundRefusals({
  changed,
  decisions,
  initiative,
  process,
}: {
  changed: readonly string[]
  decisions: readonly Decision[]
  initiative: Initiative
  process: ProcessName
}): Refusal[] {
  if (!changed.some((field) => (lockedFields as readonly string[]).includes(field))) return []
  const matters = [...new Set(decisions.flatMap((d) => (d.party && !isOfForum(d.matter) ? [d.matter] : [])))]
  return matters
    .filter((matter) => !isGate(matter) || nextGate(initiative, process) === matter)
    .flatMap((matter) => openRound(decisions, matter))
}

/** Who has decided and who hasn't in the round that is open about a matter; nothing when none is. */
function openRound(all: readonly Decision[], matter: DecisionMatter): Refusal[] {
  const attempt = Math.max(...all.filter((d) => d.matter === matter).map((d) => d.attempt))
  const round = decisionsOf(all, matter, attempt)
  if (settlement(round) !== 'open') return []
  const decided = inForce(round).flatMap((d) => d.party ?? [])
  return [{ why: 'roundOpen', matter, decided, waiting: waitingFor(round, round[0]?.parties ?? []) }]
}
