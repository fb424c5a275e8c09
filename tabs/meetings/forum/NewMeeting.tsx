/** A meeting outside the series, or decisions made between meetings; it opens when it has been made. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { later } from '#src/rules/days/clock.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { MeetingForm } from '../MeetingForm.tsx'
import { useAsk } from '../useAsk.ts'
import { When, type WhenValues } from './When.tsx'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

export function NewMeeting({
  forum,
  kind,
  template,
  close,
}: {
  forum: Forum
  kind: 'extra' | 'between'
  template: ForumTemplate | undefined
  close: () => void
}) {
  const { t } = useWords()
  const { today } = useSession()
  const [, go] = useLocation()
  const { ask, refusals, busy } = useAsk()
  const [key] = useState(newKey)
  const [when, setWhen] = useState<WhenValues>(() => ({
    day: today,
    ...(kind === 'extra' && {
      start: template?.start,
      end: later(template?.start, template?.lengthMinutes ?? 0),
      place: template?.place,
    }),
  }))
  const submit = async () => {
    const values = Object.fromEntries(Object.entries(when).filter(([, value]) => value))
    const isMade = await ask('saveMeeting', { meeting: key, forum: forum.key, values: { ...values, kind } })
    if (!isMade) return
    close()
    go(`/meeting/${encodeURIComponent(key)}?part=${kind === 'between' ? 'hold' : 'prepare'}`)
  }
  return (
    <MeetingForm
      label={t(kind === 'extra' ? 'forum.extra' : 'forum.between')}
      refusals={refusals}
      submit={submit}
      submits={t(kind === 'extra' ? 'forum.makeExtra' : 'forum.makeBetween')}
      disabled={busy}
      close={close}
    >
      <p className={styles.quiet}>{t(kind === 'extra' ? 'forum.extraAbout' : 'forum.betweenAbout')}</p>
      {kind === 'extra' ? (
        <When values={when} change={setWhen} />
      ) : (
        <label className={forms.field}>
          {t('forum.day')}
          <input
            type='date'
            required
            max={today}
            value={when.day}
            onChange={(event) => setWhen({ day: event.target.value })}
          />
        </label>
      )}
    </MeetingForm>
  )
}
