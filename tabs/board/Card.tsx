/** One initiative on the board: what it is, whose, how long it has stood there and what its next gate lacks. */
import { memo } from 'react'
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { lacksOf } from '#src/rules/needs/funnel.ts'
import type { Preparation } from '#src/rules/needs.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { ageDays, unitText } from '../ui/portfolioView/view.ts'
import styles from './Card.module.css'

export const Card = memo(function Card({
  card,
  process,
  tree,
  dependencies,
  from,
  reachable,
}: {
  card: Initiative
  process: ProcessName
  tree: UnitTree
  /** What it waits for. */
  dependencies: Preparation['dependencies']
  /** Search and filters to come back to. */
  from: string
  /** The one card that Tab reaches; arrows move between them. */
  reachable: boolean
}) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  const age = ageDays(card, today)
  const rests = card.state !== 'active'
  const marks = [
    ...(isConfidential(card) ? [t('app.confidential')] : []),
    ...(rests ? [word('states', card.state)] : []),
    ...(card.legal === 'yes' ? [`§ ${t('board.legal')}`] : []),
    ...(card.scope === 'shared' ? [`⇄ ${t('board.shared')}`] : []),
    ...(card.external ? [`↗ ${t('board.external')}`] : []),
    ...(card.wantsToBuy ? [`▲ ${t('board.wantsToBuy')}`] : []),
  ]
  return (
    <li
      className={`${styles.card} ${rests ? styles.rests : ''}`}
      data-card={card.key}
      data-stage={card.stage}
    >
      <Link
        href={`/initiative/${encodeURIComponent(card.key)}`}
        state={{ from, page: '/board' }}
        className={styles.link ?? ''}
        draggable={false}
        tabIndex={reachable ? 0 : -1}
        aria-describedby='board-keys'
      >
        <span className={styles.top}>
          <span>{card.number}</span>
          {age !== undefined && (
            <span title={t('board.since', { day: formatDay(card.stageSince ?? '', locale, today) })}>
              {t('board.days', { days: age })}
            </span>
          )}
        </span>
        <span className={styles.title}>{card.title}</span>
        {unitText(card) && <span className={styles.unit}>{unitText(card)}</span>}
        <span className={styles.marks}>
          {marks.map((mark) => (
            <span key={mark} className={styles.mark}>
              {mark}
            </span>
          ))}
        </span>
        <Lacks card={card} given={{ process, tree, dependencies }} />
      </Link>
      <button
        type='button'
        tabIndex={-1}
        className={`${styles.handle} no-print`}
        aria-label={t('board.move', { number: card.number })}
        data-handle=''
      >
        <span aria-hidden='true'>⠿</span>
      </button>
    </li>
  )
})

function Lacks({
  card,
  given,
}: {
  card: Initiative
  given: Pick<Preparation, 'process' | 'tree' | 'dependencies'>
}) {
  const { t, word } = useWords()
  const lacks = lacksOf(card, given)
  if (!lacks || (lacks.sure === 0 && lacks.unsure > 0)) return null
  const { sure, unsure } = lacks
  const gate = word('decisionMatters', lacks.gate)
  if (sure === 0) return <span className={styles.complete}>✓ {t('board.complete', { gate })}</span>
  return (
    <span className={styles.lacks} title={t('board.lacksTitle', { gate })}>
      {t(unsure > 0 ? 'board.lacksAtLeast' : 'board.lacks', { count: sure })}
    </span>
  )
}
