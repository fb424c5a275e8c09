/** What a forum has before it already: standing items, its backlog, open actions, decisions not carried out, conditions. */
import type { Day } from '#src/lists/columns.ts'
import type { StandingItem } from '#src/lists/forumTemplates.ts'
import type { AgendaItem, AgendaSource } from '#src/lists/meetings.ts'
import type { AgendaEvent, AgendaFacts, Because, Found, Why } from './agendaFacts.ts'
import type { AgendaView } from './agendaView.ts'
import { asItWas } from './agendaCommon.ts'
import { daysBetween, daysEarlier } from '../calendar.ts'
import { inForce } from './outcomes.ts'

/** A condition without a day of its own is asked about when it has had so long; about as long as to the meeting after this. */
const CONDITION_DAYS = 30

/** What the template puts on every agenda, in its order. */
export const standing =
  (place: StandingItem['place']) =>
  ({ template }: AgendaFacts): Found[] =>
    (template?.standing ?? [])
      .filter((item) => item.place === place)
      .map(({ title, kind, minutes, proposal }) => ({
        cause: `standing/${place}/${title}`,
        title,
        kind,
        minutes,
        because: { why: 'standing' },
        ...(proposal && { proposal }),
      }))

/** Items on the forum's backlog that came from there; the oldest first. */
export const backlog =
  (...sources: AgendaSource[]) =>
  ({ items }: AgendaFacts): Found[] =>
    items
      .filter((item) => item.state === 'backlog' && !item.archived && sources.includes(item.source))
      .toSorted((a, b) => (a.changedOn ?? '').localeCompare(b.changedOn ?? '') || (a.key < b.key ? -1 : 1))
      .map((item) => ({
        ...asItWas(item),
        item: item.key,
        cause: item.cause ?? `item/${item.key}`,
        because: whyOnBacklog(item),
        ...(item.changedOn && { arose: item.changedOn }),
      }))

/** Sources of items that lie on the backlog without being a question or an answer. */
export const otherSources = [
  'proposed',
  'added',
  'cycle',
  'gate',
  'newNeed',
  'stalled',
  'condition',
  'ranking',
  'deviation',
  'forecast',
  'changedProject',
  'redReport',
  'openAction',
  'notCarriedOut',
  'tabled',
] as const satisfies AgendaSource[]

/** Overdue first, then by day. */
export const openActions = ({ actions, today }: AgendaFacts): Found[] =>
  actions
    .filter(({ state, archived }) => state === 'open' && !archived)
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title, 'sv'))
    .map(({ key, title, owner, due, initiative }) => ({
      cause: `action/${key}`,
      title,
      presenter: owner,
      because:
        due < today
          ? { why: 'actionLate', person: owner.name, day: due, days: daysBetween(due, today) }
          : { why: 'action', person: owner.name, day: due },
      ...(initiative && { initiative }),
    }))

/** What the forum decided that a rule stood in the way of; and what still waits for minutes of an earlier meeting to be verified. */
export function notCarriedOut({ items, meetings }: AgendaFacts, { since }: AgendaView): Found[] {
  const open = new Set(meetings.filter(({ state }) => state !== 'cancelled').map(({ key }) => key))
  return items
    .filter(({ archived, meeting }) => !archived && meeting && open.has(meeting.key))
    .flatMap((item): Found[] => {
      const { carrying, refused, decidedOn: day, key } = item
      if (carrying === 'refused' && day)
        return [
          {
            ...asItWas(item),
            cause: `carry/${key}`,
            because: { why: 'refused', day, ...(refused && { reason: refused }) },
          },
        ]
      // Minutes of the last meeting are on their way.
      return carrying === 'waiting' && day && day < since
        ? [{ ...asItWas(item), cause: `carry/${key}/waiting`, because: { why: 'unverified', day } }]
        : []
    })
}

/** Of go-aheads in force: those whose day, when the text names one, comes before the meeting after this; else those that have had time. */
export function conditions({ decisions, forum, meeting, today }: AgendaFacts): Found[] {
  const [hadTime, comes] = [daysEarlier(today, CONDITION_DAYS), daysEarlier(meeting.day, -CONDITION_DAYS)]
  return inForce(decisions)
    .filter((d) => d.conditions && !d.archived && d.forum?.key === forum.key)
    .flatMap((decision): Found[] => {
      const { key, number, decidedOn, initiative, title, decidedBy } = decision
      const condition = decision.conditions ?? ''
      const due = dayIn(condition)
      const isDue = due === undefined ? decidedOn <= hadTime : due <= comes
      if (!isDue) return []
      return [
        {
          cause: `condition/${key}`,
          title: initiative?.title ?? title,
          presenter: decidedBy,
          because: due
            ? { why: 'conditionDue', condition, number, day: due }
            : { why: 'condition', condition, number, day: decidedOn },
          ...(initiative && { initiative }),
        },
      ]
    })
    .toSorted((a, b) => String(a.because.day).localeCompare(String(b.because.day)))
}

/** What is kept elsewhere and has come up, the oldest first. */
export const events =
  (name: 'deviations' | 'forecasts' | 'activities', why: Why) =>
  (facts: AgendaFacts): Found[] =>
    (facts[name] ?? [])
      .toSorted((a: AgendaEvent, b: AgendaEvent) => a.day.localeCompare(b.day))
      .map(({ key, title, day, initiative, presenter }) => ({
        cause: `${why}/${key}`,
        title,
        because: { why, day },
        ...(initiative && { initiative }),
        ...(presenter && { presenter }),
      }))

function whyOnBacklog({ because, source, askedBy, question, changedBy }: AgendaItem): Because {
  if (because && typeof because.why === 'string') return because as Because
  if (source === 'question') return { why: 'question', forum: askedBy?.title ?? '', question: question ?? '' }
  if (source === 'answer') return { why: 'answer', forum: askedBy?.title ?? '', question: question ?? '' }
  return { why: 'proposed', person: changedBy?.name ?? '' }
}

/** The first day a text names as `2024-11-30`. */
const dayIn = (text: string): Day | undefined =>
  /\b20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/.exec(text)?.[0]
