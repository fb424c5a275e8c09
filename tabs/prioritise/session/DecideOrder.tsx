/** Decides the order as it stands on the page: by the post with the mandate, there and then, or raised when its forum doesn't agree. */
import { useState } from 'react'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf, type MandateQuestion } from '#src/rules/mandate.ts'
import { decidersText, refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { RankingNow } from '../useRanking.ts'
import { Answered } from './Answered.tsx'
import { type Grant, grantOf, InMeeting, newGrant, WordingFields } from './GrantFields.tsx'
import { RaiseOrder } from './RaiseOrder.tsx'
import { useAnswer } from './useAnswer.ts'
import styles from './Session.module.css'

export function DecideOrder({
  forum,
  year,
  now,
  sitting,
  question,
}: {
  forum: Forum
  year: number
  now: RankingNow
  sitting: Meeting | undefined
  question: MandateQuestion
}) {
  const words = useWords()
  const { t } = words
  const { session } = useSession()
  const right = decidingRight(question)
  const by = mandateOf(session.person, question)
  const [grant, setGrant] = useState(newGrant)
  const [agreed, setAgreed] = useState(false)
  const set = (changes: Partial<Grant>) => setGrant((before) => ({ ...before, ...changes }))
  const answering = useAnswer({ forum, year, now })
  const { answer, busy } = answering
  const proposed = t('session.proposedWording', { forum: forum.title, year })
  const needsAgreement = !isRefusal(by) && by.mandate.needsAgreement === true
  const decide = () => answer({ ...grantOf(grant, { proposed, sitting }), ...(needsAgreement && { agreed }) })
  return (
    <section className={styles.decide} aria-labelledby='decide-order'>
      <h3 id='decide-order'>{t('session.decideOrder', { year })}</h3>
      {right.kind !== 'nobody' && (
        <p className={styles.quiet}>
          {t('session.whoDecides', { who: decidersText(decidersOf(right), words), forum: forum.title })}
        </p>
      )}
      {isRefusal(by) ? (
        <p>{refusalText(by, words)}</p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void decide()
          }}
        >
          <WordingFields grant={grant} proposed={proposed} set={set} />
          {needsAgreement && (
            <label className={styles.check}>
              <input type='checkbox' checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />{' '}
              {t('session.agreed', { forum: forum.title })}
            </label>
          )}
          <InMeeting grant={grant} sitting={sitting} set={set} />
          <span>
            <button type='submit' className={styles.primary} disabled={busy}>
              {t('session.decide')}
            </button>
          </span>
        </form>
      )}
      {needsAgreement && !agreed && <RaiseOrder from={forum} now={now} answer={answer} busy={busy} />}
      <Answered {...answering} isWhole />
    </section>
  )
}
