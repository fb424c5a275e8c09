/** What an outcome may do with the initiative of an item, as choices of a form, and what the form's fields say together. */
import type { Person } from '#src/lists/columns.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import type { Initiative, State } from '#src/lists/initiatives.ts'
import type { ItemEffect, ItemOutcome } from '#src/lists/meetings.ts'
import { type GateName, movesForward, nextGate, outcomesOf } from '#src/rules/gates.ts'
import { effectsFor } from '#src/rules/meetings/itemDecision.ts'
import type { Preparation } from '#src/rules/needs.ts'
import { stateChanges } from '#src/rules/processes.ts'

export type OwnerRole = Extract<ItemEffect, { does: 'owner' }>['role']
export const ownerRoles = [
  'projectOwner',
  'effectOwner',
  'projectManager',
  'contact',
] as const satisfies readonly OwnerRole[]

/** One of the choices: `gate/BP3/waitingList`, `state/paused`, `financing`, `owner`, `priority`; nothing is ``. */
export type EffectChoice =
  | ''
  | `gate/${GateName}/${Outcome}`
  | `state/${State}`
  | 'financing'
  | 'owner'
  | 'priority'

/** What is filled in about the effect. */
export interface EffectDraft {
  choice: EffectChoice
  amountKr?: number | null
  agreed?: boolean
  role?: OwnerRole
  person?: Person
  rank?: number
}

const saysNo: readonly ItemOutcome[] = ['refuse', 'remit']

/** The choices that an outcome leaves; nothing is always one of them. */
export function effectChoices(
  outcome: ItemOutcome,
  { initiative, process }: Pick<Preparation, 'initiative' | 'process'>,
  /** Whether several authorities each decide for themselves. */
  byParties = false,
): EffectChoice[] {
  const gate = nextGate(initiative, process)
  const of = (does: ItemEffect['does']): EffectChoice[] => {
    if (does === 'gate')
      return initiative.state === 'active' && gate
        ? gateChoices(outcome, outcomesOf(gate, byParties, initiative), gate)
        : []
    return does === 'state' ? stateChoices(initiative) : [does]
  }
  return ['', ...effectsFor(outcome, byParties).flatMap(of)]
}

/** Whoever says no takes nothing forward. */
const gateChoices = (outcome: ItemOutcome, outcomes: readonly Outcome[], gate: GateName): EffectChoice[] =>
  outcomes
    .filter((one) => !saysNo.includes(outcome) || !movesForward(gate, one))
    .map((one) => `gate/${gate}/${one}` as const)

const stateChoices = ({ state }: Initiative): EffectChoice[] =>
  Object.values(stateChanges)
    .filter(({ from }) => (from as readonly State[]).includes(state))
    .map(({ to }) => `state/${to}` as const)

/** What is meant until somebody says otherwise: a gate that is granted is passed, one that is remitted goes back. */
export function usualChoice(outcome: ItemOutcome, choices: readonly EffectChoice[]): EffectChoice {
  const gates = choices.filter((choice) => choice.startsWith('gate/'))
  const [first = ''] = gates
  if (outcome === 'grant') return first
  if (outcome === 'remit') return gates.find((choice) => /\/(?:remit|back)$/.test(choice)) ?? ''
  if (outcome === 'refuse') return gates.find((choice) => choice.endsWith('/refuse')) ?? ''
  return ''
}

/** The effect, once enough is filled in; `undefined` when nothing is to be done, or something is missing yet. */
export function effectOf({
  choice,
  amountKr,
  agreed,
  role,
  person,
  rank,
}: EffectDraft): ItemEffect | undefined {
  const [does, first, second] = choice.split('/')
  switch (does) {
    case 'gate':
      return {
        does,
        gate: first ?? '',
        outcome: second as Outcome,
        ...(isAmount(amountKr) && { amountKr }),
        ...(agreed && { agreed }),
      }
    case 'state':
      return { does, to: first as State }
    case 'financing':
      return isAmount(amountKr) ? { does, amountKr } : undefined
    case 'owner':
      return role && person ? { does, role, person } : undefined
    case 'priority':
      return rank === undefined ? undefined : { does, rank }
    default:
      return undefined
  }
}

const isAmount = (kr: number | null | undefined): kr is number => Number.isSafeInteger(kr) && Number(kr) >= 0

/** Whether something is still to be filled in. */
export const isUnfinished = (draft: EffectDraft) => draft.choice !== '' && effectOf(draft) === undefined

/** The form of an effect that was decided before. */
export function draftOfEffect(effect: ItemEffect | undefined): EffectDraft {
  switch (effect?.does) {
    case 'gate': {
      const { gate, outcome, does: _, ...rest } = effect
      return { choice: `gate/${gate as GateName}/${outcome}`, ...rest }
    }
    case 'state':
      return { choice: `state/${effect.to}` }
    case 'financing':
      return { choice: 'financing', amountKr: effect.totalKr ?? effect.amountKr }
    case 'owner':
      return { choice: 'owner', role: effect.role, person: effect.person }
    case 'priority':
      return { choice: 'priority', rank: effect.rank }
    default:
      return { choice: '' }
  }
}
