/** The person's own needs and initiatives, with what is being written and what waits to be sent. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { keptNeedDraft } from '../ui/ownNeeds.ts'
import type { Mine, MyTie } from './useMine.ts'
import { MoreButton } from './MoreButton.tsx'
import styles from './Home.module.css'

const MOST_SHOWN = 10

export function MyInitiatives({ mine }: { mine: readonly Mine[] }) {
  const { t, word, label, locale } = useWords()
  const { session, today } = useSession()
  const [all, setAll] = useState(false)
  const draft = useDraftTitle()
  const queued = useSyncExternalStore(session.acting.subscribe, session.acting.queue).filter(
    ({ name }) => name === 'proposeNeed',
  )
  const tieText = (tie: MyTie) =>
    tie === 'follower'
      ? t('home.followed')
      : tie === 'proposer'
        ? t('home.proposed')
        : label(initiatives, tie)
  if (mine.length === 0 && queued.length === 0 && draft === undefined)
    return (
      <p className={styles.quiet}>
        {t('home.noMine')} {t('home.noMineHow')}
      </p>
    )
  return (
    <>
      <ul className={styles.lines}>
        {draft !== undefined && (
          <li className={styles.line}>
            <div className={styles.what}>
              <span className={styles.name}>
                {t('home.draft', { title: draft || t('home.draftUntitled') })}
              </span>
              <div className={styles.quiet}>{t('home.draftWhere')}</div>
            </div>
            <Link href='/need/new' className={styles.act}>
              {t('home.continue')}
            </Link>
          </li>
        )}
        {queued.map(({ key, args }) => (
          <li key={key} className={styles.line}>
            <div className={styles.what}>
              <span className={styles.name}>{(args as { title: string }).title}</span>
              <div className={styles.quiet}>{t('home.queued')}</div>
            </div>
          </li>
        ))}
        {mine.slice(0, all ? undefined : MOST_SHOWN).map(({ initiative, ties }) => {
          const { key, title, number, stage, state, stageSince } = initiative
          return (
            <li key={key} className={styles.line}>
              <div className={styles.what}>
                <Link href={`/initiative/${encodeURIComponent(key)}`} className={styles.name}>
                  {title}
                </Link>{' '}
                <span className={styles.quiet}>{number}</span>
                <div>
                  {state === 'active' ? '' : `${word('states', state)} · `}
                  {stageSince
                    ? t('home.age', {
                        stage: word('stages', stage),
                        day: formatDay(stageSince, locale, today),
                      })
                    : word('stages', stage)}
                </div>
                <div className={styles.quiet}>{ties.map(tieText).join(' · ')}</div>
              </div>
              <Link href={`/need/${encodeURIComponent(key)}`} className={styles.link}>
                {t('home.happened')}
                <span className='visually-hidden'> {title}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      <MoreButton count={mine.length} most={MOST_SHOWN} all={all} change={setAll} />
    </>
  )
}

/** The title of a need that was begun and not sent; empty when it has none yet. */
function useDraftTitle(): string | undefined {
  const { session } = useSession()
  const { cache } = session.data
  const [title, setTitle] = useState<string>()
  useEffect(() => {
    let here = true
    void keptNeedDraft(cache).then((draft) => here && setTitle(draft?.values.title))
    return () => {
      here = false
    }
  }, [cache])
  return title
}
