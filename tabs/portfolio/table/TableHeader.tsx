/** The names of the columns: each sorts. Tab reaches one of them, arrows the others. */
import { type KeyboardEvent, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { type ColumnName, columnOf } from '../../ui/portfolioView/columns.ts'
import type { Sorting } from '../../ui/portfolioView/sorting.ts'
import styles from '../Portfolio.module.css'

export function TableHeader({
  columns,
  card,
  selectAll,
  sorting,
  sort,
}: {
  columns: readonly ColumnName[]
  card: boolean
  /** Given where boxes to tick are shown; `on` when all are. */
  selectAll: { on: boolean; toggle: () => void } | undefined
  sorting: Sorting
  sort: (sorting: Sorting) => void
}) {
  const words = useWords()
  const { t } = words
  const [at, setAt] = useState(0)
  const reachable = Math.min(at, columns.length - 1)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Record<string, number> = {
      ArrowLeft: reachable - 1,
      ArrowRight: reachable + 1,
      Home: 0,
      End: columns.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), columns.length - 1)
    setAt(next)
    event.currentTarget.querySelectorAll<HTMLElement>('[data-sort]')[next]?.focus()
  }
  return (
    <div role='rowgroup' className={styles.head}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus */}
      <div
        role='row'
        aria-rowindex={1}
        className={`${card ? styles.cardHeader : styles.row} ${styles.header}`}
        onKeyDown={onKeyDown}
      >
        {selectAll && (
          <div role='columnheader' className={styles.tick}>
            <button
              type='button'
              role='checkbox'
              aria-checked={selectAll.on}
              aria-label={t('portfolio.selectAll')}
              onClick={selectAll.toggle}
            >
              <span aria-hidden='true' className={styles.box} data-on={selectAll.on} />
            </button>
          </div>
        )}
        {columns.map((column, i) => {
          const on = sorting.by === column
          return (
            <div
              key={column}
              role='columnheader'
              className={alignsEnd(column) && !card ? styles.end : undefined}
              aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type='button'
                data-sort
                tabIndex={i === reachable ? 0 : -1}
                title={columnName(column, words)}
                onFocus={() => setAt(i)}
                onClick={() => sort({ by: column, down: on && !sorting.down })}
              >
                <span className='visually-hidden'>{t('portfolio.sortBy', { column: '' })}</span>
                {columnName(column, words)}
                <span aria-hidden='true'>{on ? (sorting.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** What a column is called in the table. */
export function columnName(column: ColumnName, { t, label }: Words): string {
  if (column === 'age' || column === 'cost' || column === 'department') return t(`portfolio.${column}`)
  return label(initiatives, columnOf(column).field ?? column)
}

export const alignsEnd = (column: ColumnName) => ['kr', 'number', 'days'].includes(columnOf(column).kind)
