/** One row of the workbook as it will be saved, with its doubts as sentences below. */
import { memo } from 'react'
import type { PlannedNeed } from '#src/import/plan.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { formatKrExact, formatKrRange, formatQuarter } from '#src/text/format.ts'
import { importSentence, warningText } from '#src/text/importWords.ts'
import { useWords } from '../../language.ts'
import styles from './Import.module.css'

export const PlannedRow = memo(function PlannedRow({
  need,
  index,
  top,
  measure,
}: {
  need: PlannedNeed
  index: number
  top: number
  /** Rows are as high as their doubts are many. */
  measure: (row: HTMLElement | null) => void
}) {
  const { t, word, label, locale } = useWords()
  const { costLowKr, costHighKr, start } = need
  const doubts = [...new Set(need.warnings.map((warning) => warningText(warning, locale)))]
  const cost = formatKrRange(costLowKr ?? undefined, costHighKr ?? undefined, locale)
  const state = need.external
    ? t('portfolio.external')
    : need.state === 'active'
      ? ''
      : word('states', need.state)
  const exact = costHighKr ?? costLowKr
  return (
    <div
      ref={measure}
      role='row'
      aria-rowindex={index + 2}
      data-index={index}
      className={`${styles.cells} ${styles.planned}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role='cell' className={styles.row} data-label={t('import.row')}>
        {need.row}
      </div>
      <div role='cell' className={styles.title}>
        {need.title}
      </div>
      <div role='cell' className={styles.unit}>
        {need.unit?.name ?? need.unitName ?? need.unitAsWritten ?? t('initiative.empty')}
      </div>
      <div role='cell' className={styles.stage}>
        {word('stages', need.stage)}
        {state && <span className={styles.state}>{state}</span>}
      </div>
      <div
        role='cell'
        className={styles.cost}
        data-label={t('portfolio.cost')}
        title={exact === null ? need.costAsWritten : formatKrExact(exact, locale)}
      >
        {cost ? `${cost}${need.costPerYear ? t('portfolio.perYear') : ''}` : t('initiative.empty')}
      </div>
      <div role='cell' className={styles.start} data-label={label(initiatives, 'start')}>
        {start ? formatQuarter(start, locale) : t('initiative.empty')}
      </div>
      <div role='cell' className={styles.legal} data-label={label(initiatives, 'legal')}>
        {word('yesNoUnknown', need.legal)}
      </div>
      <div role='cell' className={styles.happens}>
        <span className={need.action === 'create' ? undefined : styles.there}>
          {importSentence(locale, `action.${need.action}`)}
        </span>
        {doubts.length > 0 && ` · ${t('import.toCheck', { count: doubts.length })}`}
      </div>
      <div role='cell' className={styles.doubts}>
        {doubts.length > 0 && (
          <ul>
            {doubts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
})
