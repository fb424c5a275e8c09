/** Where what is taken up goes on an agenda that somebody may have ordered: after the last that comes from the same or an earlier source. */
import type { AgendaItem } from '#src/lists/meetings.ts'
import { sources } from '../agenda.ts'
import type { AgendaProposal } from './agendaFacts.ts'

type Sourced = Pick<AgendaItem, 'source' | 'cause'>

const ranks = new Map(sources.map(({ source }, i) => [source, i]))
const LAST = sources.length - 1

/** Standing items that end the meeting are last; what somebody added stands before them. */
const rankOf = ({ source, cause }: Sourced) =>
  source === 'standing' ? (cause?.startsWith('standing/last/') ? LAST : 0) : (ranks.get(source) ?? LAST - 1)

/**
 * An `order` for each, between those it comes to stand among; fractions, until somebody orders the agenda. `items`: what is on it,
 * in its order.
 */
export function placesFor<P extends Pick<AgendaProposal, 'source' | 'cause' | 'order'>>(
  items: readonly (Sourced & Pick<AgendaItem, 'order'>)[],
  proposals: readonly P[],
): { proposal: P; order: number }[] {
  const at = (rank: number) => items.findLastIndex((item) => rankOf(item) <= rank)
  const inOrder = proposals.toSorted((a, b) => rankOf(a) - rankOf(b) || a.order - b.order)
  const gaps = Map.groupBy(inOrder, (proposal) => at(rankOf(proposal)))
  return [...gaps].flatMap(([after, group]) => {
    const from = items[after]?.order ?? 0
    const to = items[after + 1]?.order ?? from + group.length + 1
    return group.map((proposal, i) => ({
      proposal,
      order: from + ((to - from) * (i + 1)) / (group.length + 1),
    }))
  })
}

/** Where an item that somebody adds goes: before those that end the meeting. */
export const placeOfAdded = (items: readonly (Sourced & Pick<AgendaItem, 'order'>)[]): number =>
  placesFor(items, [{ source: 'added', cause: '', order: 0 }])[0]?.order ?? 1
