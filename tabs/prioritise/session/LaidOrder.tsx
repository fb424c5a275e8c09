/** An order that has been laid forth: who has said what, who is awaited, what has changed since, and the answer of whoever may give one. */
import { Link } from 'wouter'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { OrderVoice, Ranking } from '#src/lists/prioritising.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf, type MandateQuestion } from '#src/rules/mandate.ts'
import { awaitsWord, isAwaited, mayBeRaised } from '#src/rules/prioritising/orderRound.ts'
import { makesAnother, pictureOf, rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import { formatDay } from '#src/text/format.ts'
import { rankingChangeText } from '#src/text/rankingChanges.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { RankingNow } from '../useRanking.ts'
import { AnswerOrder } from './AnswerOrder.tsx'
import { Answered } from './Answered.tsx'
import { RaiseOrder } from './RaiseOrder.tsx'
import { useAnswer } from './useAnswer.ts'
import { WriteAnswer } from './WriteAnswer.tsx'
import styles from './Session.module.css'

export function LaidOrder({
  forum,
  now,
  laid,
  sitting,
  question,
}: {
  forum: Forum
  now: RankingNow
  laid: Ranking
  sitting: Meeting | undefined
  /** Whose it is to decide now. */
  question: MandateQuestion
}) {
  const words = useWords()
  const { t, locale } = words
  const { session, today } = useSession()
  const { year, parties = [], voices = [], state = 'decided', raisedTo } = laid
  const by = mandateOf(session.person, question)
  const mine = isRefusal(by) ? undefined : by
  const answering = useAnswer({ forum, year, now, laid })
  const raise = voices.findLast(({ outcome }) => outcome === 'escalate')
  const changes = isAwaited(laid) ? rankingChanges(laid, pictureOf(now.ranking, now.criteria)) : []
  const isAnother = makesAnother(changes).length > 0
  return (
    <section className={styles.decide} aria-labelledby='laid-order'>
      <h3 id='laid-order'>{t(`order.heading.${state}`, { year })}</h3>
      <p>
        {laid.proposedBy &&
          t('order.laidBy', {
            who: laid.proposedBy.name,
            day: formatDay(laid.day, locale, today),
          })}{' '}
        {raise &&
          raisedTo &&
          t('order.raisedBy', { who: raise.by.name, forum: raisedTo.title, reason: raise.reason ?? '' })}{' '}
        <Link
          href={`/prioritise?forum=${encodeURIComponent(forum.key)}&year=${year}&ranking=${encodeURIComponent(laid.key)}`}
        >
          {t('order.asLaid')}
        </Link>
      </p>
      {parties.length > 0 && (
        <ul className={styles.voices} aria-label={t('order.voices')}>
          {parties.map((party) => (
            <li key={party.key}>
              <b>{party.title}</b>{' '}
              <Voice
                voice={voices.find((one) => one.party?.key === party.key && one.outcome !== 'escalate')}
                awaited={state === 'proposed' ? namesOf(party.key) : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      {state === 'raised' && (
        <p>{t('order.awaitedAbove', { who: decidersText(decidersOf(decidingRight(question)), words) })}</p>
      )}
      {changes.length > 0 && (
        <>
          <p>{t(isAnother ? 'order.another' : 'order.since')}</p>
          <ul className={styles.changes}>
            {changes
              .map((change) => rankingChangeText(change, words))
              .map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
          </ul>
        </>
      )}
      {mine && awaitsWord(laid, mine.party) && (
        <AnswerOrder
          {...answering}
          forum={forum}
          year={year}
          party={mine.party}
          sitting={sitting}
          isAnother={isAnother}
        />
      )}
      {sitting && isAwaited(laid) && (
        <WriteAnswer
          {...answering}
          forum={forum}
          laid={laid}
          sitting={sitting}
          question={question}
          isAnother={isAnother}
        />
      )}
      {mine && mayBeRaised(laid) && <RaiseOrder {...answering} from={raisedTo ?? forum} now={now} />}
      <Answered {...answering} isWhole={state === 'decided'} />
    </section>
  )

  /** Those who may say it for an authority. */
  function namesOf(party: string): string {
    const right = decidingRight(question)
    const posts =
      right.kind === 'all' ? (right.parties.find((one) => one.party.key === party)?.posts ?? []) : []
    return decidersText(
      posts.map(({ decider: { post, holder, standIn } }) => ({ post, holder, ...(standIn && { standIn }) })),
      words,
    )
  }
}

function Voice({ voice, awaited }: { voice: OrderVoice | undefined; awaited: string | undefined }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  if (!voice)
    return (
      <span className={styles.quiet}>
        {awaited ? t('order.awaits', { who: awaited }) : t('order.unsaid')}
      </span>
    )
  const { outcome, by, on, decision, reason, recordedBy } = voice
  return (
    <>
      {t(outcome === 'grant' ? 'order.saidYes' : 'order.saidNo', {
        who: by.name,
        day: formatDay(on, locale, today),
      })}{' '}
      <Link href={`/decisions?key=${encodeURIComponent(decision.key)}`}>
        {t('ranking.decision', { number: decision.title })}
      </Link>
      {recordedBy && <span className={styles.quiet}> {t('order.recordedBy', { who: recordedBy.name })}</span>}
      {reason && <div>{reason}</div>}
    </>
  )
}
