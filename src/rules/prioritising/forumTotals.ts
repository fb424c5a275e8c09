/** The weighted totals that a forum chooses by: by its own criteria, else by those of the board whose portfolio it is. */
import type { CriterionDraft, ScoreDraft } from '#src/lists/prioritising.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { CandidateInitiative } from './candidates.ts'
import { scored, type Scored } from './scoring.ts'

type Weighed = Pick<CriterionDraft, 'key' | 'forum' | 'weight' | 'archived'>
type Given = Pick<ScoreDraft, 'initiative' | 'criterion' | 'value' | 'archived'>

/** By initiative. A forum above several boards seldom weighs by itself: totals are out of 100 whatever the criteria, and can stand side by side. */
export function totalsFor(
  forum: string,
  initiatives: readonly Pick<CandidateInitiative, 'key' | 'portfolio'>[],
  rows: {
    portfolios: readonly Pick<Portfolio, 'key' | 'board'>[]
    criteria: readonly Weighed[]
    scores: readonly Given[]
  },
): Map<string, Scored> {
  const weighed = Map.groupBy(
    rows.criteria.filter(({ archived }) => !archived),
    (one) => one.forum.key,
  )
  const boardOf = new Map(rows.portfolios.map(({ key, board }) => [key, board?.key ?? forum]))
  const byForum = Map.groupBy(initiatives, ({ portfolio }) =>
    weighed.has(forum) ? forum : (boardOf.get(portfolio.key) ?? forum),
  )
  const given = rows.scores
    .filter(({ archived }) => !archived)
    .map(({ initiative, criterion, value }) => ({
      initiative: initiative.key,
      criterion: criterion.key,
      value,
    }))
  const all = [...byForum].flatMap(([key, some]) =>
    scored(
      some.map((one) => one.key),
      weighed.get(key) ?? [],
      given,
    ),
  )
  return new Map(all.map((one) => [one.initiative, one]))
}

/** Forums whose criteria and scores it takes to know. */
export const weighingForums = (
  forum: string,
  governed: readonly { key: string }[],
  portfolios: readonly Pick<Portfolio, 'key' | 'board'>[],
): string[] => {
  const keys = new Set(governed.map(({ key }) => key))
  const boards = portfolios.flatMap(({ key, board }) => (keys.has(key) && board ? [board.key] : []))
  return [...new Set([forum, ...boards])]
}
