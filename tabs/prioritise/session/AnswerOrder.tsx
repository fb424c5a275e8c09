/** Yes or no to an order that has been laid forth, for the authority that one decides for; a no has its reason. */
import { useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
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
} & Pick<ReturnType<typeof useAnswer>, 'answer' | 'busy'>) {
  const { t } = useWords()
  const [isYes, setYes] = useState(!isAnother)
  const [grant, setGrant] = useState(newGrant)
  const [grounds, setGrounds] = useState('')
  const set = (changes: Partial<Grant>) => setGrant((before) => ({ ...before, ...changes }))
  const says = isYes && !isAnother
  const proposed = t(says ? 'session.proposedWording' : 'order.noWording', { forum: forum.title, year })
  const yes = grantOf(grant, { proposed, sitting })
  const send = () =>
    answer(says ? yes : { outcome: 'refuse', wording: proposed, grounds, meeting: yes.meeting })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset className={styles.choice}>
        <legend>{party ? t('order.answerFor', { party: party.title }) : t('order.answer')}</legend>
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
      {says && <InMeeting grant={grant} sitting={sitting} set={set} />}
      <span>
        <button type='submit' className={styles.primary} disabled={busy}>
          {t(says ? 'session.decide' : 'order.sayNo')}
        </button>
      </span>
    </form>
  )
}
