/** What initiatives ask of the development frame in the pictures: their cost items, and a rough estimate only where there are none. Pure. */
import type { CostItem } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { needOf } from '../money/costFinancing.ts'

export interface Price {
  /** Kronor, all years together, unless it is yearly. */
  kr: number
  /** Nobody has written what it consists of: the highest of an estimate, as when the best set is sought. */
  isRough: boolean
  /** An estimate of one year, as when it is for as long as it lasts; what cost items say is of all their years. */
  isYearly?: true
}

export type Prices = ReadonlyMap<string, Price>

type Costs = Pick<CostItem, 'initiative' | 'kind' | 'financing' | 'year' | 'amountKr' | 'archived'>

/** By initiative; one that nobody knows the cost of isn't there. */
export function pricesOf(
  initiatives: readonly Pick<Initiative, 'key' | 'costLowKr' | 'costHighKr' | 'costPerYear'>[],
  items: readonly Costs[],
): Map<string, Price> {
  const itemsOf = Map.groupBy(
    items.filter(({ archived }) => !archived),
    ({ initiative }) => initiative.key,
  )
  return new Map(
    initiatives.flatMap(({ key, costLowKr, costHighKr, costPerYear }): [string, Price][] => {
      const own = itemsOf.get(key)
      if (own) {
        const kr = Object.values(needOf(own).development).reduce((sum, one) => sum + one, 0)
        return [[key, { kr, isRough: false }]]
      }
      const kr = costHighKr ?? costLowKr
      return kr === undefined
        ? []
        : [[key, { kr, isRough: true, ...(costPerYear === true && { isYearly: true }) }]]
    }),
  )
}
