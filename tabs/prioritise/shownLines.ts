/** The lines of an order as they are shown: as they stand now, and as they were kept by a decision. */
import type { RankingDraft } from '#src/lists/prioritising.ts'
import type { ForumRanking } from '#src/rules/prioritising/forumRanking.ts'
import { scored } from '#src/rules/prioritising/scoring.ts'
import type { ShownLine } from './RankingLines.tsx'

export const linesNow = ({ lines, rankedKr }: Pick<ForumRanking, 'lines' | 'rankedKr'>): ShownLine[] =>
  lines.map((line) => ({
    rank: line.rank,
    initiative: line.initiative,
    basis: line.moved ? 'moved' : line.basis,
    reason: line.moved?.reason,
    scored: line.scored,
    needKr: line.needKr,
    isCoarse: line.isCoarse,
    isWithin: line.isWithin,
    waitsFor: line.waitsFor,
    overKr: rankedKr === undefined ? undefined : line.sumKr - rankedKr,
  }))

/** With the scores and weights that were kept; initiatives by the names they had. */
export function linesThen(
  { lines, weights, frameKr, conceptKr = 0 }: RankingDraft,
  numbers: ReadonlyMap<string, string>,
): ShownLine[] {
  let sumKr = 0
  return lines.map((line) => {
    sumKr += line.needKr
    const { key } = line.initiative
    const given = Object.entries(line.scores).map(([criterion, value]) => ({
      initiative: key,
      criterion,
      value,
    }))
    const [whole = { total: line.total, contributions: [], missing: [] }] = scored([key], weights, given)
    const number = numbers.get(key)
    return {
      rank: line.rank,
      initiative: { ...line.initiative, ...(number && { number }) },
      basis: line.basis,
      reason: line.reason,
      scored: whole,
      needKr: line.needKr,
      isWithin: line.isWithin,
      overKr: frameKr === undefined ? undefined : sumKr - (frameKr - conceptKr),
    }
  })
}
