/** A forum's next meeting, or the one that is held right now, with the way to it. */
import { use, useCallback } from 'react'
import { Link } from 'wouter'
import { type Meeting, meetings, type MeetingState, meetingStates } from '#src/lists/meetings.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { wayBackTo } from '../start.ts'
import { useRead } from '../ui/useRead.ts'
import styles from './Channel.module.css'

const ahead: readonly MeetingState[] = ['planned', 'called', 'open']

export function NextMeeting({ forum }: { forum: string }) {
  const words = useWords()
  // Forums alone have meetings: the words come with them.
  use(words.learn('meetings'))
  const { t, locale } = words
  const { today } = useSession()
  const { rows, error } = useRead(
    'meetings',
    useCallback(
      async (store: ListReader) =>
        (await store.since(meetings, 'day', today)).filter((meeting) => meeting.forum.key === forum),
      [forum, today],
    ),
    useCallback((meeting: Meeting) => meeting.forum.key === forum, [forum]),
  )
  const next = rows
    ?.filter(({ day, state, kind }) => day >= today && ahead.includes(state) && kind !== 'between')
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
  const year = `/forum/${encodeURIComponent(forum)}`
  return (
    <section className={styles.section} aria-labelledby='channel-meeting'>
      <h2 id='channel-meeting'>{t(next?.state === 'open' ? 'channel.meetingNow' : 'channel.nextMeeting')}</h2>
      {error !== undefined && <p role='alert'>{t('refusal.unavailable')}</p>}
      {!rows && error === undefined && <p role='status'>{t('meetings.loadingAll')}</p>}
      {rows && !next && <p className={styles.quiet}>{t('meetings.noneAhead')}</p>}
      <ul className={styles.rows}>
        {next && (
          <li>
            <Link
              className={styles.link}
              href={`/meeting/${encodeURIComponent(next.key)}`}
              state={wayBackTo(window.location.pathname)}
            >
              {whenAndWhere(next, locale, { today })}
            </Link>
            <span className={styles.quiet}>{words.of(meetingStates, next.state)}</span>
          </li>
        )}
        <li>
          <Link className={styles.link} href={year} state={wayBackTo(window.location.pathname)}>
            {t('channel.forumYear')}
          </Link>
        </li>
      </ul>
    </section>
  )
}
