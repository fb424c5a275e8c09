/** What has changed since the forum's order was last decided: who moved, came or went, what grew, what passed the line. */
import type { ForumRanking } from '#src/rules/prioritising/forumRanking.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { pictureOf, rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { formatDay } from '#src/text/format.ts'
import { rankingChangeText } from '#src/text/rankingChanges.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import styles from './Ranking.module.css'

export function SinceDecided({
  ranking,
  weights,
  last,
}: {
  ranking: ForumRanking
  /** As they are now. */
  weights: readonly { key: string; title: string; weight: number }[]
  last: Ranking | undefined
}) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  if (!last) return <p className={styles.quiet}>{t('ranking.undecided')}</p>
  const day = formatDay(last.day, locale, today)
  const changes = rankingChanges(last, pictureOf(ranking, weights))
  if (changes.length === 0) return <p className={styles.quiet}>{t('ranking.unchanged', { day })}</p>
  return (
    <section className={styles.section} aria-labelledby='ranking-since'>
      <h2 id='ranking-since'>{t('ranking.since', { day })}</h2>
      <ul className={styles.list}>
        {changes
          .map((change) => rankingChangeText(change, words))
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
    </section>
  )
}
