/** The rankings a forum has decided for a year: the one in force first, then those it replaced. */
import type { RankingDraft } from '#src/lists/prioritising.ts'

/** Later is in force; on the same day, the one that was written later. */
export const decidedRankings = <R extends Pick<RankingDraft, 'forum' | 'year' | 'day' | 'key' | 'archived'>>(
  rows: readonly R[],
  { forum, year }: { forum: string; year: number },
): R[] =>
  rows
    .filter((row) => !row.archived && row.forum.key === forum && row.year === year)
    .toSorted((a, b) => b.day.localeCompare(a.day) || (b.key ?? '').localeCompare(a.key ?? ''))

/** The place that the order decided last gives an initiative; nothing when it isn't in it. */
export function placeOf<R extends Pick<RankingDraft, 'day' | 'key' | 'lines' | 'archived'>>(
  initiative: string,
  rows: readonly R[],
): { ranking: R; line: R['lines'][number] } | undefined {
  const [ranking] = rows
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => b.day.localeCompare(a.day) || (b.key ?? '').localeCompare(a.key ?? ''))
  const line = ranking?.lines.find((one) => one.initiative.key === initiative)
  return ranking && line && { ranking, line }
}
