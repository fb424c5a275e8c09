/** Puts a matter on the backlog of a forum, in one's own words: what it is, what is wanted, and which initiative it is about. */
import { useEffect, useRef, useState } from 'react'
import { type ItemKind, itemKinds } from '#src/lists/meetings.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { newKey } from '../../act.ts'
import { useWords } from '../../language.ts'
import { InitiativePicker } from '../InitiativePicker.tsx'
import { MeetingForm } from '../MeetingForm.tsx'
import { useAsk } from '../useAsk.ts'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

export function ProposeItem({ forum, close }: { forum: Forum; close: () => void }) {
  const words = useWords()
  const { t } = words
  const { ask, refusals, busy } = useAsk()
  const [key] = useState(newKey)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<ItemKind>('discussion')
  const [question, setQuestion] = useState('')
  const [initiative, setInitiative] = useState<Ref>()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const submit = async () => {
    const values = {
      title: title.trim(),
      kind,
      ...(question.trim() && { question: question.trim() }),
      ...(initiative && { initiative }),
    }
    if (await ask('saveItem', { item: key, forum: forum.key, values })) close()
  }
  return (
    <MeetingForm
      label={t('forum.propose')}
      refusals={refusals}
      submit={submit}
      submits={t('forum.proposeIt')}
      disabled={busy || title.trim() === ''}
      close={close}
    >
      <p className={styles.quiet}>{t('forum.proposeAbout')}</p>
      <div className={forms.together}>
        <label className={`${forms.field} ${forms.grows}`}>
          {t('forum.itemTitle')}
          <input
            ref={first}
            required
            maxLength={255}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className={forms.field}>
          {t('forum.itemKind')}
          <select value={kind} onChange={(event) => setKind(event.target.value as ItemKind)}>
            {(Object.keys(itemKinds) as ItemKind[]).map((each) => (
              <option key={each} value={each}>
                {words.of(itemKinds, each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={forms.field}>
        {t('forum.itemQuestion')}
        <textarea
          rows={3}
          maxLength={10_000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <InitiativePicker value={initiative} change={setInitiative} />
    </MeetingForm>
  )
}
