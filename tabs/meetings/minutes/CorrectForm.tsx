/** The form of a correction: items and what they should say instead, and why. */
import { agendaItems, type Meeting } from '#src/lists/meetings.ts'
import type { MinutesCorrection, MinutesPicture } from '#src/rules/minutes.ts'
import { type Correctable, correctable } from '#src/rules/meetings/verifying.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import { numberedTitle, wasOf } from './corrected.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

interface Edit {
  id: number
  item: string
  field: Correctable
  value: string
}

/** A correction that is being written. `sentAs`: the key it was sent with, `after` which version. */
export interface Correcting {
  edits: readonly Edit[]
  reason: string
  sentAs?: string
  after?: number | undefined
}

/** Of the first item, its wording as it stands. */
export const freshEdit = (picture: MinutesPicture, id: number): Edit => {
  const item = picture.items[0]?.key ?? ''
  return { id, item, field: 'wording', value: wasOf(picture, item, 'wording') }
}

/** What was sent before and returned: nobody writes it once more. */
export const editsOf = ({ changes }: MinutesCorrection): Edit[] =>
  changes.map(({ item, field, after }, id) => ({ id, item, field: field as Correctable, value: after }))

export function CorrectForm({
  meeting,
  picture,
  draft,
  keep,
}: {
  meeting: Meeting
  picture: MinutesPicture
  draft: Correcting
  keep: (draft: Correcting | undefined) => void
}) {
  const { t } = useWords()
  const { session } = useSession()
  const { ask, refusals, busy } = useAsk()
  const { edits, reason } = draft
  const changed = edits.filter(({ item, field, value }) => value.trim() !== wasOf(picture, item, field))
  const isReady = reason.trim() !== '' && changed.length > 0
  const write = (next: Partial<Correcting>) => keep({ edits, reason, ...next })
  const send = async () => {
    const changes = [...Map.groupBy(changed, ({ item }) => item)].map(([item, own]) => ({
      item,
      values: Object.fromEntries(own.map(({ field, value }) => [field, value.trim() || null])),
    }))
    // Asked again, as after the page was closed meanwhile, it is the same correction.
    const sentAs = draft.sentAs ?? newKey()
    write({ sentAs, after: meeting.minutesVersion })
    const args = { meeting: meeting.key, reason: reason.trim(), changes }
    if (!(await ask('correctMinutes', args, {}, sentAs))) return write({})
    if (!session.acting.queue().some(({ key }) => key === sentAs)) keep(undefined)
  }
  return (
    <form
      className={forms.form}
      aria-label={t('minutes.correct')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void send()
      }}
    >
      {edits.map((edit) => (
        <OneEdit
          key={edit.id}
          edit={edit}
          picture={picture}
          change={(next) => write({ edits: edits.map((one) => (one.id === next.id ? next : one)) })}
        />
      ))}
      <div className={forms.actions}>
        <button
          type='button'
          className={buttons.small}
          onClick={() => write({ edits: [...edits, freshEdit(picture, edits.length)] })}
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
          onChange={(event) => write({ reason: event.target.value })}
        />
      </label>
      <div className={forms.actions}>
        <button type='submit' className={buttons.primary} disabled={busy || !isReady}>
          {t('minutes.correctNow')}
        </button>
        <button type='button' className={buttons.button} onClick={() => keep(undefined)}>
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
