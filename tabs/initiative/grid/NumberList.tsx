/** The amounts of a grid as a list of forms, for a narrow screen. */
import { useState } from 'react'
import { amountUnits, readAmount } from '#src/rules/money/amounts.ts'
import { formatKrExact, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import type { GridProps } from './NumberGrid.tsx'
import styles from './Grid.module.css'

export function NumberList(props: GridProps) {
  const { rows, columns, kr, unit, sums, across, mayEdit, mark } = props
  const { t, locale } = useWords()
  const shown = (amount: number) => (
    <span title={formatKrExact(amount, locale)}>{formatNumber(amount / amountUnits[unit], locale)}</span>
  )
  return (
    <div className={styles.list}>
      {rows.map((row) => (
        <fieldset key={row.id}>
          <legend>{row.head}</legend>
          {columns.map((column) => {
            const amount = kr(row.id, column.id)
            if (!mayEdit && amount === undefined) return null
            return (
              <label key={column.id} data-mark={mark(row.id, column.id)}>
                <span>{column.label}</span>
                {mayEdit ? (
                  <OneAmount
                    {...props}
                    row={row.id}
                    column={column.id}
                    name={`${row.name}, ${column.label}`}
                  />
                ) : (
                  shown(amount ?? 0)
                )}
              </label>
            )
          })}
        </fieldset>
      ))}
      {sums.map((sum) => (
        <fieldset key={sum.label}>
          <legend>{sum.label}</legend>
          {columns.map((column) => (
            <div key={column.id}>
              <span>{column.label}</span>
              {shown(sum.kr(column.id))}
            </div>
          ))}
          {across && (
            <div>
              <b>{t('initiative.total')}</b>
              <b>{shown(sum.kr())}</b>
            </div>
          )}
        </fieldset>
      ))}
    </div>
  )
}

/** One amount, taken when the field is left. */
function OneAmount({
  kr,
  unit,
  change,
  trouble,
  row,
  column,
  name,
}: GridProps & { row: string; column: string; name: string }) {
  const { locale } = useWords()
  const [typed, setTyped] = useState<string>()
  const saved = kr(row, column)
  const figure = saved === undefined ? '' : String(saved / amountUnits[unit])
  const take = () => {
    if (typed === undefined) return
    const read = readAmount(typed, unit)
    if ('fault' in read) return trouble({ text: typed, fault: read.fault })
    trouble(undefined)
    setTyped(undefined)
    if (read.kr !== (saved ?? null)) change([{ row, column, kr: read.kr }])
  }
  return (
    <input
      aria-label={`${name} (${unit})`}
      inputMode='decimal'
      className={styles.input}
      value={typed ?? (locale === 'sv' ? figure.replace('.', ',') : figure)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
