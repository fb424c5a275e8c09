/** A part of the department's page: a heading with how many, the first of them, and the rest when they are asked for. */
import { type ReactNode, useId, useState } from 'react'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import common from '../Parts.module.css'
import styles from './Department.module.css'

/** What there is room for on one sheet of paper. */
const MOST = 6

export function Part<T>({
  title,
  rows,
  empty,
  more,
  children,
}: {
  title: string
  rows: readonly T[]
  empty: string
  /** Where all of them are found. */
  more?: ReactNode
  /** A line for each. */
  children: (row: T) => ReactNode
}) {
  const { t, locale } = useWords()
  const id = useId()
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, MOST)
  const hidden = rows.length - shown.length
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {rows.length > 0 && <span className={common.quiet}> {formatNumber(rows.length, locale)}</span>}
      </h2>
      {rows.length === 0 ? (
        <p className={common.quiet}>{empty}</p>
      ) : (
        <ul className={styles.lines}>{shown.map(children)}</ul>
      )}
      {hidden > 0 && (
        <p className={styles.rest}>
          <span className={styles.paper}>{t('department.andMore', { count: hidden })}</span>
          <button type='button' className={`${buttons.button} no-print`} onClick={() => setAll(true)}>
            {t('department.showAll', { count: hidden })}
          </button>
        </p>
      )}
      {more && <p className={`${styles.rest} no-print`}>{more}</p>}
    </section>
  )
}
