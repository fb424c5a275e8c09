/** What I had written for a month that somebody else reported first: shown beside their report, so that no text is lost. */
import { useEffect } from 'react'
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { useWords } from '../language.ts'
import { draftName, useDraft } from './draft.ts'
import styles from './Report.module.css'

export function LeftDraft({ report }: { report: StatusReport }) {
  const { t, label } = useWords()
  const { draft, keep } = useDraft(draftName(report.initiative.key, report.month))
  const isSent = draft?.key === report.key
  // Sent while the page was closed: nothing of it is left to keep.
  useEffect(() => {
    if (isSent) keep(undefined)
  }, [isSent, keep])
  const texts = (['changed', 'next', 'explanation'] as const).filter((field) => draft?.[field].trim())
  if (!draft || isSent || texts.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby='report-left'>
      <h2 id='report-left'>{t('report.left')}</h2>
      <p className={styles.quiet}>{t('report.leftWhy', { who: report.by.name })}</p>
      <dl className={styles.left}>
        {texts.map((field) => (
          <div key={field}>
            <dt>{label(statusReports, field)}</dt>
            <dd className={styles.text}>{draft[field]}</dd>
          </div>
        ))}
      </dl>
      <button type='button' className={styles.button} onClick={() => keep(undefined)}>
        {t('report.throwAway')}
      </button>
    </section>
  )
}
