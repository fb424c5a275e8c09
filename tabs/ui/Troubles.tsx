/** What has gone wrong with reading or sending, and the one thing to do about it. */
import { Button } from '@fluentui/react-components'
import { use } from 'react'
import { GraphError, isNoRight } from '#src/graph/errors.ts'
import { lists } from '#src/lists/all.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText, subjectsOf } from '#src/text/refusals.ts'
import { useSession } from '../context.ts'
import type { Status } from '../data.ts'
import { useWords } from '../language.ts'
import styles from './NetStatus.module.css'

export function Troubles({
  status,
  late,
  signIn,
}: {
  status: Status
  late: readonly Refusal[]
  /** The server wants the person signed in again. */
  signIn: boolean
}) {
  const words = useWords()
  const { t } = words
  const { session } = useSession()
  const { error } = status
  // What is told of late may be about another page than the one that is open.
  for (const learnt of subjectsOf(late).map((subject) => words.learn(subject))) use(learnt)
  if (signIn || isSignInNeeded(error)) {
    return (
      <div className={styles.trouble} role='alert'>
        {t('app.signInWhy')}{' '}
        <Button size='small' appearance='primary' onClick={() => void session.signIn()}>
          {t('app.signIn')}
        </Button>
      </div>
    )
  }
  const notices = [
    ...Object.entries(status.unreadable).map(([name, count]) =>
      t('net.unreadable', {
        count,
        list: Object.values(lists).find((list) => list.name === name)?.label ?? name,
      }),
    ),
    ...late.map((refusal) => refusalText(refusal, words)),
    ...(session.data.cache.works ? [] : [t('net.noStorage')]),
  ]
  return (
    <>
      {status.phase === 'failed' && (
        <div className={styles.trouble} role='alert'>
          {refusesAll(error) ? t('reading.noRight') : refusalText(troubleOf(error), words)}{' '}
          <Button size='small' onClick={() => void session.data.refresh()}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {notices.map((text) => (
        <div key={text} className={styles.trouble} role='alert'>
          {text}
        </div>
      ))}
    </>
  )
}

const isSignInNeeded = (error: unknown) => error instanceof Error && error.name === 'SignInNeeded'

/** No error is told where every list is absent for the person. */
const refusesAll = (error: unknown) => error === undefined || isNoRight(error)

function troubleOf(error: unknown): Refusal {
  if (error instanceof GraphError && error.status === 401) return { why: 'notSignedIn' }
  if (error instanceof GraphError && (error.status === 429 || error.status === 503))
    return { why: 'busy', seconds: error.retryAfter ?? 30 }
  return { why: 'unavailable' }
}
