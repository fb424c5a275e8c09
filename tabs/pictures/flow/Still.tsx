/** What has stood longest in its stage: a few of them by name, the longest first. */
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import type { Flow } from '#src/rules/pictures/flow.ts'
import { useWords } from '../../language.ts'
import { InitiativeLink } from '../lens/InitiativeLink.tsx'
import styles from '../lens/Lens.module.css'

const SHOWN = 8

export function Still({ flow, today }: { flow: Flow<Initiative>; today: Day }) {
  const { t, word } = useWords()
  const longest = flow.stages
    .flatMap(({ still }) => still)
    .toSorted((a, b) => (a.stageSince ?? '').localeCompare(b.stageSince ?? ''))
    .slice(0, SHOWN)
  if (longest.length === 0) return null
  return (
    <section className={styles.below} aria-label={t('flow.longest')}>
      <h3>{t('flow.longest')}</h3>
      <ul className={styles.rows}>
        {longest.map((initiative) => (
          <li key={initiative.key}>
            <span className={styles.main}>
              <InitiativeLink initiative={initiative} />
            </span>
            <span className={styles.end}>
              {word('stages', initiative.stage)},{' '}
              {t('flow.days', { count: daysBetween(initiative.stageSince ?? today, today) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
