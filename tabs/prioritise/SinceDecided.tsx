/** What has changed since the forum's order was last decided: who moved, came or went, what grew, what passed the line. */
import { rankedLine, type ForumRanking } from '#src/rules/prioritising/forumRanking.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { formatDay } from '#src/text/format.ts'
import { rankingChangeText } from '#src/text/rankingChanges.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import styles from './Ranking.module.css'

export function SinceDecided({ ranking, last }: { ranking: ForumRanking; last: Ranking | undefined }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  if (!last) return <p className={styles.quiet}>{t('ranking.undecided')}</p>
  const day = formatDay(last.day, locale, today)
  const changes = rankingChanges(last.lines, ranking.lines.map(rankedLine))
  if (changes.length === 0) return <p className={styles.quiet}>{t('ranking.unchanged', { day })}</p>
  return (
    <section className={styles.section} aria-labelledby='ranking-since'>
      <h2 id='ranking-since'>{t('ranking.since', { day })}</h2>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={`${change.what} ${change.initiative.key}`}>{rankingChangeText(change, words)}</li>
        ))}
      </ul>
    </section>
  )
}
