/** What is open for one person, by the same rules as reminders: read narrowly, and widely only for those who decide. */
import { actionItems } from '#src/lists/actionItems.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import { mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { SentLine } from '#src/lists/reminding.ts'
import { holidays } from '#src/rules/holidays.ts'
import { lastPassed } from '#src/rules/milestones.ts'
import { isRunning } from '#src/rules/owing.ts'
import type { ReminderFacts } from '#src/rules/reminderFacts.ts'
import { groupOfKind, lineKey, remindedKinds, type ReminderRow, reminders } from '#src/rules/reminders.ts'
import { treeOf } from '#src/rules/tree.ts'
import type { Telling } from './telling.ts'

/** Everything that waits, also what is not yet due; the oldest of each kind first. */
export async function myLines(telling: Telling): Promise<SentLine[]> {
  const { me, today } = telling
  const facts = await factsFor(telling)
  return remindedKinds
    .filter((kind) => groupOfKind(kind) !== 'know')
    .flatMap((kind) => {
      const { find, milestones }: ReminderRow = reminders[kind]
      return find(facts, milestones)
        .toSorted((a, b) => a.due.localeCompare(b.due))
        .flatMap(({ item, about = item.key, due, to, second = [], values }): SentLine[] => {
          const passed = lastPassed(milestones, due, { today, holidays })?.milestone ?? milestones[0]
          if (!passed) return []
          const isSecond = passed.to === 'second' && second.length > 0
          if (![...to, ...(isSecond ? second : [])].some(({ id }) => id === me.id)) return []
          const key = lineKey(kind, about, due, passed.name)
          return [{ key, kind, item, due, milestone: passed.name, values }]
        })
    })
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

async function factsFor(telling: Telling): Promise<ReminderFacts> {
  const {
    of: { store },
    me,
    today,
  } = telling
  const [
    [unitRows, mandateRows, portfolioRows, templates],
    { work, reports },
    effects,
    actions,
    asked,
    held,
  ] = await Promise.all([
    store.allOf([units, mandates, portfolios, forumTemplates]),
    myWork(telling),
    store.where(initiatives, { column: 'effectOwner', value: me.id }),
    store.where(actionItems, { column: 'owner', value: me.id }),
    store.where(verifications, { column: 'person', value: me.id }),
    store.since(meetings, 'day', today),
  ])
  const decides = mandateRows.some(({ holder, standIn }) => holder.id === me.id || standIn?.id === me.id)
  const mine = byKey([...work, ...effects])
  return {
    today,
    holidays,
    tree: treeOf(unitRows),
    mandates: mandateRows,
    portfolios: portfolioRows,
    templates,
    reports,
    actions,
    verifications: asked,
    // Those that verify were asked about are of the past.
    meetings: [...held, ...(await meetingsOf(asked, telling))],
    ...(decides ? await whole(telling) : await casesOf(mine, telling)),
  }
}

type Cases = Pick<ReminderFacts, 'initiatives' | 'costItems' | 'benefits' | 'dependencies' | 'decisions'>

async function whole({ of: { store } }: Telling): Promise<Cases> {
  const [rows, costs, gains, waits, made] = await store.allOf([
    initiatives,
    costItems,
    benefits,
    dependencies,
    decisions,
  ])
  return { initiatives: rows, costItems: costs, benefits: gains, dependencies: waits, decisions: made }
}

/** Without a mandate, only what I own is mine to decide. */
async function casesOf(mine: readonly Initiative[], { of: { store } }: Telling): Promise<Cases> {
  const values = mine.map(({ key }) => key)
  const column = 'initiative'
  const [costs, gains, waits, made] = await store.whereIn([
    { list: costItems, column, values },
    { list: benefits, column, values },
    { list: dependencies, column, values },
    { list: decisions, column, values },
  ])
  return { initiatives: mine, costItems: costs, benefits: gains, dependencies: waits, decisions: made }
}

async function meetingsOf(
  asked: readonly { answer: string; meeting: { key: string } }[],
  { of: { store } }: Telling,
) {
  const open = asked.filter(({ answer }) => answer === 'asked').map(({ meeting }) => meeting.key)
  const [found] = await store.whereIn([{ list: meetings, column: 'key', values: [...new Set(open)] }])
  return found
}

const byKey = <T extends { key: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.key, row])).values(),
]
