/** A few lines for those who weren't there; written when it suits, also when the minutes are locked. */
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useKept } from '../useKept.ts'
import { useAsk } from '../useAsk.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

export function Summary({ held: { meeting, forum } }: { held: HeldMeeting }) {
  const { t } = useWords()
  const may = useMayInMeeting('prepare', forum, meeting)
  const { ask, refusals, busy } = useAsk()
  const kept = meeting.summary ?? ''
  const [typed, setTyped] = useKept<string>(`summary/${meeting.key}`)
  const text = typed ?? kept
  if (!may && !kept) return null
  const save = () => {
    const [values, base] = [{ summary: text.trim() || null }, { summary: meeting.summary ?? null }]
    void ask('saveMeeting', { meeting: meeting.key, forum: meeting.forum.key, values, base }).then(
      (isDone) => isDone && setTyped(undefined),
    )
  }
  return (
    <section className={meetings.section} aria-labelledby='minutes-summary'>
      <h2 id='minutes-summary'>{t('minutes.summary')}</h2>
      {may ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <p className={meetings.quiet}>{t('minutes.summaryAbout')}</p>
          <label className={forms.field}>
            <span className={styles.heard}>{t('minutes.summary')}</span>
            <textarea rows={4} value={text} onChange={({ target }) => setTyped(target.value)} />
          </label>
          <div className={forms.actions}>
            <button type='submit' className={buttons.button} disabled={busy || text.trim() === kept.trim()}>
              {t('minutes.saveSummary')}
            </button>
            {text.trim() !== kept.trim() && <span className={meetings.quiet}>{t('minutes.unsaved')}</span>}
          </div>
          <Refusals refusals={refusals} />
        </form>
      ) : (
        <p className={styles.prose}>{kept}</p>
      )}
    </section>
  )
}
