/** What meetings and the orders of forums ask of the person, and which meetings come next: on lines as the rest of what waits. */
import { use, useEffect, useMemo } from 'react'
import { Link } from 'wouter'
import {
  type MeetingFacts,
  type MeetingWait,
  meetingWaits,
  nextMeetings,
} from '#src/rules/meetings/meetingWaits.ts'
import { decidedAtMeeting } from '#src/rules/meetings/atMeetings.ts'
import type { OrderWait } from '#src/rules/prioritising/ordersWaiting.ts'
import type { DecidedThere } from '#src/rules/reminding/waitingFacts.ts'
import { forums } from '#src/lists/organisation.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { formatDay } from '#src/text/format.ts'
import { formatTimes, formatWeekday } from '#src/text/formatTime.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useMeetingFacts } from './useMeetingFacts.ts'
import { useOrders } from './useOrders.ts'
import styles from './Home.module.css'

const MOST_SHOWN = 4

/** What was read, and how many lines that makes: for the heading above, and for what comes next. */
export interface FromMeetings {
  facts: MeetingFacts
  count: number
  decidedThere: DecidedThere
}

/** Tells what was found, and `undefined` when nothing could be. */
export function MeetingsWait({ told }: { told: (found: FromMeetings | undefined) => void }) {
  const words = useWords()
  use(words.learn('homeMeetings'))
  const { facts, failed, retry } = useMeetingFacts()
  const { t } = words
  const waits = useMemo(() => (facts ? meetingWaits(facts) : undefined), [facts])
  const orders = useOrders()
  useEffect(() => {
    if (!facts || !waits) return failed ? told(undefined) : undefined
    const { atMeetings } = facts
    const count = waits.length + orders.length
    told({ facts, count, decidedThere: (asked) => decidedAtMeeting(atMeetings, asked) })
  }, [facts, waits, orders.length, failed, told])
  if (failed)
    return (
      <p role='alert' className={styles.quiet}>
        {t('home.meetingsNotRead')}{' '}
        <button type='button' className={styles.more} onClick={retry}>
          {t('app.retry')}
        </button>
      </p>
    )
  if (!facts || !waits || waits.length + orders.length === 0) return null
  return (
    <ol className={styles.lines} aria-label={t('home.fromMeetings')}>
      {orders.map((order) => (
        <OrderLine key={order.ranking.key} order={order} />
      ))}
      {waits.map((wait) => (
        <li key={wait.key} className={styles.line}>
          <div className={styles.what}>
            <span className={styles.name}>{wait.title}</span>
            <div>{reasonOf(wait, words, facts)}</div>
          </div>
          <Link href={addressOf(wait)} className={styles.act}>
            {t(`homeMeetingDo.${wait.kind}`)}
            <span className='visually-hidden'> {wait.title}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

function OrderLine({ order: { ranking, party } }: { order: OrderWait }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const { title, forum, year, day, proposedBy } = ranking
  const query = new URLSearchParams({ forum: forum.key, year: String(year), question: 'order' })
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span className={styles.name}>{t('homeOrder.title', { title })}</span>
        <div>
          {party
            ? t('homeOrder.laid', {
                day: formatDay(day, locale, today),
                who: proposedBy?.name ?? forum.title,
                party: party.title,
              })
            : t('homeOrder.raised', { forum: forum.title })}
        </div>
      </div>
      <Link href={`/prioritise/session?${query.toString()}`} className={styles.act}>
        {t('homeOrder.do')}
        <span className='visually-hidden'> {title}</span>
      </Link>
    </li>
  )
}

function reasonOf(wait: MeetingWait, { t, locale }: Words, { today }: MeetingFacts): string {
  const day = 'due' in wait ? wait.due : 'day' in wait ? wait.day : wait.since
  const days = Math.abs(daysBetween(day, today))
  return t(`homeMeeting.${wait.kind}`, { day: formatDay(day, locale, today), days })
}

const addressOf = (wait: MeetingWait) =>
  'meeting' in wait
    ? `/meeting/${encodeURIComponent(wait.meeting)}?part=${wait.kind === 'sendAgenda' ? 'prepare' : 'minutes'}`
    : '/actions'

export function NextMeetings({ facts }: { facts: MeetingFacts }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const all = useItems(session.data, forums)
  const me = session.person.id
  const next = useMemo(() => {
    const mine = all.filter(({ chair, secretary, members = [] }) =>
      [chair, secretary, ...members].some((person) => person?.id === me),
    )
    return nextMeetings(facts.meetings, { me, today, forums: new Set(mine.map(({ key }) => key)) })
  }, [facts, all, me, today])
  if (next.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby='home-meetings'>
      <h2 id='home-meetings'>{t('home.nextMeetings')}</h2>
      <ul className={styles.lines}>
        {next.slice(0, MOST_SHOWN).map(({ key, forum, day, start, end, place }) => (
          <li key={key} className={styles.line}>
            <div className={styles.what}>
              <Link href={`/meeting/${encodeURIComponent(key)}`} className={styles.name}>
                {forum.title}
              </Link>
              <div className={styles.quiet}>
                {[formatWeekday(day, locale, { today }), formatTimes(start, end, locale), place]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <Link href='/meetings'>{t('home.toMeetings')}</Link> ·{' '}
        <Link href='/actions'>{t('home.toActions')}</Link>
      </p>
    </section>
  )
}
