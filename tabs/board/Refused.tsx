/** Why a card went back: what is missing, who decides, or that no decision leads there. Stays until it is closed or something else is moved. */
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Move, Target } from '#src/rules/needs/funnel.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatEither } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../language.ts'
import { targetName } from './targetName.ts'
import styles from './Board.module.css'

export interface RefusedMove {
  card: Initiative
  target: Target
  why: { refusals: Refusal[] } | { move: Move }
}

export function Refused({
  refused: { card, target, why },
  from,
  close,
}: {
  refused: RefusedMove
  from: string
  close: () => void
}) {
  const words = useWords()
  const { t } = words
  const sentences =
    'refusals' in why
      ? why.refusals.map((refusal) => refusalText(refusal, words))
      : [moveText(why.move, card, target, words)]
  return (
    <div role='alert' className={styles.refused}>
      <p>
        <b>
          {t('board.refused', {
            number: card.number,
            title: card.title,
            target: targetName(target, words),
          })}
        </b>
      </p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={styles.refusedActions}>
        <Link
          href={`/initiative/${encodeURIComponent(card.key)}`}
          state={{ from, page: '/board' }}
          className={styles.button ?? ''}
        >
          {t('board.open')}
        </Link>
        <button type='button' className={styles.button} onClick={close}>
          {t('board.close')}
        </button>
      </p>
    </div>
  )
}

function moveText(move: Move, card: Initiative, target: Target, words: Words): string {
  const { t, word, locale } = words
  if (move.kind === 'refused') {
    if (move.why === 'external') return t('refusal.external')
    if (move.why === 'merged') return t('board.mergedAway')
    return t('board.resting', { state: word('states', card.state).toLowerCase() })
  }
  if (move.kind === 'noWay' && move.next)
    return t('board.notNext', {
      gate: word('decisionMatters', move.next.gate),
      to: formatEither(
        move.next.to.map((stage) => word('stages', stage)),
        locale,
      ),
    })
  return t('board.noDecision', { stage: word('stages', card.stage), target: targetName(target, words) })
}
