/** One decision in the register: a row of cells, or a card on a phone. */
import { memo } from 'react'
import type { RegisterEntry } from '#src/rules/deciding/register.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { carriedText, nameText, outcomeText, whereText } from './sayings.ts'
import styles from './Decisions.module.css'

export const DecisionRow = memo(function DecisionRow({
  entry,
  line,
  topPx,
  card,
  reached,
  isOpen,
}: {
  entry: RegisterEntry
  line: number
  topPx: number
  card: boolean
  /** The row that Tab reaches. */
  reached: boolean
  isOpen: boolean
}) {
  const words = useWords()
  const { locale } = words
  const { today } = useSession()
  const { decision, initiative } = entry
  const title = initiative ? [initiative.number, initiative.title].filter(Boolean).join(' ') : decision.title
  return (
    <div
      role='row'
      aria-rowindex={line + 2}
      aria-selected={isOpen}
      data-line={line}
      data-key={decision.key}
      tabIndex={reached ? 0 : -1}
      className={`${card ? styles.card : styles.row} ${styles.body} ${isOpen ? styles.chosen : ''}`}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div role='gridcell' className={styles.number}>
        {nameText(entry, words)}
      </div>
      <div role='gridcell' className={styles.day}>
        {formatDay(decision.decidedOn, locale, today)}
      </div>
      <div role='gridcell' className={styles.what} title={decision.wording}>
        <b>{title}</b>
        <span>{decision.wording}</span>
      </div>
      <div role='gridcell' className={styles.where}>
        {whereText(entry)}
      </div>
      <div role='gridcell' className={styles.outcome}>
        {outcomeText(entry, words)}
      </div>
      <div role='gridcell' className={styles.carried} data-carrying={entry.carrying}>
        {carriedText(entry, words)}
      </div>
    </div>
  )
})
