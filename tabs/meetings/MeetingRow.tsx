/** A meeting as a line: when and where, whose, how far it has come and what it lacks. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Lack } from '#src/rules/lacking.ts'
import { formatTimes, formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Lacks } from './Lacks.tsx'
import { StateMark } from './StateMark.tsx'
import styles from './Meetings.module.css'

export function MeetingRow({
  meeting,
  lacks,
  items,
  title = meeting.forum.title,
  part,
  tools,
  children,
}: {
  meeting: Meeting
  lacks: readonly Lack[]
  items?: number | undefined
  /** What the line is called: the forum, unless the page is about one. */
  title?: string
  /** The part of its page that the line leads to, unless the page is to choose. */
  part?: 'minutes' | undefined
  /** What can be done with it, beside it; and what that opens, below. */
  tools?: ReactNode
  children?: ReactNode
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  return (
    <li className={styles.meetingRow}>
      <span className={styles.when}>
        <b>{formatWeekday(meeting.day, locale, { today })}</b>{' '}
        <span className={styles.quiet}>{formatTimes(meeting.start, meeting.end, locale)}</span>
      </span>
      <span className={styles.what}>
        <Link
          className={styles.name}
          href={`/meeting/${encodeURIComponent(meeting.key)}${part ? `?part=${part}` : ''}`}
        >
          {title}
        </Link>{' '}
        <span className={styles.quiet}>
          {[
            meeting.place,
            meeting.movedFrom &&
              t('meetings.movedFrom', { day: formatWeekday(meeting.movedFrom, locale, { today }) }),
            items !== undefined && items > 0 && t('meetings.items', { count: items }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Lacks lacks={lacks} />
        {meeting.state === 'cancelled' && meeting.cancelled && (
          <span className={styles.block}>{meeting.cancelled}</span>
        )}
      </span>
      <span className={styles.rowEnd}>
        <StateMark state={meeting.state} />
        {tools && <span className={`${styles.rowTools} no-print`}>{tools}</span>}
      </span>
      {children && <div className={styles.below}>{children}</div>}
    </li>
  )
}
