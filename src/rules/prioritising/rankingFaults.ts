/** What keeps an order from being decided, or something in it from being moved by hand. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import type { RankingState } from '#src/lists/prioritising.ts'
import { type CandidateRows, portfoliosOf } from './candidates.ts'
import type { MandateQuestion } from '../mandate.ts'
import type { RankingChange } from './rankingChanges.ts'
import { administrationOf } from '../organisation/tree.ts'
import type { MoveFault } from './workingOrder.ts'

export type RankingFault =
  /** Scores, costs, frames or the order are others than those that were shown. */
  | { fault: 'changed'; changes: RankingChange[] }
  /** Nothing asks for money of the year. */
  | { fault: 'nothing'; year: number }
  /** Several authorities each decide: it is laid forth first, so that all say yes to the same. */
  | { fault: 'notProposed'; year: number }
  /** What was laid forth is decided, fallen or replaced since. */
  | { fault: 'notOpen'; state: RankingState }
  /** Somebody has laid forth another order meanwhile. */
  | { fault: 'proposedAnew'; by?: Person }
  /** It lies with the forum above. */
  | { fault: 'raised'; forum: Ref }
  | ({ title: string } & MoveFault)

/**
 * Whose right it is to decide a forum's order: that of a post that decides priorities after consulting it, asked as of one matter that
 * concerns all who are ranked, and in which everybody with an interest in any of them has one.
 */
export function orderQuestion(
  forum: Forum,
  {
    candidates,
    mandates,
    tree,
    today,
    portfolios,
    parties,
    raisedTo,
  }: {
    candidates: readonly { initiative: Pick<Initiative, 'unit' | 'concernedUnits' | 'conflicted'> }[]
    mandates: readonly Mandate[]
    today: string
    /** Of an order that has been laid forth: the authorities it was laid forth for. */
    parties?: readonly Ref[] | undefined
    /** The forum above, where an order that was raised is decided. */
    raisedTo?: Ref | undefined
  } & Pick<CandidateRows, 'tree' | 'portfolios'>,
): MandateQuestion {
  const [portfolio = { key: '', title: '' }] = portfoliosOf(forum, { portfolios, mandates })
  const isOneAdministrations =
    forum.unit !== undefined && administrationOf(forum.unit.key, tree) !== undefined
  const concerned = isOneAdministrations
    ? []
    : parties?.length
      ? parties
      : candidates.flatMap(({ initiative: { unit, concernedUnits = [] } }) => [
          ...(unit ? [unit] : []),
          ...concernedUnits,
        ])
  const conflicted = candidates.flatMap(({ initiative }) => initiative.conflicted ?? [])
  const unit = forum.unit ?? concerned[0]
  return {
    matter: 'ranking',
    initiative: {
      key: `order/${forum.key}`,
      id: '',
      version: '',
      title: forum.title,
      number: '',
      stage: 'prioritisation',
      state: 'active',
      portfolio,
      scope: isOneAdministrations ? 'own' : 'shared',
      concernedUnits: [...new Map(concerned.map((one) => [one.key, one])).values()],
      conflicted: [...new Map(conflicted.map((one) => [one.id, one])).values()],
      ...(unit && { unit }),
    },
    // A post that consults another forum decides that forum's order.
    mandates: mandates.filter(
      (one) => one.matter !== 'ranking' || one.forum === undefined || one.forum.key === forum.key,
    ),
    tree,
    today,
    ...(raisedTo && { raisedTo }),
  }
}
