/** What the year's ranking comes to: how many ask for how much, how far the frame reaches, and the year it is of. */
import type { ForumRanking } from '#src/rules/prioritising/forumRanking.ts'
import { formatKr, formatKrExact } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import type { useYear } from './useYear.ts'
import styles from './Ranking.module.css'

export function YearChoice({ year, years, choose }: ReturnType<typeof useYear>) {
  const { t } = useWords()
  return (
    <label className={`${styles.choice} no-print`}>
      {t('ranking.year')}{' '}
      <select value={year} onChange={(event) => choose(Number(event.target.value))}>
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  )
}

export function RankingHead({ ranking, year }: { ranking: ForumRanking; year: number }) {
  const { t, locale } = useWords()
  const { lines, frame, rankedKr, needKr } = ranking
  const unknown = lines.filter(({ isCoarse, needKr: kr }) => isCoarse && kr === 0).length
  const unscored = lines.filter(
    ({ scored: { contributions, missing } }) => missing.length === contributions.length,
  ).length
  const fit = lines.filter(({ isWithin }) => isWithin).length
  // The whole bar is what is asked for, or the frame when that is more.
  const whole = Math.max(needKr, rankedKr ?? 0, 1)
  const within = Math.min(needKr, rankedKr ?? 0)
  return (
    <div>
      <p className={styles.lead}>
        {t('ranking.asks', { count: lines.length, kr: formatKr(needKr, locale), year })}{' '}
        {frame && rankedKr !== undefined ? (
          <span title={formatKrExact(frame.amountKr, locale)}>
            {t(frame.isDecided ? 'ranking.frame' : 'ranking.framePreliminary', {
              kr: formatKr(rankedKr, locale),
              fit,
            })}
          </span>
        ) : (
          t('ranking.noFrame', { year })
        )}
      </p>
      {rankedKr !== undefined && (
        <div className={styles.bar} aria-hidden='true'>
          <span style={{ width: `${(within / whole) * 100}%` }} />
          {needKr > within && <i style={{ width: `${((needKr - within) / whole) * 100}%` }} />}
        </div>
      )}
      {(unknown > 0 || unscored > 0) && (
        <p className={styles.quiet}>
          {[
            unknown > 0 && t('ranking.unknownCosts', { count: unknown }),
            unscored > 0 && t('ranking.unscoredCount', { count: unscored }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
    </div>
  )
}
