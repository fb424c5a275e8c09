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
