/** A forum: how it meets, its year, what waits to be taken up, and the template its meetings are made from. */
import { lazy, Suspense, useState } from 'react'
import { useSearch } from 'wouter'
import { Link } from 'wouter'
import { units } from '#src/lists/organisation.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { cadenceText } from '#src/text/cadence.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems, useStatus } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Page } from '../../ui/Page.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import { Backlog } from './Backlog.tsx'
import { type ForumRead, useForum } from './useForum.ts'
import { Year } from './Year.tsx'
import styles from '../Meetings.module.css'

const Template = lazy(() => import('./Template.tsx').then((m) => ({ default: m.Template })))

export function ForumPage({ id }: { id: string }) {
  const { t } = useWords()
  const { session, today } = useSession()
  const { phase } = useStatus(session.data)
  const read = useForum(id)
  const { forum, error, reload } = read
  const places = useItems(session.data, units)
  // A joint group has no department to look at.
  const department = places.find(({ key, kind }) => key === forum?.unit?.key && kind === 'department')
  const year = yearIn(useSearch()) ?? yearOf(today)
  if (!forum && phase !== 'ready' && phase !== 'failed') return <Waiting />
  if (!forum)
    return (
      <Page title={t('meetings.title')}>
        <p>{t('forum.gone')}</p>
        <Link className={styles.link} href='/meetings'>
          {t('meetings.toAll')}
        </Link>
      </Page>
    )
  return (
    <Page
      title={forum.title}
      tools={
        <>
          {department && (
            <Link className={styles.link} href={`/department/${encodeURIComponent(department.key)}`}>
              {t('meetings.toDepartment')}
            </Link>
          )}
          <Link className={styles.link} href={`/decisions?forum=${encodeURIComponent(id)}`}>
            {t('meetings.toDecisions')}
          </Link>
          <Link className={styles.link} href='/meetings'>
            {t('meetings.toAll')}
          </Link>
        </>
      }
    >
      <About read={read} />
      {error !== undefined && <Unread reload={reload} />}
      {read.meetings === undefined && error === undefined && <p role='status'>{t('meetings.loadingAll')}</p>}
      {read.meetings && (
        <Year key={year} forum={forum} template={read.template} meetings={read.meetings} year={year} />
      )}
      {read.backlog && <Backlog forum={forum} items={read.backlog} meetings={read.meetings ?? []} />}
      {read.meetings && <TemplateSection read={read} />}
    </Page>
  )
}

/** When it meets, who leads and who is in it. */
function About({ read: { forum, template } }: { read: ForumRead }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  if (!forum) return null
  const members = (forum.members ?? []).map(({ name }) => name)
  return (
    <>
      <p className={styles.lead}>
        {t('forum.meets', {
          when: template ? cadenceText(template.rule, words, today) : (forum.cadence ?? t('forum.noRule')),
        })}{' '}
        · {forum.chair ? t('meetings.chairIs', { name: forum.chair.name }) : t('meetings.noChair')} ·{' '}
        {forum.secretary
          ? t('meetings.secretaryIs', { name: forum.secretary.name })
          : t('meetings.noSecretary')}
      </p>
      {forum.assignment && <p className={styles.lead}>{forum.assignment}</p>}
      {members.length > 0 && (
        <p className={styles.lead}>{t('forum.members', { names: formatList(members, locale) })}</p>
      )}
    </>
  )
}

/** The template is opened when it is wanted: its form weighs more than the page. */
function TemplateSection({ read }: { read: ForumRead }) {
  const { t } = useWords()
  const mayEdit = useMayInMeeting('template', read.forum)
  const [open, setOpen] = useState(false)
  if (!read.forum) return null
  return (
    <details
      className={`${styles.section} no-print`}
      onToggle={(event) => setOpen((before) => before || event.currentTarget.open)}
    >
      <summary>
        <h2>{t('forum.template')}</h2>{' '}
        <span className={styles.quiet}>{t(mayEdit ? 'forum.templateAbout' : 'forum.templateRead')}</span>
      </summary>
      {open && (
        <Suspense fallback={<p role='status'>{t('meetings.loadingAll')}</p>}>
          <Template forum={read.forum} template={read.template} mayEdit={mayEdit} />
        </Suspense>
      )}
    </details>
  )
}

const yearIn = (search: string) => {
  const year = Number(new URLSearchParams(search).get('year'))
  return year >= 2000 && year < 2100 ? year : undefined
}
