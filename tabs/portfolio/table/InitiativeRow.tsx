/** One initiative in the table: a row of cells, or a card on a phone. */
import { lazy, memo, Suspense } from 'react'
import { formatKrExact } from '#src/text/format.ts'
import type { ColumnName } from '../../ui/portfolioView/columns.ts'
import { type Around, cellText } from '../../ui/portfolioView/values.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import type { Leave } from '../editing/CellEditor.tsx'
import { alignsEnd } from './TableHeader.tsx'
import styles from '../Portfolio.module.css'

const CellEditor = lazy(async () => ({ default: (await import('../editing/CellEditor.tsx')).CellEditor }))

export interface RowGiven {
  row: Row
  line: number
  topPx: number
  columns: readonly ColumnName[]
  /** A heading above says what the rows have in common. */
  level: number | undefined
  card: boolean
  /** Boxes to tick are shown. */
  selecting: boolean
  selected: boolean
  /** The cell with the focus, -1 for the row itself; `undefined` on every row but the one that Tab reaches. */
  focused: number | undefined
  /** What is written there waits for the server's answer. */
  meant: boolean
  around: Around
  /** Given while the cell with the focus is being edited. */
  leave: Leave | undefined
}

export const InitiativeRow = memo(function InitiativeRow(given: RowGiven) {
  const { row, line, topPx, columns, level, card, selecting, selected, focused, meant, around, leave } = given
  return (
    <div
      role='row'
      aria-rowindex={line + 2}
      aria-level={level}
      aria-selected={selecting ? selected : undefined}
      data-line={line}
      data-row={row.key}
      tabIndex={focused === -1 || (card && focused !== undefined) ? 0 : -1}
      className={`${card ? styles.card : styles.row} ${styles.body} ${leave ? styles.front : ''} ${selected ? styles.selected : ''}`}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {selecting && !card && (
        <div role='gridcell' className={styles.tick} data-tick>
          <span aria-hidden='true' className={styles.box} data-on={selected} />
        </div>
      )}
      {columns.map((name, i) => {
        const editing = leave !== undefined && focused === i
        const text = cellText(name, row, around)
        return (
          <div
            key={name}
            role='gridcell'
            data-cell={i}
            data-column={name}
            tabIndex={focused === i && !editing ? 0 : -1}
            className={`${styles[name] ?? ''} ${alignsEnd(name) ? styles.end : ''} ${editing ? styles.open : ''} ${meant ? styles.meant : ''}`}
            title={editing ? undefined : tooltip(name, row, text, around)}
          >
            {editing ? (
              <Suspense fallback={text}>
                <CellEditor row={row} column={name} leave={leave} atEnd={i > 0 && i >= columns.length - 3} />
              </Suspense>
            ) : name === 'stage' ? (
              <Stage row={row} text={text} around={around} />
            ) : (
              text
            )}
          </div>
        )
      })}
    </div>
  )
})

function Stage({ row, text, around: { words } }: { row: Row; text: string; around: Around }) {
  const state = row.external
    ? words.t('portfolio.external')
    : row.state === 'active'
      ? ''
      : words.word('states', row.state)
  return (
    <>
      <span className={styles.stageName}>{text}</span>
      {state && <span className={styles.state}>{state}</span>}
    </>
  )
}

/** What is cut off, and every krona. */
function tooltip(name: ColumnName, row: Row, text: string, { words }: Around): string | undefined {
  if (name === 'stage' || name === 'number') return undefined
  if (name === 'cost')
    return row.costHighKr === undefined ? row.costAsWritten : formatKrExact(row.costHighKr, words.locale)
  return text || undefined
}
