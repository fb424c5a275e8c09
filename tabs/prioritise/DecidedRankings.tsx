/** The orders a forum has decided for the year, each with its decision; one is opened as it stood then. */
import { Link, useSearchParams } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { isDecided } from '#src/rules/prioritising/decidedRankings.ts'
import { formatDay, formatKr, formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { RankingLines } from './RankingLines.tsx'
import { linesThen } from './shownLines.ts'
import styles from './Ranking.module.css'

export function DecidedRankings({ decided }: { decided: readonly Ranking[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  if (decided.length === 0) return null
  return (
    <section className={`${styles.section} no-print`} aria-labelledby='ranking-decided'>
      <h2 id='ranking-decided'>{t('ranking.decided')}</h2>
      <ul className={styles.list}>
        {decided.map((one, i) => (
          <li key={one.key}>
            <ThenLink ranking={one}>
              {t('ranking.decidedOn', { title: one.title, day: formatDay(one.day, locale, today) })}
            </ThenLink>{' '}
            <span className={styles.quiet}>{t(i === 0 ? 'ranking.inForce' : 'ranking.replaced')}</span>{' '}
            <DecisionOf ranking={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As it was decided: nothing in it changes any more. */
export function RankingThen({ ranking }: { ranking: Ranking }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const all = useItems(session.data, initiatives)
  const { frameKr, conceptKr = 0, weights, decidedBy, proposedBy, day } = ranking
  return (
    <>
      <p className={styles.lead}>
        {t(isDecided(ranking) ? 'ranking.asItStood' : 'ranking.asLaidForth', {
          title: ranking.title,
          day: formatDay(day, locale, today),
          who: (decidedBy ?? proposedBy)?.name ?? t('ranking.unnamed'),
        })}{' '}
        <DecisionOf ranking={ranking} />
      </p>
      <p className={styles.quiet}>
        {t('ranking.weights')}{' '}
        {weights.map(({ title, weight }) => `${title} ${formatNumber(weight, locale)}`).join(' · ')}
      </p>
      <RankingLines
        criteria={weights}
        lines={linesThen(ranking, new Map(all.map(({ key, number }) => [key, number])))}
        frameEnd={
          frameKr === undefined
            ? undefined
            : t('ranking.frameEnd', { kr: formatKr(frameKr - conceptKr, locale) })
        }
      />
    </>
  )
}

function ThenLink({ ranking, children }: { ranking: Ranking; children: string }) {
  const [params] = useSearchParams()
  const after = new URLSearchParams(params)
  after.set('forum', ranking.forum.key)
  after.set('ranking', ranking.key)
  return <Link href={`/prioritise?${after.toString()}`}>{children}</Link>
}

function DecisionOf({ ranking: { decision } }: { ranking: Ranking }) {
  const { t } = useWords()
  if (!decision) return null
  return (
    <Link href={`/decisions?key=${encodeURIComponent(decision.key)}`}>
      {t('ranking.decision', { number: decision.title })}
    </Link>
  )
}
