/** Which columns are shown, and in what order. */
import { useEffect, useRef, useState } from 'react'
import { compareTexts } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { type ColumnName, columnNames, standardColumns } from '../../ui/portfolioView/columns.ts'
import { columnName } from '../table/TableHeader.tsx'
import type { Tooled } from './Tools.tsx'
import styles from './Tools.module.css'

export function ColumnsPanel({ state, change, close }: Tooled) {
  const words = useWords()
  const { t } = words
  const shown = state.columns ?? standardColumns
  const [said, setSaid] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.querySelector('input')?.focus(), [])
  const set = (columns: readonly ColumnName[]) =>
    change({ columns: columns.join() === standardColumns.join() ? undefined : columns })
  const move = (from: number, step: number) => {
    const name = shown[from]
    const to = from + step
    if (!name || to < 0 || to >= shown.length) return
    const others = shown.toSpliced(from, 1)
    set(others.toSpliced(to, 0, name))
    setSaid(t('table.moved', { column: columnName(name, words), place: to + 1, count: shown.length }))
  }
  const compare = compareTexts(words.locale)
  const hidden = columnNames
    .filter((name) => !shown.includes(name))
    .toSorted((a, b) => compare(columnName(a, words), columnName(b, words)))
  return (
    <div ref={panel} className={styles.columns}>
      <fieldset>
        <legend>{t('table.columnsShown')}</legend>
        <ul>
          {shown.map((name, i) => (
            <li key={name}>
              <label>
                <input
                  type='checkbox'
                  checked
                  // The table must always say which row is which.
                  disabled={shown.length === 1}
                  onChange={() => set(shown.filter((one) => one !== name))}
                />
                {columnName(name, words)}
              </label>
              <button
                type='button'
                aria-label={t('table.earlier', { column: columnName(name, words) })}
                aria-disabled={i === 0}
                onClick={() => move(i, -1)}
              >
                ↑
              </button>
              <button
                type='button'
                aria-label={t('table.later', { column: columnName(name, words) })}
                aria-disabled={i === shown.length - 1}
                onClick={() => move(i, 1)}
              >
                ↓
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset>
        <legend>{t('table.columnsHidden')}</legend>
        <ul className={styles.many}>
          {hidden.map((name) => (
            <li key={name}>
              <label>
                <input type='checkbox' checked={false} onChange={() => set([...shown, name])} />
                {columnName(name, words)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className={styles.buttons}>
        <button
          type='button'
          className={styles.button}
          aria-disabled={state.columns === undefined}
          onClick={() => change({ columns: undefined })}
        >
          {t('table.usualColumns')}
        </button>
        <button type='button' className={styles.button} onClick={close}>
          {t('table.close')}
        </button>
      </div>
      <span role='status' className='visually-hidden'>
        {said}
      </span>
    </div>
  )
}
