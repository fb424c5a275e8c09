/** Cancels a meeting with its reason: it stays in the year, and its items go back to be taken up. */
import { useEffect, useRef, useState } from 'react'
import type { Meeting } from '#src/lists/meetings.ts'
import { useWords } from '../../language.ts'
import { MeetingForm } from '../MeetingForm.tsx'
import { useAsk } from '../useAsk.ts'
import { useCalendar } from '../useCalendar.ts'
import { NotInCalendar } from './NotInCalendar.tsx'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

export function CancelMeeting({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const calendar = useCalendar()
  const [saved, setSaved] = useState(false)
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = async () => {
    const { eventId } = meeting
    const why = reason.trim()
    if (!(await ask('cancelMeeting', { meeting: meeting.key, reason: why }))) return
    if (eventId) {
      setSaved(true)
      await calendar.run(async (teams) => {
        await teams.cancel(eventId, why)
        close()
      })
      return
    }
    close()
  }
  if (saved && calendar.trouble)
    return <NotInCalendar said='forum.cancelledNotCalendar' calendar={calendar} close={close} />
  return (
    <MeetingForm
      label={t('forum.cancelTitle')}
      refusals={refusals}
      submit={submit}
      submits={t('forum.cancelIt')}
      disabled={busy || calendar.busy || reason.trim() === ''}
      close={close}
      closes={t('forum.keep')}
    >
      <label className={forms.field}>
        {t('forum.reason')}
        <input
          ref={field}
          required
          maxLength={255}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className={styles.quiet}>{t('forum.cancelAbout')}</p>
    </MeetingForm>
  )
}
