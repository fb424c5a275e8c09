/** What a meeting is, above each of its parts: forum, day, time and place, how far it has come, who leads and who writes. */
import { Link } from 'wouter'
import { useSession } from '../context.ts'
import { formatWeekday, whenAndWhere } from '#src/text/formatTime.ts'
import { useWords } from '../language.ts'
import { AgendaFile } from './AgendaFile.tsx'
import { Registration } from './Registration.tsx'
import { StateMark } from './StateMark.tsx'
import type { HeldMeeting } from './useMeeting.ts'
import styles from './Meetings.module.css'

export function MeetingHead({ held }: { held: HeldMeeting }) {
  const { meeting, forum } = held
  const { t, locale } = useWords()
  const { today } = useSession()
  const chair = meeting.chair ?? forum?.chair
  const secretary = meeting.secretary ?? forum?.secretary
  return (
    <div className={styles.meetingHead}>
      <p className={styles.lead}>
        <b>{whenAndWhere(meeting, locale, { today })}</b> · <StateMark state={meeting.state} /> ·{' '}
        <Link className={styles.link} href={`/forum/${encodeURIComponent(meeting.forum.key)}`}>
          {t('meetings.toForum')}
        </Link>
      </p>
      <p className={styles.lead}>
        {chair ? t('meetings.chairIs', { name: chair.name }) : t('meetings.noChair')} ·{' '}
        {secretary ? t('meetings.secretaryIs', { name: secretary.name }) : t('meetings.noSecretary')}
        {meeting.movedFrom &&
          ` · ${t('meetings.movedFrom', { day: formatWeekday(meeting.movedFrom, locale, { today }) })}`}
      </p>
      <Registration held={held} />
      {meeting.state === 'cancelled' && (
        <p className={styles.notice}>
          {meeting.cancelled
            ? t('meetings.cancelledWhy', { why: meeting.cancelled })
            : t('meetings.cancelled')}
        </p>
      )}
      {((meeting.joinUrl && meeting.state !== 'cancelled') || meeting.agendaVersion !== undefined) && (
        <div className={`${styles.ways} no-print`}>
          {meeting.joinUrl && meeting.state !== 'cancelled' && (
            <a className={styles.link} href={meeting.joinUrl} target='_blank' rel='noreferrer'>
              {t('meetings.join')}
            </a>
          )}
          {meeting.agendaVersion !== undefined && <AgendaFile held={held} />}
        </div>
      )}
    </div>
  )
}
