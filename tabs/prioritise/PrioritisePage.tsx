/** Prioritera: the forum's ranking with its reasons, what fits within the frame, what has changed since it was decided, and what waits. */
import { Link, useSearchParams } from 'wouter'
import type { Forum } from '#src/lists/organisation.ts'
import { formatKr } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Besides } from './Besides.tsx'
import { DecidedRankings, RankingThen } from './DecidedRankings.tsx'
import { ForumHead, prioritisePath } from './ForumHead.tsx'
import { PointsFold } from './PointsFold.tsx'
import { RankingHead, YearChoice } from './RankingHead.tsx'
import { RankingLines } from './RankingLines.tsx'
import { linesNow } from './shownLines.ts'
import { SinceDecided } from './SinceDecided.tsx'
import { useForum } from './useForum.ts'
import { type RankingNow, useRanking } from './useRanking.ts'
import { useYear } from './useYear.ts'
import styles from './Ranking.module.css'

export function PrioritisePage() {
  const { t } = useWords()
  const choice = useForum()
  const { forum } = choice
  return (
    <Page
      title={t('ways.prioritise')}
      tools={
        forum && (
          <button type='button' className={`${styles.button} no-print`} onClick={() => window.print()}>
            {t('ranking.print')}
          </button>
        )
      }
    >
      <ForumHead choice={choice} at='ranking' />
      {forum && <OfForum key={forum.key} forum={forum} />}
    </Page>
  )
}

function OfForum({ forum }: { forum: Forum }) {
  const { t } = useWords()
  const years = useYear()
  const { now, error, reload } = useRanking(forum, years.year)
  const [params, setParams] = useSearchParams()
  const then = now?.made.find(({ key }) => key === params.get('ranking'))
  const toNow = () =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      after.delete('ranking')
      return after
    })
  return (
    <>
      <div className={styles.top}>
        <b>{forum.title}</b>
        <YearChoice {...years} />
        {then && (
          <button type='button' className={`${styles.button} no-print`} onClick={toNow}>
            {t('ranking.toNow')}
          </button>
        )}
      </div>
      {error !== undefined && (
        <p role='alert'>
          {t('refusal.unavailable')}{' '}
          <button type='button' className={styles.button} onClick={reload}>
            {t('app.retry')}
          </button>
        </p>
      )}
      {!now && error === undefined && <p role='status'>{t('ranking.loading')}</p>}
      {now && (then ? <RankingThen ranking={then} /> : <Now forum={forum} year={years.year} now={now} />)}
    </>
  )
}

function Now({ forum, year, now }: { forum: Forum; year: number; now: RankingNow }) {
  const { t, locale } = useWords()
  const { ranking, criteria, decided } = now
  const { lines, rankedKr } = ranking
  const to = (way: 'criteria' | 'scores' | 'session') => (
    <Link href={prioritisePath(way, forum.key)}>{t(`ranking.to.${way}`)}</Link>
  )
  if (lines.length === 0)
    return (
      <>
        <p>{t('ranking.empty', { year })}</p>
        <Besides ranking={ranking} year={year} />
        <DecidedRankings decided={decided} />
      </>
    )
  return (
    <>
      <RankingHead ranking={ranking} year={year} />
      <p className='no-print'>
        {criteria.length === 0 ? t('ranking.noCriteria') : to('session')}{' '}
        {criteria.length === 0 && to('criteria')}
      </p>
      <SinceDecided ranking={ranking} weights={criteria} last={decided[0]} />
      <RankingLines
        lines={linesNow(ranking)}
        criteria={criteria}
        frameEnd={
          rankedKr === undefined ? undefined : t('ranking.frameEnd', { kr: formatKr(rankedKr, locale) })
        }
      />
      {criteria.length > 0 && <PointsFold of={lines} criteria={criteria} />}
      <Besides ranking={ranking} year={year} />
      <DecidedRankings decided={decided} />
    </>
  )
}
