/** Reads a workbook with the organisation away from the main thread and says what it would change. */
import type { Person } from '#src/lists/columns.ts'
import { ImportError } from '#src/import/importError.ts'
import { type OrganisationPlan, planOrganisation } from '#src/import/organisation/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import type { Organisation } from '#src/rules/organisation/organising.ts'

export interface OrganisationAsked {
  bytes: Uint8Array
  now: Organisation
  /** People of the directory, by mail in lower case. */
  known: [string, Person][]
}
export type OrganisationAnswer = { plan: OrganisationPlan } | { refused: true } | { broken: string }

addEventListener('message', ({ data: { bytes, now, known } }: MessageEvent<OrganisationAsked>) => {
  postMessage(answer(bytes, now, new Map(known)))
})

function answer(bytes: Uint8Array, now: Organisation, known: Map<string, Person>): OrganisationAnswer {
  try {
    return { plan: planOrganisation(readWorkbook(bytes), now, known) }
  } catch (error) {
    return error instanceof ImportError ? { refused: true } : { broken: String(error) }
  }
}
