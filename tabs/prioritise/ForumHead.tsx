/** What the pages of prioritising share: which forum ranks, and the ways between its ranking, scores, criteria, scenarios and session. */
import { Link } from 'wouter'
import { useWords } from '../language.ts'
import { Waiting } from '../ui/Waiting.tsx'
import type { ForumChoice } from './useForum.ts'
import styles from './ForumHead.module.css'

const ways = ['ranking', 'scores', 'criteria', 'scenarios', 'session'] as const
export type PrioritiseWay = (typeof ways)[number]

const pathOf = (way: PrioritiseWay) => (way === 'ranking' ? '/prioritise' : `/prioritise/${way}`)

export const prioritisePath = (way: PrioritiseWay, forum: string) =>
  `${pathOf(way)}?forum=${encodeURIComponent(forum)}`

export function ForumHead({ choice, at }: { choice: ForumChoice; at: PrioritiseWay }) {
  const { t } = useWords()
  const { forum, forums, isComing, choose } = choice
  if (isComing) return <Waiting />
  if (!forum) return <p>{t('prioritise.noForums')}</p>
  return (
    <div className={`${styles.head} no-print`}>
      <label className={styles.choice}>
        {t('prioritise.forum')}{' '}
        <select className={styles.select} value={forum.key} onChange={(event) => choose(event.target.value)}>
          {forums.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <nav className={styles.ways} aria-label={t('prioritise.ways')}>
        {ways.map((way) => (
          <Link
            key={way}
            href={prioritisePath(way, forum.key)}
            aria-current={way === at ? 'page' : undefined}
          >
            {t(`prioritise.way.${way}`)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
