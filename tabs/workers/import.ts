/** Reads and plans a workbook away from the main thread; keeps the last workbook, so that a new choice needs no new reading. */
import type { Workbook } from '#src/import/cells.ts'
import { ImportError } from '#src/import/importError.ts'
import { type ImportOptions, type ImportPlan, planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import type { ImportRefusal } from '#src/rules/importTerms.ts'

export interface PlanAsked {
  id: number
  /** Left out when the workbook is the same as the last time. */
  bytes?: Uint8Array
  options: ImportOptions
}

export type PlanAnswer = { id: number } & (
  | { plan: ImportPlan }
  | { refused: { why: ImportRefusal; detail?: string } }
  | { broken: string }
)

let held: Uint8Array = new Uint8Array()
let workbook: Workbook | undefined

addEventListener('message', ({ data: { id, bytes, options } }: MessageEvent<PlanAsked>) => {
  if (bytes) {
    held = bytes
    workbook = undefined
  }
  postMessage({ id, ...answer(options) } satisfies PlanAnswer)
})

function answer(options: ImportOptions) {
  try {
    workbook ??= readWorkbook(held)
    return { plan: planImport(workbook, options) }
  } catch (error) {
    if (!(error instanceof ImportError)) return { broken: String(error) }
    return { refused: { why: error.why, ...(error.detail !== undefined && { detail: error.detail }) } }
  }
}
