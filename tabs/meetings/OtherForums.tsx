/** Forums that are not mine: what they have left to finish, when they meet next, and what each of those meetings lacks. */
import { Link } from 'wouter'
import type { Lack } from '#src/rules/deciding/lacking.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Lacks } from './Lacks.tsx'
import type { ForumNext } from './overview.ts'
import { StateMark } from './StateMark.tsx'
import styles from './Meetings.module.css'

export function OtherForums({
  forums,
  lacks,
  first,
}: {
  forums: readonly ForumNext[]
  lacks: ReadonlyMap<string, readonly Lack[]>
  /** There are none of one's own above. */
  first: boolean
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  return (
    <section className={styles.section} aria-labelledby='meetings-others'>
      <h2 id='meetings-others'>{t(first ? 'meetings.allForums' : 'meetings.others')}</h2>
      <ul className={styles.meetingRows}>
        {forums.map(({ forum, meetings, hasNext }) => (
          <li key={forum.key} className={styles.forumRow}>
            <Link className={styles.name} href={`/forum/${encodeURIComponent(forum.key)}`}>
              {forum.title}
            </Link>
            <span className={styles.what}>
              {meetings.map((meeting) => (
                <span key={meeting.key} className={styles.forumMeeting}>
                  <span>
                    <Link className={styles.link} href={`/meeting/${encodeURIComponent(meeting.key)}`}>
                      {whenAndWhere(meeting, locale, { today })}
                    </Link>
                    <Lacks lacks={lacks.get(meeting.key) ?? []} />
                  </span>
                  <StateMark state={meeting.state} />
                </span>
              ))}
              {!hasNext && <span className={styles.quiet}>{t('meetings.noneAhead')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
