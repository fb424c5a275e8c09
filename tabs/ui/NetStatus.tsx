/** The quiet truth about the net: saved, saving, unsaved, offline. */
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import styles from './NetStatus.module.css'

const Later = lazy(() => import('./Later.tsx').then((m) => ({ default: m.Later })))
const Troubles = lazy(() => import('./Troubles.tsx').then((m) => ({ default: m.Troubles })))
const Unsent = lazy(() => import('./Unsent.tsx').then((m) => ({ default: m.Unsent })))

export function NetStatus() {
  const { t, locale, learn } = useWords()
  const [listed, setListed] = useState(false)
  const {
    session: { data, acting },
  } = useSession()
  const status = useStatus(data)
  const queued = useSyncExternalStore(acting.subscribe, acting.queue).length
  const sending = useSyncExternalStore(acting.subscribe, acting.sending)
  const online = useSyncExternalStore(listenToNet, () => navigator.onLine)
  const signIn = useSyncExternalStore(acting.subscribe, acting.signInNeeded)
  const late = useLateRefusals()
  // They must be here before the net is gone.
  useEffect(() => void learn('refusals').catch(() => undefined), [learn])
  useLeaveWarning(queued > 0 && !data.cache.works)
  const troubled =
    status.phase === 'failed' ||
    Object.keys(status.unreadable).length > 0 ||
    late.length > 0 ||
    signIn ||
    !data.cache.works

  const savedAt = useSyncExternalStore(acting.subscribe, acting.savedAt)
  const clock = (time: Date) =>
    time.toLocaleTimeString(locale === 'sv' ? 'sv-SE' : 'en-GB', { hour: '2-digit', minute: '2-digit' })
  // The first that holds is said.
  const lines: [boolean, string][] = [
    [!online, t('net.offline')],
    [queued > 0, t('net.unsaved', { count: queued })],
    [sending, t('net.saving')],
    [savedAt !== undefined && savedAt > (status.syncedAt ?? 0), t('net.saved')],
    [status.phase === 'fetching' || status.phase === 'opening', t('net.fetching')],
    [status.syncedAt !== undefined, status.syncedAt ? t('net.synced', { time: clock(status.syncedAt) }) : ''],
  ]
  const at = lines.findIndex(([holds]) => holds)
  return (
    <footer className={styles.foot}>
      {troubled && (
        <Suspense fallback={null}>
          <Troubles status={status} late={late} signIn={signIn} />
        </Suspense>
      )}
      {listed && queued > 0 && (
        <Suspense fallback={null}>
          <Unsent />
        </Suspense>
      )}
      <div className={styles.last}>
        <span className={styles.line} role='status' data-calm={at > 3 || undefined}>
          {lines[at]?.[1]}
        </span>
        {(status.drawn || status.phase === 'failed') && (
          <Suspense fallback={null}>
            <Later />
          </Suspense>
        )}
      </div>
      {queued > 0 && (
        <button
          type='button'
          className={styles.line}
          aria-expanded={listed}
          onClick={() => void learn('unsent').then(() => setListed(!listed))}
        >
          {t('net.unsent')}
        </button>
      )}
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

/** Nothing is kept in the browser: what waits would be lost with the page. */
function useLeaveWarning(on: boolean) {
  useEffect(() => {
    if (!on) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [on])
}

function listenToNet(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
