/** Adds an item to the agenda by its title; the rest is filled in where it stands. */
import { useState } from 'react'
import { placeOfAdded } from '#src/rules/meetings/agendaPlacing.ts'
import { newKey } from '../../act.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'

/** What most added items take. */
const USUAL_MINUTES = 10

export function AddItem({ held: { meeting, items } }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const [title, setTitle] = useState('')
  const submit = async () => {
    const values = { title: title.trim(), minutes: USUAL_MINUTES, order: placeOfAdded(items) }
    const args = { item: newKey(), forum: meeting.forum.key, meeting: meeting.key, values }
    if (await ask('saveItem', args)) setTitle('')
  }
  return (
    <form
      className='no-print'
      aria-label={t('agenda.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={forms.together}>
        <label className={`${forms.field} ${forms.grows}`}>
          {t('agenda.add')}
          <input
            maxLength={255}
            value={title}
            placeholder={t('agenda.addHint')}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <button type='submit' className={buttons.button} disabled={busy || title.trim() === ''}>
          {t('agenda.addIt')}
        </button>
      </div>
      <Refusals refusals={refusals} />
    </form>
  )
}
