/** What decisions lead to: whose turn it is, when a matter is settled, and how the initiative changes. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision, DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { Initiative, InitiativeDraft } from '#src/lists/initiatives.ts'

const explained: readonly Outcome[] = ['screenOut', 'back', 'refuse', 'wait', 'pause', 'stop', 'reopen']

/** Whether someone who asked for the opposite will want the outcome explained. */
export const needsReason = (outcome: Outcome) => explained.includes(outcome)

/** The unique claim of one decision: whoever writes it first has decided. */
export const claimOf = (of: {
  initiative: string
  matter: DecisionMatter
  attempt: number
  party?: string
}) => [of.initiative, of.matter, of.attempt, of.party ?? '-'].join('/')

/** An outcome by which a party keeps a shared matter from being decided. */
const isNo = (outcome: Outcome) => outcome === 'refuse'

/** First decided first, also past 9,999 decisions in a year. */
export const byNumber = (a: Pick<Decision, 'number'>, b: Pick<Decision, 'number'>) =>
  a.number.localeCompare(b.number, 'sv', { numeric: true })

/** Decisions of one attempt at one matter, first decided first. */
export const decisionsOf = (all: readonly Decision[], matter: DecisionMatter, attempt: number) =>
  all.filter((d) => d.matter === matter && d.attempt === attempt).toSorted(byNumber)

/**
 * How far an attempt has come: `open` until the one or all parties have decided; one party's no, or two
 * that decide differently, end it undecided. Without parties one decision settles it.
 */
export function settlement(
  decisions: readonly Decision[],
  parties: readonly Ref[],
): 'open' | 'settled' | 'refused' {
  const byParties = decisions.filter((d) => d.party)
  const outcomes = new Set(byParties.map((d) => d.outcome))
  if (outcomes.size > 1 || byParties.some((d) => isNo(d.outcome))) return 'refused'
  if (decisions.some((d) => !d.party)) return 'settled'
  const decided = new Set(decisions.map((d) => d.party?.key))
  return parties.length > 0 && parties.every((party) => decided.has(party.key)) ? 'settled' : 'open'
}

/** The attempt a new decision belongs to: the latest while it is open, else the next. */
export function attemptOf(all: readonly Decision[], matter: DecisionMatter, parties: readonly Ref[]): number {
  const latest = Math.max(0, ...all.filter((d) => d.matter === matter).map((d) => d.attempt))
  if (latest === 0) return 1
  return settlement(decisionsOf(all, matter, latest), parties) === 'open' ? latest : latest + 1
}

/** The parties still to decide in an open attempt. */
export function waitingFor(decisions: readonly Decision[], parties: readonly Ref[]): Ref[] {
  const decided = new Set(decisions.map((d) => d.party?.key))
  return parties.filter((party) => !decided.has(party.key))
}

/** How a settled decision changes the initiative. The decision itself says from where to where. */
export function effectOf(decision: Decision, initiative: Initiative): Partial<InitiativeDraft> {
  const moved = decision.toStage !== initiative.stage
  return {
    stage: decision.toStage,
    state: decision.toState,
    lastDecision: { key: decision.key, title: decision.number },
    ...(moved && { stageSince: decision.decidedOn }),
    ...(decision.matter === 'financing' &&
      decision.outcome === 'grant' && { financing: { key: decision.key, title: decision.number } }),
  }
}
