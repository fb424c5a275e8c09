/** The gates of every process: what each moves, asks for, may end in and by whose mandate (sources S1 and S2 in GLOSSARY.md). */
import { heldBy } from './needs/mergedStage.ts'
import type { DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { Initiative, InitiativeType, Stage, State } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { isMet, type Need, type Preparation } from './needs.ts'
import { stagesOf } from './processes.ts'
import type { Refusal } from './refusal.ts'

/** What a decided outcome does to the initiative; empty when it stays where it is. */
export interface Effect {
  stage?: Stage
  state?: State
}

export interface Gate {
  process: ProcessName
  from: Stage
  /** Asked for here, besides what the gates of earlier stages ask for. */
  needs: readonly Need[]
  outcomes: Partial<Record<Outcome, Effect>>
  /** The matter whose mandate decides it. */
  matter: Matter
  /** Outcomes decided by another mandate than the gate's own. */
  decidedAs?: Partial<Record<Outcome, Matter>>
  /** Outcomes each party of a shared initiative chooses between, where all must agree. */
  partyOutcomes?: readonly Outcome[]
  /** The gate is there for initiatives of these types only. */
  types?: readonly InitiativeType[]
  /** Outcomes that are there for initiatives of these types only. */
  outcomeTypes?: Partial<Record<Outcome, readonly InitiativeType[]>>
  /** Whoever may not decide alone raises it to the forum over theirs. */
  raises?: boolean
}

const screenOut = { state: 'screenedOut' } as const
const behov = { process: 'behovsprocessen' } as const
const portfolj = { process: 'portfoljprocessen', raises: true } as const

export const gates = {
  BP1: {
    ...behov,
    from: 'collection',
    matter: 'BP1',
    needs: ['title', 'need', 'benefit', 'unit', 'contact'],
    outcomes: { goOn: { stage: 'screening' }, screenOut },
  },
  BP2: {
    ...behov,
    from: 'screening',
    matter: 'BP2',
    needs: ['concernedUnits', 'scope', 'similar', 'type', 'legal', 'legalDay', 'administrationsEndorse'],
    outcomes: { investigate: { stage: 'preparation' }, screenOut },
  },
  BP3: {
    ...behov,
    from: 'preparation',
    matter: 'BP3',
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
    outcomes: { waitingList: { stage: 'ready' }, back: { stage: 'preparation' }, screenOut },
    partyOutcomes: ['waitingList', 'back', 'screenOut', 'refuse'],
  },
  BP4: {
    ...behov,
    from: 'ready',
    matter: 'BP4',
    needs: [
      'projectOwner',
      'projectManager',
      'steeringGroup',
      'directive',
      'financingShares',
      'financing',
      'prerequisites',
    ],
    outcomes: { handOver: { stage: 'delivery' }, wait: {}, screenOut },
    // The project office sets the order of starts; the director decides the start itself.
    decidedAs: { handOver: 'start', screenOut: 'start' },
    partyOutcomes: ['handOver', 'wait', 'screenOut', 'refuse'],
  },
  benefitsStart: {
    ...behov,
    from: 'delivery',
    matter: 'projectEnd',
    needs: ['benefitLead'],
    outcomes: {
      realise: { stage: 'benefits' },
      close: { stage: 'closed' },
      stay: {},
      reenter: { stage: 'preparation' },
    },
    // What an investigation found is weighed as any need: by the post that lets needs into preparation.
    decidedAs: { reenter: 'BP2' },
    outcomeTypes: { reenter: ['investigation'] },
  },
  benefitsEnd: {
    ...behov,
    from: 'benefits',
    matter: 'effects',
    needs: [],
    outcomes: { close: { stage: 'closed' }, stay: {} },
  },
  reentry: {
    ...behov,
    from: 'closed',
    matter: 'BP2',
    needs: [],
    outcomes: { reenter: { stage: 'preparation' } },
    types: ['investigation'],
  },
  intake: {
    ...portfolj,
    from: 'need',
    matter: 'ranking',
    needs: ['title', 'need', 'unit', 'contact'],
    outcomes: { goOn: { stage: 'intake' }, wait: {}, screenOut },
  },
  prioritisation: {
    ...portfolj,
    from: 'intake',
    matter: 'ranking',
    needs: ['benefit', 'concernedUnits', 'similar', 'type', 'legal', 'legalDay', 'processOwner'],
    outcomes: { goOn: { stage: 'prioritisation' }, remit: { stage: 'need' }, screenOut },
  },
  phase: {
    ...portfolj,
    from: 'prioritisation',
    matter: 'ranking',
    needs: [
      'caseNumber',
      'processOwnerEndorses',
      'endorsements',
      'costPerYear',
      'benefitsWithOwner',
      'effectOwner',
    ],
    outcomes: {
      toConcept: { stage: 'concept' },
      toDevelopment: { stage: 'development' },
      wait: {},
      remit: { stage: 'intake' },
      screenOut,
    },
    decidedAs: { toConcept: 'concept', toDevelopment: 'development' },
  },
  development: {
    ...portfolj,
    from: 'concept',
    matter: 'development',
    needs: [
      'union',
      'description',
      'consequences',
      'operation',
      'informationClass',
      'personalData',
      'dependencies',
      'projectOwner',
      'projectManager',
    ],
    outcomes: { toDevelopment: { stage: 'development' }, stay: {}, screenOut },
    decidedAs: { stay: 'concept', screenOut: 'concept' },
  },
  rollout: {
    ...portfolj,
    from: 'development',
    matter: 'rollout',
    needs: ['prerequisites', 'ideaCaseNumber', 'ideaToRollout', 'benefitLead'],
    outcomes: { toRollout: { stage: 'rollout' }, stay: {} },
    // Another quarterly cycle of development.
    decidedAs: { stay: 'development' },
  },
  closing: {
    ...portfolj,
    from: 'rollout',
    matter: 'rollout',
    needs: [],
    outcomes: { close: { stage: 'closed' }, stay: {} },
  },
} as const satisfies Partial<Record<DecisionMatter, Gate>>
export type GateName = keyof typeof gates

export const gateNames = Object.keys(gates) as GateName[]

export const isGate = (matter: string): matter is GateName => Object.hasOwn(gates, matter)

export const gateOf = (name: GateName): Gate => gates[name]

export const gatesOf = (process: ProcessName): GateName[] =>
  gateNames.filter((name) => gates[name].process === process)

type Standing = Pick<Initiative, 'stage' | 'type'>

/** The gate an initiative stands before in its process (`processOf`); `undefined` where there is none. */
export const nextGate = ({ stage, type }: Standing, process: ProcessName): GateName | undefined =>
  gatesOf(process).find((name) => gateOf(name).from === stage && fits(gateOf(name).types, type))

/** Outcomes that take the initiative to a later stage, in the order they are written. */
export const forwardOutcomes = (gate: GateName): Outcome[] =>
  outcomesIn(gate).filter((outcome) => movesForward(gate, outcome))

/** Whether the outcome moves the initiative forward, and so needs everything filled in. */
export function movesForward(gate: GateName, outcome: Outcome): boolean {
  const { process, from, outcomes } = gateOf(gate)
  const stages = stagesOf(process)
  return stages.indexOf(outcomes[outcome]?.stage ?? from) > stages.indexOf(from)
}

/**
 * The matter whose mandate an outcome takes. Without an outcome: that of going forward. Where the parties of a shared
 * initiative decide jointly, every outcome is theirs.
 */
export function matterOf(gate: GateName, outcome?: Outcome, byParties = false): Matter {
  const { matter, decidedAs } = gateOf(gate)
  const asked = (byParties ? undefined : outcome) ?? forwardOutcomes(gate)[0] ?? outcomesIn(gate)[0]
  return (asked && decidedAs?.[asked]) ?? matter
}

/** Outcomes to choose between; each party of a shared initiative may also say no. */
export function outcomesOf(
  gate: GateName,
  byParties: boolean,
  { type }: Pick<Initiative, 'type'>,
): Outcome[] {
  const { partyOutcomes, outcomeTypes } = gateOf(gate)
  const all = byParties && partyOutcomes ? [...partyOutcomes] : outcomesIn(gate)
  return all.filter((outcome) => fits(outcomeTypes?.[outcome], type))
}

/** Everything asked for by the gates of the stages that an outcome leaves behind, also of a stage that is skipped. */
export function needsOf(gate: GateName, outcome: Outcome | undefined = forwardOutcomes(gate)[0]): Need[] {
  if (!outcome || !movesForward(gate, outcome)) return []
  const { process, outcomes } = gateOf(gate)
  const stages = stagesOf(process)
  const to = stages.indexOf(outcomes[outcome]?.stage as Stage)
  return [
    ...new Set(
      gatesOf(process).flatMap((name) => (stages.indexOf(gateOf(name).from) < to ? gateOf(name).needs : [])),
    ),
  ]
}

/** What is missing before the gate may be decided so; without an outcome, before the first that goes forward. */
export const missingFor = (gate: GateName, preparation: Preparation, outcome?: Outcome): Need[] =>
  needsOf(gate, outcome).filter((need) => !isMet(need, preparation))

/** What stands in the way of deciding a gate, whoever asks; nothing, when the way is free. */
export function gateRefusals(gate: GateName, preparation: Preparation, outcome: Outcome): Refusal[] {
  const { initiative, process } = preparation
  if (initiative.external) return [{ why: 'external' }]
  if (initiative.archived) return [{ why: 'archived' }]
  if (nextGate(initiative, process) !== gate) return [{ why: 'noGate', stage: initiative.stage }]
  if (initiative.state !== 'active') return [{ why: 'notActive', ...heldBy(initiative) }]
  const missing = missingFor(gate, preparation, outcome)
  return missing.length ? [{ why: 'missing', matter: gate, needs: missing }] : []
}

const outcomesIn = (gate: GateName) => Object.keys(gates[gate].outcomes) as Outcome[]

const fits = (types: readonly InitiativeType[] | undefined, type: InitiativeType | undefined) =>
  types === undefined || (type !== undefined && types.includes(type))
