/** The orders a forum has decided: of a year the one in force first, and the one whose places are in use on a day. */
import type { Day } from '#src/lists/columns.ts'
import type { RankingDraft } from '#src/lists/prioritising.ts'
import { yearOf } from '../calendar.ts'

type Of<K extends keyof RankingDraft> = Pick<
  RankingDraft,
  K | 'day' | 'key' | 'archived' | 'state' | 'attempt'
>

/** What was laid forth counts when it is decided; a row without a state was decided before orders were laid forth. */
export const isDecided = ({ archived, state }: Pick<RankingDraft, 'archived' | 'state'>): boolean =>
  !archived && (state === undefined || state === 'decided')

/** Later is in force; on the same day, the later attempt, or the one that was written later. */
export const decidedRankings = <R extends Of<'forum' | 'year'>>(
  rows: readonly R[],
  { forum, year }: { forum: string; year: number },
): R[] =>
  rows
    .filter((row) => isDecided(row) && row.forum.key === forum && row.year === year)
    .toSorted(
      (a, b) =>
        b.day.localeCompare(a.day) ||
        (b.attempt ?? 0) - (a.attempt ?? 0) ||
        (b.key ?? '').localeCompare(a.key ?? ''),
    )

/** The orders of a forum that are in force, by year: each year has its own. */
export function inForceByYear<R extends Of<'forum' | 'year'>>(rows: readonly R[], forum: string): R[] {
  const years = new Set(rows.filter((row) => row.forum.key === forum).map(({ year }) => year))
  return [...years]
    .toSorted((a, b) => a - b)
    .flatMap((year) => decidedRankings(rows, { forum, year }).slice(0, 1))
}

/**
 * The order whose places a forum's initiatives have on a day: that of this year, else of the first year to come that has one, else the
 * last. So the order of a later year waits for its turn, and replaces nothing before it.
 */
export function orderInTurn<R extends Of<'forum' | 'year'>>(
  rows: readonly R[],
  { forum, today }: { forum: string; today: Day },
): R | undefined {
  const byYear = inForceByYear(rows, forum)
  return byYear.find(({ year }) => year >= yearOf(today)) ?? byYear.at(-1)
}

/** The places that orders in force give an initiative, of this year and those to come, by year; of a past year only when none is. */
export function placesOf<R extends Of<'forum' | 'year' | 'lines'>>(
  initiative: string,
  rows: readonly R[],
  today: Day,
): { ranking: R; line: R['lines'][number] }[] {
  const forums = [...new Set(rows.map(({ forum }) => forum.key))]
  const found = forums.flatMap((forum) =>
    inForceByYear(rows, forum).flatMap((ranking) => {
      const line = ranking.lines.find((one) => one.initiative.key === initiative)
      return line ? [{ ranking, line }] : []
    }),
  )
  const ahead = found.filter(({ ranking }) => ranking.year >= yearOf(today))
  return (ahead.length > 0 ? ahead : found.slice(-1)).toSorted((a, b) => a.ranking.year - b.ranking.year)
}
