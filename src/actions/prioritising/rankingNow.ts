/** A forum's ranking as the server sees it now: by the same rule as the page, of what stands in the lists. */
import { scoresOf } from '#src/graph/manyRows.ts'
import { costItems, dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Forum } from '#src/lists/organisation.ts'
import {
  criteria,
  type Criterion,
  frameYears,
  type Ranking,
  rankings,
  type Scenario,
  scenarios,
} from '#src/lists/prioritising.ts'
import { decidedRankings } from '#src/rules/prioritising/decidedRankings.ts'
import {
  criteriaOf,
  type ForumRanking,
  forumRanking,
  type RankingRows,
} from '#src/rules/prioritising/forumRanking.ts'
import { workingOrderKey } from '#src/rules/prioritising/workingOrder.ts'
import type { Organisation, Work } from '../work.ts'

export interface RankingNow {
  ranking: ForumRanking<Initiative>
  rows: RankingRows<Initiative>
  criteria: Criterion[]
  /** What the forum has moved by hand. */
  order: Scenario | undefined
  /** Of the year, the one in force first. */
  decided: Ranking[]
  /** All that the forum has laid down, of any year. */
  made: Ranking[]
}

export async function rankingNow(
  { store }: Work,
  forum: Forum,
  year: number,
  { forums, mandates, portfolios, tree }: Organisation,
): Promise<RankingNow> {
  const [all, waits, costs, frames] = await store.allOf([initiatives, dependencies, costItems, frameYears])
  const [weighed, made, tried] = await store.whereOf([criteria, rankings, scenarios], {
    column: 'forum',
    value: forum.key,
  })
  const given = await scoresOf(store, [forum.key])
  const order = tried.find(({ key, archived }) => !archived && key === workingOrderKey(forum.key, year))
  const rows = {
    initiatives: all,
    portfolios,
    forums,
    mandates,
    tree,
    criteria: weighed,
    scores: given,
    costItems: costs,
    dependencies: waits,
    frameYears: frames,
    moved: order?.settings.moved ?? [],
  }
  return {
    ranking: forumRanking(forum, year, rows),
    rows,
    criteria: criteriaOf(forum, weighed),
    order,
    decided: decidedRankings(made, { forum: forum.key, year }),
    made,
  }
}

/** What is asked of the rules about who decides it. */
export const askedOf = (
  { today }: Work,
  { ranking, rows }: RankingNow,
  { mandates, tree, portfolios }: Organisation,
) => ({ lines: ranking.lines, initiatives: rows.initiatives, mandates, tree, portfolios, today })
