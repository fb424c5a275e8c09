/** What an agenda, the backlog or an earlier meeting has dealt with already: it isn't proposed once more. */
import type { AgendaItem, AgendaSource } from '#src/lists/meetings.ts'
import { isOver } from './agendaCommon.ts'
import type { AgendaFacts, Found } from './agendaFacts.ts'
import { comingBack } from './agendaLeft.ts'
import { daysBetween } from '../calendar.ts'

/** What a source says of itself that matters here: see `sources`. */
interface Asked {
  source: AgendaSource
  againAfterDays?: number
}

/** Whether what is found has been dealt with: for good, or for as long as its source says. */
export function settledIn(facts: AgendaFacts) {
  const { items, meeting, meetings, today } = facts
  const byCause = Map.groupBy(items, (item) => item.cause ?? `item/${item.key}`)
  const sittings = new Map(meetings.map((each) => [each.key, each]))
  const back = new Set(comingBack(facts))
  return ({ cause, item: own }: Found, { againAfterDays, source }: Asked): boolean =>
    (back.has(cause) && source !== 'openAction' && source !== 'standing') ||
    (byCause.get(cause) ?? []).some((item) => {
      if (item.archived || item.key === own) return false
      if (item.state === 'backlog') return source !== 'proposed'
      const isHere = item.meeting?.key === meeting.key
      if (isHere) return true
      const at = item.meeting && sittings.get(item.meeting.key)
      if (item.state === 'left' || at?.state === 'cancelled') return false
      if (item.state === 'agenda' && !wasSpokenOf(item, at))
        return source !== 'standing' && at !== undefined && !isOver(at)
      if (againAfterDays === undefined) return true
      const on = item.decidedOn ?? at?.day
      return on !== undefined && daysBetween(on, today) < againAfterDays
    })
}

/** At a meeting that is over, though its minutes aren't fixed yet. */
const wasSpokenOf = ({ notes, outcome }: AgendaItem, at: AgendaFacts['meetings'][number] | undefined) =>
  at !== undefined && isOver(at) && Boolean(notes ?? outcome)

/** They name an initiative without telling how it stands. */
export const beside: ReadonlySet<AgendaSource> = new Set(['openAction', 'notCarriedOut', 'condition'])

/** Initiatives that this agenda, what was left of it, the backlog or what comes back already speaks of. */
export function spokenOf({ items, meeting }: AgendaFacts): Record<'standing' | 'decision', Set<string>> {
  const here = items.filter(
    ({ archived, state, source, meeting: at }) =>
      !archived && !beside.has(source) && (state === 'backlog' || at?.key === meeting.key),
  )
  const keysOf = (of: readonly AgendaItem[]) =>
    new Set(
      of
        .flatMap(({ initiative, also = [] }) => [...(initiative ? [initiative] : []), ...also])
        .map(({ key }) => key),
    )
  return {
    standing: keysOf(here),
    decision: keysOf(here.filter(({ kind }) => kind === 'gate' || kind === 'decision')),
  }
}
