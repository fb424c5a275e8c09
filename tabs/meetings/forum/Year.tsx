/** The year of a forum: each meeting planned, moved, cancelled or held, and what those who prepare can do about it. */
import { lazy, Suspense, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Meeting, MeetingKind } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { lacksOf } from '#src/rules/deciding/lacking.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { MeetingRow } from '../MeetingRow.tsx'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

const PlanYear = lazy(() => import('./PlanYear.tsx').then((m) => ({ default: m.PlanYear })))
const NewMeeting = lazy(() => import('./NewMeeting.tsx').then((m) => ({ default: m.NewMeeting })))
const MoveMeeting = lazy(() => import('./MoveMeeting.tsx').then((m) => ({ default: m.MoveMeeting })))
const CancelMeeting = lazy(() => import('./CancelMeeting.tsx').then((m) => ({ default: m.CancelMeeting })))

type Doing =
  | { what: 'plan' }
  | { what: 'new'; kind: Extract<MeetingKind, 'extra' | 'between'> }
  | { what: 'move' | 'cancel'; meeting: string }

export function Year({
  forum,
  template,
  meetings,
  year,
}: {
  forum: Forum
  template: ForumTemplate | undefined
  /** Of every year. */
  meetings: readonly Meeting[]
  year: number
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const mayPrepare = useMayInMeeting('prepare', forum)
  const [doing, setDoing] = useState<Doing>()
  const place = useRef<HTMLHeadingElement>(null)
  const close = () => {
    setDoing(undefined)
    // The form is gone with what had the focus.
    place.current?.focus({ preventScroll: true })
  }
  const dayOf = ({ day }: Meeting) => formatWeekday(day, locale, { today })
  const shown = meetings.filter(({ day }) => yearOf(day) === year)
  return (
    <section className={styles.section} aria-labelledby='forum-year'>
      <header className={styles.sectionHead}>
        <h2 id='forum-year' ref={place} tabIndex={-1}>
          {t('forum.year', { year })}
        </h2>
        <nav className={`${styles.yearNav} no-print`} aria-label={t('forum.years')}>
          {[year - 1, year + 1].map((other) => (
            <Link
              key={other}
              className={styles.link}
              href={`/forum/${encodeURIComponent(forum.key)}?year=${other}`}
              replace
            >
              {other}
            </Link>
          ))}
        </nav>
      </header>
      {shown.length === 0 && (
        <p className={styles.quiet}>{t(mayPrepare ? 'forum.emptyYear' : 'forum.emptyYearRead')}</p>
      )}
      <ul className={styles.meetingRows}>
        {shown.map((meeting) => (
          <MeetingRow
            key={meeting.key}
            meeting={meeting}
            lacks={lacksOf({ meeting, forum, template, today, holidays })}
            part={isWritten(meeting) ? 'minutes' : undefined}
            tools={
              mayPrepare && isAhead(meeting) ? (
                <>
                  <button
                    type='button'
                    className={buttons.small}
                    aria-label={t('forum.moveOf', { day: dayOf(meeting) })}
                    onClick={() => setDoing({ what: 'move', meeting: meeting.key })}
                  >
                    {t('forum.move')}
                  </button>
                  <button
                    type='button'
                    className={buttons.small}
                    aria-label={t('forum.cancelOf', { day: dayOf(meeting) })}
                    onClick={() => setDoing({ what: 'cancel', meeting: meeting.key })}
                  >
                    {t('forum.cancel')}
                  </button>
                </>
              ) : null
            }
          >
            {doing && 'meeting' in doing && doing.meeting === meeting.key && (
              <Suspense fallback={null}>
                {doing.what === 'move' ? (
                  <MoveMeeting meeting={meeting} meetings={meetings} close={close} />
                ) : (
                  <CancelMeeting meeting={meeting} close={close} />
                )}
              </Suspense>
            )}
          </MeetingRow>
        ))}
      </ul>
      {mayPrepare && (
        <div className={`${forms.actions} no-print`}>
          <button type='button' className={buttons.button} onClick={() => setDoing({ what: 'plan' })}>
            {t('meetings.planYear')}
          </button>
          <button
            type='button'
            className={buttons.button}
            onClick={() => setDoing({ what: 'new', kind: 'extra' })}
          >
            {t('forum.extra')}
          </button>
          <button
            type='button'
            className={buttons.button}
            onClick={() => setDoing({ what: 'new', kind: 'between' })}
          >
            {t('forum.between')}
          </button>
        </div>
      )}
      <Suspense fallback={null}>
        {doing?.what === 'plan' && (
          <PlanYear forum={forum} template={template} meetings={meetings} year={year} close={close} />
        )}
        {doing?.what === 'new' && (
          <NewMeeting key={doing.kind} forum={forum} kind={doing.kind} template={template} close={close} />
        )}
      </Suspense>
    </section>
  )
}

const isAhead = ({ state, kind }: Meeting) =>
  (state === 'planned' || state === 'called' || state === 'open') && kind !== 'between'
const isWritten = ({ state }: Meeting) =>
  state === 'held' || state === 'sent' || state === 'verified' || state === 'settled'
