/** What it would cost to have one that was left out: what falls out and how much value is lost, found by solving again. */
import { useState } from 'react'
import { isPossible } from '#src/solver/solve.ts'
import type { Difference } from '#src/solver/questions.ts'
import type { Impossible } from '#src/solver/solve.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import { SolverFailed } from './solver.ts'
import type { SelectionState } from './useSelection.ts'
import styles from './Scenarios.module.css'

type Answer = Difference | Impossible | 'asked' | 'failed'

export function Price({ id, state, force }: { id: string; state: SelectionState; force: () => void }) {
  const { t } = useWords()
  const { titleOf, titlesOf, points, percent, limitOf, amountOf, sharesOf } = useNaming()
  const [answer, setAnswer] = useState<Answer>()
  const title = titleOf(id)
  const ask = async () => {
    setAnswer('asked')
    try {
      setAnswer(await state.forceIn(id))
    } catch (error) {
      if (!(error instanceof SolverFailed)) throw error
      setAnswer('failed')
    }
  }
  const says = () => {
    if (answer === 'asked') return [t('scenarios.searching')]
    if (answer === 'failed') return [t('scenarios.waitForProof')]
    if (!answer) return []
    if (!('best' in answer)) {
      const [short] = answer.shortfalls
      if (short) {
        const amount = amountOf(short.limit.of, short.by)
        const why = t('scenarios.short', { limit: limitOf(short.limit), amount })
        return [t('scenarios.cannot', { title, why })]
      }
      const { shares } = answer
      const why =
        shares.length > 0
          ? t('scenarios.cannotShare', { shares: sharesOf(shares) })
          : t('scenarios.cannotWhy')
      return [t('scenarios.cannot', { title, why })]
    }
    const { value, fallsOut, comesIn, best } = answer
    const others = comesIn.filter((one) => one !== id)
    const size = Math.abs(value) < 0.05 ? 0 : value
    return [
      size === 0
        ? t('scenarios.priceNothing', { title })
        : t(size < 0 ? 'scenarios.priceIs' : 'scenarios.priceMore', {
            title,
            value: points(Math.abs(size)),
          }),
      fallsOut.length > 0
        ? t('scenarios.fallsOut', { titles: titlesOf(fallsOut) })
        : t('scenarios.nothingFalls'),
      ...(others.length > 0 ? [t('scenarios.comesIn', { titles: titlesOf(others) })] : []),
      ...(best.isProved ? [] : [t('scenarios.gapNote', { gap: percent(best.gap) })]),
    ]
  }
  const isAnswered = answer !== undefined && answer !== 'asked' && answer !== 'failed' && 'best' in answer
  return (
    <>
      <button
        type='button'
        className={styles.quietButton}
        aria-label={t('scenarios.priceOf', { title })}
        disabled={!state.best || state.phase === 'solving' || answer === 'asked'}
        onClick={() => void ask()}
      >
        {t('scenarios.price')}
      </button>
      <div role='status' className={styles.answer}>
        {says().map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {isAnswered && isPossible(answer.best) && (
        <button
          type='button'
          className={styles.button}
          aria-label={`${t('scenarios.force')} ${title}`}
          onClick={force}
        >
          {t('scenarios.force')}
        </button>
      )}
    </>
  )
}
