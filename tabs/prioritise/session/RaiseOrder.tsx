/** An order that isn't agreed on is raised to the forum above, with the reason; where there is none, it is said what to do instead. */
import { useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
import { forumAbove } from '#src/rules/deciding/escalation.ts'
import { useWords } from '../../language.ts'
import type { RankingNow } from '../useRanking.ts'
import type { useAnswer } from './useAnswer.ts'
import styles from './Session.module.css'

export function RaiseOrder({
  from,
  now,
  answer,
  busy,
}: {
  /** The forum that doesn't agree, or where it was raised last. */
  from: Ref
  now: RankingNow
} & Pick<ReturnType<typeof useAnswer>, 'answer' | 'busy'>) {
  const { t } = useWords()
  const [grounds, setGrounds] = useState('')
  const { forums, mandates } = now.started
  const above = forumAbove(from, { forums, mandates })
  if (!above) return <p className={styles.quiet}>{t('order.nowhere', { forum: from.title })}</p>
  return (
    <details>
      <summary>{t('order.notAgreed', { forum: from.title })}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const wording = t('order.raiseWording', { forum: above.title })
          void answer({ outcome: 'escalate', wording, grounds })
        }}
      >
        <label>
          {t('order.raiseReason')}
          <textarea required rows={2} value={grounds} onChange={(event) => setGrounds(event.target.value)} />
        </label>
        <span>
          <button type='submit' className={styles.button} disabled={busy}>
            {t('order.raise', { forum: above.title })}
          </button>
        </span>
      </form>
    </details>
  )
}
