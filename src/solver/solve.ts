/** The best choice, proved, or the best found with how far from the best it can be; and what is missing when there is none. */
import type { Highs, Model } from 'highs'
import {
  type Choice,
  type Corridor,
  keepsTo,
  type Limit,
  overruns,
  type Problem,
  valueOf,
} from '#src/rules/selection.ts'
import {
  type Contradiction,
  contradictionsOf,
  requiredChoice,
  requiredOf,
} from '#src/rules/prioritising/required.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import { choiceOf, type Cut, elasticModelOf, modelOf, type SelectionModel, valuesOf } from './model.ts'

export interface Best {
  choice: Choice
  value: number
  /** No choice is worth more than this. */
  bound: number
  /** `(bound − value) / value`, 0 when it is proved to be the best. */
  gap: number
  isProved: boolean
}

export interface Impossible {
  /** Limits that what must be in passes however it is placed, with how much; none when it is at odds with itself or with a share. */
  shortfalls: { limit: Limit; by: number }[]
  /** What must be in and what that needs, placed to pass the limits as little as it can. */
  required: Choice
  /** How what must be in is at odds with itself. */
  contradictions: Contradiction[]
  /** Shares that can't be kept whatever is chosen; all of them when it is only together that they can't. */
  shares: Corridor[]
}

export interface SolveOptions {
  /** Seconds; after them the best found so far is answered with its gap. */
  mostSeconds?: number
  /** Hears of each better choice and of how much better one can be. */
  told?: (best: Best) => void
}

const SECONDS = 20
/** Whether a share can be kept at all is soon known, or isn't worth waiting for. */
const SHARE_SECONDS = 2
const EVEN = 1e-9

/** Solves to the end unless the time runs out. Nothing but the arguments decides the answer; a solver is made and thrown away. */
export function solve(
  problem: Problem,
  highs: Highs,
  { mostSeconds = SECONDS, told }: SolveOptions = {},
): Best | Impossible {
  const until = performance.now() + mostSeconds * 1000
  const known = previewOf(problem)
  // HiGHS takes no starting point of a model without columns.
  if (known && unbounded(problem) === 0 && known.size === 0) return bestOf(known, problem)
  const cuts: Cut[] = []
  for (;;) {
    const seconds = Math.max((until - performance.now()) / 1000, 0.001)
    const found = attempt(problem, highs, { cuts, known, seconds, told })
    if (found === 'none')
      return known && cuts.length > 0 ? bestOf(known, problem) : impossible(problem, highs)
    if (found === 'nothing yet')
      return known ? bestOf(known, problem, unbounded(problem)) : impossible(problem, highs)
    if (keepsTo(found.choice, problem)) return found
    // The solver counts in floating point; what it lets through by a krona is asked for again without.
    cuts.push(new Set([...found.choice].map(([id, start]) => `${id} ${start}`)))
  }
}

export const isPossible = (answer: Best | Impossible): answer is Best => 'choice' in answer

function attempt(
  problem: Problem,
  highs: Highs,
  {
    cuts,
    known,
    seconds,
    told,
  }: { cuts: readonly Cut[]; known: Choice | undefined; seconds: number; told: SolveOptions['told'] },
): Best | 'none' | 'nothing yet' {
  const model = modelOf(problem, highs, cuts)
  return withModel(highs, model, (running) => {
    running.options.set({
      time_limit: seconds,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-7,
      mip_feasibility_tolerance: 1e-9,
    })
    if (known) running.setSolution({ colValue: valuesOf(model.columns, known) })
    const { callbackType, modelStatus } = highs.constants
    let sofar = known
    running.run({
      ...(told && {
        [callbackType.mipImprovingSolution](event: {
          data: { mip_solution?: Float64Array; mip_dual_bound?: number }
        }) {
          const { mip_solution: values, mip_dual_bound: bound } = event.data
          if (!values) return undefined
          const choice = choiceOf(model.columns, values)
          if (!keepsTo(choice, problem)) return undefined
          sofar = choice
          told(bestOf(choice, problem, bound))
          return undefined
        },
        // The same choice may be found to be nearer the best than was known.
        [callbackType.mipLogging]({
          data: { mip_dual_bound: bound },
        }: {
          data: { mip_dual_bound?: number }
        }) {
          if (sofar && bound !== undefined) told(bestOf(sofar, problem, bound))
          return undefined
        },
      }),
    })
    const status = running.getModelStatus()
    if (status === modelStatus.infeasible) return 'none'
    const values = running.getSolution().colValue
    if (status === modelStatus.optimal) return bestOf(choiceOf(model.columns, values), problem)
    const choice = choiceOf(model.columns, values)
    if (!keepsTo(choice, problem)) return 'nothing yet'
    return bestOf(choice, problem, Number(running.info.get('mip_dual_bound')))
  })
}

/** How much each limit is passed by what must be in, placed as well as it can be. */
function impossible(problem: Problem, highs: Highs): Best | Impossible {
  const candidates = requiredOf(problem)
  const ids = new Set(candidates.map(({ id }) => id))
  const contradictions = contradictionsOf(problem)
  const asEarly: Impossible = {
    shortfalls: [],
    required: requiredChoice(problem),
    contradictions,
    shares: [],
  }
  if (contradictions.length > 0) return asEarly
  const model = elasticModelOf(
    {
      ...problem,
      candidates,
      exclusions: problem.exclusions.filter((pair) => pair.every((id) => ids.has(id))),
    },
    highs,
  )
  return withModel(highs, model, (running) => {
    running.options.set({ time_limit: SECONDS, mip_rel_gap: 0 })
    running.run()
    if (running.getModelStatus() === highs.constants.modelStatus.infeasible) return asEarly
    const required = choiceOf(model.columns, running.getSolution().colValue)
    // Out of time before anything was found, and yet it can be done.
    if (keepsTo(required, problem)) return bestOf(required, problem, unbounded(problem))
    const shortfalls = overruns(required, problem)
    const shares = shortfalls.length === 0 ? unkept(problem, highs) : []
    return { shortfalls, required, contradictions, shares }
  })
}

/** Each share by itself, asked for with everything else. */
function unkept(problem: Problem, highs: Highs): Corridor[] {
  const { corridors = [] } = problem
  const alone = corridors.filter((corridor) =>
    withModel(highs, modelOf({ ...problem, corridors: [corridor] }, highs), (running) => {
      running.options.set({ time_limit: SHARE_SECONDS })
      running.run()
      return running.getModelStatus() === highs.constants.modelStatus.infeasible
    }),
  )
  return alone.length > 0 ? alone : [...corridors]
}

/** All that has a value: what no choice can be worth more than, before the solver has said anything. */
const unbounded = ({ candidates, forcedOut = [] }: Problem) =>
  candidates.reduce((sum, { id, value }) => sum + (forcedOut.includes(id) ? 0 : Math.max(value, 0)), 0)

function bestOf(choice: Choice, problem: Problem, bound?: number): Best {
  const value = valueOf(choice, problem)
  const most = Math.max(Math.min(bound ?? value, unbounded(problem)), value)
  const gap =
    most - value <= EVEN * Math.max(1, Math.abs(value)) ? 0 : (most - value) / Math.max(Math.abs(value), EVEN)
  return { choice, value, bound: most, gap, isProved: gap === 0 }
}

function withModel<T>(highs: Highs, { data }: SelectionModel, then: (model: Model) => T): T {
  const model = highs.createModel(data)
  try {
    model.options.set('output_flag', false)
    return then(model)
  } finally {
    model.dispose()
  }
}
