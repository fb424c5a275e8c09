/** What happened to a need, in plain words: where it is, what comes next and who decides it, and every step so far. */
import { useSyncExternalStore } from 'react'
import { Link, useSearch } from 'wouter'
import { endOf, stepsOf } from '#src/rules/initiatives/progress.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useDecisionNames } from '../ui/useDecisionNames.ts'
import { useShared } from '../ui/useShared.ts'
import { useWhole, type Whole } from '../ui/useWhole.ts'
import { Unread } from '../ui/Unread.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { DecidedAtMeeting } from './DecidedAtMeeting.tsx'
import { Ended } from './Ended.tsx'
import { ComesNext } from './ComesNext.tsx'
import { Steps } from './Steps.tsx'
import styles from './Need.module.css'

export function HappenedPage({ id }: { id: string }) {
  const { t } = useWords()
  const { session } = useSession()
  const { whole, missing, error, reload } = useWhole(id)
  const queue = useSyncExternalStore(session.acting.subscribe, session.acting.queue)
  const queued = queue.find(({ name, key }) => name === 'proposeNeed' && key === id)
  if (whole) return <Happened whole={whole} failed={error !== undefined} retry={() => void reload()} />
  if (queued)
    return (
      <Page title={(queued.args as { title: string }).title}>
        <p role='status' className={styles.notice}>
          {t('happened.queued')}
        </p>
        <Links />
      </Page>
    )
  if (missing || error)
    return (
      <Page title={t('happened.title')}>
        {missing ? <p>{t('happened.notFound')}</p> : <Unread reload={reload} />}
        <Links />
      </Page>
    )
  return <Waiting />
}

function Happened({ whole, failed, retry }: { whole: Whole; failed: boolean; retry: () => void }) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  const search = new URLSearchParams(useSearch())
  const { initiative, complete, preparation, trail, decisions } = whole
  const nameOf = useDecisionNames(decisions)
  const steps = stepsOf({ initiative, process: preparation.process, trail, decisions })
  return (
    <Page title={initiative.title}>
      {search.has('sent') && (
        <p role='status' className={styles.notice}>
          {t('happened.sent', { number: initiative.number })}
        </p>
      )}
      {search.has('followed') && (
        <p role='status' className={styles.notice}>
          {t('happened.followed')}
        </p>
      )}
      <p className={styles.quiet}>
        {initiative.number} · {initiative.portfolio.title}
        {initiative.unit && ` · ${initiative.unit.title}`}
      </p>
      <section className={`${styles.section} ${styles.read}`} aria-labelledby='happened-now'>
        <h2 id='happened-now'>{t('happened.now')}</h2>
        <p>
          <b>{word('stages', initiative.stage)}</b>
          {initiative.stageSince &&
            ` ${t('happened.since', { day: formatDay(initiative.stageSince, locale, today) })}`}
          {initiative.state !== 'active' && ` · ${word('states', initiative.state)}`}
        </p>
        {initiative.state === 'active' && <p>{t(`stageSays.${initiative.stage}`)}</p>}
        {complete && initiative.state !== 'active' && (
          <Ended initiative={initiative} end={endOf(initiative, steps)} nameOf={nameOf} />
        )}
        {initiative.state !== 'active' && <DecidedAtMeeting items={whole.atMeetings} />}
      </section>
      {initiative.state === 'active' && <ComesNext whole={whole} />}
      <section className={`${styles.section} ${styles.read}`} aria-labelledby='happened-steps'>
        <h2 id='happened-steps'>{t('happened.steps')}</h2>
        <Steps steps={steps} initiative={initiative} nameOf={nameOf} />
        {failed && <Unread reload={retry} />}
        {!complete && !failed && (
          <p role='status' className={styles.quiet}>
            {t('net.fetching')}
          </p>
        )}
      </section>
      <Links initiative={initiative.key} />
    </Page>
  )
}

function Links({ initiative }: { initiative?: string }) {
  const { t } = useWords()
  const shared = useShared()
  return (
    <p className={styles.actions}>
      {!shared && <Link href='/home'>{t('happened.toHome')}</Link>}
      {initiative && (
        <Link href={`/initiative/${encodeURIComponent(initiative)}`}>{t('happened.whole')}</Link>
      )}
    </p>
  )
}
