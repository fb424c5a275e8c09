/** Asks the worker to read and plan; a worker that breaks or hangs gives a reason, never silence. */
import { limits } from '#src/import/zip.ts'
import type { ImportOptions, ImportPlan, PlannedNeed } from '#src/import/plan.ts'
import type { ImportRefusal } from '#src/rules/needs/importTerms.ts'
import type { PlanAnswer, PlanAsked } from '../../workers/import.ts'

/** `refused`: the file is at fault. The others are ours: the worker broke, or took too long. */
export type Failure = { why: 'refused'; refusal: ImportRefusal; detail?: string } | { why: 'broken' | 'slow' }
export type Planned = { plan: ImportPlan } | { failure: Failure }

export interface Planner {
  plan: (bytes: Uint8Array, options: ImportOptions) => Promise<Planned>
  close: () => void
}

/** A workbook of ten thousand rows is read well within this, also on a slow machine. */
const PATIENCE_MS = 90_000

const startWorker = () => new Worker(new URL('../../workers/import.ts', import.meta.url), { type: 'module' })

export function createPlanner({ start = startWorker, patienceMs = PATIENCE_MS } = {}): Planner {
  let worker: Worker | undefined
  let held: Uint8Array | undefined
  let last = 0
  const waiting = new Map<number, (planned: Planned) => void>()

  function stop(planned: Planned) {
    worker?.terminate()
    worker = undefined
    held = undefined
    for (const [id, settle] of waiting) {
      waiting.delete(id)
      settle(planned)
    }
  }

  function started(): Worker {
    if (worker) return worker
    const mine = start()
    worker = mine
    let rows: PlannedNeed[] = []
    mine.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => {
      if ('rows' in data) return void rows.push(...data.rows)
      waiting.get(data.id)?.(plannedFrom(data, rows))
      waiting.delete(data.id)
      rows = []
    })
    const broke = () => worker === mine && stop({ failure: { why: 'broken' } })
    mine.addEventListener('error', broke)
    mine.addEventListener('messageerror', broke)
    return mine
  }

  return {
    plan(bytes, options) {
      if (bytes.length > limits.fileBytes)
        return Promise.resolve({ failure: { why: 'refused', refusal: 'tooLarge' } })
      return new Promise((resolve) => {
        const id = ++last
        const late = setTimeout(() => stop({ failure: { why: 'slow' } }), patienceMs)
        waiting.set(id, (planned) => {
          clearTimeout(late)
          resolve(planned)
        })
        const asked: PlanAsked = { id, options, ...(held !== bytes && { bytes }) }
        started().postMessage(asked, [])
        held = bytes
      })
    },
    close: () => stop({ failure: { why: 'broken' } }),
  }
}

function plannedFrom(answer: Exclude<PlanAnswer, { rows: unknown }>, rows: PlannedNeed[]): Planned {
  if ('plan' in answer) return { plan: { ...answer.plan, rows } }
  if ('broken' in answer) return { failure: { why: 'broken' } }
  const { why, detail } = answer.refused
  return { failure: { why: 'refused', refusal: why, ...(detail !== undefined && { detail }) } }
}
