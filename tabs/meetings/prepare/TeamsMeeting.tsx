/** The meeting in Teams: made in the preparer's own calendar when they ask for it, kept to its time, and its address fetched. */
import { useState } from 'react'
import { later } from '#src/rules/days/clock.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { CalendarTroubles } from '../CalendarTroubles.tsx'
import { useAsk } from '../useAsk.ts'
import { useCalendar } from '../useCalendar.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { CalendarDiffers } from './CalendarDiffers.tsx'
import { useInCalendar } from './useInCalendar.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from './Prepare.module.css'

const KEY_TAIL = 24

export function TeamsMeeting({ held: { meeting, forum, template } }: { held: HeldMeeting }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const calendar = useCalendar()
  const { ask, refusals, busy } = useAsk()
  const [notInvited, setNotInvited] = useState<readonly string[]>([])
  const { day, start, key, title, place, eventId } = meeting
  const { found, settle } = useInCalendar(meeting)
  const end = meeting.end ?? later(start, template?.lengthMinutes ?? 0)
  // Those who are told of the meeting are those who are asked to it.
  const people = forum
    ? noticeOf('agendaSent', key, { forum, meeting }, { by: session.person, on: today }).to
    : []
  const keep = (values: { eventId?: string; joinUrl?: string | null }) =>
    ask('saveMeeting', {
      meeting: key,
      forum: meeting.forum.key,
      values,
      base: { eventId: eventId ?? null, joinUrl: meeting.joinUrl ?? null },
    })
  const create = async () => {
    if (!start || !end) return
    await calendar.run(async (teams) => {
      const made = await teams.create({
        // One that was removed leaves its key used: the next is another event.
        key: eventId ? `${key}/${eventId.slice(-KEY_TAIL)}` : key,
        subject: title,
        day,
        start,
        end,
        people,
        ...(place && { place }),
      })
      setNotInvited(made.notInvited.map(({ name }) => name))
      await keep({ eventId: made.id, joinUrl: made.joinUrl ?? null })
    })
  }
  const take = async () => {
    if (found?.is !== 'moved') return
    const base = { day, start: meeting.start ?? null, end: meeting.end ?? null }
    await ask('saveMeeting', { meeting: key, forum: meeting.forum.key, values: { ...found.to }, base })
  }
  const putBack = () =>
    calendar.run(async (teams) => {
      if (!eventId || !start || !end) return
      await teams.move(eventId, { day, start, end })
      settle()
    })
  const fetchLink = (eventId: string) =>
    calendar.run(async (teams) => {
      const joinUrl = await teams.joinUrl(eventId)
      if (joinUrl) await keep({ joinUrl })
    })
  const isBusy = busy || calendar.busy
  return (
    <div className={`${styles.teams} no-print`}>
      {found && (
        <CalendarDiffers
          found={found}
          busy={isBusy}
          ours={Boolean(start && end)}
          again={() => void create()}
          take={() => void take()}
          putBack={() => void putBack()}
        />
      )}
      {!meeting.eventId && !meeting.joinUrl && (
        <div className={forms.actions}>
          <button
            type='button'
            className={buttons.button}
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
            className={buttons.button}
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
