/** The figures of all initiatives: what the boot load doesn't hold is read once, five lists for all of them. */
import { useMemo } from 'react'
import { benefits, costItems } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { criteria, resources, scores } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { type Figures, figuresOf } from '#src/rules/pictures/bubbles.ts'
import { useRead } from '../../ui/useRead.ts'

const anything = () => true
const allBenefits = (store: ListReader) => store.all(benefits)
const allCosts = (store: ListReader) => store.all(costItems)
const allCriteria = (store: ListReader) => store.all(criteria)
const allScores = (store: ListReader) => store.all(scores)
const allResources = (store: ListReader) => store.all(resources)

export function useFigures(initiatives: readonly Initiative[]): {
  /** `undefined` until all of it has been read: what hasn't come yet is not unknown. */
  figures: ReadonlyMap<string, Figures> | undefined
  error: unknown
  reload: () => void
} {
  const given = useRead('benefits', allBenefits, anything)
  const costs = useRead('costItems', allCosts, anything)
  const weights = useRead('criteria', allCriteria, anything)
  const points = useRead('scores', allScores, anything)
  const days = useRead('resources', allResources, anything)
  const figures = useMemo(
    () =>
      given.rows && costs.rows && weights.rows && points.rows && days.rows
        ? figuresOf(initiatives, {
            benefits: given.rows,
            costItems: costs.rows,
            criteria: weights.rows,
            scores: points.rows,
            resources: days.rows,
          })
        : undefined,
    [initiatives, given.rows, costs.rows, weights.rows, points.rows, days.rows],
  )
  const reads = [given, costs, weights, points, days]
  return {
    figures,
    error: reads.find(({ error }) => error !== undefined)?.error,
    reload: () => reads.forEach(({ error, reload }) => error !== undefined && reload()),
  }
}
