/** Whose an order is to decide: of the forum whose it is as it stands, of those it was laid forth for, or of the level it was raised to. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import type { Forum, Mandate, Role } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { isRefusal, mandateOf, type MandateQuestion } from '../mandate.ts'
import type { CandidateRows } from './candidates.ts'
import { mayForForum } from './forumRights.ts'
import { orderQuestion } from './rankingFaults.ts'

type Concerned = Pick<Initiative, 'key' | 'unit' | 'concernedUnits' | 'conflicted'>

interface Facts extends Pick<CandidateRows, 'tree' | 'portfolios'> {
  /** The order as it stands. */
  lines: readonly { initiative: Concerned }[]
  initiatives: readonly Concerned[]
  mandates: readonly Mandate[]
  today: string
}

/** `laid`: what has been laid forth or raised. Authorities that have said theirs are passed over, for whoever stands in for several. */
export function orderAsked(forum: Forum, facts: Facts, laid?: Ranking): MandateQuestion {
  const { lines, initiatives, mandates, tree, portfolios, today } = facts
  const keys = laid && new Set(laid.lines.map(({ initiative }) => initiative.key))
  const question = orderQuestion(forum, {
    candidates: keys
      ? initiatives.filter(({ key }) => keys.has(key)).map((initiative) => ({ initiative }))
      : lines,
    mandates,
    tree,
    portfolios,
    today,
    parties: laid?.parties,
    raisedTo: laid?.state === 'raised' ? laid.raisedTo : undefined,
  })
  return { ...question, decided: (laid?.voices ?? []).flatMap(({ party }) => party?.key ?? []) }
}

/** Whether a person may lay the order forth for those who decide it: whoever weighs for the forum, or decides it. */
export const mayLayForth = (
  { me, roles }: { me: Person; roles: readonly Role[] },
  { forum, question }: { forum: Forum; question: MandateQuestion },
): boolean => mayForForum('weigh', { id: me.id, roles }, forum) || !isRefusal(mandateOf(me, question))
