/** Moves a meeting to another day, time or place; the series goes on as it was. */
import { useState } from 'react'
import type { Meeting } from '#src/lists/meetings.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { isWorkingDay } from '#src/rules/days/workingDays.ts'
import { useWords } from '../../language.ts'
import { MeetingForm } from '../MeetingForm.tsx'
import { useAsk } from '../useAsk.ts'
import { useCalendar } from '../useCalendar.ts'
import { NotInCalendar } from './NotInCalendar.tsx'
import { When, type WhenValues } from './When.tsx'
import styles from '../Meetings.module.css'

export function MoveMeeting({
  meeting,
  meetings,
  close,
}: {
  meeting: Meeting
  /** The others, to say when two fall on one day. */
  meetings: readonly Meeting[]
  close: () => void
}) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const calendar = useCalendar()
  const [saved, setSaved] = useState(false)
  const saw = { day: meeting.day, start: meeting.start, end: meeting.end, place: meeting.place }
  const [when, setWhen] = useState<WhenValues>(saw)
  const names = ['day', 'start', 'end', 'place'] as const
  const changed = names.filter((name) => (when[name] ?? '') !== (saw[name] ?? ''))
  const sameDay = meetings.some(
    ({ key, day, state }) => key !== meeting.key && day === when.day && state !== 'cancelled',
  )
  const submit = async () => {
    const pick = (values: WhenValues) =>
      Object.fromEntries(changed.map((name) => [name, values[name] || null] as const))
    const args = { meeting: meeting.key, forum: meeting.forum.key, values: pick(when), base: pick(saw) }
    if (changed.length === 0) return close()
    if (!(await ask('saveMeeting', args, { [meeting.key]: meeting.version }))) return
    const { eventId } = meeting
    const { day, start, end } = when
    const isTimed = changed.some((name) => name !== 'place')
    if (eventId && start && end && isTimed) {
      setSaved(true)
      await calendar.run(async (teams) => {
        await teams.move(eventId, { day, start, end })
        close()
      })
      return
    }
    close()
  }
  if (saved && calendar.trouble)
    return <NotInCalendar said='forum.movedNotCalendar' calendar={calendar} close={close} />
  return (
    <MeetingForm
      label={t('forum.moveTitle')}
      refusals={refusals}
      submit={submit}
      submits={t('forum.moveIt')}
      disabled={busy || calendar.busy}
      close={close}
    >
      <When values={when} change={setWhen} />
      {when.day && !isWorkingDay(when.day, holidays) && <p role='status'>▲ {t('forum.notWorkingDay')}</p>}
      {sameDay && <p role='status'>▲ {t('forum.sameDay')}</p>}
      {meeting.state === 'called' && <p className={styles.quiet}>{t('forum.moveTells')}</p>}
    </MeetingForm>
  )
}
