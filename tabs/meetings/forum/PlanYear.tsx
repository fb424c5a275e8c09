/** Plans a year: which days the rule gives, what was moved for a holiday and what is there already, before anything is done. */
import { useMemo, useState } from 'react'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { type CadenceDay, daysOf } from '#src/rules/meetings/cadence.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { cadenceText } from '#src/text/cadence.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { StateMark } from '../StateMark.tsx'
import { MeetingForm } from '../MeetingForm.tsx'
import { useAsk } from '../useAsk.ts'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

export function PlanYear({
  forum,
  template,
  meetings,
  year,
  close,
}: {
  forum: Forum
  template: ForumTemplate | undefined
  meetings: readonly Meeting[]
  year: number
  close: () => void
}) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const { ask, refusals, busy } = useAsk()
  // What has been is not planned.
  const [from, setFrom] = useState(year === yearOf(today) ? today : `${year}-01-01`)
  const [to, setTo] = useState(`${year}-12-31`)
  const days = useMemo(
    () => (template && from <= to ? daysOf(template.rule, { from, to, holidays }) : []),
    [template, from, to],
  )
  const there = new Map(meetings.map((meeting) => [meeting.claim, meeting]))
  const rows = days.map((day) => ({ day, meeting: there.get(`${forum.key}/${day.slot}`) }))
  const count = rows.filter(({ meeting }) => !meeting).length
  const submit = async () => {
    if (await ask('planMeetings', { forum: forum.key, from, to })) close()
  }
  return (
    <MeetingForm
      label={t('meetings.planYear')}
      refusals={refusals}
      submit={submit}
      submits={count === 0 ? t('forum.nothingToPlan') : t('forum.planDays', { count })}
      disabled={busy || count === 0}
      close={close}
    >
      <p>
        {template
          ? t('forum.ruleIs', { when: cadenceText(template.rule, words, today) })
          : t('forum.planNeedsRule')}
      </p>
      {template && (
        <div className={forms.together}>
          <label className={forms.field}>
            {t('forum.from')}
            <input type='date' required value={from} onChange={(event) => setFrom(event.target.value)} />
          </label>
          <label className={forms.field}>
            {t('forum.to')}
            <input type='date' required value={to} onChange={(event) => setTo(event.target.value)} />
          </label>
        </div>
      )}
      {template && rows.length === 0 && <p>{t('forum.noDays')}</p>}
      <ul className={forms.days} aria-label={t('forum.daysOfRule')}>
        {rows.map(({ day, meeting }) => (
          <DayRow key={day.slot} day={day} meeting={meeting} locale={locale} today={today} />
        ))}
      </ul>
    </MeetingForm>
  )
}

function DayRow({
  day: { day, movedFrom },
  meeting,
  locale,
  today,
}: {
  day: CadenceDay
  meeting: Meeting | undefined
  locale: 'sv' | 'en'
  today: string
}) {
  const { t } = useWords()
  const said = (which: string) => formatWeekday(which, locale, { today })
  return (
    <li>
      <b>{said(meeting?.day ?? day)}</b>{' '}
      {movedFrom && !meeting && (
        <span>
          <span className={styles.late} aria-hidden='true'>
            ▲
          </span>{' '}
          {t('forum.holiday', { day: said(movedFrom) })}
        </span>
      )}{' '}
      {meeting ? (
        <span className={styles.quiet}>
          {t('forum.there')} · <StateMark state={meeting.state} />
        </span>
      ) : (
        <span className={styles.quiet}>{t('forum.new')}</span>
      )}
    </li>
  )
}
