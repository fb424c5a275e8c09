/** What more kronor in a year would buy: the best choice with them, beside the one that stands. */
import { useState } from 'react'
import { readAmount } from '#src/rules/money/amounts.ts'
import type { Problem } from '#src/rules/selection.ts'
import { limitName } from '#src/rules/prioritising/selectionLimits.ts'
import type { Difference } from '#src/solver/questions.ts'
import type { Impossible } from '#src/solver/solve.ts'
import { formatKr } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import { SolverFailed } from './solver.ts'
import type { SelectionState } from './useSelection.ts'
import styles from './Scenarios.module.css'

export function More({ problem, state }: { problem: Problem; state: SelectionState }) {
  const { t, locale } = useWords()
  const { limitOf, titlesOf, points, percent } = useNaming()
  const frames = problem.limits.flatMap((limit) => (limit.of === 'cost' ? [limit] : []))
  const [typed, setTyped] = useState('500')
  const [name, setName] = useState<string>()
  const [asked, setAsked] = useState<string>()
  const [answer, setAnswer] = useState<{ kr: number; limit: string; found: Difference | Impossible }>()
  const limit = frames.find((one) => limitName(one) === name) ?? frames[0]
  if (!limit) return null
  const read = readAmount(typed, 'tkr')
  const kr = 'kr' in read ? read.kr : null
  const ask = async () => {
    if (!kr) return
    const where = limitOf(limit)
    setAsked(where)
    try {
      const found = await state.more({
        year: limit.year,
        ...(limit.portfolio !== undefined && { portfolio: limit.portfolio }),
        kr,
      })
      setAnswer(found && { kr, limit: where.toLowerCase(), found })
    } catch (error) {
      if (!(error instanceof SolverFailed)) throw error
      setAnswer(undefined)
    }
    setAsked(undefined)
  }
  const says = () => {
    if (asked !== undefined) return [t('scenarios.searching')]
    if (!answer || !('best' in answer.found)) return []
    const { value, comesIn, fallsOut, best } = answer.found
    const values = { kr: formatKr(answer.kr, locale), limit: answer.limit, value: points(value) }
    if (value < 0.05) return [t('scenarios.moreNothing', values)]
    return [
      t('scenarios.moreBuys', values),
      ...(comesIn.length > 0 ? [t('scenarios.comesIn', { titles: titlesOf(comesIn) })] : []),
      ...(fallsOut.length > 0 ? [t('scenarios.fallsOut', { titles: titlesOf(fallsOut) })] : []),
      ...(best.isProved ? [] : [t('scenarios.gapNote', { gap: percent(best.gap) })]),
    ]
  }
  return (
    <section className={styles.section} aria-labelledby='more'>
      <h2 id='more'>{t('scenarios.more')}</h2>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <label>
          {t('scenarios.moreKr')}{' '}
          <input
            className={styles.amount}
            inputMode='decimal'
            value={typed}
            aria-invalid={!kr}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <label>
          {t('scenarios.moreWhere')}{' '}
          <select
            className={styles.select}
            value={limitName(limit)}
            onChange={({ target }) => setName(target.value)}
          >
            {frames.map((one) => (
              <option key={limitName(one)} value={limitName(one)}>
                {limitOf(one)}
              </option>
            ))}
          </select>
        </label>
        <button
          type='submit'
          className={styles.button}
          disabled={!kr || !state.best || state.phase === 'solving' || asked !== undefined}
        >
          {t('scenarios.moreAsk')}
        </button>
      </form>
      <div role='status' className={styles.answer}>
        {says().map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {!state.best && !state.impossible && <p className={styles.quiet}>{t('scenarios.waitForProof')}</p>}
      </div>
    </section>
  )
}
