/** The orders that wait for a person's word: as one of several authorities' director, or on the level they were raised to. */
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { isRefusal, mandateOf } from '../mandate.ts'
import type { CandidateRows } from './candidates.ts'
import { orderAsked } from './orderAsked.ts'
import { awaitsWord, isAwaited } from './orderRound.ts'

export interface OrderWait {
  ranking: Ranking
  /** The authority it is asked of; nothing on the level above. */
  party?: Ref
}

interface Facts extends Pick<CandidateRows, 'tree' | 'portfolios'> {
  rankings: readonly Ranking[]
  forums: readonly Forum[]
  initiatives: readonly Initiative[]
  mandates: readonly Mandate[]
  today: string
}

/** The one laid forth first, first. */
export function ordersWaiting(me: Person, { rankings, forums, ...facts }: Facts): OrderWait[] {
  return rankings
    .filter(isAwaited)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .flatMap((ranking): OrderWait[] => {
      const forum = forums.find(({ key }) => key === ranking.forum.key)
      const by = forum && mandateOf(me, orderAsked(forum, { ...facts, lines: [] }, ranking))
      if (!by || isRefusal(by)) return []
      // Above, one decides for all.
      const party = ranking.state === 'raised' ? undefined : by.party
      return awaitsWord(ranking, party) ? [{ ranking, ...(party && { party }) }] : []
    })
}

/** Whether a person has a right that an order may be asked of: nobody else reads them. */
export const mayBeAsked = (mandates: readonly Mandate[], { id }: Pick<Person, 'id'>): boolean =>
  mandates.some(
    ({ matter, needsAll, holder, standIn, archived }) =>
      !archived &&
      (matter === 'escalation' || (matter === 'ranking' && needsAll === true)) &&
      (holder.id === id || standIn?.id === id),
  )
