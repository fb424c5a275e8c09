/** A correction: a new version that everybody sees, with what was changed and why. What was fixed stays. */
import { useState } from 'react'
import { agendaItems } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { type Correctable, correctable, isVerified } from '#src/rules/verifying.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { HeldMeeting } from '../useMeeting.ts'
import { useAsk } from '../useAsk.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import { numberedTitle, wasOf } from './corrected.ts'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

interface Edit {
  id: number
  item: string
  field: Correctable
  value: string
}

export function CorrectMinutes({ held, picture }: { held: HeldMeeting; picture: MinutesPicture }) {
  const { t } = useWords()
  const { meeting, forum } = held
  const may = useMayInMeeting('decideIn', forum, meeting)
  const [open, setOpen] = useState(false)
  const isFixed = meeting.state === 'verified' || meeting.state === 'settled'
  if (!isFixed || !may) return null
  return (
    <section className={meetings.section} aria-labelledby='minutes-correct'>
      <h2 id='minutes-correct'>{t('minutes.correct')}</h2>
      <p>{t(isVerified(meeting) ? 'minutes.correctAbout' : 'minutes.correctAboutSettled')}</p>
      {open ? (
        <CorrectForm held={held} picture={picture} close={() => setOpen(false)} />
      ) : (
        <button type='button' className={forms.button} onClick={() => setOpen(true)}>
          {t('minutes.correctStart')}
        </button>
      )}
    </section>
  )
}

function CorrectForm({
  held: { meeting },
  picture,
  close,
}: {
  held: HeldMeeting
  picture: MinutesPicture
  close: () => void
}) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const first = picture.items[0]?.key ?? ''
  const fresh = (id: number): Edit => ({
    id,
    item: first,
    field: 'wording',
    value: wasOf(picture, first, 'wording'),
  })
  const [edits, setEdits] = useState<readonly Edit[]>(() => [fresh(0)])
  const [reason, setReason] = useState('')
  const changed = edits.filter(({ item, field, value }) => value.trim() !== wasOf(picture, item, field))
  const isReady = reason.trim() !== '' && changed.length > 0
  const change = (next: Edit) => setEdits(edits.map((edit) => (edit.id === next.id ? next : edit)))
  const send = () => {
    const changes = [...Map.groupBy(changed, ({ item }) => item)].map(([item, own]) => ({
      item,
      values: Object.fromEntries(own.map(({ field, value }) => [field, value.trim() || null])),
    }))
    void ask('correctMinutes', { meeting: meeting.key, reason: reason.trim(), changes }).then(
      (isDone) => isDone && close(),
    )
  }
  return (
    <form
      className={forms.form}
      aria-label={t('minutes.correct')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) send()
      }}
    >
      {edits.map((edit) => (
        <OneEdit key={edit.id} edit={edit} picture={picture} change={change} />
      ))}
      <div className={forms.actions}>
        <button
          type='button'
          className={forms.small}
          onClick={() => setEdits([...edits, fresh(edits.length)])}
        >
          {t('minutes.correctMore')}
        </button>
      </div>
      <label className={forms.field}>
        {t('minutes.correctWhy')}
        <textarea
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className={forms.actions}>
        <button type='submit' className={forms.primary} disabled={busy || !isReady}>
          {t('minutes.correctNow')}
        </button>
        <button type='button' className={forms.button} onClick={close}>
          {t('app.cancel')}
        </button>
        {!isReady && <span className={meetings.quiet}>{t('minutes.correctNeeds')}</span>}
      </div>
      <Refusals refusals={refusals} />
    </form>
  )
}

function OneEdit({
  edit,
  picture,
  change,
}: {
  edit: Edit
  picture: MinutesPicture
  change: (next: Edit) => void
}) {
  const words = useWords()
  const { t } = words
  const { item, field } = edit
  return (
    <div className={forms.fields} role='group' aria-label={t('minutes.correctOne')}>
      <label className={forms.field}>
        {t('minutes.correctItem')}
        <select
          value={item}
          onChange={({ target }) =>
            change({ ...edit, item: target.value, value: wasOf(picture, target.value, field) })
          }
        >
          {picture.items.map((one) => (
            <option key={one.key} value={one.key}>
              {numberedTitle(one)}
            </option>
          ))}
        </select>
      </label>
      <label className={forms.field}>
        {t('minutes.correctField')}
        <select
          value={field}
          onChange={({ target }) => {
            const next = target.value as Correctable
            change({ ...edit, field: next, value: wasOf(picture, item, next) })
          }}
        >
          {correctable.map((name) => (
            <option key={name} value={name}>
              {words.label(agendaItems, name)}
            </option>
          ))}
        </select>
      </label>
      <label className={`${forms.field} ${styles.wide}`}>
        {t('minutes.correctValue')}
        <textarea
          rows={4}
          value={edit.value}
          onChange={({ target }) => change({ ...edit, value: target.value })}
        />
      </label>
    </div>
  )
}
