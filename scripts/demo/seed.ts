/** Fills a provisioned site with the demo: the organisation as rows, the needs by the same import that people use. */
import { readFileSync } from 'node:fs'
import { axisNames } from '#src/lists/axisNames.ts'
import { corridors } from '#src/lists/balance.ts'
import type { Person } from '#src/lists/columns.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { projectPoints, statusReports } from '#src/lists/followUp.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { DraftOf, List } from '#src/lists/list.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { criteria, frameYears, rankings, resources, scenarios, scores } from '#src/lists/prioritising.ts'
import { receptions } from '#src/lists/receptions.ts'
import { runAction } from '#src/actions/index.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { planImport } from '#src/import/plan.ts'
import { toImportedRows } from '#src/import/toRows.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { cityReceivingDays, cityReceptions } from './cityReceptions.ts'
import { organisationRows } from './organisationRows.ts'
import { REGION } from './regionFile.ts'
import { regionRows } from './regionRows.ts'
import { startingCriteria } from './startingCriteria.ts'
import { templateRows } from './templateRows.ts'

const NEEDS = new URL('behov-2024.xlsx', import.meta.url)
const PORTFOLIO = 'pf-avo'
/** Who imports: the city's system administrator. */
const ADMINISTRATOR = 'p-014'
const ROWS_A_CALL = 100
/** Of the four principles: cost against benefit, the whole, law, prerequisites. */
const CITY_WEIGHTS = [40, 25, 20, 15]
/** The file was read in before the summer: by the day the city plays on, what nobody has touched has stood still. */
const IMPORTED_ON = '2024-06-17'

/** Safe to run again: every row has a key of its own. */
export async function seedDemo(store: ListStore): Promise<{ created: number }> {
  const rows = organisationRows('u-stad')
  const rooms = rows.units.map((unit) => {
    const days = cityReceivingDays[unit.key]
    return days === undefined ? unit : { ...unit, receivingDays: days }
  })
  await store.createMany(committees, rows.committees)
  await store.createMany(units, rooms)
  await store.createMany(people, rows.people)
  await store.createMany(forums, rows.forums)
  await store.createMany(mandates, rows.mandates)
  await store.createMany(portfolios, rows.portfolios)
  await store.createMany(
    criteria,
    rows.portfolios.flatMap(({ board }) => (board ? startingCriteria(board, CITY_WEIGHTS) : [])),
  )

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
    const work = { store, today: IMPORTED_ON, me, key: `demo-${at}`, seen: {} }
    const done = await runAction(work, 'importNeeds', {
      portfolio: PORTFOLIO,
      rows: needs.slice(at, at + ROWS_A_CALL),
    })
    created += done.created ?? 0
  }
  const held = await store.all(initiatives)
  await store.createMany(receptions, cityReceptions(held))
  return { created }
}

/**
 * Fills the region's site with its organisation and its portfolio: initiatives with their business cases, what was decided and
 * reported, and the history. Safe to run again: every row has a key of its own, and one that is there is left as it is.
 */
export async function seedRegion(store: ListStore): Promise<{ created: number }> {
  const rows = regionRows()
  const put = async <L extends List>(list: L, drafts: readonly (DraftOf<L> & { key: string })[]) => {
    let created = 0
    for (let at = 0; at < drafts.length; at += ROWS_A_CALL) {
      const piece = drafts.slice(at, at + ROWS_A_CALL)
      created += piece.length - (await store.createMany(list, piece)).existed.size
    }
    return created
  }
  await put(committees, rows.committees)
  await put(units, rows.units)
  await put(people, rows.people)
  await put(forums, rows.forums)
  await put(mandates, rows.mandates)
  await put(portfolios, rows.portfolios)
  await put(forumTemplates, templateRows(REGION))
  const created = await put(initiatives, rows.initiatives)
  await put(dependencies, rows.dependencies)
  await put(projectPoints, rows.projectPoints)
  await put(costItems, rows.costItems)
  await put(benefits, rows.benefits)
  await put(statusReports, rows.statusReports)
  await put(criteria, rows.criteria)
  await put(scores, rows.scores)
  await put(frameYears, rows.frameYears)
  await put(resources, rows.resources)
  await put(receptions, rows.receptions)
  await put(axisNames, rows.axisNames)
  await put(corridors, rows.corridors)
  await put(rankings, rows.rankings)
  await put(scenarios, rows.scenarios)
  // The history before the decisions it belongs to: a decision without is one that the server has yet to carry out.
  await put(trail, rows.trail)
  await put(decisions, rows.decisions)
  return { created }
}
