/** The head of a column, and the cards of a stage: the first ones, and a way to the rest. */
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import type { FunnelColumn } from '#src/rules/needs/funnel.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { Card } from './Card.tsx'
import styles from './Board.module.css'

export type Cards = FunnelColumn<Initiative>

/** What every card is judged by. */
export interface Around {
  process: ProcessName
  tree: UnitTree
  waits: ReadonlyMap<string, Dependency[]>
  /** Search and filters to come back to. */
  from: string
  /** The card that Tab reaches. */
  reached: string | undefined
}

const none: Dependency[] = []

export function Head({ column }: { column: Cards }) {
  const { t, word, locale } = useWords()
  const { stage, cards, medianAgeDays } = column
  return (
    <div className={styles.head}>
      <h2>
        {word('stages', stage)} <span className={styles.number}>{formatNumber(cards.length, locale)}</span>
      </h2>
      {medianAgeDays !== undefined && (
        <span className={styles.quiet}>{t('board.median', { days: medianAgeDays })}</span>
      )}
    </div>
  )
}

export function Cell({
  column,
  limit,
  more,
  around,
}: {
  column: Cards
  limit: number
  /** Shows so many more. */
  more: (count: number) => void
  around: Around
}) {
  const { t } = useWords()
  const { stage, cards } = column
  const rest = cards.length - limit
  const step = Math.min(rest, limit * 4)
  return (
    <div data-cell={stage} className={styles.cell}>
      {cards.length === 0 && <p className={styles.quiet}>{t('board.columnEmpty')}</p>}
      {cards.length > 0 && (
        <ul className={styles.cards}>
          {cards.slice(0, limit).map((card) => (
            <Card
              key={card.key}
              card={card}
              process={around.process}
              tree={around.tree}
              dependencies={around.waits.get(card.key) ?? none}
              from={around.from}
              reachable={around.reached === card.key}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type='button' className={styles.more} onClick={() => more(step)}>
          {t('board.more', { count: step })}
        </button>
      )}
    </div>
  )
}
