/** The row of the workbook an initiative came from, as it was written there. */
import { useWords } from '../language.ts'
import { Fold } from './Fold.tsx'
import styles from './Initiative.module.css'

export function OriginalRow({ row }: { row: Record<string, string> }) {
  const { t } = useWords()
  return (
    <Fold
      id='original'
      title={t('initiative.original')}
      says={t('initiative.saysColumns', { count: Object.keys(row).length })}
    >
      <dl className={styles.fields}>
        {Object.entries(row).map(([header, text]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd className={styles.wording}>{text}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
