/** What decisions lead to: whose turn it is, when a matter is settled, and how the initiative changes. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision, DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf } from '#src/lists/list.ts'

const explained: readonly Outcome[] = [
  'screenOut',
  'back',
  'remit',
  'refuse',
  'wait',
  'pause',
  'stop',
  'reopen',
  'escalate',
  'annul',
]

/** Whether someone who asked for the opposite will want the outcome explained. */
export const needsReason = (outcome: Outcome) => explained.includes(outcome)

/** The unique claim of one decision: whoever writes it first has decided. `instead` is the number of the one it replaces in the same round. */
export const claimOf = (of: {
  initiative: string
  matter: DecisionMatter
  attempt: number
  party?: string
  instead?: string
}) => [of.initiative, of.matter, of.attempt, of.party ?? '-', ...(of.instead ? [of.instead] : [])].join('/')

/** Whether a party keeps a shared matter from being decided: by its no, or by taking back its yes. */
const isNo = ({ outcome, supersedes }: Decision, round: readonly Decision[]) =>
  outcome === 'refuse' || (outcome === 'annul' && round.some((d) => d.key === supersedes?.key))

/** First decided first, also past 9,999 decisions in a year. */
export const byNumber = (a: Pick<Decision, 'number'>, b: Pick<Decision, 'number'>) =>
  a.number.localeCompare(b.number, 'sv', { numeric: true })

/** Decisions of one attempt at one matter, first decided first. */
export const decisionsOf = (all: readonly Decision[], matter: DecisionMatter, attempt: number) =>
  all.filter((d) => d.matter === matter && d.attempt === attempt).toSorted(byNumber)

/** The last decision about a matter. */
export const latestOf = (all: readonly Decision[], matter: DecisionMatter): Decision | undefined =>
  all
    .filter((d) => d.matter === matter)
    .toSorted(byNumber)
    .at(-1)

/** Decisions that no other among them replaces. */
export function inForce(decisions: readonly Decision[]): Decision[] {
  const replaced = new Set(decisions.flatMap((d) => d.supersedes?.key ?? []))
  return decisions.filter((d) => !replaced.has(d.key))
}

/**
 * How far an attempt has come: `open` until the one or all parties have decided. One party's no, or two that decide
 * differently or over different parties, end it undecided. Without parties one decision settles it.
 */
export function settlement(round: readonly Decision[]): 'open' | 'settled' | 'refused' {
  const decisions = inForce(round)
  const byParties = decisions.filter((d) => d.party)
  const differ = (of: (d: Decision) => unknown) => new Set(byParties.map(of)).size > 1
  if (differ((d) => d.outcome) || differ((d) => d.totalKr) || differ((d) => keysOf(d.parties)))
    return 'refused'
  if (byParties.some((d) => isNo(d, round))) return 'refused'
  if (decisions.some((d) => !d.party)) return 'settled'
  return byParties.length > 0 && waitingFor(byParties, byParties[0]?.parties ?? []).length === 0
    ? 'settled'
    : 'open'
}

/** The attempt a new decision belongs to: the latest while it is open between the same parties, else the next. */
export function attemptOf(all: readonly Decision[], matter: DecisionMatter, parties: readonly Ref[]): number {
  const latest = Math.max(0, ...all.filter((d) => d.matter === matter).map((d) => d.attempt))
  if (latest === 0) return 1
  const round = decisionsOf(all, matter, latest)
  const isOurs = round.every((d) => keysOf(d.parties) === keysOf(parties))
  return isOurs && settlement(round) === 'open' ? latest : latest + 1
}

/** The parties still to decide in an open attempt. */
export function waitingFor(round: readonly Decision[], parties: readonly Ref[]): Ref[] {
  const decided = new Set(inForce(round).map((d) => d.party?.key))
  return parties.filter((party) => !decided.has(party.key))
}

/** How a settled decision changes the initiative: only what the decision moved, for others may have moved the rest meanwhile. */
export function effectOf(decision: Decision): ChangesOf<typeof initiatives> {
  const self = { key: decision.key, title: decision.number }
  const column = grants[decision.matter]
  return {
    ...(decision.toStage !== decision.fromStage && {
      stage: decision.toStage,
      stageSince: decision.decidedOn,
    }),
    ...(decision.toState !== decision.fromState && { state: decision.toState }),
    ...(column && decision.outcome === 'grant' && { [column]: self }),
    ...(column && decision.outcome !== 'grant' && decision.supersedes && { [column]: null }),
    // What was granted for an investigation isn't granted for what it proposes.
    ...(decision.outcome === 'reenter' && { financing: null, directiveApproved: null }),
    lastDecision: self,
  }
}

/** The column that keeps the decision by which something was granted. */
const grants: Partial<Record<DecisionMatter, 'financing' | 'ideaDecision'>> = {
  financing: 'financing',
  ideaToRollout: 'ideaDecision',
}

const keysOf = (refs: readonly Ref[] | undefined) =>
  (refs ?? [])
    .map(({ key }) => key)
    .toSorted()
    .join(' ')
