/** Lays down the picture of an order as it was shown, before anybody decides it: what follows is made from this, whatever happens meanwhile. */
import * as v from 'valibot'
import type { Forum } from '#src/lists/organisation.ts'
import { type Ranking, type RankedLine, type RankingDraft, rankings } from '#src/lists/prioritising.ts'
import { rankedLine } from '#src/rules/prioritising/forumRanking.ts'
import { pictureOf, type RankingChange, rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { emptySettings } from '#src/rules/prioritising/workingOrder.ts'
import { refOf } from '../meetings/place.ts'
import { shortText } from '../schemas.ts'
import { stamp, type Work } from '../work.ts'
import type { RankingNow } from './rankingNow.ts'

const kronor = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The order as the one who asks saw it: taken as it was shown, or not at all. */
export const shownArgs = {
  shown: v.pipe(
    v.array(
      v.strictObject({
        initiative: shortText,
        title: v.string(),
        rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
        total: v.number(),
        needKr: v.number(),
        isWithin: v.boolean(),
      }),
    ),
    v.maxLength(10_000),
  ),
  /** The frame that it was shown under; none where none is set. */
  frame: v.optional(v.strictObject({ amountKr: kronor, conceptKr: kronor })),
}
type Shown = Pick<v.InferOutput<v.ObjectSchema<typeof shownArgs, undefined>>, 'shown' | 'frame'>

/** Between what was shown and what stands now; every difference counts, also one that moves nobody. */
export function sinceShown({ shown, frame }: Shown, now: RankingNow): RankingChange[] {
  const lines = shown.map(({ initiative, title, ...line }) => ({
    ...line,
    initiative: { key: initiative, title },
  }))
  const before = { lines, ...(frame && { frameKr: frame.amountKr, conceptKr: frame.conceptKr }) }
  return rankingChanges(before, pictureOf(now.ranking), EVERY_POINT)
}

/** Between what was laid down and what stands now. */
export const sinceFrozen = (row: Ranking, now: RankingNow): RankingChange[] =>
  rankingChanges(row, pictureOf(now.ranking, now.criteria), EVERY_POINT)

const EVERY_POINT = { least: 0.05 }

/** Writes the picture of what stands now; the one with the same key where it is there already. */
export async function freezeOrder(
  work: Work,
  { forum, year, now }: { forum: Forum; year: number; now: RankingNow },
  more: Pick<RankingDraft, 'claim' | 'attempt' | 'proposedBy' | 'parties'> & { key: string },
): Promise<Ranking> {
  const { frame } = now.ranking
  const { item } = await work.store.create(rankings, {
    title: orderTitle(forum, year),
    forum: refOf(forum),
    year,
    day: work.today,
    state: 'proposed',
    weights: now.criteria.map(({ key, title, weight }) => ({ key, title, weight })),
    lines: linesOf(now),
    settings: now.order?.settings ?? emptySettings(year),
    ...(frame && { frameKr: frame.amountKr, conceptKr: frame.conceptKr }),
    ...more,
    ...stamp(work),
  })
  return item
}

export const orderTitle = (forum: Forum, year: number) => `${forum.title} ${year}`

/** What everyone reads names what is confidential by its number only. */
const linesOf = ({ ranking }: RankingNow): RankedLine[] =>
  ranking.lines.map((line) => {
    const kept = rankedLine(line)
    const { key, number, confidential } = line.initiative
    return confidential ? { ...kept, initiative: { key, title: number } } : kept
  })
