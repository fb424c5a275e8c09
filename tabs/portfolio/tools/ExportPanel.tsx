/** The table in another program, or on paper. */
import { useEffect, useRef } from 'react'
import { toCsv } from '#src/export/csv.ts'
import { toWorkbook } from '#src/export/xlsx.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { standardColumns } from '../../ui/portfolioView/columns.ts'
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
          onClick={() => save(`${name}.xlsx`, WORKBOOK, toWorkbook(table()) as Uint8Array<ArrayBuffer>)}
        >
          {t('table.toExcel')}
        </button>
        <button
          type='button'
          className={styles.button}
          onClick={() => save(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(table()))}
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

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Gives the browser a file to keep. */
function save(name: string, type: string, content: BlobPart) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold of the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
