/** What the person may decide about an initiative now, and who decides what they may not. */
import { mandates } from '#src/lists/organisation.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import { type GateName, matterOf, missingFor, nextGate, outcomesOf } from '#src/rules/gates.ts'
import {
  type DecidingRight,
  decidingRight,
  isRefusal,
  mandateOf,
  type MandateQuestion,
} from '#src/rules/mandate.ts'
import type { Need } from '#src/rules/needs.ts'
import { attemptOf, decisionsOf } from '#src/rules/outcomes.ts'
import { matterOfStage, type StateChange, stateChanges } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import type { By, Choice } from './DecisionDialog.tsx'
import type { Whole } from '../useWhole.ts'

export interface MayDecide {
  gate: GateName | undefined
  /** The right to take the initiative forward; `undefined` where nothing is decided. */
  right: DecidingRight | undefined
  missing: Need[]
  /** Outcomes of the gate that this person's mandates reach. */
  choices: Choice[]
  /** Why there are none. */
  refusal: Refusal | undefined
  states: { change: StateChange; by: By }[]
  financing: By | undefined
}

export function useDeciding({ initiative, preparation, decisions, complete }: Whole): MayDecide {
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const gate = nextGate(initiative)
  const matter = gate ? matterOf(gate) : matterOfStage(initiative.stage)
  const ask = (asked: MandateQuestion['matter']): MandateQuestion => ({
    matter: asked,
    initiative,
    mandates: rows,
    tree: preparation.tree,
    today,
  })
  const right = matter ? decidingRight(ask(matter)) : undefined
  const parties = right?.kind === 'all' ? right.parties.map((p) => p.party) : []
  const decided = gate
    ? decisionsOf(decisions, gate, attemptOf(decisions, gate, parties)).flatMap((d) => d.party?.key ?? [])
    : []
  const byFor = (asked: MandateQuestion['matter']) => mandateOf(session.person, { ...ask(asked), decided })

  const open = gate && initiative.state === 'active' && complete
  const outcomes: Outcome[] = open ? outcomesOf(gate, right?.kind === 'all') : []
  const choices = outcomes.flatMap((outcome): Choice[] => {
    const by = gate ? byFor(matterOf(gate, outcome)) : undefined
    return by && !isRefusal(by) ? [{ outcome, by }] : []
  })
  const forward = matter ? byFor(matter) : undefined
  const stateMatter = matterOfStage(initiative.stage)
  const stateBy = stateMatter ? byFor(stateMatter) : undefined
  const financing = gate === 'BP4' && open ? byFor('financing') : undefined
  return {
    gate,
    right,
    missing: open ? missingFor(gate, preparation) : [],
    choices,
    refusal: choices.length === 0 && forward && isRefusal(forward) ? forward : undefined,
    states:
      complete && stateBy && !isRefusal(stateBy)
        ? changesFrom(initiative.state).map((change) => ({ change, by: stateBy }))
        : [],
    financing: financing && !isRefusal(financing) ? financing : undefined,
  }
}

const changesFrom = (state: string) =>
  (Object.keys(stateChanges) as StateChange[]).filter((change) =>
    (stateChanges[change].from as readonly string[]).includes(state),
  )
