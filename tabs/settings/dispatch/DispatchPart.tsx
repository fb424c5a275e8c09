/** Utskick: how a day's messages go, who isn't reached and why, and what may be sent again. For administrators. */
import { Link, useSearchParams } from 'wouter'
import { isDay } from '#src/lists/shapes.ts'
import { people } from '#src/lists/organisation.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { daysLater } from '#src/rules/days/workingDays.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { Messages } from './Messages.tsx'
import { Run } from './Run.tsx'
import { UnreachedList } from './UnreachedList.tsx'
import { useDispatch } from './useDispatch.ts'
import shared from '../Settings.module.css'
import buttons from '../../ui/Buttons.module.css'
import styles from './Dispatch.module.css'

export function DispatchPart() {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const who = useItems(session.data, people)
  const roles = who.filter((row) => row.person.id === session.person.id).flatMap((row) => row.roles ?? [])
  return (
    <section aria-labelledby='part-title'>
      <h2 id='part-title'>{t('dispatch.title')}</h2>
      <p className={shared.quiet}>
        {t('dispatch.about')}{' '}
        <Link href='/reminders' className={styles.link}>
          {t('dispatch.mine')}
        </Link>
      </p>
      {may('dispatch', { id: session.person.id, roles }) ? (
        <Days />
      ) : (
        <p>
          {t('dispatch.notYours', {
            roles: formatList(
              permissions.dispatch.roles.map((role) => word('roles', role)),
              locale,
            ),
          })}
        </p>
      )}
    </section>
  )
}

function Days() {
  const { t, locale } = useWords()
  const { today } = useSession()
  const [asked, setAsked] = useSearchParams()
  const given = asked.get('day')
  const day = isDay(given) && given < today ? given : today
  const { dispatch, sends, failed, refusals, readAt, reload, take } = useDispatch(day)
  const go = (to: string) =>
    setAsked(
      (before) => {
        const next = new URLSearchParams(before)
        if (isDay(to) && to < today) next.set('day', to)
        else next.delete('day')
        next.delete('state')
        return next
      },
      { replace: true },
    )
  return (
    <>
      <div className={styles.days}>
        <button type='button' className={buttons.button} onClick={() => go(daysLater(day, -1))}>
          <span aria-hidden='true'>‹ </span>
          {t('dispatch.before')}
        </button>
        <label>
          <span className='visually-hidden'>{t('dispatch.day')}</span>
          <input type='date' value={day} max={today} onChange={({ target }) => go(target.value)} />
        </label>
        {day < today && (
          <>
            <button type='button' className={buttons.button} onClick={() => go(daysLater(day, 1))}>
              {t('dispatch.after')}
              <span aria-hidden='true'> ›</span>
            </button>
            <button type='button' className={buttons.button} onClick={() => go(today)}>
              {t('dispatch.today')}
            </button>
          </>
        )}
      </div>
      {(failed || refusals.length > 0) && (
        <div role='alert' className={styles.notice}>
          {t('dispatch.failed')}{' '}
          <button type='button' className={buttons.button} onClick={reload}>
            {t('app.retry')}
          </button>
          <Refusals refusals={refusals} />
        </div>
      )}
      {!dispatch && !failed && refusals.length === 0 && <Waiting />}
      {dispatch && (
        <>
          {day === today && <Run dispatch={dispatch} sends={sends} />}
          <Messages key={day} dispatch={dispatch} take={take} />
          <UnreachedList unreached={dispatch.unreached} />
          {readAt && (
            <p className={shared.quiet}>
              {t('dispatch.updated', { at: readAt.toLocaleTimeString(locale === 'sv' ? 'sv-SE' : 'en-GB') })}
            </p>
          )}
        </>
      )}
    </>
  )
}
