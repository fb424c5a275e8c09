/** What a picture says, as a table: the same figures for those who read rather than look. */
import { useState } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { usePrinting } from '../table/usePrinting.ts'
import styles from './Picture.module.css'

export interface Twin {
  /** `end`: figures, set to the right. */
  columns: readonly { name: string; end?: boolean }[]
  /** The first cell names the row; with `href` it leads there. */
  rows: readonly { key: string; href?: string; cells: readonly string[] }[]
}

/** More than a screen or two is asked for; paper has it all. */
const FIRST = 100

export function PictureTable({
  title,
  table: { columns, rows },
  state,
}: {
  title: string
  table: Twin
  /** What a link leaves behind for the way back. */
  state?: unknown
}) {
  const { t, locale } = useWords()
  const [most, setMost] = useState(FIRST)
  const printing = usePrinting()
  const shown = printing ? rows : rows.slice(0, most)
  const rest = rows.length - shown.length
  return (
    <div className={styles.twin}>
      <table aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ name, end }) => (
              <th key={name} scope='col' className={end ? styles.end : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, href, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope='row'>
                {href ? (
                  <Link href={href} state={state}>
                    {first}
                  </Link>
                ) : (
                  first
                )}
              </th>
              {others.map((cell, i) => (
                <td
                  key={columns[i + 1]?.name}
                  data-name={columns[i + 1]?.name}
                  className={columns[i + 1]?.end ? styles.end : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{t('pictures.noRows')}</p>}
      {rest > 0 && (
        <button
          type='button'
          className={`${styles.button} no-print`}
          onClick={() => setMost(most + 5 * FIRST)}
        >
          {t('pictures.more', { count: formatNumber(Math.min(rest, 5 * FIRST), locale) })}
        </button>
      )}
    </div>
  )
}
