/** A forum's ranking as it stands: its lines, where the money ends, and what a forum may move by hand. */
import { describe, expect, test } from 'vitest'
import { criteriaOf, forumRanking } from '#src/rules/prioritising/forumRanking.ts'
import { pictureOf, rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { regionRows } from '#scripts/demo/regionRows.ts'
import type { Initiative } from '#src/lists/initiatives.ts'

const region = regionRows()
const asItems = <T>(rows: readonly object[]) =>
  rows.map((row, i) => ({ id: String(i), version: '1', ...row })) as T

describe('the region ranks as it did', () => {
  test.for(region.rankings)('$title', (ranking) => {
    const forum = ranking.forum
    const now = forumRanking(forum, ranking.year, {
      initiatives: asItems<Initiative[]>(region.initiatives),
      portfolios: asItems(region.portfolios),
      forums: asItems(region.forums),
      mandates: asItems(region.mandates),
      tree: treeOf(asItems(region.units)),
      criteria: region.criteria,
      scores: region.scores,
      costItems: asItems(region.costItems),
      dependencies: asItems(region.dependencies),
      frameYears: region.frameYears.filter(({ day }) => day <= ranking.day),
    })
    expect(rankingChanges(ranking, pictureOf(now, criteriaOf(forum, region.criteria)))).toEqual([])
  })
})
