/** Reads and plans a workbook away from the main thread; keeps the last workbook, so that a new choice needs no new reading. */
import type { Workbook } from '#src/import/cells.ts'
import { ImportError } from '#src/import/importError.ts'
import { type ImportOptions, type ImportPlan, type PlannedNeed, planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import type { ImportRefusal } from '#src/rules/needs/importTerms.ts'

export interface PlanAsked {
  id: number
  /** Left out when the workbook is the same as the last time. */
  bytes?: Uint8Array
  options: ImportOptions
}

/** The plan comes last, without its rows: they come before it in pieces, each of which is taken in between two frames. */
export type PlanAnswer = { id: number } & (
  | { rows: readonly PlannedNeed[] }
  | { plan: ImportPlan }
  | { refused: { why: ImportRefusal; detail?: string } }
  | { broken: string }
)

/** So many rows a message: ten thousand at once would hold the page still while they are unpacked. */
const A_MESSAGE = 500

let held: Uint8Array = new Uint8Array()
let workbook: Workbook | undefined

addEventListener('message', ({ data: { id, bytes, options } }: MessageEvent<PlanAsked>) => {
  if (bytes) {
    held = bytes
    workbook = undefined
  }
  const given = answer(options)
  if (!('plan' in given)) return post({ id, ...given })
  const { rows, ...rest } = given.plan
  for (let at = 0; at < rows.length; at += A_MESSAGE) post({ id, rows: rows.slice(at, at + A_MESSAGE) })
  post({ id, plan: { ...rest, rows: [] } })
})

const post = (given: PlanAnswer) => postMessage(given)

function answer(options: ImportOptions) {
  try {
    workbook ??= readWorkbook(held)
    return { plan: planImport(workbook, options) }
  } catch (error) {
    if (!(error instanceof ImportError)) return { broken: String(error) }
    return { refused: { why: error.why, ...(error.detail !== undefined && { detail: error.detail }) } }
  }
}
