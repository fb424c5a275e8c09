/** How far the saving has come, and how it ended. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { useLeaveWarning } from './useLeaveWarning.ts'
import { RecentImports } from './RecentImports.tsx'
import type { Progress, Saving } from './saving.ts'
import styles from './Import.module.css'

const HEADING = 'import-outcome'

export function Outcome({ saving, again }: { saving: Saving; again: () => void }) {
  const words = useWords()
  const { t } = words
  const progress = useSyncExternalStore(saving.subscribe, saving.progress)
  const { phase, done, total, refusals } = progress
  const sentence = progressText(progress, words)
  useLeaveWarning(phase === 'saving' || phase === 'waiting' || phase === 'paused')
  return (
    <section className={styles.outcome} aria-labelledby={HEADING}>
      <Heading key={phase} text={sentence} />
      {phase !== 'finished' && (
        <progress className={styles.progress} max={total} value={done} aria-labelledby={HEADING} />
      )}
      {refusals.map((refusal) => {
        const text = refusalText(refusal, words)
        return (
          <p key={text} role='alert'>
            {text}
          </p>
        )
      })}
      <div className={styles.buttons}>
        {phase === 'saving' && <Button onClick={saving.pause}>{t('import.pause')}</Button>}
        {(phase === 'stopped' || phase === 'paused') && (
          <Button appearance='primary' onClick={saving.resume}>
            {t(phase === 'paused' ? 'import.resume' : 'app.retry')}
          </Button>
        )}
        {phase === 'finished' && (
          <Link href='/portfolio' className={styles.link}>
            {t('import.toPortfolio')}
          </Link>
        )}
        {(phase === 'finished' || phase === 'stopped') && (
          <Button onClick={again}>{t('import.again')}</Button>
        )}
      </div>
      {(phase === 'finished' || phase === 'stopped') && <RecentImports only={saving.batch} />}
      {/* Each change of phase is heard by the focus; what comes in between is said here. */}
      <span role='status' className='visually-hidden'>
        {phase === 'saving' ? sentence : ''}
      </span>
    </section>
  )
}

/** Takes the focus when it comes: the button that led here is gone. */
function Heading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 id={HEADING} ref={heading} tabIndex={-1} className={styles.heading}>
      {text}
    </h2>
  )
}

function progressText(progress: Progress, { t, locale }: Words): string {
  const shown = (count: number) => formatNumber(count, locale)
  const { phase, done, total, created, existed } = progress
  if (phase === 'finished') return t('import.finished', { created: shown(created), existed: shown(existed) })
  const key = phase === 'saving' ? 'import.progress' : (`import.${phase}` as const)
  return t(key, { done: shown(done), total: shown(total) })
}
