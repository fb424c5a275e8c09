/** What each outcome of an item asks for, what it may do with the initiative, and what it becomes in the register. */
import type { Person } from '#src/lists/columns.ts'
import type { DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import {
  type AgendaItem,
  type Attendance,
  type ItemEffect,
  type ItemOutcome,
  itemOutcomes,
  type Meeting,
} from '#src/lists/meetings.ts'
import type { FaultyField } from '#src/lists/validate.ts'
import type { Voice } from '#src/lists/voices.ts'
import type { Refusal } from '../refusal.ts'
import { newVoices, ownDecisions, roundOf, sameVoices } from './voices.ts'

/** What stands in the way of a decision on an item; each has a sentence of its own (`meeting.…`). */
export type ItemFault =
  /** Whoever decides isn't noted as present. */
  | 'notPresent'
  /** Between meetings people write down their own decisions only. */
  | 'notYourOwn'
  /** Whoever decides has left the item for a conflict of interest. */
  | 'leftItem'
  /** The forum guides; a post with the mandate decides. */
  | 'guidesOnly'
  /** The outcome can't do that, or there is no initiative to do it with. */
  | 'effectUnfit'
  /** All parties don't say yes: nothing is granted. */
  | 'notAgreed'
  /** The decision has taken effect; another decision may take its place. */
  | 'carriedOut'
  /** Verified at once, where minutes aren't verified. */
  | 'notVerified'

type Does = ItemEffect['does']
type Asked = 'wording' | 'toComplete'

interface OutcomeRule {
  /** What must be said. A `wording` that isn't given is taken from the proposal. */
  asks: readonly Asked[]
  /** What it may do with the initiative. */
  effects: readonly Does[]
  /** What it may do besides, where several authorities each decide for themselves: one of them says no. */
  byParties?: readonly Does[]
  /** Its matter in the register when it does nothing with an initiative; without one it isn't a decision. */
  matter?: DecisionMatter
  /** Whether it says yes or no itself, which a forum that only guides leaves to a post. */
  decides?: true
}

const all = ['gate', 'state', 'financing', 'owner', 'priority'] as const satisfies readonly Does[]

/** Outcomes of domain §7. `noted` is in the register when words of its own were noted. */
const outcomeRules = {
  grant: { asks: ['wording'], effects: all, matter: 'other', decides: true },
  refuse: {
    asks: ['wording'],
    effects: ['gate', 'financing'],
    byParties: ['owner', 'priority'],
    matter: 'other',
    decides: true,
  },
  remit: { asks: ['toComplete'], effects: ['gate'], matter: 'other' },
  table: { asks: [], effects: [], matter: 'other' },
  noted: { asks: [], effects: [], matter: 'other' },
  assign: { asks: ['wording'], effects: ['owner'], matter: 'assignment' },
  support: { asks: ['wording'], effects: all, matter: 'guidance' },
  oppose: { asks: ['wording'], effects: all, matter: 'guidance' },
  own: { asks: ['wording'], effects: all, matter: 'other', decides: true },
  dropped: { asks: [], effects: [] },
} as const satisfies Record<ItemOutcome, OutcomeRule>

export const ruleOf = (outcome: ItemOutcome): OutcomeRule => outcomeRules[outcome]

/** What an outcome may do with the initiative. `byParties`: whether several authorities each decide it for themselves. */
export function effectsFor(outcome: ItemOutcome, byParties: boolean): readonly Does[] {
  const rule = ruleOf(outcome)
  return byParties && rule.byParties ? [...rule.effects, ...rule.byParties] : rule.effects
}

/** A decision on an item as it is asked for. */
export interface ItemDecision {
  outcome: ItemOutcome
  wording?: string | undefined
  toComplete?: string | undefined
  conflicted?: readonly Person[] | undefined
  decidedBy: Person
  effect?: ItemEffect | undefined
  /** Where several authorities decide, each for itself: what each says. */
  voices?: readonly Voice[] | undefined
  atOnce?: boolean | undefined
}

interface Sitting {
  meeting: Pick<Meeting, 'kind' | 'minutesKind' | 'verification'>
  attendance: readonly Pick<Attendance, 'person' | 'presence'>[]
  item: Pick<AgendaItem, 'initiative' | 'proposal' | 'voices'>
  me: Person
  /** Whether the forum only guides. */
  guidesOnly?: boolean | undefined
}

/** What forbids it, whatever the initiative looks like; nothing, when the way is free. */
export function decisionFaults(decision: ItemDecision, sitting: Sitting): Refusal[] {
  const { meeting, attendance, item, me, guidesOnly } = sitting
  const { outcome, effect, decidedBy, conflicted = [], voices = [] } = decision
  const { decides } = ruleOf(outcome)
  const effects = effectsFor(outcome, ownDecisions(voices).length > 0)
  const meets = (fault: ItemFault, when: boolean): Refusal[] => (when ? [{ why: 'meeting', fault }] : [])
  const lacking = missingOf(decision, item)
  const said = newVoices(item.voices, voices).map(({ by }) => by)
  const deciders = said.length > 0 ? said : [decidedBy]
  const isThere = ({ id }: Person) =>
    attendance.some((row) => row.person.id === id && row.presence !== 'absent')
  const left = deciders.filter(({ id }) => conflicted.some((one) => one.id === id))
  const isBetween = meeting.kind === 'between'
  return [
    ...(lacking.length > 0
      ? [{ why: 'invalid', problems: lacking, of: 'AgendaItems' } satisfies Refusal]
      : []),
    ...meets('effectUnfit', effect !== undefined && (!effects.includes(effect.does) || !item.initiative)),
    ...meets('effectUnfit', effect === undefined && said.length > 0),
    ...meets('notAgreed', yes.includes(outcome) && roundOf(voices)?.state === 'refused'),
    ...meets('guidesOnly', guidesOnly === true && decides === true && effect === undefined),
    ...meets('notYourOwn', isBetween && deciders.some(({ id }) => id !== me.id)),
    ...meets('notPresent', !isBetween && isDecision(decision) && !deciders.every(isThere)),
    ...(left.length > 0
      ? [{ why: 'meeting', fault: 'leftItem', names: left.map(({ name }) => name) } satisfies Refusal]
      : []),
    ...meets(
      'notVerified',
      decision.atOnce === true && !(meeting.minutesKind === 'protocol' && meeting.verification),
    ),
  ]
}

/** What a matter that is refused or undecided can't be said to end in. */
const yes: readonly ItemOutcome[] = ['grant', 'support']

function missingOf(decision: ItemDecision, item: Sitting['item']): FaultyField[] {
  const { asks } = ruleOf(decision.outcome)
  const says = { wording: wordingOf(decision, item), toComplete: decision.toComplete }
  return asks.flatMap((field): FaultyField[] => (says[field]?.trim() ? [] : [{ field, problem: 'required' }]))
}

/** Whether the outcome goes into the register of decisions. */
export const isDecision = ({
  outcome,
  effect,
  wording,
}: Pick<ItemDecision, 'outcome' | 'effect' | 'wording'>) =>
  effect !== undefined ||
  (outcome === 'noted' ? Boolean(wording?.trim()) : ruleOf(outcome).matter !== undefined)

/** The matter of a decision that does nothing with an initiative. */
export const matterOfOutcome = (outcome: ItemOutcome): DecisionMatter => ruleOf(outcome).matter ?? 'other'

/** The outcome in the register. */
export const registered = (outcome: Exclude<ItemOutcome, 'dropped'>): Outcome => outcome

/** What is decided, in words: those given, or the proposal that the forum said yes or no to; `undefined` when nobody has said. */
export function wordingOf(
  { outcome, wording, toComplete }: Pick<ItemDecision, 'outcome' | 'wording' | 'toComplete'>,
  { proposal }: Pick<AgendaItem, 'proposal'>,
): string | undefined {
  const said = wording?.trim() || (outcome === 'remit' && toComplete?.trim())
  if (said) return said
  const proposed = proposal?.trim()
  if (proposed && outcome === 'grant') return proposed
  if (proposed && outcome !== 'own' && outcome !== 'assign') return `${itemOutcomes[outcome]}: ${proposed}`
  return ruleOf(outcome).asks.includes('wording') ? undefined : itemOutcomes[outcome]
}

/** Whether two decisions on an item say the same, so that the second asks for nothing new. */
export function saysTheSame(item: AgendaItem, decision: ItemDecision): boolean {
  const said = (of: ItemDecision) =>
    JSON.stringify([
      of.outcome,
      of.wording?.trim() ?? '',
      of.toComplete?.trim() ?? '',
      ownDecisions(of.voices).length > 0 ? '' : of.decidedBy.id,
      of.effect ? Object.entries(of.effect).toSorted(([a], [b]) => a.localeCompare(b)) : null,
      of.atOnce === true,
    ])
  const { outcome, decidedBy } = item
  return (
    outcome !== undefined &&
    decidedBy !== undefined &&
    said({ ...item, outcome, decidedBy }) === said({ ...decision, wording: wordingOf(decision, item) }) &&
    sameVoices(item.voices, decision.voices)
  )
}

/** Refusals that tell that the one named can't decide this at all, whatever is filled in later. */
const ofTheDecider = new Set<Refusal['why']>([
  'notYourMandate',
  'noMandate',
  'overAmount',
  'conflictOfInterest',
  'outcomeNotAllowed',
  'noAgreement',
  'nowhereToRaise',
  'alreadyDecided',
])

/** Of what would keep a decision from taking effect, what keeps it from being made. */
export const keepsFromDeciding = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.filter(({ why }) => ofTheDecider.has(why))

/** Why the decision of an item could not be carried out, for a sentence in either language. */
export function whyNotCarriedOut({ refused }: Pick<AgendaItem, 'refused'>): Refusal[] {
  if (!refused) return []
  try {
    const read: unknown = JSON.parse(refused)
    return Array.isArray(read) ? (read as Refusal[]) : []
  } catch {
    // Somebody has written in the column by hand.
    return []
  }
}
