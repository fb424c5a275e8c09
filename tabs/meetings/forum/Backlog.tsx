/** What waits to be taken up by the forum; anyone may put something there. */
import { lazy, Suspense, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'
import { type AgendaItem, agendaSources, type Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

const ProposeItem = lazy(() => import('./ProposeItem.tsx').then((m) => ({ default: m.ProposeItem })))

export function Backlog({
  forum,
  items,
  meetings,
}: {
  forum: Forum
  items: readonly AgendaItem[]
  meetings: readonly Meeting[]
}) {
  const words = useWords()
  const { t } = words
  const { today } = useSession()
  const [proposing, setProposing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const mayPrepare = useMayInMeeting('prepare', forum)
  const { ask, refusals, busy } = useAsk()
  const next = meetings.find(({ state, day }) => (state === 'planned' || state === 'called') && day >= today)
  return (
    <section className={styles.section} aria-labelledby='forum-backlog'>
      <h2 id='forum-backlog'>{t('forum.backlog')}</h2>
      {items.length === 0 && <p className={styles.quiet}>{t('forum.emptyBacklog')}</p>}
      <ul className={styles.meetingRows}>
        {items.map((item) => (
          <li key={item.key} className={styles.itemRow}>
            <span className={styles.what}>
              <b>{item.title}</b>{' '}
              <span className={styles.quiet}>
                {[
                  item.askedBy
                    ? t('forum.askedBy', { forum: item.askedBy.title })
                    : words.of(agendaSources, item.source),
                  item.changedBy?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {item.initiative && (
                <Link
                  className={`${styles.link} ${styles.block}`}
                  href={`/initiative/${encodeURIComponent(item.initiative.key)}`}
                >
                  {item.initiative.title}
                </Link>
              )}
              {item.question && <span className={styles.block}>{item.question}</span>}
              {item.answer && <span className={styles.block}>{item.answer}</span>}
            </span>
            {mayPrepare && next && (
              <button
                type='button'
                className={buttons.small}
                disabled={busy}
                onClick={() =>
                  void ask('saveItem', {
                    item: item.key,
                    forum: forum.key,
                    meeting: next.key,
                    values: {},
                  })
                }
              >
                {t('forum.takeUp')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayPrepare && next && items.length > 0 && (
        <p className={styles.quiet}>
          {t('forum.takenUpAt', { when: whenAndWhere(next, words.locale, { today }) })}
        </p>
      )}
      <Refusals refusals={refusals} />
      {proposing ? (
        <Suspense fallback={null}>
          <ProposeItem
            forum={forum}
            close={() => {
              // Drawn at once: the button is there only when the form is gone.
              flushSync(() => setProposing(false))
              button.current?.focus()
            }}
          />
        </Suspense>
      ) : (
        <div className={`${forms.actions} no-print`}>
          <button ref={button} type='button' className={buttons.button} onClick={() => setProposing(true)}>
            {t('forum.propose')}
          </button>
        </div>
      )}
    </section>
  )
}
