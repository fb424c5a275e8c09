/** The choices as a form: a time, the kinds, a pause. Sent together, and only what was changed. */
import { type FormEvent, useState } from 'react'
import { type ReminderKind, reminderKinds } from '#src/lists/reminding.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { DIGEST_HOURS, DIGEST_TIME } from '#src/rules/reminding/digestHours.ts'
import { type Choice, isPaused } from '#src/rules/reminding/reminderChoice.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import buttons from '../ui/Buttons.module.css'
import styles from './Reminders.module.css'

const kinds = Object.keys(reminderKinds) as ReminderKind[]

interface Form {
  time: string
  off: readonly ReminderKind[]
  from: string
  to: string
}

/** A pause that is over is no longer shown. */
const formOf = ({ time, off = [], pausedFrom, pausedTo }: Choice, today: string): Form => {
  const isOver = pausedTo !== undefined && pausedTo < today
  return {
    time: time ?? DIGEST_TIME,
    off,
    from: isOver ? '' : (pausedFrom ?? ''),
    to: isOver ? '' : (pausedTo ?? ''),
  }
}

export function ChoiceForm({ choice, today }: { choice: Choice; today: string }) {
  const { t, of, locale } = useWords()
  const { session } = useSession()
  const [saved, setSaved] = useState(choice)
  const stands = formOf(saved, today)
  const [form, setForm] = useState(stands)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const changed = changesOf(stands, form)
  const isChanged = Object.keys(changed).length > 0
  const change = (values: Partial<Form>) => {
    setForm((now) => ({ ...now, ...values }))
    setSaid('')
    setRefusals([])
  }
  const send = async (asked: ActionArgs<'saveReminderChoice'>) => {
    setBusy(true)
    const answer = await session.acting.act('saveReminderChoice', asked)
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    setRefusals([])
    setSaid(t('waiting' in answer ? 'reminders.waiting' : 'reminders.saved'))
    const [row] = ('done' in answer && answer.done.reminderChoices) || []
    if (!row) return
    setSaved(row)
    setForm(formOf(row, today))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isChanged) void send(changed)
    else setSaid(t('reminders.same'))
  }
  const pause = stands.to !== '' || stands.from !== ''
  const day = (value: string) => formatDay(value, locale, today)
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <fieldset className={styles.group}>
        <legend>{t('reminders.when')}</legend>
        <label className={styles.field}>
          {t('reminders.time')}
          <input
            type='time'
            value={form.time}
            min={DIGEST_HOURS.from}
            max={DIGEST_HOURS.to}
            step={300}
            aria-describedby='reminders-time'
            onChange={(event) => change({ time: event.target.value })}
          />
        </label>
        <p id='reminders-time' className={styles.quiet}>
          {t('reminders.timeHint', DIGEST_HOURS)}
        </p>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('reminders.what')}</legend>
        {form.off.length === kinds.length && (
          <p role='status' className={styles.notice}>
            {t('reminders.none')}
          </p>
        )}
        <ul className={styles.kinds}>
          {kinds.map((kind) => (
            <li key={kind}>
              <label>
                <input
                  type='checkbox'
                  checked={!form.off.includes(kind)}
                  aria-describedby={`reminders-${kind}`}
                  onChange={({ target }) =>
                    change({
                      off: kinds.filter((one) => (one === kind ? !target.checked : form.off.includes(one))),
                    })
                  }
                />
                {of(reminderKinds, kind)}
              </label>
              <p id={`reminders-${kind}`} className={styles.quiet}>
                {t(`reminders.hint.${kind}`)}
              </p>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('reminders.pause')}</legend>
        <p className={styles.quiet}>{t('reminders.pauseHint')}</p>
        {pause && (
          <p className={styles.paused}>
            {isPaused(saved, today)
              ? t('reminders.pausedNow', { day: day(stands.to) })
              : t('reminders.pausedLater', { from: day(stands.from), to: day(stands.to) })}{' '}
            <button
              type='button'
              className={buttons.button}
              disabled={busy}
              onClick={() => void send({ pausedFrom: null, pausedTo: null })}
            >
              {t('reminders.endPause')}
            </button>
          </p>
        )}
        <div className={styles.days}>
          <label className={styles.field}>
            {t('reminders.from')}
            <input type='date' value={form.from} onChange={(event) => change({ from: event.target.value })} />
          </label>
          <label className={styles.field}>
            {t('reminders.to')}
            <input
              type='date'
              value={form.to}
              min={form.from || today}
              onChange={(event) => change({ to: event.target.value })}
            />
          </label>
        </div>
      </fieldset>
      <Refusals refusals={refusals} />
      <div className={styles.acts}>
        <button type='submit' className={buttons.primary} disabled={busy}>
          {t('reminders.save')}
        </button>
        <span role='status' className={styles.quiet}>
          {said || (isChanged ? t('reminders.unsaved') : '')}
        </span>
      </div>
    </form>
  )
}

/** An emptied field takes the choice back. */
function changesOf(before: Form, now: Form): ActionArgs<'saveReminderChoice'> {
  const isSame = before.off.length === now.off.length && before.off.every((kind) => now.off.includes(kind))
  const isPause = before.from !== now.from || before.to !== now.to
  return {
    ...(before.time !== now.time && { time: now.time || null }),
    ...(!isSame && { off: [...now.off] }),
    ...(isPause && { pausedFrom: now.from || null, pausedTo: now.to || null }),
  }
}
