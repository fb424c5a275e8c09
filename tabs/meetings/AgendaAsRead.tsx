/** The agenda to read: each item with its time, number, presenter and what is proposed. */
import { Link } from 'wouter'
import { type AgendaItem, itemKinds } from '#src/lists/meetings.ts'
import { startsOf } from '#src/rules/meetings/agendaTimes.ts'
import { formatTime } from '#src/text/formatTime.ts'
import { useWords } from '../language.ts'
import { Material } from './Material.tsx'
import styles from './Meetings.module.css'

export function AgendaAsRead({
  items,
  start,
}: {
  items: readonly AgendaItem[]
  /** When the meeting begins. */
  start?: string | undefined
}) {
  const words = useWords()
  if (items.length === 0) return <p className={styles.quiet}>{words.t('meetings.noItems')}</p>
  const starts = startsOf(items, start)
  return (
    <ol className={styles.agenda}>
      {items.map((item, i) => (
        <li key={item.key}>
          {starts[i] && <span className={styles.quiet}>{formatTime(starts[i], words.locale)} </span>}
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
          {item.question && <p className={styles.proposal}>{item.question}</p>}
          <Material links={item.material} />
        </li>
      ))}
    </ol>
  )
}
