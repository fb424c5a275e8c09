/** The rows that an agenda is composed from beside the lists of every start: read at once, and kept true by what actions answer. */
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type ProjectPoint, projectPoints, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import type { Done } from '#src/actions/work.ts'
import { monthOf, monthsBack } from '#src/rules/days/months.ts'

/** A forum that meets each quarter sees what was reported and decided since, and the month before. */
const MONTHS_READ = 5

export interface AgendaRows {
  meetings: readonly Meeting[]
  items: readonly AgendaItem[]
  actions: readonly ActionItem[]
  decisions: readonly Decision[]
  template: ForumTemplate | undefined
  reports: readonly StatusReport[]
  points: readonly ProjectPoint[]
}

/**
 * One `$batch` of what names the forum and of the reports, month by month: SharePoint refuses a filter that meets more than 5,000 rows (https://learn.microsoft.com/sharepoint/troubleshoot/lists-and-libraries/items-exceeds-list-view-threshold). */
export async function readAgendaRows(store: ListReader, forum: string, today: string): Promise<AgendaRows> {
  const months = monthsBack(monthOf(today), MONTHS_READ)
  const ofForum = { column: 'forum', values: [forum] }
  const [[sittings, items, actions, own, raised, templates, reports], recent, points] = await Promise.all([
    store.whereIn([
      { list: meetings, ...ofForum },
      { list: agendaItems, ...ofForum },
      { list: actionItems, ...ofForum },
      { list: decisions, ...ofForum },
      { list: decisions, column: 'raisedTo', values: [forum] },
      { list: forumTemplates, column: 'key', values: [forum] },
      { list: statusReports, column: 'month', values: months },
    ]),
    store.since(decisions, 'decidedOn', `${months.at(-1)}-01`),
    store.all(projectPoints),
  ])
  const made = new Map([...own, ...raised, ...recent].map((decision) => [decision.key, decision]))
  return {
    meetings: sittings,
    items,
    actions,
    decisions: [...made.values()],
    template: templates[0],
    reports: reports.filter(({ archived }) => !archived),
    points: points.filter(({ archived }) => !archived),
  }
}

/** The rows with what an action answered in place of what stood there. */
export const takeIn =
  (forum: string) =>
  (rows: AgendaRows, done: Done): AgendaRows => ({
    ...rows,
    meetings: merged(rows.meetings, done.meetings?.filter(isOf(forum))),
    items: merged(rows.items, done.agendaItems?.filter(isOf(forum))),
    actions: merged(rows.actions, done.actionItems?.filter(isOf(forum))),
    decisions: merged(rows.decisions, done.decisions),
    template: done.forumTemplates?.find(isOf(forum)) ?? rows.template,
    reports: merged(rows.reports, done.statusReports),
    points: merged(rows.points, done.projectPoints),
  })

const isOf = (forum: string) => (row: { forum: { key: string } }) => row.forum.key === forum

function merged<T extends { key: string }>(
  rows: readonly T[],
  changed: readonly T[] | undefined,
): readonly T[] {
  if (!changed?.length) return rows
  const keys = new Set(changed.map(({ key }) => key))
  return [...rows.filter(({ key }) => !keys.has(key)), ...changed]
}
