/** The meeting in Teams: made in the preparer's own calendar when they ask for it, kept to its time, and its address fetched. */
import { useState } from 'react'
import { later } from '#src/rules/clock.ts'
import { noticeOf } from '#src/rules/notices.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { CalendarTroubles } from '../CalendarTroubles.tsx'
import { useAsk } from '../useAsk.ts'
import { useCalendar } from '../useCalendar.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import forms from '../Forms.module.css'
import styles from './Prepare.module.css'

export function TeamsMeeting({ held: { meeting, forum, template } }: { held: HeldMeeting }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const calendar = useCalendar()
  const { ask, refusals, busy } = useAsk()
  const [notInvited, setNotInvited] = useState<readonly string[]>([])
  const { day, start, key, title, place } = meeting
  const end = meeting.end ?? later(start, template?.lengthMinutes ?? 0)
  // Those who are told of the meeting are those who are asked to it.
  const people = forum
    ? noticeOf('agendaSent', key, { forum, meeting }, { by: session.person, on: today }).to
    : []
  const keep = (values: { eventId?: string; joinUrl?: string }) =>
    ask('saveMeeting', { meeting: key, forum: meeting.forum.key, values })
  const create = async () => {
    if (!start || !end) return
    await calendar.run(async (teams) => {
      const made = await teams.create({
        key,
        subject: title,
        day,
        start,
        end,
        people,
        ...(place && { place }),
      })
      setNotInvited(made.notInvited.map(({ name }) => name))
      await keep({ eventId: made.id, ...(made.joinUrl && { joinUrl: made.joinUrl }) })
    })
  }
  const fetchLink = (eventId: string) =>
    calendar.run(async (teams) => {
      const joinUrl = await teams.joinUrl(eventId)
      if (joinUrl) await keep({ joinUrl })
    })
  const isBusy = busy || calendar.busy
  return (
    <div className={`${styles.teams} no-print`}>
      {!meeting.eventId && !meeting.joinUrl && (
        <div className={forms.actions}>
          <button
            type='button'
            className={forms.button}
            disabled={isBusy || !start || !end}
            onClick={() => void create()}
          >
            {t('agenda.makeTeams')}
          </button>
          <span className={styles.quiet}>
            {t(start && end ? 'agenda.makeTeamsAbout' : 'agenda.makeTeamsTimes', { count: people.length })}
          </span>
        </div>
      )}
      {meeting.eventId && !meeting.joinUrl && (
        <div className={forms.actions}>
          <button
            type='button'
            className={forms.button}
            disabled={isBusy}
            onClick={() => void fetchLink(meeting.eventId ?? '')}
          >
            {t('agenda.fetchLink')}
          </button>
          <span className={styles.quiet}>{t('agenda.linkComes')}</span>
        </div>
      )}
      <p role='status' className={styles.quiet}>
        {isBusy && t('agenda.calling')}
        {!isBusy &&
          notInvited.length > 0 &&
          t('agenda.notInvited', { names: formatList(notInvited, locale) })}
      </p>
      <CalendarTroubles calendar={calendar} />
      <Refusals refusals={refusals} />
    </div>
  )
}
