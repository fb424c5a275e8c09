/** Reads what reminders are worked out from: whole lists, many in one request, nothing person by person. */
import type { Day } from '#src/lists/columns.ts'
import { actionItems, actionStates } from '#src/lists/actionItems.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { answers, verifications } from '#src/lists/minutes.ts'
import { mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { howeverMany } from '#src/graph/manyRows.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { monthOf, monthsAfter } from '#src/rules/days/months.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import type { RowStore } from './rows.ts'
import { type Units, UNITS } from './units.ts'

/** Reports of the months that may be asked for, and whether work reported before them. */
const REPORTED_MONTHS = 5
const READS = 12 + REPORTED_MONTHS

export async function gatherFacts(store: RowStore, budget: Units, today: Day): Promise<ReminderFacts> {
  await budget.take(READS * UNITS.read)
  const [
    unitRows,
    mandateRows,
    portfolioRows,
    initiativeRows,
    costs,
    gains,
    waits,
    decided,
    held,
    templates,
  ] = await store.allOf([
    units,
    mandates,
    portfolios,
    initiatives,
    costItems,
    benefits,
    dependencies,
    decisions,
    meetings,
    forumTemplates,
  ])
  const months = Array.from({ length: REPORTED_MONTHS }, (_, i) => monthsAfter(monthOf(today), -i))
  const reports = await howeverMany(store, statusReports, {
    read: async () => (await store.whereIn([{ list: statusReports, column: 'month', values: months }]))[0],
    keeps: ({ month }) => months.includes(month),
  })
  const actions = await howeverMany(store, actionItems, {
    read: () => store.where(actionItems, { column: 'state', value: actionStates.open }),
    keeps: ({ state }) => state === 'open',
  })
  const asked = await howeverMany(store, verifications, {
    read: () => store.where(verifications, { column: 'answer', value: answers.asked }),
    keeps: ({ answer }) => answer === 'asked',
  })
  return {
    today,
    holidays,
    tree: treeOf(unitRows),
    mandates: mandateRows,
    portfolios: portfolioRows,
    initiatives: initiativeRows,
    costItems: costs,
    benefits: gains,
    dependencies: waits,
    decisions: decided,
    reports,
    actions,
    meetings: held,
    templates,
    verifications: asked,
  }
}
