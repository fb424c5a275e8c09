/** The gates of Behovsprocessen: what each moves, asks for and may end in (source S2 in GLOSSARY.md). */
import type { Outcome } from '#src/lists/decisions.ts'
import type { Initiative, Stage, State } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import { isMet, type Need, type Preparation } from './needs.ts'
import type { Refusal } from './refusal.ts'

export type GateName = 'BP1' | 'BP2' | 'BP3' | 'BP4'

/** What a decided outcome does to the initiative; empty when it stays where it is. */
export interface Effect {
  stage?: Stage
  state?: State
}

export interface Gate {
  from: Stage
  to: Stage
  /** Asked for here, besides what the gates before ask for. */
  needs: readonly Need[]
  outcomes: Partial<Record<Outcome, Effect>>
  /** Outcomes decided by another mandate than the gate's own. */
  decidedAs?: Partial<Record<Outcome, Matter>>
  /** Outcomes each party of a shared initiative chooses between, where all must agree. */
  partyOutcomes?: readonly Outcome[]
}

export const gates = {
  BP1: {
    from: 'collection',
    to: 'screening',
    needs: ['title', 'need', 'benefit', 'unit', 'contact'],
    outcomes: { goOn: { stage: 'screening' }, screenOut: { state: 'screenedOut' } },
  },
  BP2: {
    from: 'screening',
    to: 'preparation',
    needs: ['concernedUnits', 'scope', 'similar', 'type', 'legal', 'legalDay', 'administrationsEndorse'],
    outcomes: { investigate: { stage: 'preparation' }, screenOut: { state: 'screenedOut' } },
  },
  BP3: {
    from: 'preparation',
    to: 'ready',
    needs: [
      'caseNumber',
      'union',
      'endorsements',
      'description',
      'consequences',
      'costPerYear',
      'benefitsWithOwner',
      'operation',
      'informationClass',
      'personalData',
      'dependencies',
      'effectOwner',
    ],
    outcomes: {
      waitingList: { stage: 'ready' },
      back: { stage: 'preparation' },
      screenOut: { state: 'screenedOut' },
    },
    partyOutcomes: ['waitingList', 'back', 'screenOut', 'refuse'],
  },
  BP4: {
    from: 'ready',
    to: 'delivery',
    needs: ['projectOwner', 'projectManager', 'steeringGroup', 'directive', 'financing', 'prerequisites'],
    outcomes: { handOver: { stage: 'delivery' }, wait: {}, screenOut: { state: 'screenedOut' } },
    // The project office sets the order of starts; the director decides the start itself.
    decidedAs: { handOver: 'start', screenOut: 'start' },
  },
} as const satisfies Record<GateName, Gate>

export const gateNames = Object.keys(gates) as GateName[]

export const gateOf = (name: GateName): Gate => gates[name]

/** The matter whose mandate an outcome takes. Without an outcome: that of going forward. */
export function matterOf(gate: GateName, outcome: Outcome = forwardOutcome(gate)): Matter {
  return gateOf(gate).decidedAs?.[outcome] ?? gate
}

/** The gate an initiative stands before; `undefined` where its process has none. */
export const nextGate = (initiative: Pick<Initiative, 'stage'>): GateName | undefined =>
  gateNames.find((name) => gates[name].from === initiative.stage)

/** Everything a gate asks for, the earlier gates' included. */
export const needsOf = (gate: GateName): Need[] =>
  gateNames.slice(0, gateNames.indexOf(gate) + 1).flatMap((name) => gates[name].needs)

/** What is missing before the gate may be decided. */
export const missingFor = (gate: GateName, preparation: Preparation): Need[] =>
  needsOf(gate).filter((need) => !isMet(need, preparation))

/** Whether the outcome moves the initiative forward, and so needs everything filled in. */
export const movesForward = (gate: GateName, outcome: Outcome) =>
  gateOf(gate).outcomes[outcome]?.stage === gates[gate].to

const forwardOutcome = (gate: GateName) =>
  (Object.keys(gates[gate].outcomes) as Outcome[]).find((outcome) => movesForward(gate, outcome)) as Outcome

/** Outcomes to choose between; each party of a shared initiative may also say no. */
export const outcomesOf = (gate: GateName, byParties: boolean): Outcome[] => {
  const { outcomes, partyOutcomes } = gateOf(gate)
  return byParties && partyOutcomes ? [...partyOutcomes] : (Object.keys(outcomes) as Outcome[])
}

/** What stands in the way of deciding a gate, whoever asks; nothing, when the way is free. */
export function gateRefusals(gate: GateName, preparation: Preparation, outcome: Outcome): Refusal[] {
  const { initiative } = preparation
  if (initiative.external) return [{ why: 'external' }]
  if (initiative.archived) return [{ why: 'archived' }]
  if (nextGate(initiative) !== gate) return [{ why: 'noGate', stage: initiative.stage }]
  if (initiative.state !== 'active') return [{ why: 'notActive', state: initiative.state }]
  const missing = movesForward(gate, outcome) ? missingFor(gate, preparation) : []
  return missing.length ? [{ why: 'missing', matter: gate, needs: missing }] : []
}
