/** What a gate may ask for, and when each counts as filled in. */
import type { Ref } from '#src/lists/columns.ts'
import type { Benefit, CostItem, Dependency } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives, type Stage } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { administrationsOf, type UnitTree } from './organisation/tree.ts'

/** An initiative with all that a gate looks at. */
export interface Preparation {
  initiative: Initiative
  /** The process the initiative follows. */
  process: ProcessName
  tree: UnitTree
  costItems: readonly CostItem[]
  benefits: readonly Benefit[]
  /** What this initiative waits for, with the stage of what it waits for when that is known. */
  dependencies: readonly (Dependency & { neededStage?: Stage })[]
}

const has = (value: unknown) =>
  Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')

/** One row for each thing that can be missing; the field it is written in, and the test. */
export const needs = {
  title: { field: 'title', met: ({ initiative: i }) => has(i.title) },
  need: { field: 'need', met: ({ initiative: i }) => has(i.need) },
  benefit: { field: 'benefit', met: ({ initiative: i }) => has(i.benefit) },
  unit: { field: 'unit', met: ({ initiative: i }) => has(i.unit) },
  contact: { field: 'contact', met: ({ initiative: i }) => has(i.contact) },
  concernedUnits: { field: 'concernedUnits', met: ({ initiative: i }) => has(i.concernedUnits) },
  scope: {
    field: 'scope',
    met: ({ initiative: i, tree }) => has(i.scope) && i.scope === scopeOf(i, tree),
  },
  similar: {
    field: 'similarChecked',
    met: ({ initiative: i }) =>
      i.similarChecked === 'none' || (i.similarChecked === 'linked' && has(i.similar)),
  },
  type: { field: 'type', met: ({ initiative: i }) => has(i.type) },
  legal: { field: 'legal', met: ({ initiative: i }) => i.legal === 'yes' || i.legal === 'no' },
  legalDay: { field: 'legalDay', met: ({ initiative: i }) => i.legal !== 'yes' || has(i.legalDay) },
  administrationsEndorse: {
    field: 'endorsements',
    met: (p) => scopeOf(p.initiative, p.tree) !== 'shared' || unendorsedAdministrations(p).length === 0,
  },
  caseNumber: { field: 'caseNumber', met: ({ initiative: i }) => has(i.caseNumber) },
  union: { field: 'union', met: ({ initiative: i }) => isUnionDone(i) },
  endorsements: { field: 'endorsements', met: (p) => unendorsedUnits(p).length === 0 },
  description: { field: 'description', met: ({ initiative: i }) => has(i.description) },
  consequences: { field: 'consequences', met: ({ initiative: i }) => has(i.consequences) },
  costPerYear: { field: 'costItems', met: ({ costItems }) => costItems.some((c) => !c.archived) },
  benefitsWithOwner: {
    field: 'benefits',
    met: ({ benefits }) =>
      benefits.some((b) => !b.archived) && benefits.every((b) => b.archived || has(b.owner)),
  },
  operation: { field: 'operation', met: ({ initiative: i }) => has(i.operation) },
  informationClass: { field: 'informationClass', met: ({ initiative: i }) => has(i.informationClass) },
  personalData: {
    field: 'personalData',
    met: ({ initiative: i }) => i.personalData === 'yes' || i.personalData === 'no',
  },
  dependencies: {
    field: 'dependenciesChecked',
    met: ({ initiative: i, dependencies }) =>
      i.dependenciesChecked === 'none' || dependencies.some((d) => !d.archived),
  },
  effectOwner: { field: 'effectOwner', met: ({ initiative: i }) => has(i.effectOwner) },
  projectOwner: { field: 'projectOwner', met: ({ initiative: i }) => has(i.projectOwner) },
  projectManager: { field: 'projectManager', met: ({ initiative: i }) => has(i.projectManager) },
  steeringGroup: { field: 'steeringGroup', met: ({ initiative: i }) => has(i.steeringGroup) },
  directive: { field: 'directiveApproved', met: ({ initiative: i }) => has(i.directiveApproved) },
  financingShares: {
    field: 'financingShares',
    met: (p) => scopeOf(p.initiative, p.tree) !== 'shared' || areSharesWhole(p),
  },
  financing: { field: 'financing', met: ({ initiative: i }) => has(i.financing) },
  processOwner: { field: 'processOwner', met: ({ initiative: i }) => has(i.processOwner) },
  processOwnerEndorses: {
    field: 'endorsements',
    met: ({ initiative: i }) =>
      !i.processOwner || endorsementOf(i, processOwnerParty.key)?.by.id === i.processOwner.id,
  },
  benefitLead: {
    field: 'benefitLead',
    // An investigation ends in a proposal; there is no effect to realise yet.
    met: ({ initiative: i }) => i.type === 'investigation' || has(i.benefitLead),
  },
  ideaCaseNumber: {
    field: 'ideaCaseNumber',
    met: ({ initiative: i }) => !i.ideaDay || has(i.ideaCaseNumber),
  },
  ideaToRollout: {
    field: 'ideaDay',
    met: ({ initiative: i }) => (!i.ideaDay && !i.ideaCaseNumber) || has(i.ideaDecision),
  },
  prerequisites: { field: 'dependencies', met: (p) => openPrerequisites(p).length === 0 },
} as const satisfies Record<string, { field: string; met: (preparation: Preparation) => boolean }>
export type Need = keyof typeof needs

export const isMet = (need: Need, preparation: Preparation) => needs[need].met(preparation)

/** Units concerned: the one that asks, and those marked as concerned. */
export function concernedUnits(initiative: Pick<Initiative, 'unit' | 'concernedUnits'>): Ref[] {
  const all = [...(initiative.unit ? [initiative.unit] : []), ...(initiative.concernedUnits ?? [])]
  return [...new Map(all.map((unit) => [unit.key, unit])).values()]
}

/** Units a decision must stand on: those concerned, and the one that pays. */
export function unitsAsked(initiative: Pick<Initiative, 'unit' | 'concernedUnits' | 'payer'>): Ref[] {
  const { payer } = initiative
  const units = concernedUnits(initiative)
  return payer && !units.some((unit) => unit.key === payer.key) ? [...units, payer] : units
}

/** Own or shared as marked, but never own when another administration is concerned or pays. Unknown until somebody has said. */
export const scopeOf = (
  initiative: Pick<Initiative, 'unit' | 'concernedUnits' | 'payer' | 'scope'>,
  tree: UnitTree,
): Initiative['scope'] =>
  initiative.scope && administrationsOf(unitsAsked(initiative), tree).length > 1 ? 'shared' : initiative.scope

/** Concerned units that haven't confirmed that they give people, roll out and carry the cost. External parties are not asked. */
export function unendorsedUnits({ initiative, tree }: Preparation): Ref[] {
  const endorsed = new Set((initiative.endorsements ?? []).map((e) => e.unit.key))
  return (initiative.concernedUnits ?? []).filter(
    (u) => tree.get(u.key)?.kind !== 'external' && !endorsed.has(u.key),
  )
}

/** The regional process owner as the one who endorses, beside the units. */
export const processOwnerParty: Ref = {
  key: 'processOwner',
  title: initiatives.columns.processOwner.label,
}

export const endorsementOf = (initiative: Initiative, key: string) =>
  initiative.endorsements?.find((e) => e.unit.key === key)

/** Administrations whose development team hasn't endorsed a shared need. One department's word doesn't bind the others. */
export function unendorsedAdministrations({ initiative, tree }: Preparation): Ref[] {
  const endorsed = new Set((initiative.endorsements ?? []).map((e) => e.unit.key))
  return administrationsOf(concernedUnits(initiative), tree)
    .filter((administration) => !endorsed.has(administration.key))
    .map(({ key, title }) => ({ key, title }))
}

/** What this initiative waits for that is neither marked as settled nor in operation. */
export const openPrerequisites = ({ dependencies }: Pick<Preparation, 'dependencies'>) =>
  dependencies.filter(
    (d) => !d.archived && !d.settled && d.neededStage !== 'benefits' && d.neededStage !== 'closed',
  )

/**
 * A dated step ended in agreement or disagreement (being informed settles nothing); or cooperation isn't applicable,
 * with a reason. What was written before steps were kept counts with its group, day and result.
 */
function isUnionDone(i: Initiative): boolean {
  if (i.union === 'notApplicable') return has(i.unionReason)
  if (i.unionSteps?.some(({ result }) => result === 'agreed' || result === 'disagreed')) return true
  return (i.union === 'agreed' || i.union === 'disagreed') && has(i.unionGroup) && has(i.unionDay)
}

/** Every party has a share, and the shares make 100. */
export function areSharesWhole({ initiative, tree }: Pick<Preparation, 'initiative' | 'tree'>): boolean {
  const shares = initiative.financingShares ?? []
  const total = shares.reduce((sum, { percent }) => sum + percent, 0)
  return (
    Math.abs(total - 100) < 0.01 &&
    administrationsOf(unitsAsked(initiative), tree).every(({ key }) =>
      shares.some(({ party, percent }) => party.key === key && percent > 0),
    )
  )
}
