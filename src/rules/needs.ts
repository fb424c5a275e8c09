/** What a gate may ask for, and when each counts as filled in. */
import type { Ref } from '#src/lists/columns.ts'
import type { Benefit, CostItem, Dependency } from '#src/lists/businessCase.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import { administrationsOf, type UnitTree } from './tree.ts'

/** An initiative with all that a gate looks at. */
export interface Preparation {
  initiative: Initiative
  tree: UnitTree
  costItems: readonly CostItem[]
  benefits: readonly Benefit[]
  /** What this initiative waits for, with the stage of what it waits for when that is known. */
  dependencies: readonly (Dependency & { neededStage?: Stage })[]
}

const has = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** One row for each thing that can be missing; the field it is written in, and the test. */
export const needs = {
  title: { field: 'title', met: ({ initiative: i }) => has(i.title) },
  need: { field: 'need', met: ({ initiative: i }) => has(i.need) },
  benefit: { field: 'benefit', met: ({ initiative: i }) => has(i.benefit) },
  unit: { field: 'unit', met: ({ initiative: i }) => has(i.unit) },
  contact: { field: 'contact', met: ({ initiative: i }) => has(i.contact) },
  concernedUnits: { field: 'concernedUnits', met: ({ initiative: i }) => has(i.concernedUnits) },
  scope: { field: 'scope', met: ({ initiative: i }) => has(i.scope) },
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
    met: (p) => p.initiative.scope !== 'shared' || unendorsedAdministrations(p).length === 0,
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
  financing: { field: 'financing', met: ({ initiative: i }) => has(i.financing) },
  prerequisites: { field: 'dependencies', met: (p) => openPrerequisites(p).length === 0 },
} as const satisfies Record<string, { field: string; met: (preparation: Preparation) => boolean }>
export type Need = keyof typeof needs

export const isMet = (need: Need, preparation: Preparation) => needs[need].met(preparation)

/** Units concerned: the one that asks, and those marked as concerned. */
export function concernedUnits(initiative: Pick<Initiative, 'unit' | 'concernedUnits'>): Ref[] {
  const all = [...(initiative.unit ? [initiative.unit] : []), ...(initiative.concernedUnits ?? [])]
  return [...new Map(all.map((unit) => [unit.key, unit])).values()]
}

/** Units that give people, roll out or pay, and haven't confirmed it. External parties are not asked. */
export function unendorsedUnits({ initiative, tree }: Preparation): Ref[] {
  const endorsed = new Set((initiative.endorsements ?? []).map((e) => e.unit.key))
  return (initiative.concernedUnits ?? []).filter(
    (u) => tree.get(u.key)?.kind !== 'external' && !endorsed.has(u.key),
  )
}

/** Administrations whose development team hasn't endorsed a shared need. */
function unendorsedAdministrations({ initiative, tree }: Preparation): Ref[] {
  const endorsed = new Set(
    administrationsOf(
      (initiative.endorsements ?? []).map((e) => e.unit),
      tree,
    ).map((a) => a.key),
  )
  return administrationsOf(concernedUnits(initiative), tree).filter((a) => !endorsed.has(a.key))
}

/** What this initiative waits for that is neither marked as settled nor in operation. */
export const openPrerequisites = ({ dependencies }: Pick<Preparation, 'dependencies'>) =>
  dependencies.filter(
    (d) => !d.archived && !d.settled && d.neededStage !== 'benefits' && d.neededStage !== 'closed',
  )

/** Held with group, date and result; or not applicable, with a reason. */
const isUnionDone = (i: Initiative) =>
  i.union === 'notApplicable'
    ? has(i.unionReason)
    : (i.union === 'agreed' || i.union === 'disagreed') && has(i.unionGroup) && has(i.unionDay)
