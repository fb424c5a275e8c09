/** Finds the best choice away from the main thread; the solver is brought in with the first question. */
import loadHighs, { type Highs } from 'highs'
import wasm from 'highs/runtime?url'
import type { AmountLimit, Problem } from '#src/rules/selection.ts'
import { type Difference, ifForcedIn, ifMore } from '#src/solver/questions.ts'
import { type Best, type Impossible, solve } from '#src/solver/solve.ts'

export type SelectionAsked = { id: number; problem: Problem; seconds: number } & (
  | { kind: 'best' }
  /** What it would cost to have this one too. */
  | { kind: 'forceIn'; candidate: string; standing: Best }
  /** What more kronor in a year would buy. */
  | { kind: 'more'; more: Pick<AmountLimit, 'year' | 'portfolio'> & { kr: number }; standing: Best }
)

export type SelectionTold =
  /** The solver is here: what follows takes as long as it may. */
  | { kind: 'ready' }
  | { kind: 'better'; id: number; best: Best }
  | { kind: 'best'; id: number; answer: Best | Impossible }
  | { kind: 'difference'; id: number; answer: Difference | Impossible }
  | { kind: 'failed'; id: number; message: string }

let solver: Promise<Highs> | undefined

addEventListener('message', ({ data }: MessageEvent<SelectionAsked>) => {
  void answer(data).then(tell, (error: unknown) =>
    tell({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) }),
  )
})

async function answer(asked: SelectionAsked): Promise<SelectionTold> {
  const { id, problem, seconds } = asked
  solver ??= loadHighs({ locateFile: () => wasm })
  const highs = await solver
  tell({ kind: 'ready' })
  const options = { mostSeconds: seconds }
  if (asked.kind === 'best')
    return {
      kind: 'best',
      id,
      answer: solve(problem, highs, { ...options, told: (best) => tell({ kind: 'better', id, best }) }),
    }
  const question = { problem, standing: asked.standing, highs, options }
  return {
    kind: 'difference',
    id,
    answer: asked.kind === 'forceIn' ? ifForcedIn(asked.candidate, question) : ifMore(asked.more, question),
  }
}

const tell = (told: SelectionTold) => postMessage(told)
