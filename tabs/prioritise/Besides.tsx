/** What a forum sees and doesn't rank: what belongs to the joint forum's order, what others lead, what asks for nothing this year. */
import { Link } from 'wouter'
import type { ForumCandidate } from '#src/rules/prioritising/candidates.ts'
import type { ForumRanking } from '#src/rules/prioritising/forumRanking.ts'
import { useWords } from '../language.ts'
import styles from './Ranking.module.css'

const groups = ['shared', 'external', 'notAsking'] as const

export function Besides({ ranking, year }: { ranking: ForumRanking; year: number }) {
  const { t } = useWords()
  return groups
    .filter((group) => ranking[group].length > 0)
    .map((group) => (
      <section key={group} className={styles.section}>
        <details open={group === 'shared'}>
          <summary>
            <b>{t(`ranking.${group}`, { count: ranking[group].length, year })}</b>
          </summary>
          <p className={styles.quiet}>{t(`ranking.${group}Why`)}</p>
          <ul className={styles.list}>
            {ranking[group].map((one) => (
              <li key={one.initiative.key}>
                <Named candidate={one} />
              </li>
            ))}
          </ul>
        </details>
      </section>
    ))
}

function Named({ candidate: { initiative } }: { candidate: ForumCandidate }) {
  const { t, word } = useWords()
  const { key, number, title, rank, rankYear, stage } = initiative
  return (
    <>
      <Link href={`/initiative/${encodeURIComponent(key)}`}>
        {number} {title}
      </Link>{' '}
      <span className={styles.quiet}>
        {rank === undefined
          ? word('stages', stage)
          : rankYear === undefined
            ? t('ranking.jointRank', { rank })
            : t('ranking.jointRankOf', { rank, year: rankYear })}
      </span>
    </>
  )
}
