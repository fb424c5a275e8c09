/** What has yet to be sent, in the order it was meant; each may be taken back before it is. */
import { useSyncExternalStore } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Asked } from '../queue.ts'
import styles from './NetStatus.module.css'

export function Unsent() {
  const { t, locale } = useWords()
  const {
    session: { data, acting },
  } = useSession()
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  const all = useItems(data, initiatives)
  const about = ({ args }: Asked) => {
    const key = (args as { initiative?: unknown }).initiative
    return all.find((initiative) => initiative.key === key)
  }
  return (
    <section className={styles.unsent} aria-labelledby='unsent-title'>
      <h2 id='unsent-title'>{t('unsent.title')}</h2>
      <p>{t('unsent.about')}</p>
      <ol>
        {queue.map((asked) => {
          const initiative = about(asked)
          const what = t(`act.${asked.name}`)
          return (
            <li key={asked.key}>
              {what}
              {initiative && `: ${initiative.number} ${initiative.title}`}{' '}
              <span className={styles.when}>
                {new Date(asked.at).toLocaleTimeString(locale === 'sv' ? 'sv-SE' : 'en-GB', {
                  hour: '2-digit',
                  minute: '2-digit',
                })}
              </span>{' '}
              <button
                type='button'
                aria-label={t('unsent.discardThis', { what })}
                onClick={() => void acting.discard(asked.key)}
              >
                {t('unsent.discard')}
              </button>
            </li>
          )
        })}
      </ol>
      <button type='button' onClick={() => void acting.flush()}>
        {t('unsent.send')}
      </button>
    </section>
  )
}
