/** Beside the call: a forum's meeting of today, or its next, in one narrow column without anything that isn't the meeting. */
import { lazy, Suspense, useCallback } from 'react'
import { Link } from 'wouter'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { meetingNow } from '#src/rules/meetings/meetingNow.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useRead } from '../ui/useRead.ts'
import { Unread } from '../ui/Unread.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { StateMark } from './StateMark.tsx'
import { useMeeting } from './useMeeting.ts'
import styles from './Meetings.module.css'

const HoldPart = lazy(() => import('./hold/HoldPart.tsx').then((m) => ({ default: m.HoldPart })))

export function PanelPage({ id: forum }: { id: string }) {
  const words = useWords()
  const { t } = words
  const { session, today } = useSession()
  const body = useItems(session.data, forums).find(({ key }) => key === forum)
  const { rows, error, reload } = useRead(
    'meetings',
    useCallback((store: ListReader) => store.where(meetings, { column: 'forum', value: forum }), [forum]),
    useCallback((meeting: Meeting) => meeting.forum.key === forum, [forum]),
  )
  const meeting = rows && meetingNow(rows, today)
  if (meeting) return <InPanel key={meeting.key} meeting={meeting} />
  if (!rows && error === undefined) return <Waiting />
  return (
    <Page title={body?.title ?? t('meetings.title')}>
      {rows ? <p>{t('holding.noMeeting')}</p> : <Unread reload={reload} />}
      <Link className={styles.link} href={`/forum/${encodeURIComponent(forum)}`}>
        {t('holding.toForumPage')}
      </Link>
    </Page>
  )
}

function InPanel({ meeting: { key, title, day } }: { meeting: Meeting }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const held = useMeeting(key)
  const { meeting, error, reload } = held
  return (
    <Page title={meeting?.title ?? title}>
      <p className={styles.lead}>
        {day !== today && <b>{formatWeekday(day, locale, { today })} · </b>}
        {meeting && <StateMark state={meeting.state} />} ·{' '}
        <Link className={styles.link} href={`/meeting/${encodeURIComponent(key)}`}>
          {t('holding.wholeMeeting')}
        </Link>
      </p>
      {error !== undefined && (
        <Unread about={t('meetings.notFresh')} reload={reload} stands className={styles.notice} />
      )}
      {meeting ? (
        <Suspense fallback={<p role='status'>{t('meetings.loading')}</p>}>
          <HoldPart held={{ ...held, meeting }} />
        </Suspense>
      ) : (
        error === undefined && <p role='status'>{t('meetings.loading')}</p>
      )}
    </Page>
  )
}
