/** Fills a provisioned site with the demo: the organisation as rows, the needs by the same import that people use. */
import { readFileSync } from 'node:fs'
import type { Person } from '#src/lists/columns.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { runAction } from '#src/actions/index.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { planImport } from '#src/import/plan.ts'
import { toImportedRows } from '#src/import/toRows.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { organisationRows } from './organisationRows.ts'

const NEEDS = new URL('behov-2024.xlsx', import.meta.url)
const PORTFOLIO = 'pf-avo'
/** Who imports: the city's system administrator. */
const ADMINISTRATOR = 'p-014'
const ROWS_A_CALL = 100

/** Safe to run again: every row has a key of its own. */
export async function seedDemo(store: ListStore, today: string): Promise<{ created: number }> {
  const rows = organisationRows('u-stad')
  await store.createMany(committees, rows.committees)
  await store.createMany(units, rows.units)
  await store.createMany(people, rows.people)
  await store.createMany(forums, rows.forums)
  await store.createMany(mandates, rows.mandates)
  await store.createMany(portfolios, rows.portfolios)

  const me = rows.people.find((row) => row.key === ADMINISTRATOR)?.person as Person
  const plan = planImport(readWorkbook(readFileSync(NEEDS)), {
    process: 'behovsprocessen',
    units: rows.units.map((unit) => ({
      key: unit.key,
      name: unit.title,
      ...(unit.short && { short: unit.short }),
      kind: unit.kind,
    })),
    people: rows.people.map((row) => ({
      id: row.person.id,
      name: row.title,
      ...(row.email && { email: row.email }),
    })),
  })
  const needs = toImportedRows(plan)
  let created = 0
  for (let at = 0; at < needs.length; at += ROWS_A_CALL) {
    const work = { store, today, me, key: `demo-${at}`, seen: {} }
    const done = await runAction(work, 'importNeeds', {
      portfolio: PORTFOLIO,
      rows: needs.slice(at, at + ROWS_A_CALL),
    })
    created += done.created ?? 0
  }
  return { created }
}
