/** How far the reckoning has come, in one sentence; what doesn't fit, and what makes the question impossible to ask. */
import { type Problem, valueOf } from '#src/rules/selection.ts'
import type { Impossible } from '#src/solver/solve.ts'
import type { Contradiction } from '#src/rules/prioritising/required.ts'
import type { SelectionFault } from '#src/rules/prioritising/selectionFaults.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import type { SelectionState } from './useSelection.ts'
import styles from './Scenarios.module.css'

export function Status({ problem, state }: { problem: Problem; state: SelectionState }) {
  const { t } = useWords()
  const { points, percent, limitOf, amountOf } = useNaming()
  const { phase, best, choice, impossible } = state
  const isRunning = phase === 'waiting' || phase === 'solving'
  const value = points(choice ? valueOf(choice, problem) : 0)
  const says = () => {
    if (impossible) return ''
    if (phase === 'failed') return t(`scenarios.trouble.${state.trouble ?? 'broke'}`, { value })
    if (best?.isProved) return t('scenarios.proved', { value })
    if (isRunning) {
      if (best) return t('scenarios.better', { value, gap: percent(best.gap) })
      return choice ? t('scenarios.preview', { value }) : t('scenarios.searching')
    }
    return best ? t('scenarios.gap', { value, gap: percent(best.gap) }) : t('scenarios.stopped', { value })
  }
  return (
    <div className={styles.status} data-phase={phase}>
      <p role='status' className={styles.lead}>
        {says()}
      </p>
      {impossible && (
        <div role='alert' className={styles.trouble}>
          {impossible.shortfalls.length === 0 ? (
            <Contradictions of={impossible} />
          ) : (
            <>
              <p>
                <b>{t('scenarios.impossible')}</b>
              </p>
              <ul>
                {impossible.shortfalls.map(({ limit, by }) => (
                  <li key={`${limit.of} ${limitOf(limit)}`}>
                    {t('scenarios.short', { limit: limitOf(limit), amount: amountOf(limit.of, by) })}
                  </li>
                ))}
              </ul>
              <p>{t('scenarios.impossibleHow')}</p>
            </>
          )}
        </div>
      )}
      {phase === 'solving' && (
        <button type='button' className={styles.button} onClick={state.stop}>
          {t('scenarios.stop')}
        </button>
      )}
      {(phase === 'stopped' || phase === 'failed' || (phase === 'done' && best && !best.isProved)) && (
        <button type='button' className={styles.button} onClick={state.again}>
          {t('scenarios.again')}
        </button>
      )}
    </div>
  )
}

function Contradictions({ of: { contradictions, shares } }: { of: Impossible }) {
  const { t } = useWords()
  const { titleOf, sharesOf } = useNaming()
  if (contradictions.length === 0)
    return (
      <>
        <p>
          <b>{t('scenarios.noShare')}</b>
        </p>
        <ul>
          {shares.map((share) => (
            <li key={`${share.name} ${share.measure}`}>{sharesOf([share])}</li>
          ))}
        </ul>
        <p>{t('scenarios.noShareHow')}</p>
      </>
    )
  const says = (one: Contradiction) => {
    if (one.why === 'exclusion') {
      const [first, second] = one.ids
      return t('scenarios.contradiction.exclusion', { one: titleOf(first), other: titleOf(second) })
    }
    return t(`scenarios.contradiction.${one.why}`, { one: titleOf(one.id), other: titleOf(one.of) })
  }
  return (
    <>
      <p>
        <b>{t('scenarios.contradiction')}</b>
      </p>
      <ul>
        {contradictions.map((one) => (
          <li key={JSON.stringify(one)}>{says(one)}</li>
        ))}
      </ul>
    </>
  )
}

/** What must be mended before anything can be reckoned. */
export function Faults({ faults }: { faults: readonly SelectionFault[] }) {
  const { t } = useWords()
  const { titleOf, titlesOf, limitOf, sharesOf } = useNaming()
  const says = (fault: SelectionFault) => {
    switch (fault.why) {
      case 'circle':
        return t('scenarios.fault.circle', { titles: fault.ids.map(titleOf).join(' → ') })
      case 'mandatoryOut':
      case 'inAndOut':
        return t(`scenarios.fault.${fault.why}`, { title: titleOf(fault.id) })
      case 'badShare':
        return t('scenarios.fault.badShare', { name: sharesOf([fault]) })
      case 'badLimit':
        return t('scenarios.fault.badLimit', {
          limit: limitOf({ of: fault.of === 'personDays' ? fault.of : 'cost', year: fault.year }),
        })
      case 'badAmount':
        return t('scenarios.fault.badAmount', { title: titlesOf([fault.id]), year: fault.year })
      default:
        return t('scenarios.fault.other', { why: fault.why })
    }
  }
  return (
    <div role='alert' className={styles.trouble}>
      <ul>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>{says(fault)}</li>
        ))}
      </ul>
    </div>
  )
}
