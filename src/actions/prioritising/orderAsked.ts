/** Whose an order is to decide: of the forum whose it is, or of the level it was raised to. */
import type { Forum } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import type { MandateQuestion } from '#src/rules/mandate.ts'
import { orderQuestion } from '#src/rules/prioritising/rankingFaults.ts'
import type { Organisation, Work } from '../work.ts'
import type { RankingNow } from './rankingNow.ts'

/** `frozen`: what has been laid forth; without it the order as it stands. Those who were asked already are passed over. */
export function questionOf(
  work: Work,
  { forum, now, organisation }: { forum: Forum; now: RankingNow; organisation: Organisation },
  frozen?: Ranking,
): MandateQuestion {
  const keys = frozen && new Set(frozen.lines.map(({ initiative }) => initiative.key))
  const candidates = keys
    ? now.rows.initiatives.filter(({ key }) => keys.has(key)).map((initiative) => ({ initiative }))
    : now.ranking.lines
  const { mandates, tree, portfolios } = organisation
  const question = orderQuestion(forum, {
    candidates,
    mandates,
    tree,
    portfolios,
    today: work.today,
    parties: frozen?.parties,
    raisedTo: frozen?.state === 'raised' ? frozen.raisedTo : undefined,
  })
  const decided = (frozen?.voices ?? []).flatMap(({ party }) => party?.key ?? [])
  return { ...question, decided }
}
