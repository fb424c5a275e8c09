/** What an import would do, in one line, and the button that does it. */
import { Button } from '@fluentui/react-components'
import type { ImportPlan } from '#src/import/plan.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import styles from './Import.module.css'

export function SaveBar({
  reading,
  plan,
  count,
  save,
}: {
  /** The name of the file while it is read. */
  reading: string | undefined
  plan: ImportPlan | undefined
  /** How many needs are new. */
  count: number
  /** Left out for whoever may look but not save. */
  save?: () => void
}) {
  const { t, locale } = useWords()
  const shown = (some: number) => formatNumber(some, locale)
  const line = () => {
    if (reading !== undefined) return t('import.reading', { file: reading })
    if (!plan) return ''
    if (count === 0) return t('import.nothing')
    const doubtful = plan.rows.filter(({ warnings }) => warnings.length > 0).length
    return t('import.summary', {
      create: shown(count),
      same: shown(plan.rows.length - count),
      warnings: shown(doubtful),
    })
  }
  return (
    <div className={styles.act}>
      <span role='status'>{line()}</span>
      {plan && save && count > 0 && (
        <Button appearance='primary' disabled={reading !== undefined} onClick={save}>
          {t('import.go', { count: shown(count) })}
        </Button>
      )}
    </div>
  )
}
