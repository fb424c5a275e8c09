/** Whether a matter that is prepared for one meeting is already carried by another: told to whoever prepares, never refused. */
import type { Day, Ref } from '#src/lists/columns.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'

/** `decided`: there, and it waits for the minutes. Otherwise it is on an agenda that has yet to be treated. */
export interface Elsewhere {
  how: 'decided' | 'onAgenda'
  forum: Ref
  meeting: Ref
  day: Day
}

/** What is asked about: an item of the agenda, or a proposal for it. */
export interface AskedElsewhere {
  kind: AgendaItem['kind']
  initiative?: Ref | undefined
}

type Sitting = Pick<Meeting, 'key' | 'day' | 'state'>

const decides = (kind: AgendaItem['kind']) => kind === 'gate' || kind === 'decision'

const isAhead = ({ state }: Sitting) => state === 'planned' || state === 'called' || state === 'open'

/**
 * `items`: those about the initiatives, of all forums. Two forums may well speak of the same need: only a decision is told, taken
 * and not in force yet, or that two of them are asked for at once.
 */
export function elsewhere(
  { kind, initiative }: AskedElsewhere,
  {
    items,
    meetings,
    here,
  }: {
    items: readonly AgendaItem[]
    meetings: ReadonlyMap<string, Sitting>
    /** Key of the meeting that is prepared. */
    here: string
  },
): Elsewhere[] {
  if (!initiative) return []
  return items
    .filter((item) => !item.archived && item.initiative?.key === initiative.key)
    .flatMap((item): Elsewhere[] => {
      const { meeting, forum, effect, carrying, state } = item
      const sitting = meeting && meeting.key !== here ? meetings.get(meeting.key) : undefined
      if (!meeting || !sitting) return []
      const { day } = sitting
      if (carrying === 'waiting' && effect) return [{ how: 'decided', forum, meeting, day }]
      const isAsked = state === 'agenda' && decides(item.kind) && decides(kind) && isAhead(sitting)
      return isAsked ? [{ how: 'onAgenda', forum, meeting, day }] : []
    })
    .toSorted((a, b) => a.day.localeCompare(b.day))
}
