/** The initiatives of a square that was opened, the dearest first. */
import { useEffect, useRef, useState } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type BalanceCell, estimateKr } from '#src/rules/pictures/balance.ts'
import { formatKr, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { InitiativeLink } from '../lens/InitiativeLink.tsx'
import styles from '../lens/Lens.module.css'

const FIRST = 50

export function InSquare({ title, cell }: { title: string; cell: BalanceCell<Initiative> }) {
  const { t, word, locale } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [most, setMost] = useState(FIRST)
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const rows = cell.rows.toSorted((a, b) => (estimateKr(b) ?? -1) - (estimateKr(a) ?? -1))
  const rest = rows.length - most
  return (
    <section className={styles.below} aria-live='polite'>
      <h3 ref={heading}>{title}</h3>
      <ul className={styles.rows}>
        {rows.slice(0, most).map((initiative) => {
          const kr = estimateKr(initiative)
          return (
            <li key={initiative.key}>
              <span className={styles.main}>
                <InitiativeLink initiative={initiative} />
              </span>
              <span className={styles.end}>
                {word('stages', initiative.stage)},{' '}
                {kr === undefined ? t('balance.noCost') : formatKr(kr, locale)}
              </span>
            </li>
          )
        })}
      </ul>
      {rest > 0 && (
        <button type='button' className={styles.button} onClick={() => setMost(most + 5 * FIRST)}>
          {t('pictures.more', { count: formatNumber(rest, locale) })}
        </button>
      )}
    </section>
  )
}
