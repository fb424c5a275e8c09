/** The agenda to read: each item with its number, time, presenter and what is proposed. */
import { Link } from 'wouter'
import { type AgendaItem, itemKinds } from '#src/lists/meetings.ts'
import { useWords } from '../language.ts'
import styles from './Meetings.module.css'

export function AgendaAsRead({ items }: { items: readonly AgendaItem[] }) {
  const words = useWords()
  if (items.length === 0) return <p className={styles.quiet}>{words.t('meetings.noItems')}</p>
  return (
    <ol className={styles.agenda}>
      {items.map((item) => (
        <li key={item.key}>
          <b>{item.title}</b>{' '}
          <span className={styles.quiet}>
            {[
              words.of(itemKinds, item.kind),
              item.minutes !== undefined && words.t('meetings.minutesLong', { minutes: item.minutes }),
              item.presenter?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {item.initiative && (
            <>
              {' '}
              <Link className={styles.link} href={`/initiative/${encodeURIComponent(item.initiative.key)}`}>
                {item.initiative.title}
              </Link>
            </>
          )}
          {item.proposal && <p className={styles.proposal}>{item.proposal}</p>}
        </li>
      ))}
    </ol>
  )
}
