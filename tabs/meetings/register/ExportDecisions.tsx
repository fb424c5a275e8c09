/** The decisions that are shown, to another program or to paper. */
import { toCsv } from '#src/export/csv.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import type { RegisterEntry } from '#src/rules/deciding/register.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { CSV, saveFile, WORKBOOK } from '../../ui/table/saveFile.ts'
import { exportedDecisions } from './exportedDecisions.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from '../Parts.module.css'

export function ExportDecisions({
  entries,
  disabled,
}: {
  entries: readonly RegisterEntry[]
  /** Not all of them have come: a file would look whole. */
  disabled: boolean
}) {
  const words = useWords()
  const { t } = words
  const { today } = useSession()
  const table = () => exportedDecisions(entries, words)
  const name = `${t('decisions.title')} ${today}`
  return (
    <span className={`${styles.acts} no-print`}>
      <button
        type='button'
        className={buttons.button}
        disabled={disabled}
        title={disabled ? t('decisions.wholeFirst') : undefined}
        onClick={() => saveFile(`${name}.xlsx`, WORKBOOK, toWorkbook(table()))}
      >
        {t('decisions.toExcel')}
      </button>
      <button
        type='button'
        className={buttons.button}
        disabled={disabled}
        title={disabled ? t('decisions.wholeFirst') : undefined}
        onClick={() => saveFile(`${name}.csv`, CSV, toCsv(table()))}
      >
        {t('decisions.toCsv')}
      </button>
      <button type='button' className={buttons.button} onClick={() => window.print()}>
        {t('decisions.print')}
      </button>
    </span>
  )
}
