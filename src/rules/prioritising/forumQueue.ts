/** The questions that wait for a forum when it sits down to prioritise: starts and financing first, the order as a whole last. */
import type { Ref } from '#src/lists/columns.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { AgendaFacts } from '../meetings/agendaFacts.ts'
import { waitingGates } from '../meetings/agendaNeeds.ts'
import { viewOf } from '../meetings/agendaView.ts'

export type Question =
  | {
      kind: 'gate' | 'financing' | 'item' | 'start'
      key: string
      title: string
      initiative: { key: string; title: string }
      /** Keys of a sentence (`text/because.ts`). */
      because?: Record<string, string | number>
      /** The item on an agenda that asks it. */
      item?: string
    }
  | { kind: 'order'; key: 'order' }

type QueueFacts = Pick<
  AgendaFacts,
  | 'today'
  | 'forum'
  | 'initiatives'
  | 'dependencies'
  | 'mandates'
  | 'forums'
  | 'portfolios'
  | 'tree'
  | 'decisions'
> & {
  meetings: readonly Meeting[]
  items: readonly AgendaItem[]
}

/**
 * Matters about an initiative on the agenda of a meeting that is coming or going on, then what the gates say, then what the order and
 * the frame would start next (`starts`), lacking something or not; each initiative once.
 */
export function forumQueue(facts: QueueFacts, starts: readonly Ref[]): Question[] {
  const { today, meetings, items } = facts
  const open = meetings
    .filter(({ state }) => state === 'planned' || state === 'called' || state === 'open')
    .toSorted((a, b) => a.day.localeCompare(b.day))
  const next = open.find(({ state }) => state === 'open') ?? open.find(({ day }) => day >= today)
  const asked = items
    .filter(
      ({ state, kind, meeting, archived }) =>
        !archived &&
        state === 'agenda' &&
        (kind === 'gate' || kind === 'decision') &&
        meeting?.key === next?.key,
    )
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap((item): Question[] => {
      const { initiative, key, title, because } = item
      return initiative
        ? [{ kind: 'item', key, title, initiative, item: key, ...(because && { because }) }]
        : []
    })
  const agendaFacts = { ...facts, actions: [], meeting: { key: next?.key ?? '', day: next?.day ?? today } }
  const found = waitingGates(agendaFacts, viewOf(agendaFacts)).flatMap(
    ({ cause, title, initiative, because }): Question[] =>
      initiative
        ? [
            {
              kind: because.why === 'financing' ? 'financing' : 'gate',
              key: cause,
              title,
              initiative,
              because,
            },
          ]
        : [],
  )
  const begins: Question[] = starts.map(({ key, title }) => ({
    kind: 'start',
    key: `start/${key}`,
    title,
    initiative: { key, title },
  }))
  const there = new Set<string>()
  const once = (one: Question) => {
    if (one.kind === 'order') return true
    const isFirst = !there.has(one.initiative.key)
    there.add(one.initiative.key)
    return isFirst
  }
  return [...[...asked, ...found, ...begins].filter(once), { kind: 'order', key: 'order' }]
}
