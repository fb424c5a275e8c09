/** The trail of an initiative as readable history, latest first. */
import type { TrailEntry } from '#src/lists/decisions.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import styles from './Initiative.module.css'

export function History({ entries }: { entries: readonly TrailEntry[] }) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  // Several entries of one day stand in the order they were written: SharePoint's ids rise.
  const sorted = entries.toSorted((a, b) => b.day.localeCompare(a.day) || Number(b.id) - Number(a.id))
  return (
    <section className={styles.section} aria-labelledby='title-history'>
      <h2 id='title-history'>{t('initiative.history')}</h2>
      {sorted.length === 0 && <p className={styles.quiet}>{t('initiative.noHistory')}</p>}
      <ol className={styles.events}>
        {sorted.map((entry) => (
          <li key={entry.key}>
            <span className={styles.quiet}>
              {formatDay(entry.day, locale, today)} · {entry.person.name}
            </span>
            <div>
              {entry.kind === 'imported'
                ? t('initiative.import', { to: entry.to ?? '' })
                : `${entry.kind === 'owner' || entry.kind === 'report' || entry.kind === 'money' || entry.kind === 'decision' ? entry.title : word('trailKinds', entry.kind)}${entry.from || entry.to ? `: ${[entry.from, entry.to].filter(Boolean).join(' → ')}` : ''}`}
              {entry.decision ? ` (${entry.decision.title})` : ''}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
