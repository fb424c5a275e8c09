/** The initiatives of a square that was opened, the dearest first. */
import { useEffect, useRef, useState } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { BalanceCell } from '#src/rules/pictures/balance.ts'
import type { Prices } from '#src/rules/pictures/price.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { InitiativeLink } from '../lens/InitiativeLink.tsx'
import { priceText } from './says.ts'
import styles from '../lens/Lens.module.css'

const FIRST = 50

export function InSquare({
  title,
  cell,
  prices,
}: {
  title: string
  cell: BalanceCell<Initiative>
  prices: Prices
}) {
  const words = useWords()
  const { t, word, locale } = words
  const heading = useRef<HTMLHeadingElement>(null)
  const [most, setMost] = useState(FIRST)
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const rows = cell.rows.toSorted((a, b) => (prices.get(b.key)?.kr ?? -1) - (prices.get(a.key)?.kr ?? -1))
  const rest = rows.length - most
  return (
    <section className={styles.below} aria-live='polite'>
      <h3 ref={heading}>{title}</h3>
      <ul className={styles.rows}>
        {rows.slice(0, most).map((initiative) => {
          const price = prices.get(initiative.key)
          return (
            <li key={initiative.key}>
              <span className={styles.main}>
                <InitiativeLink initiative={initiative} />
              </span>
              <span className={styles.end}>
                {word('stages', initiative.stage)}, {priceText(price, words)}
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
