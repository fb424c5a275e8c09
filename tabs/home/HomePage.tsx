/** Hem: what waits for me first, then what is mine and what was decided about it. */
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { mandates, people } from '#src/lists/organisation.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import type { FromMeetings } from './Meetings.tsx'
import { MyInitiatives } from './MyInitiatives.tsx'
import { useMine } from './useMine.ts'
import { useWaiting } from './useWaiting.ts'
import { WaitingList } from './WaitingList.tsx'
import styles from './Home.module.css'

const RecentDecisions = lazy(() =>
  import('./RecentDecisions.tsx').then((m) => ({ default: m.RecentDecisions })),
)

const MeetingsWait = lazy(() => import('./Meetings.tsx').then((m) => ({ default: m.MeetingsWait })))
const NextMeetings = lazy(() => import('./Meetings.tsx').then((m) => ({ default: m.NextMeetings })))

export function HomePage() {
  const { t, locale } = useWords()
  const { session } = useSession()
  const { data, person } = session
  const status = useStatus(data)
  const all = useItems(data, initiatives)
  const row = useItems(data, people).find((one) => one.person.id === person.id)
  const decides = useItems(data, mandates).some(
    ({ holder, standIn }) => holder.id === person.id || standIn?.id === person.id,
  )
  const [fromMeetings, setFromMeetings] = useState<FromMeetings>()
  const { waiting, failed, retry } = useWaiting(fromMeetings?.decidedThere)
  const mine = useMine()
  const lines = waiting.length + (fromMeetings?.count ?? 0)
  const mineKeys = useMemo(() => new Set(mine.map(({ initiative }) => initiative.key)), [mine])
  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  const hasRole = decides || (row?.roles?.length ?? 0) > 0
  return (
    <Page
      title={t('home.title')}
      tools={
        <Link href='/need/new' className={styles.button}>
          {t('home.propose')}
        </Link>
      }
    >
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby='home-waiting'>
          <h2 id='home-waiting'>
            {t('home.waiting')}
            {lines > 0 && <span className={styles.count}> {formatNumber(lines, locale)}</span>}
          </h2>
          <Suspense>
            <MeetingsWait told={setFromMeetings} />
          </Suspense>
          {waiting.length > 0 && <WaitingList waiting={waiting} />}
          {lines === 0 && (
            <p className={styles.quiet}>
              {t(hasRole || mine.length > 0 ? 'home.nothingWaits' : 'home.noRole')}
            </p>
          )}
          {failed && (
            <p role='alert' className={styles.quiet}>
              {t('home.notRead')}{' '}
              <button type='button' className={styles.more} onClick={retry}>
                {t('app.retry')}
              </button>
            </p>
          )}
        </section>
        <div>
          {fromMeetings && (
            <Suspense>
              <NextMeetings facts={fromMeetings.facts} />
            </Suspense>
          )}
          <section className={styles.section} aria-labelledby='home-mine'>
            <h2 id='home-mine'>{t(hasRole ? 'home.mine' : 'home.myNeeds')}</h2>
            <MyInitiatives mine={mine} />
          </section>
          <section className={styles.section} aria-labelledby='home-decisions'>
            <h2 id='home-decisions'>{t('home.decisions')}</h2>
            <Suspense fallback={<p className={styles.quiet}>{t('home.decisionsFetching')}</p>}>
              <RecentDecisions mine={mineKeys} unit={row?.unit?.key} />
            </Suspense>
          </section>
          <p className={styles.elsewhere}>
            <Link href='/needs'>{t('home.allNeeds', { count: formatNumber(all.length, locale) })}</Link>
            <Link href='/portfolio'>{t('home.toPortfolio')}</Link>
            <Link href='/reminders'>{t('home.reminders')}</Link>
          </p>
        </div>
      </div>
    </Page>
  )
}
