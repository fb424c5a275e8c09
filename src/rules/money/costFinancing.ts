/** What pays for an initiative's costs, year by year: the frames that initiatives compete for, apart from what others pay. */
import type { CostItem, Financing } from '#src/lists/businessCase.ts'
import type { PerYear } from '../selection.ts'

/** What usually pays for a kind of cost (S1, S2), where the item doesn't say. */
const usual: Record<CostItem['kind'], Financing> = {
  projectManager: 'development',
  projectGroup: 'operations',
  steeringGroup: 'operations',
  supplier: 'development',
  consultants: 'development',
  standIns: 'operations',
  training: 'operations',
  rolloutOrganisation: 'operations',
  hardware: 'effectOwner',
  licences: 'development',
  operation: 'serviceAgreement',
}

export const financingOf = ({ kind, financing }: Pick<CostItem, 'kind' | 'financing'>): Financing =>
  financing ?? usual[kind]

/** Kronor a year, by the frame they are asked of. */
export interface FrameNeed {
  development: PerYear
  concept: PerYear
  maintenance: PerYear
}

type Cost = Pick<CostItem, 'kind' | 'financing' | 'year' | 'amountKr' | 'archived'>

/** What an initiative's cost items ask of each frame; what the operations, an agreement or the effect owner pays is no part of it. */
export function needOf(costs: readonly Cost[]): FrameNeed {
  const of = (financing: Financing): PerYear => {
    const perYear: Record<number, number> = {}
    for (const cost of costs)
      if (!cost.archived && financingOf(cost) === financing)
        perYear[cost.year] = (perYear[cost.year] ?? 0) + cost.amountKr
    return perYear
  }
  return { development: of('development'), concept: of('concept'), maintenance: of('maintenance') }
}
