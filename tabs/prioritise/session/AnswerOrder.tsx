/** Yes or no to an order that has been laid forth, for the authority that one decides for; a no has its reason. */
import { useState } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { useWords } from '../../language.ts'
import { type Grant, grantOf, InMeeting, newGrant, WordingFields } from './GrantFields.tsx'
import type { useAnswer } from './useAnswer.ts'
import styles from './Session.module.css'

export function AnswerOrder({
  forum,
  year,
  party,
  sitting,
  isAnother,
  saidBy,
  answer,
  busy,
}: {
  forum: Forum
  year: number
  /** Nothing on the level above, where one decides for all. */
  party: Ref | undefined
  sitting: Meeting | undefined
  /** The order is another by now: nobody can say yes to it. */
  isAnother: boolean
  /** Whose word is written down at the sitting, when it isn't one's own. */
  saidBy?: Person
} & Pick<ReturnType<typeof useAnswer>, 'answer' | 'busy'>) {
  const { t } = useWords()
  const [isYes, setYes] = useState(!isAnother)
  const [grant, setGrant] = useState(newGrant)
  const [grounds, setGrounds] = useState('')
  const set = (changes: Partial<Grant>) => setGrant((before) => ({ ...before, ...changes }))
  const says = isYes && !isAnother
  const proposed = t(says ? 'session.proposedWording' : 'order.noWording', { forum: forum.title, year })
  const yes = grantOf(grant, { proposed, sitting })
  const no = { outcome: 'refuse' as const, wording: proposed, grounds, meeting: yes.meeting }
  const send = () => answer({ ...(says ? yes : no), ...(saidBy && { saidBy, meeting: sitting?.key }) })
  const values = { party: party?.title ?? '', who: saidBy?.name ?? '' }
  const whose = saidBy ? (party ? 'order.writtenFor' : 'order.written') : party && 'order.answerFor'
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset className={styles.choice}>
        <legend>{t(whose ?? 'order.answer', values)}</legend>
        <label className={styles.check}>
          <input
            type='radio'
            name='answer-order'
            checked={says}
            disabled={isAnother}
            onChange={() => setYes(true)}
          />{' '}
          {t('order.yes')}
        </label>
        <label className={styles.check}>
          <input type='radio' name='answer-order' checked={!says} onChange={() => setYes(false)} />{' '}
          {t('order.no')}
        </label>
      </fieldset>
      {says ? (
        <WordingFields grant={grant} proposed={proposed} set={set} />
      ) : (
        <label>
          {t('order.noReason')}
          <textarea required rows={2} value={grounds} onChange={(event) => setGrounds(event.target.value)} />
        </label>
      )}
      {!saidBy && <InMeeting grant={grant} sitting={sitting} set={set} />}
      <span>
        <button type='submit' className={styles.primary} disabled={busy}>
          {t(saidBy ? 'order.writeDown' : says ? 'session.decide' : 'order.sayNo')}
        </button>
      </span>
    </form>
  )
}
