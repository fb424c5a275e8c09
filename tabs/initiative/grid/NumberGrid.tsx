/** A grid of amounts that is worked in like a spreadsheet: arrows, Enter, Tab, typing, Escape, copy, paste, undo. */
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react'
import { type AmountFault, type AmountUnit, amountUnits } from '#src/rules/money/amounts.ts'
import { formatKrExact, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { useKeys } from '../../ui/keys/keys.ts'
import { gridKeys } from '../../ui/keys/rows.ts'
import { useGrid } from './useGrid.ts'
import styles from './Grid.module.css'

export interface GridColumn {
  id: string
  label: string
}

export interface GridRow {
  id: string
  /** What a screen reader calls it. */
  name: string
  head: ReactNode
}

export interface Edit {
  row: string
  column: string
  kr: number | null
}

/** A text that is no amount, or a pasted block that is larger than the grid. */
export type Trouble = { text: string; fault: AmountFault } | { outside: number }

export interface GridProps {
  label: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  kr: (row: string, column: string) => number | undefined
  mark: (row: string, column: string) => 'saving' | 'refused' | undefined
  unit: AmountUnit
  change: (edits: Edit[]) => void
  trouble: (trouble: Trouble | undefined) => void
  /** Lines below: each column's sum, and the whole when `column` is undefined. */
  sums: readonly { label: string; kr: (column?: string) => number }[]
  /** Whether rows are summed too. */
  across: boolean
  mayEdit: boolean
}

export function NumberGrid(props: GridProps) {
  useKeys(gridKeys)
  const { label, columns, rows, kr, mark, unit, sums, across, mayEdit } = props
  const { t, locale } = useWords()
  const { table, caret, active, typed, ...grid } = useGrid(props)
  const shown = (amount: number | undefined) =>
    amount === undefined ? (
      ''
    ) : (
      <span title={formatKrExact(amount, locale)}>{formatNumber(amount / amountUnits[unit], locale)}</span>
    )
  const sumOf = (row: string) => columns.reduce((sum, { id }) => sum + (kr(row, id) ?? 0), 0)
  const here = (r: number, c: number) => active.r === r && active.c === c
  return (
    <div
      className={styles.scroll}
      // What scrolls sideways must be reachable when nothing in it is: https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable
      {...(!mayEdit && { tabIndex: 0, role: 'region', 'aria-label': label })}
    >
      <table
        className={styles.grid}
        aria-label={label}
        ref={table}
        {...(mayEdit && {
          role: 'grid',
          onPaste: (event: ClipboardEvent) => grid.paste(event),
          onCopy: (event: ClipboardEvent) => grid.copy(event),
          onKeyDown: (event: KeyboardEvent) => grid.key(event),
        })}
      >
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.id} scope='col' className={styles.amount}>
                {column.label}
              </th>
            ))}
            {across && (
              <th scope='col' className={styles.amount}>
                {t('initiative.total')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id}>
              <th scope='row'>{row.head}</th>
              {columns.map((column, c) => (
                <td
                  key={column.id}
                  className={styles.amount}
                  data-mark={mark(row.id, column.id)}
                  {...(mayEdit && {
                    'data-cell': `${r}/${c}`,
                    tabIndex: here(r, c) ? 0 : -1,
                    'aria-invalid': mark(row.id, column.id) === 'refused',
                    onFocus: () => grid.reach(r, c),
                    onPointerUp: (event) => grid.press(r, c, event.pointerType),
                    onDoubleClick: () => grid.open(r, c),
                  })}
                >
                  {mayEdit && here(r, c) && typed !== undefined ? (
                    <input
                      aria-label={`${row.name}, ${column.label} (${unit})`}
                      inputMode='decimal'
                      className={styles.input}
                      value={typed}
                      onChange={(event) => grid.type(event.target.value)}
                      onBlur={() => grid.leave()}
                      // The caret belongs behind the first character typed; a value that is opened is chosen whole.
                      ref={caret}
                    />
                  ) : (
                    shown(kr(row.id, column.id))
                  )}
                </td>
              ))}
              {across && <td className={styles.amount}>{shown(sumOf(row.id))}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map((sum) => (
            <tr key={sum.label}>
              <th scope='row'>{sum.label}</th>
              {columns.map((column) => (
                <td key={column.id} className={styles.amount}>
                  {shown(sum.kr(column.id))}
                </td>
              ))}
              {across && <td className={styles.amount}>{shown(sum.kr())}</td>}
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}
