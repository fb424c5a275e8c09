/** The quiet truth about the net: saved, saving, unsaved, offline; and what to do when reading failed. */
import { Button } from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { GraphError } from '#src/graph/errors.ts'
import { lists } from '#src/lists/all.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../context.ts'
import { useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import styles from './NetStatus.module.css'

export function NetStatus() {
  const { t, locale } = useWords()
  const words = useWords()
  const { session } = useSession()
  const { data, acting } = session
  const status = useStatus(data)
  const queued = useSyncExternalStore(acting.subscribe, acting.queue).length
  const sending = useSyncExternalStore(acting.subscribe, acting.sending)
  const online = useSyncExternalStore(listenToNet, () => navigator.onLine)
  const late = useLateRefusals()

  const line = !online
    ? t('net.offline')
    : queued > 0
      ? t('net.unsaved', { count: queued })
      : sending
        ? t('net.saving')
        : status.phase === 'fetching' || status.phase === 'opening'
          ? t('net.fetching')
          : status.syncedAt
            ? t('net.synced', {
                time: status.syncedAt.toLocaleTimeString(locale === 'sv' ? 'sv-SE' : 'en-GB', {
                  hour: '2-digit',
                  minute: '2-digit',
                }),
              })
            : ''
  const signIn = (status.error as Error | undefined)?.name === 'SignInNeeded'
  const troubles = [
    ...(status.phase === 'failed' && !signIn ? [refusalText(troubleOf(status.error), words)] : []),
    ...Object.entries(status.unreadable).map(([list, count]) =>
      t('net.unreadable', { count, list: Object.values(lists).find((l) => l.name === list)?.label ?? list }),
    ),
    ...(data.cache.works ? [] : [t('net.noStorage')]),
    ...late.map((refusal) => refusalText(refusal, words)),
  ]
  return (
    <footer className={styles.foot}>
      {signIn && (
        <div className={styles.trouble} role='alert'>
          {t('app.signInWhy')}{' '}
          <Button size='small' appearance='primary' onClick={() => void session.signIn()}>
            {t('app.signIn')}
          </Button>
        </div>
      )}
      {troubles.map((text) => (
        <div key={text} className={styles.trouble} role='alert'>
          {text}{' '}
          <Button size='small' onClick={() => void data.refresh()}>
            {t('app.retry')}
          </Button>
        </div>
      ))}
      <span className={styles.line} role='status'>
        {line}
      </span>
    </footer>
  )
}

/** Refusals of what was sent after the page it was written on had closed. */
function useLateRefusals() {
  const { session } = useSession()
  const [late, setLate] = useState<Refusal[]>([])
  useEffect(
    () => session.onRefused((_asked, refusals) => setLate((before) => [...before, ...refusals])),
    [session],
  )
  return late
}

function troubleOf(error: unknown): Refusal {
  if (error instanceof GraphError && error.status === 401) return { why: 'notSignedIn' }
  if (error instanceof GraphError && error.status === 403) return { why: 'noRight' }
  if (error instanceof GraphError && (error.status === 429 || error.status === 503))
    return { why: 'busy', seconds: error.retryAfter ?? 30 }
  return { why: 'unavailable' }
}

function listenToNet(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
