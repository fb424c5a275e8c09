/** What is read to tell one person what waits for them: narrowly, and widely only for those who decide. */
import { actionItems } from '#src/lists/actionItems.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import { mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { isRunning } from '#src/rules/reminding/owing.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { keptRows } from './keptRows.ts'
import type { Telling } from './telling.ts'

/** The facts of reminders, as far as they concern the person: what they make of others is left out of account. */
export async function myFacts(telling: Telling): Promise<ReminderFacts> {
  const { of, me, today } = telling
  const { store } = of
  const [organisation, { work, reports }, actions, asked, coming] = await Promise.all([
    store.allOf([units, mandates, portfolios, forumTemplates]),
    myWork(telling),
    store.where(actionItems, { column: 'owner', value: me.id }),
    store.where(verifications, { column: 'person', value: me.id }),
    store.since(meetings, 'day', today),
  ])
  const [unitRows, mandateRows, portfolioRows, templates] = organisation
  const tree = treeOf(unitRows)
  const posts = mandateRows.filter(({ holder, standIn }) => holder.id === me.id || standIn?.id === me.id)
  // What is verified is of meetings that have been.
  const open = asked.filter(({ answer }) => answer === 'asked').map(({ meeting }) => meeting.key)
  const [[been], cases] = await Promise.all([
    store.whereIn([{ list: meetings, column: 'key', values: [...new Set(open)] }]),
    posts.length > 0 ? underPosts(store) : none,
  ])
  return {
    today,
    holidays,
    tree,
    mandates: mandateRows,
    portfolios: portfolioRows,
    templates,
    reports,
    actions,
    verifications: asked,
    meetings: byKey([...coming, ...been]),
    ...cases,
    initiatives: byKey([...work, ...cases.initiatives]),
  }
}

/** Work that runs with the person as its manager or owner, and its reports. */
export async function myWork({ of: { store }, me }: Telling) {
  const found = await Promise.all(
    (['projectManager', 'projectOwner'] as const).map((column) =>
      store.where(initiatives, { column, value: me.id }),
    ),
  )
  const work = byKey(found.flat()).filter(isRunning)
  const [reports] = await store.whereIn([
    { list: statusReports, column: 'initiative', values: work.map(({ key }) => key) },
  ])
  return { work, reports }
}

type Cases = Pick<ReminderFacts, 'initiatives' | 'costItems' | 'benefits' | 'dependencies' | 'decisions'>

/** Gates before work has begun are decided by posts only. */
const none: Cases = { initiatives: [], costItems: [], benefits: [], dependencies: [], decisions: [] }

/** All initiatives, and all that a gate looks at: kept, and brought up to date by what has changed since somebody asked last. */
async function underPosts(store: ListStore): Promise<Cases> {
  const items = await keptRows(store)
  return {
    initiatives: items(initiatives),
    costItems: items(costItems),
    benefits: items(benefits),
    dependencies: items(dependencies),
    decisions: items(decisions),
  }
}

const byKey = <T extends { key: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.key, row])).values(),
]
