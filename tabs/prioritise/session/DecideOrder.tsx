/** Decides the order as it stands on the page: by the post with the mandate, there and then. */
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Meeting } from '#src/lists/meetings.ts'
import { type Forum, mandates as mandateList } from '#src/lists/organisation.ts'
import { asShown } from '#src/rules/prioritising/rankingChanges.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { orderQuestion } from '#src/rules/prioritising/rankingFaults.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { decidersText, refusalText } from '#src/text/refusals.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { RankingNow } from '../useRanking.ts'
import styles from './Session.module.css'

export function DecideOrder({
  forum,
  year,
  now,
  sitting,
}: {
  forum: Forum
  year: number
  now: RankingNow
  sitting: Meeting | undefined
}) {
  const words = useWords()
  const { t } = words
  const { session, today } = useSession()
  const mandates = useItems(session.data, mandateList)
  const { lines } = now.ranking
  const question = useMemo(
    () =>
      orderQuestion(forum, {
        candidates: lines,
        mandates,
        tree: now.rows.tree,
        portfolios: now.rows.portfolios,
        today,
      }),
    [forum, lines, mandates, now.rows, today],
  )
  const right = decidingRight(question)
  const by = mandateOf(session.person, question)
  const [wording, setWording] = useState<string>()
  const [conditions, setConditions] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [inMeeting, setInMeeting] = useState(true)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [key, setKey] = useState(newKey)
  const [made, setMade] = useState<{ key: string; number: string }>()
  const proposed = t('session.proposedWording', { forum: forum.title, year })
  const needsAgreement = !isRefusal(by) && by.mandate.needsAgreement === true
  const decide = async () => {
    setBusy(true)
    const answer = await session.acting.act(
      'decideRanking',
      {
        forum: forum.key,
        year,
        ...asShown(now.ranking),
        wording: wording ?? proposed,
        ...(conditions.trim() && { conditions }),
        ...(needsAgreement && { agreed }),
        ...(sitting && inMeeting && { meeting: sitting.key }),
      },
      {},
      key,
    )
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    setRefusals([])
    setKey(newKey())
    const decision = 'done' in answer ? answer.done.decisions?.[0] : undefined
    if (decision) setMade({ key: decision.key, number: decision.number })
  }
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
          <label>
            {t('session.wording')}
            <textarea
              required
              rows={3}
              value={wording ?? proposed}
              onChange={(event) => setWording(event.target.value)}
            />
          </label>
          <label>
            {t('session.newConditions')}
            <textarea rows={2} value={conditions} onChange={(event) => setConditions(event.target.value)} />
          </label>
          {needsAgreement && (
            <label className={styles.check}>
              <input type='checkbox' checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />{' '}
              {t('session.agreed', { forum: forum.title })}
            </label>
          )}
          {sitting && (
            <label className={styles.check}>
              <input
                type='checkbox'
                checked={inMeeting}
                onChange={(event) => setInMeeting(event.target.checked)}
              />{' '}
              {t('session.inMeeting', { meeting: sitting.title })}
            </label>
          )}
          <span>
            <button type='submit' className={styles.primary} disabled={busy}>
              {t('session.decide')}
            </button>
          </span>
        </form>
      )}
      <Refusals refusals={refusals} />
      <p role='status'>
        {made && (
          <>
            {t('session.decided', { number: made.number })}{' '}
            <Link href={`/decisions?key=${encodeURIComponent(made.key)}`}>{t('session.toDecision')}</Link>
          </>
        )}
      </p>
    </section>
  )
}
