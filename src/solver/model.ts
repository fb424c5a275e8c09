/** A question of selection as a mixed-integer linear model: one yes or no for each candidate and year it may start. */
import type { Highs, ModelData } from 'highs'
import {
  type Candidate,
  type Choice,
  mustBeIn,
  type Problem,
  slackOf,
  startsOf,
  amountOf,
  weightIn,
} from '#src/rules/selection.ts'
import { type Row, rowsData, type Term } from './rows.ts'

export interface Column {
  candidate: Candidate
  start: number
}

export interface SelectionModel {
  columns: readonly Column[]
  data: ModelData
  /** The columns after the candidates': how much each limit is passed. Only in a model that may pass them. */
  overColumn?: (limit: number) => number
}

/** Choices that are known not to keep to the limits, though the solver's tolerance let them through. */
export type Cut = ReadonlySet<string>

const TOP = 1

/** The model whose best solution has the greatest value. */
export function modelOf(problem: Problem, highs: Highs, cuts: readonly Cut[] = []): SelectionModel {
  const columns = columnsOf(problem)
  const rows = [
    ...logicRows(problem, columns),
    ...limitRows(problem, columns),
    ...cuts.map((cut) => cutRow(cut, columns)),
  ]
  return {
    columns,
    data: {
      numCols: columns.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: columns.map(({ candidate }) => candidate.value),
      colLower: columns.map(() => 0),
      colUpper: columns.map(() => TOP),
      integrality: columns.map(() => highs.constants.variableType.integer),
      ...rowsData(rows, columns.length),
    },
  }
}

/**
 * The model that may pass the limits, and does so as little as it can: kronor first, then days. Its solution says what is missing
 * when nothing keeps to them.
 */
export function elasticModelOf(problem: Problem, highs: Highs): SelectionModel {
  const columns = columnsOf(problem)
  const { limits } = problem
  const overColumn = (limit: number) => columns.length + limit
  const numCols = columns.length + limits.length
  // What is used beyond a limit, as a part of it: kronor and days can be added only as parts.
  const part = (most: number) => 1 / Math.max(most, 1)
  const rows = [
    ...logicRows({ ...problem, corridors: [] }, columns),
    ...limitRows(problem, columns).map((row, i) => ({
      ...row,
      terms: [...row.terms, { column: overColumn(i), by: -1 }],
    })),
  ]
  return {
    columns,
    overColumn,
    data: {
      numCols,
      sense: highs.constants.objectiveSense.minimize,
      colCost: [...columns.map(() => 0), ...limits.map(({ most }) => part(most))],
      colLower: Array.from({ length: numCols }, () => 0),
      colUpper: [...columns.map(() => TOP), ...limits.map(() => highs.infinity)],
      integrality: [
        ...columns.map(() => highs.constants.variableType.integer),
        ...limits.map(() => highs.constants.variableType.continuous),
      ],
      ...rowsData(rows, numCols),
    },
  }
}

/** What a solution chooses: values near one are ones. */
export function choiceOf(columns: readonly Column[], values: ArrayLike<number>): Choice {
  return new Map(
    columns.flatMap(({ candidate, start }, i) => ((values[i] ?? 0) > 0.5 ? [[candidate.id, start]] : [])),
  )
}

/** A choice as the solver's starting point. */
export const valuesOf = (columns: readonly Column[], choice: Choice): number[] =>
  columns.map(({ candidate, start }) => (choice.get(candidate.id) === start ? 1 : 0))

const columnsOf = ({ candidates, forcedOut = [] }: Problem): Column[] =>
  candidates
    .filter(({ id }) => !forcedOut.includes(id))
    .flatMap((candidate) => startsOf(candidate).map((start) => ({ candidate, start })))

/** Once at most, and at least when it must; prerequisites; exclusions; corridors. */
function logicRows(problem: Problem, columns: readonly Column[]): Row[] {
  const { candidates, exclusions, corridors = [] } = problem
  const at = new Map<string, number[]>()
  for (const [i, { candidate }] of columns.entries())
    at.set(candidate.id, [...(at.get(candidate.id) ?? []), i])
  /** Chosen, and started at the latest in a year. */
  const chosen = (id: string, latest = Number.POSITIVE_INFINITY, by = 1): Term[] =>
    (at.get(id) ?? []).filter((i) => (columns[i]?.start ?? 0) <= latest).map((column) => ({ column, by }))
  return [
    ...candidates.map((candidate) => ({
      terms: chosen(candidate.id),
      least: mustBeIn(candidate, problem) ? 1 : 0,
      most: 1,
    })),
    // Started so early, then what it needs as well: stronger than asking of each start by itself.
    ...candidates.flatMap((candidate) =>
      startsOf(candidate).flatMap((start) =>
        candidate.prerequisites.map((need) => ({
          terms: [...chosen(candidate.id, start), ...chosen(need, start, -1)],
          most: 0,
        })),
      ),
    ),
    ...exclusions.map(([one, other]) => ({ terms: [...chosen(one), ...chosen(other)], most: 1 })),
    ...corridors.flatMap((corridor) => {
      const { ids, least, most } = corridor
      const members = new Set(ids)
      const share = (limit: number) =>
        columns.map(({ candidate }, column) => ({
          column,
          by: weightIn(corridor, candidate) * ((members.has(candidate.id) ? 1 : 0) - limit),
        }))
      const slack = slackOf(corridor)
      return [
        ...(least === undefined ? [] : [{ terms: share(least), least: -slack }]),
        ...(most === undefined ? [] : [{ terms: share(most), most: slack }]),
      ]
    }),
  ]
}

const limitRows = ({ limits }: Problem, columns: readonly Column[]): Row[] =>
  limits.map((limit) => ({
    terms: columns.map(({ candidate, start }, column) => ({ column, by: amountOf(candidate, start, limit) })),
    most: limit.most,
  }))

/** Not all of these together. */
function cutRow(cut: Cut, columns: readonly Column[]): Row {
  const terms = columns.flatMap(({ candidate, start }, column) =>
    cut.has(`${candidate.id} ${start}`) ? [{ column, by: 1 }] : [],
  )
  return { terms, most: terms.length - 1 }
}
