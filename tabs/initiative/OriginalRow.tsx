/** The row of the workbook an initiative came from, as it was written there. */
import { useWords } from '../language.ts'
import styles from './Initiative.module.css'

export function OriginalRow({ row }: { row: Record<string, string> }) {
  const { t } = useWords()
  return (
    <details className={styles.section}>
      <summary>
        <h2>{t('initiative.original')}</h2>
      </summary>
      <dl className={styles.fields}>
        {Object.entries(row).map(([header, text]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd className={styles.wording}>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
