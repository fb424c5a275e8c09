/** The forum at work: the questions that wait for it, one at a time, beside the portfolio as a whole. */
import { type KeyboardEvent, useRef } from 'react'
import { useSearchParams } from 'wouter'
import type { Forum } from '#src/lists/organisation.ts'
import type { Question } from '#src/rules/prioritising/forumQueue.ts'
import { mayForForum } from '#src/rules/prioritising/forumRights.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useMyRoles } from '../ui/useMyRoles.ts'
import { Besides } from './Besides.tsx'
import { ForumHead } from './ForumHead.tsx'
import { RankingHead, YearChoice } from './RankingHead.tsx'
import { OrderDecision } from './session/OrderDecision.tsx'
import { OrderEdit } from './session/OrderEdit.tsx'
import { QuestionPage } from './session/QuestionPage.tsx'
import { RaisedHere } from './session/RaisedHere.tsx'
import { useQueue } from './session/useQueue.ts'
import { SinceDecided } from './SinceDecided.tsx'
import { useForum } from './useForum.ts'
import { type RankingNow, useRanking } from './useRanking.ts'
import { useYear } from './useYear.ts'
import styles from './session/Session.module.css'

export function SessionPage() {
  const { t } = useWords()
  const choice = useForum()
  const { forum } = choice
  return (
    <Page title={t('prioritise.way.session')}>
      <ForumHead choice={choice} at='session' />
      {forum && <OfForum key={forum.key} forum={forum} />}
    </Page>
  )
}

function OfForum({ forum }: { forum: Forum }) {
  const { t } = useWords()
  const years = useYear()
  const { now, error, reload } = useRanking(forum, years.year)
  return (
    <>
      {error !== undefined && (
        <p role='alert'>
          {t('refusal.unavailable')}{' '}
          <button type='button' className={styles.button} onClick={reload}>
            {t('app.retry')}
          </button>
        </p>
      )}
      {!now && error === undefined && <p role='status'>{t('ranking.loading')}</p>}
      <RaisedHere forum={forum} />
      {now && <Sitting forum={forum} years={years} now={now} />}
    </>
  )
}

function Sitting({
  forum,
  years,
  now,
}: {
  forum: Forum
  years: ReturnType<typeof useYear>
  now: RankingNow
}) {
  const { t } = useWords()
  const { session } = useSession()
  const roles = useMyRoles()
  const { queue, sitting, error, reload } = useQueue(forum, now.started, now.ranking.lines)
  const [params, setParams] = useSearchParams()
  if (error !== undefined && !queue)
    return (
      <p role='alert'>
        {t('refusal.unavailable')}{' '}
        <button type='button' className={styles.button} onClick={reload}>
          {t('app.retry')}
        </button>
      </p>
    )
  if (!queue) return <p role='status'>{t('session.loading')}</p>
  const at = Math.max(
    0,
    queue.findIndex(({ key }) => key === params.get('question')),
  )
  const question = queue[at]
  const open = (next: Question | undefined) => {
    if (!next) return
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.set('question', next.key)
        return after
      },
      { replace: true },
    )
  }
  const mayMove = mayForForum('tryOut', { id: session.person.id, roles }, forum)
  return (
    <div className={styles.sitting}>
      <Queue queue={queue} at={at} open={open} />
      <div className={styles.centre}>
        {question?.kind === 'order' ? (
          <article className={styles.question}>
            <div className={styles.head}>
              <h2 className={styles.asked}>{t('session.order', { year: years.year })}</h2>
              <YearChoice {...years} />
            </div>
            <RankingHead ranking={now.ranking} year={years.year} />
            <SinceDecided ranking={now.ranking} weights={now.criteria} last={now.decided[0]} />
            {now.ranking.lines.length === 0 ? (
              <p>{t('ranking.empty', { year: years.year })}</p>
            ) : (
              <OrderEdit forum={forum} year={years.year} now={now} mayMove={mayMove} />
            )}
            <OrderDecision forum={forum} year={years.year} now={now} sitting={sitting} />
            <Besides ranking={now.ranking} year={years.year} />
          </article>
        ) : (
          question && <QuestionPage key={question.key} question={question} />
        )}
      </div>
      {question && question.kind !== 'order' && (
        <Whole now={now} year={years.year} about={question.initiative.key} />
      )}
    </div>
  )
}

function Queue({
  queue,
  at,
  open,
}: {
  queue: readonly Question[]
  at: number
  open: (question: Question | undefined) => void
}) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by === undefined || !queue[at + by]) return
    event.preventDefault()
    open(queue[at + by])
    list.current?.querySelectorAll('button')[at + by]?.focus()
  }
  return (
    <nav className={styles.queue} aria-label={t('session.queue')}>
      <p className={styles.quiet}>
        {queue.length === 1
          ? t('session.onlyOrder')
          : t('session.questions', { at: at + 1, count: queue.length })}
      </p>
      <ol ref={list}>
        {queue.map((one, i) => (
          <li key={one.key}>
            <button
              type='button'
              aria-current={i === at ? 'true' : undefined}
              onClick={() => open(one)}
              onKeyDown={keys}
            >
              <span className={styles.quiet}>{t(`session.kind.${one.kind}`)}</span>{' '}
              {one.kind === 'order' ? t('session.wholeOrder') : one.title}
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.steps}>
        <button
          type='button'
          className={styles.button}
          disabled={at === 0}
          onClick={() => open(queue[at - 1])}
        >
          {t('session.previous')}
        </button>
        <button
          type='button'
          className={styles.button}
          disabled={at === queue.length - 1}
          onClick={() => open(queue[at + 1])}
        >
          {t('session.next')}
        </button>
      </p>
    </nav>
  )
}

/** The portfolio beside the question: where it stands in the order, and where the money ends. */
function Whole({ now, year, about }: { now: RankingNow; year: number; about: string }) {
  const { t } = useWords()
  const { ranking } = now
  return (
    <aside className={styles.whole} aria-labelledby='session-whole'>
      <h2 id='session-whole'>{t('session.whole')}</h2>
      <RankingHead ranking={ranking} year={year} />
      <ol>
        {ranking.lines.map(({ initiative, isWithin, basis }) => (
          <li
            key={initiative.key}
            aria-current={initiative.key === about ? 'true' : undefined}
            data-beyond={!isWithin || undefined}
          >
            {initiative.number} {initiative.title}{' '}
            <span className={styles.quiet}>
              {basis !== 'ranked' && t(`ranking.basis.${basis}`)}
              {!isWithin && ` ${t('session.beyond')}`}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  )
}
