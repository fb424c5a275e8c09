/** A meeting as a line: when and where, whose, how far it has come and what it lacks. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type Meeting, meetingKinds } from '#src/lists/meetings.ts'
import type { Lack } from '#src/rules/deciding/lacking.ts'
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
  title,
  part,
  tools,
  children,
}: {
  meeting: Meeting
  lacks: readonly Lack[]
  items?: number | undefined
  /** What the line is called; without it the day leads to the meeting, as where all are of one forum. */
  title?: string
  /** The part of its page that the line leads to, unless the page is to choose. */
  part?: 'minutes' | undefined
  /** What can be done with it, beside it; and what that opens, below. */
  tools?: ReactNode
  children?: ReactNode
}) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const day = formatWeekday(meeting.day, locale, { today })
  const address = `/meeting/${encodeURIComponent(meeting.key)}${part ? `?part=${part}` : ''}`
  return (
    <li className={styles.meetingRow}>
      <span className={styles.when}>
        {title === undefined ? (
          <Link className={styles.name} href={address}>
            {day}
          </Link>
        ) : (
          <b>{day}</b>
        )}{' '}
        <span className={styles.quiet}>{formatTimes(meeting.start, meeting.end, locale)}</span>
      </span>
      <span className={styles.what}>
        {title !== undefined && (
          <>
            <Link className={styles.name} href={address}>
              {title}
            </Link>{' '}
          </>
        )}
        <span className={styles.quiet}>
          {[
            meeting.kind !== 'ordinary' && words.of(meetingKinds, meeting.kind),
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
