/** A verifier's answer: approve what was read, or return it with what is to be changed. */
import { useId, useState } from 'react'
import type { Verification } from '#src/lists/minutes.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useKept } from '../useKept.ts'
import { useAsk } from '../useAsk.ts'
import type { Frozen } from './frozen.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from './Minutes.module.css'

export function AnswerForm({
  asked,
  what,
  state = 'whole',
}: {
  asked: Verification
  /** Minutes of a version, or one item that is verified by itself. */
  what: { meeting: string; version: number } | { item: string }
  /** Nobody approves what can't be read, or isn't what was sent. */
  state?: Frozen['state']
}) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const [typed, setTyped] = useKept<string>(`return/${asked.claim}`)
  const comment = typed ?? ''
  const [opened, setReturning] = useState<boolean>()
  const returning = opened ?? comment !== ''
  const id = useId()
  const answer = (given: 'approved' | 'returned') => {
    const said = { hash: asked.hash, answer: given, ...(given === 'returned' && { comment: comment.trim() }) }
    void (
      'item' in what ? ask('verifyItem', { ...what, ...said }) : ask('verifyMinutes', { ...what, ...said })
    ).then((isDone) => isDone && setTyped(undefined))
  }
  return (
    <form
      className={forms.form}
      aria-label={t('minutes.yourAnswer')}
      onSubmit={(event) => {
        event.preventDefault()
        if (comment.trim()) answer('returned')
      }}
    >
      <p>{t('item' in what ? 'minutes.approveItemAbout' : 'minutes.approveAbout')}</p>
      {state !== 'whole' && <p className={styles.quiet}>{t(`minutesText.${state}`)}</p>}
      <div className={forms.actions}>
        <button
          type='button'
          className={buttons.primary}
          disabled={busy || state !== 'whole'}
          onClick={() => answer('approved')}
        >
          {t('minutes.approve')}
        </button>
        <button
          type='button'
          className={buttons.button}
          aria-expanded={returning}
          aria-controls={returning ? `${id}-return` : undefined}
          onClick={() => setReturning(!returning)}
        >
          {t('minutes.return')}
        </button>
      </div>
      {returning && (
        <div id={`${id}-return`} className={styles.answerWhy}>
          <label className={forms.field}>
            {t('minutes.returnWhy')}
            <textarea
              rows={3}
              value={comment}
              maxLength={2000}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <div className={forms.actions}>
            <button type='submit' className={buttons.button} disabled={busy || comment.trim() === ''}>
              {t('minutes.sendBack')}
            </button>
            {comment.trim() === '' && <span className={styles.quiet}>{t('minutes.returnNeeds')}</span>}
          </div>
        </div>
      )}
      <Refusals refusals={refusals} />
    </form>
  )
}
