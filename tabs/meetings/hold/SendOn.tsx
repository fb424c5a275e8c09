/** Passes an item to another forum with a question; the answer comes back as an item of ours. */
import { useState } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { forums } from '#src/lists/organisation.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import { useAsk } from '../useAsk.ts'
import { useKept } from '../useKept.ts'
import styles from './Hold.module.css'

export function SendOn({ item }: { item: AgendaItem }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const bodies = useItems(session.data, forums)
  const [kept, keep] = useKept<{ forum: string; question: string }>(`sendOn/${item.key}`)
  const { ask, refusals, busy } = useAsk()
  const [sent, setSent] = useState<string>()
  const { forum, question } = kept ?? { forum: '', question: '' }
  const others = bodies
    .filter(({ key }) => key !== item.forum.key)
    .toSorted((a, b) => compareTexts(locale)(a.title, b.title))
  return (
    <details className={styles.more}>
      <summary>{t('holding.sendOn')}</summary>
      <form
        className={forms.form}
        aria-label={t('holding.sendOn')}
        onSubmit={(event) => {
          event.preventDefault()
          if (!forum || !question.trim()) return
          const title = others.find(({ key }) => key === forum)?.title ?? ''
          void ask('sendOn', { item: item.key, forum, question }).then((done) => {
            if (!done) return
            keep(undefined)
            setSent(title)
          })
        }}
      >
        <label className={forms.field}>
          {t('holding.toForum')}
          <select value={forum} onChange={(event) => keep({ forum: event.target.value, question })}>
            <option value='' disabled>
              {t('holding.choose')}
            </option>
            {others.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className={forms.field}>
          {t('holding.question')}
          <textarea
            rows={2}
            value={question}
            onChange={(event) => keep({ forum, question: event.target.value })}
          />
        </label>
        <Refusals refusals={refusals} />
        <div className={forms.actions}>
          <button type='submit' className={buttons.button} disabled={busy || !forum || !question.trim()}>
            {t('holding.send')}
          </button>
        </div>
      </form>
      <p role='status'>{sent ? t('holding.sentOn', { forum: sent }) : ''}</p>
    </details>
  )
}
