/** Hem: what waits for me first, then what is mine and what was decided about it. */
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
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
import { useLastTime } from './lastTime.ts'
import { useMine } from './useMine.ts'
import { useSettled } from './useSettled.ts'
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
  const lastTime = useLastTime()
  const [meetings, setMeetings] = useState<{ found: FromMeetings | undefined }>()
  const meetingsTold = useCallback((found: FromMeetings | undefined) => setMeetings({ found }), [])
  const fromMeetings = meetings?.found
  const { waiting, arrived: waitingArrived, failed, retry } = useWaiting(fromMeetings?.decidedThere)
  const { mine, isDrawn, arrived: mineArrived } = useMine()
  const [decisionsShown, setDecisionsShown] = useState(false)
  const decisionsTold = useCallback(() => setDecisionsShown(true), [])
  const isThere = all.length > 0 || status.phase === 'ready' || status.phase === 'failed'
  const settled = useSettled(isThere, {
    isDrawn: meetings !== undefined && isDrawn && decisionsShown,
    arrived: lastTime.meetings !== undefined || (waitingArrived && mineArrived),
    meetings: meetings !== undefined,
  })
  const lines = waiting.length + (fromMeetings?.count ?? 0)
  const mineKeys = useMemo(() => new Set(mine.map(({ initiative }) => initiative.key)), [mine])
  if (!isThere) return <Waiting />
  const meetingsWait = (
    <Suspense>
      <MeetingsWait told={meetingsTold} />
    </Suspense>
  )
  const next = fromMeetings && (
    <Suspense>
      <NextMeetings facts={fromMeetings.facts} />
    </Suspense>
  )
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
      {!settled && <Waiting />}
      <div className={styles.columns} hidden={!settled}>
        <section className={styles.section} aria-labelledby='home-waiting'>
          <h2 id='home-waiting'>
            {t('home.waiting')}
            {lines > 0 && <span className={styles.count}> {formatNumber(lines, locale)}</span>}
          </h2>
          {settled?.meetings !== false && meetingsWait}
          {waiting.length > 0 && <WaitingList key={String(settled !== undefined)} waiting={waiting} />}
          {settled?.meetings === false && meetingsWait}
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
          {settled?.meetings && next}
          <section className={styles.section} aria-labelledby='home-mine'>
            <h2 id='home-mine'>{t(hasRole ? 'home.mine' : 'home.myNeeds')}</h2>
            <MyInitiatives mine={mine} />
          </section>
          <p className={styles.elsewhere}>
            <Link href='/needs'>{t('home.allNeeds', { count: formatNumber(all.length, locale) })}</Link>
            <Link href='/portfolio'>{t('home.toPortfolio')}</Link>
            <Link href='/reminders'>{t('home.reminders')}</Link>
          </p>
          <section className={styles.section} aria-labelledby='home-decisions'>
            <h2 id='home-decisions'>{t('home.decisions')}</h2>
            <Suspense fallback={<p className={styles.quiet}>{t('home.decisionsFetching')}</p>}>
              <RecentDecisions mine={mineKeys} unit={row?.unit?.key} told={decisionsTold} />
            </Suspense>
          </section>
          {settled?.meetings === false && next}
        </div>
      </div>
    </Page>
  )
}
