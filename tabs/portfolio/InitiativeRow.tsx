/** One initiative in the table. */
import { memo } from 'react'
import { formatKrExact, formatKrRange, formatQuarter } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { ageDays, contactText, type Row, unitText } from '../ui/portfolioView/view.ts'
import styles from './Portfolio.module.css'

export const InitiativeRow = memo(function InitiativeRow({
  row,
  index,
  top,
  height,
  reachable,
  focus,
  open,
}: {
  row: Row
  index: number
  top: number
  height: number
  /** The one row that Tab reaches; arrows move between them. */
  reachable: boolean
  focus: () => void
  open: () => void
}) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  const age = ageDays(row, today)
  const cost = formatKrRange(row.costLowKr, row.costHighKr, locale)
  const state = row.external
    ? t('portfolio.external')
    : row.state === 'active'
      ? ''
      : word('states', row.state)
  return (
    <div
      role='row'
      aria-rowindex={index + 2}
      data-row={index}
      tabIndex={reachable ? 0 : -1}
      onFocus={focus}
      onClick={open}
      className={`${styles.row} ${styles.body}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role='gridcell' className={styles.number}>
        {row.number}
      </div>
      <div role='gridcell' className={styles.title} title={row.title}>
        {row.title}
      </div>
      <div role='gridcell' className={styles.unit} title={unitText(row)}>
        {unitText(row)}
      </div>
      <div role='gridcell' className={styles.stage}>
        <span className={styles.stageName}>{word('stages', row.stage)}</span>
        {state && <span className={styles.state}>{state}</span>}
      </div>
      <div role='gridcell' className={styles.age}>
        {age === undefined ? '' : t('portfolio.days', { days: age })}
      </div>
      <div role='gridcell' className={styles.contact} title={contactText(row)}>
        {contactText(row)}
      </div>
      <div
        role='gridcell'
        className={styles.cost}
        title={row.costHighKr === undefined ? row.costAsWritten : formatKrExact(row.costHighKr, locale)}
      >
        {cost ? `${cost}${row.costPerYear ? t('portfolio.perYear') : ''}` : (row.costAsWritten ?? '')}
      </div>
      <div role='gridcell' className={styles.start}>
        {row.start ? formatQuarter(row.start, locale) : ''}
      </div>
    </div>
  )
})
