/** The needs of the demo's workbook as the import reads them, by their numbers there. */
import { readFileSync } from 'node:fs'
import { planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import type { KnownNeed } from '#src/similar/similar.ts'

const WORKBOOK = new URL('behov-2024.xlsx', import.meta.url)

export function workbookNeeds(): KnownNeed[] {
  const plan = planImport(readWorkbook(readFileSync(WORKBOOK)), {
    process: 'behovsprocessen',
    units: [],
    people: [],
  })
  return plan.rows.map(({ number, row, title, need, benefit }) => ({
    key: number ?? `row ${row}`,
    title,
    need,
    benefit,
  }))
}
