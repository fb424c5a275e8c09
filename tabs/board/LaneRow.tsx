/** The cards of one department across the stages; may be folded. */
import { type ReactNode, useId, useState } from 'react'
import type { Unit } from '#src/lists/organisation.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import type { Cards } from './Column.tsx'
import type { Lift } from './lift.ts'
import { Zone } from './Zone.tsx'
import styles from './Board.module.css'

export function LaneRow({
  department,
  columns,
  lift,
  children,
}: {
  /** `undefined` for the lane of those without. */
  department: Unit | undefined
  columns: readonly Cards[]
  lift: Lift
  children: (column: Cards) => ReactNode
}) {
  const { t, word, locale } = useWords()
  const id = useId()
  const [open, setOpen] = useState(true)
  const name = department?.title ?? t('board.noDepartment')
  const count = columns.reduce((sum, { cards }) => sum + cards.length, 0)
  return (
    <section aria-labelledby={id} className={styles.lane}>
      <h2 className={styles.laneHead}>
        <button type='button' id={id} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden='true'>{open ? '▾' : '▸'}</span> {name}{' '}
          <span className={styles.number}>{formatNumber(count, locale)}</span>
        </button>
      </h2>
      {open && (
        <div data-lane='' className={styles.columns}>
          {columns.map((column) => (
            <Zone
              key={column.stage}
              lift={lift}
              target={column.stage}
              label={`${name}, ${word('stages', column.stage)}`}
              className={styles.laneCell}
            >
              <h3 className={styles.laneStage}>
                {word('stages', column.stage)} <span className={styles.number}>{column.cards.length}</span>
              </h3>
              {children(column)}
            </Zone>
          ))}
        </div>
      )}
    </section>
  )
}
