/** The best choice for a question: a preview at once, then what the solver finds, until it is proved or stopped. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AmountLimit, Choice, Problem } from '#src/rules/selection.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import type { Difference } from '#src/solver/questions.ts'
import { type Best, type Impossible, isPossible } from '#src/solver/solve.ts'
import { createSolver, SolverFailed, type Solver, type SolverTrouble } from './solver.ts'

export interface SelectionState {
  /** What is shown: the best so far, else the preview; nothing when even that isn't there. */
  choice: Choice | undefined
  best: Best | undefined
  impossible: Impossible | undefined
  phase: 'waiting' | 'solving' | 'done' | 'stopped' | 'failed'
  trouble?: SolverTrouble
  stop: () => void
  again: () => void
  /** Undefined when it was stopped by another question; throws SolverFailed. */
  forceIn: (candidate: string) => Promise<Difference | Impossible | undefined>
  more: (
    more: Pick<AmountLimit, 'year' | 'portfolio'> & { kr: number },
  ) => Promise<Difference | Impossible | undefined>
}

/** Whoever drags or types makes many questions: the last one is asked. */
const PAUSE_MS = 150

interface Found {
  of: Problem
  best?: Best
  impossible?: Impossible
  phase: SelectionState['phase']
  trouble?: SolverTrouble
}

/** `problem` must keep its identity while nothing has changed; undefined while there is nothing to ask. */
export function useSelection(
  problem: Problem | undefined,
  make: () => Solver = createSolver,
): SelectionState {
  const [solver] = useState(make)
  const [found, setFound] = useState<Found>()
  const preview = useMemo(() => problem && previewOf(problem), [problem])
  const mine = found?.of === problem ? found : undefined
  const latest = useRef(problem)
  useEffect(() => {
    latest.current = problem
  })

  const again = useCallback(() => {
    if (!problem) return
    const put = (next: Omit<Found, 'of'>) => {
      if (latest.current === problem) setFound({ of: problem, ...next })
    }
    put({ phase: 'solving' })
    let sofar: Best | undefined
    solver
      .best(problem, (best) => {
        sofar = best
        put({ phase: 'solving', best })
      })
      .then(
        (answer) => {
          if (!answer) put({ phase: 'stopped', ...(sofar && { best: sofar }) })
          else if (isPossible(answer)) put({ phase: 'done', best: answer })
          else put({ phase: 'done', impossible: answer })
        },
        (error: unknown) =>
          put({
            phase: 'failed',
            trouble: error instanceof SolverFailed ? error.trouble : 'broke',
            ...(sofar && { best: sofar }),
          }),
      )
  }, [problem, solver])
  useEffect(() => {
    const timer = setTimeout(again, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      solver.stop()
    }
  }, [again, solver])

  const stop = useCallback(() => solver.stop(), [solver])
  const { best, impossible, trouble } = mine ?? {}
  return {
    choice: impossible ? undefined : (best?.choice ?? preview),
    best,
    impossible,
    phase: mine?.phase ?? 'waiting',
    ...(trouble && { trouble }),
    stop,
    again,
    forceIn: async (candidate) => (problem && best ? solver.forceIn(problem, best, candidate) : undefined),
    more: async (more) => (problem && best ? solver.more(problem, best, more) : undefined),
  }
}
