/** The table in another program, or on paper. */
import { useEffect, useRef } from 'react'
import { toCsv } from '#src/export/csv.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { standardColumns } from '../../ui/portfolioView/columns.ts'
import { CSV, saveFile, WORKBOOK } from '../../ui/table/saveFile.ts'
import { exportedTable } from './exported.ts'
import type { Tooled } from './Tools.tsx'
import styles from './Tools.module.css'

export function ExportPanel({ rows, selected, state, around, close }: Tooled) {
  const { t, locale } = useWords()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const chosen = selected.size > 0 ? rows.filter(({ key }) => selected.has(key)) : rows
  const columns = state.columns ?? standardColumns
  const table = () => exportedTable(chosen, columns, around)
  const name = `${t('portfolio.title')} ${around.today}`
  return (
    <div className={styles.views}>
      <p className={styles.note}>
        {t(selected.size > 0 ? 'table.exportSelected' : 'table.exportShown', {
          count: formatNumber(chosen.length, locale),
          columns: columns.length,
        })}
      </p>
      <div className={styles.buttons}>
        <button
          ref={first}
          type='button'
          className={`${styles.button} ${styles.primary}`}
          onClick={() => saveFile(`${name}.xlsx`, WORKBOOK, toWorkbook(table()))}
        >
          {t('table.toExcel')}
        </button>
        <button
          type='button'
          className={styles.button}
          onClick={() => saveFile(`${name}.csv`, CSV, toCsv(table()))}
        >
          {t('table.toCsv')}
        </button>
        <button type='button' className={styles.button} onClick={() => window.print()}>
          {t('table.print')}
        </button>
        <button type='button' className={styles.button} onClick={close}>
          {t('table.close')}
        </button>
      </div>
      <p className={styles.note}>{t('table.exportHelp')}</p>
    </div>
  )
}
