/** The worker that solves, held by one page: one question at a time, and a new one takes the place of what runs. */
import type { AmountLimit, Problem } from '#src/rules/selection.ts'
import type { Difference } from '#src/solver/questions.ts'
import type { Best, Impossible } from '#src/solver/solve.ts'
import type { SelectionAsked, SelectionTold } from '../../workers/selection.ts'

/** `notHere`: the solver couldn't be started, as where a browser or a policy denies WebAssembly; `broke`: it stopped in the middle. */
export type SolverTrouble = 'notHere' | 'broke'

export interface Solver {
  /** `undefined` when it was stopped. Rejects with SolverFailed. */
  best: (problem: Problem, told: (best: Best) => void) => Promise<Best | Impossible | undefined>
  forceIn: (
    problem: Problem,
    standing: Best,
    candidate: string,
  ) => Promise<Difference | Impossible | undefined>
  more: (
    problem: Problem,
    standing: Best,
    more: Pick<AmountLimit, 'year' | 'portfolio'> & { kr: number },
  ) => Promise<Difference | Impossible | undefined>
  /** Whatever runs ends without an answer. */
  stop: () => void
}

/** Why there is no answer. */
export class SolverFailed extends Error {
  trouble: SolverTrouble
  constructor(trouble: SolverTrouble, message = '') {
    super(`The solver: ${trouble} ${message}`)
    this.name = 'SolverFailed'
    this.trouble = trouble
  }
}

/** What a forum waits for at most before the best found so far must do. */
const SECONDS = 20
/** The file is 3.5 MB at the first visit; whoever hasn't got it in this time is told so. */
const START_MS = 30_000

const startWorker = () =>
  new Worker(new URL('../../workers/selection.ts', import.meta.url), { type: 'module' })

type Waiting = {
  id: number
  told?: (best: Best) => void
  settle: (answer: unknown) => void
  fail: (error: SolverFailed) => void
}

export function createSolver({
  start = startWorker,
  seconds = SECONDS,
  startMs = START_MS,
}: {
  start?: () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>
  seconds?: number
  startMs?: number
} = {}): Solver {
  let worker: ReturnType<typeof start> | undefined
  let waiting: Waiting | undefined
  let isReady = false
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function letGo() {
    clearTimeout(timer)
    worker?.terminate()
    worker = undefined
    isReady = false
  }

  function stop() {
    if (!waiting) return
    const { settle } = waiting
    waiting = undefined
    // The solver can't be spoken to while it works.
    letGo()
    settle(undefined)
  }

  function broke(message?: string) {
    const failed = new SolverFailed(isReady ? 'broke' : 'notHere', message)
    const mine = waiting
    waiting = undefined
    letGo()
    mine?.fail(failed)
  }

  function started() {
    if (worker) return worker
    const mine = start()
    worker = mine
    mine.addEventListener('message', (event) => {
      if (worker === mine) hear((event as MessageEvent<SelectionTold>).data)
    })
    for (const trouble of ['error', 'messageerror'] as const)
      mine.addEventListener(trouble, () => {
        if (worker === mine) broke()
      })
    return mine
  }

  function hear(told: SelectionTold) {
    if (told.kind === 'ready') {
      isReady = true
      clearTimeout(timer)
      return
    }
    if (told.id !== waiting?.id) return
    if (told.kind === 'better') waiting.told?.(told.best)
    else if (told.kind === 'failed') broke(told.message)
    else {
      const { settle } = waiting
      waiting = undefined
      settle(told.answer)
    }
  }

  function ask<A>(
    asked: (id: number) => SelectionAsked,
    told?: (best: Best) => void,
  ): Promise<A | undefined> {
    stop()
    return new Promise((settle, fail) => {
      const id = ++last
      waiting = { id, settle: settle as (answer: unknown) => void, fail, ...(told && { told }) }
      started().postMessage(asked(id))
      clearTimeout(timer)
      if (!isReady) timer = setTimeout(() => broke('no answer'), startMs)
    })
  }

  return {
    best: (problem, told) => ask((id) => ({ kind: 'best', id, problem, seconds }), told),
    forceIn: (problem, standing, candidate) =>
      ask((id) => ({ kind: 'forceIn', id, problem, standing, candidate, seconds })),
    more: (problem, standing, more) => ask((id) => ({ kind: 'more', id, problem, standing, more, seconds })),
    stop,
  }
}
