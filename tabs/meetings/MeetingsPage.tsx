/** Möten: what my forums have to finish and what comes, then the other forums; each meeting says what it lacks. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { Meeting } from '#src/lists/meetings.ts'
import { forums, units } from '#src/lists/organisation.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useShared } from '../ui/useShared.ts'
import { Unread } from '../ui/Unread.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { MeetingRow } from './MeetingRow.tsx'
import { overviewOf } from './overview.ts'
import { OtherForums } from './OtherForums.tsx'
import { isSearch, SearchMeetings } from './SearchMeetings.tsx'
import { useMeetings } from './useMeetings.ts'
import styles from './Meetings.module.css'

export function MeetingsPage() {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const { phase } = useStatus(session.data)
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const bodies = useItems(session.data, forums)
  const places = useItems(session.data, units)
  // What several see at once has nothing of anybody's own.
  const shared = useShared()
  const { meetings, templates, items, error, reload } = useMeetings()
  const view = useMemo(
    () =>
      meetings &&
      overviewOf({
        forums: bodies.toSorted((a, b) => compareTexts(locale)(a.title, b.title)),
        meetings,
        templates,
        items,
        today,
        me: shared ? undefined : session.person.id,
      }),
    [bodies, meetings, templates, items, today, shared, session.person.id, locale],
  )
  // What is searched for stands alone.
  const seen = isSearch(text) ? undefined : view
  const departments = places.filter(
    ({ key, kind }) => kind === 'department' && view?.mine.some(({ unit }) => unit?.key === key),
  )
  if (bodies.length === 0 && phase !== 'ready' && phase !== 'failed') return <Waiting />
  const row = (meeting: Meeting) => (
    <MeetingRow
      key={meeting.key}
      meeting={meeting}
      title={meeting.forum.title}
      lacks={view?.lacks.get(meeting.key) ?? []}
      items={items?.get(meeting.key)}
    />
  )
  return (
    <Page
      title={t('meetings.title')}
      tools={
        <>
          <Link className={styles.link} href='/decisions'>
            {t('meetings.toDecisions')}
          </Link>
          <Link className={styles.link} href='/actions'>
            {t('meetings.toActions')}
          </Link>
        </>
      }
    >
      <SearchMeetings
        text={text}
        change={(q) => setParams(q ? { q } : {}, { replace: true })}
        forums={bodies}
      />
      {error !== undefined && <Unread reload={reload} />}
      {!view && error === undefined && <p role='status'>{t('meetings.loadingAll')}</p>}
      {view && bodies.length === 0 && <p>{t('meetings.noForums')}</p>}
      {view && meetings?.length === 0 && bodies.length > 0 && <p>{t('meetings.noMeetings')}</p>}
      {seen && seen.toFinish.length > 0 && (
        <section className={styles.section} aria-labelledby='meetings-finish'>
          <h2 id='meetings-finish'>{t('meetings.toFinish')}</h2>
          <ul className={styles.meetingRows}>{seen.toFinish.map(row)}</ul>
        </section>
      )}
      {seen && seen.mine.length > 0 && (
        <section className={styles.section} aria-labelledby='meetings-mine'>
          <h2 id='meetings-mine'>{t('meetings.mine')}</h2>
          {seen.coming.length > 0 && <ul className={styles.meetingRows}>{seen.coming.map(row)}</ul>}
          {seen.unplanned.map((forum) => (
            <p key={forum.key} className={styles.unplanned}>
              {t('meetings.nothingPlanned', { forum: forum.title })}{' '}
              <Link className={styles.link} href={`/forum/${encodeURIComponent(forum.key)}`}>
                {t('meetings.planYear')}
              </Link>
            </p>
          ))}
          <p className={styles.years}>
            <span className={styles.quiet}>{t('meetings.years')}</span>{' '}
            {seen.mine.map((forum) => (
              <Link key={forum.key} className={styles.link} href={`/forum/${encodeURIComponent(forum.key)}`}>
                {forum.title}
              </Link>
            ))}
          </p>
          {departments.length > 0 && (
            <p className={styles.years}>
              <span className={styles.quiet}>{t('meetings.departments')}</span>{' '}
              {departments.map(({ key, title }) => (
                <Link key={key} className={styles.link} href={`/department/${encodeURIComponent(key)}`}>
                  {title}
                </Link>
              ))}
            </p>
          )}
        </section>
      )}
      {seen && seen.others.length > 0 && (
        <OtherForums forums={seen.others} lacks={seen.lacks} first={seen.mine.length === 0} />
      )}
    </Page>
  )
}
