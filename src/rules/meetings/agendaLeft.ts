/** What earlier meetings left over: tabled, sent back to be completed, or not reached. */
import type { Day } from '#src/lists/columns.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { asItWas, isOver } from './agendaCommon.ts'
import type { AgendaFacts, Because, Found, Why } from './agendaFacts.ts'

/** Tabled, sent back to be completed, or not reached, and not taken up since; the oldest first. */
export const comesBack = (facts: AgendaFacts): Found[] =>
  leftOver(facts)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ item, why, day }) => {
      const { toComplete, key } = item
      const because: Because = { why, day, ...(why === 'remitted' && toComplete && { toComplete }) }
      return { ...asItWas(item), cause: `again/${key}`, because }
    })

/** The causes that items speak for by coming back themselves. */
export const comingBack = (facts: AgendaFacts): string[] =>
  leftOver(facts).flatMap(({ item }) => item.cause ?? [])

interface Left {
  item: AgendaItem
  why: Why
  day: Day
}

const known = new WeakMap<AgendaFacts, Left[]>()

/**
 * Items of meetings that are over which nothing came of, unless their initiative was taken up later or has moved on since.
 * What was not reached comes back once: to the next meeting.
 */
function leftOver(facts: AgendaFacts): Left[] {
  const found = known.get(facts) ?? findLeft(facts)
  known.set(facts, found)
  return found
}

function findLeft({ items, meetings, initiatives, meeting: next }: AgendaFacts): Left[] {
  const over = new Map(meetings.filter(isOver).map(({ key, day }) => [key, day]))
  const dayOf = ({ meeting }: AgendaItem) => meeting && over.get(meeting.key)
  const last = [...over.values()]
    .filter((day) => day <= next.day)
    .toSorted()
    .at(-1)
  const left = items.flatMap((item): Left[] => {
    const why = item.archived ? undefined : whyBack(item)
    const day = why && dayOf(item)
    if (why === 'notReached' && day !== last) return []
    return day ? [{ item, why, day }] : []
  })
  const lastUp = new Map<string, Day>(left.flatMap(({ item }) => aboutOf(item).map(({ key }) => [key, ''])))
  for (const initiative of initiatives)
    if (lastUp.has(initiative.key)) lastUp.set(initiative.key, initiative.stageSince ?? '')
  for (const item of items) {
    const day = whyBack(item) === 'notReached' ? undefined : dayOf(item)
    if (!day || !(item.initiative || item.also)) continue
    for (const { key } of aboutOf(item)) if (day > (lastUp.get(key) ?? day)) lastUp.set(key, day)
  }
  return left.filter(({ item, day }) => aboutOf(item).every(({ key }) => (lastUp.get(key) ?? '') <= day))
}

const aboutOf = ({ initiative, also = [] }: AgendaItem) => [...(initiative ? [initiative] : []), ...also]

function whyBack({ outcome, state, notes, kind, source }: AgendaItem): Why | undefined {
  if (outcome === 'table') return 'tabled'
  if (outcome === 'remit') return 'remitted'
  const isPassedOver = state === 'agenda' && !outcome && !notes && kind !== 'formal'
  return isPassedOver && source !== 'standing' && source !== 'openAction' ? 'notReached' : undefined
}
