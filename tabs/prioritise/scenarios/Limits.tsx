/** What frames, person-days and units' rooms hold and how much of it is used, as bars with numbers; changed by hand on demand. */
import { useState } from 'react'
import { type AmountLimit, type Choice, usedOf } from '#src/rules/selection.ts'
import { limitName } from '#src/rules/prioritising/selectionLimits.ts'
import type { Selection } from '#src/rules/prioritising/selectionProblem.ts'
import { useWords } from '../../language.ts'
import { AmountField } from './AmountField.tsx'
import { Bar } from './Bar.tsx'
import { useNaming } from './context.ts'
import { Rooms } from './Rooms.tsx'
import type { DraftState } from './useDraft.ts'
import styles from './Scenarios.module.css'

export function Limits({
  selection,
  choice,
  isRequired,
  draft: { draft, set },
}: {
  selection: Selection
  /** What the bars are of. */
  choice: Choice
  /** That is only what must be in: nothing fits, or nothing is known yet. */
  isRequired: boolean
  draft: DraftState
}) {
  const { t } = useWords()
  const { limitOf } = useNaming()
  const [isOpen, setIsOpen] = useState(false)
  const { problem, unlimited } = selection
  const { settings } = draft
  const { years } = settings
  const fieldOf = ({ of }: Pick<AmountLimit, 'of'>) => (of === 'cost' ? 'frames' : 'personDays')
  const change = (limit: Pick<AmountLimit, 'of' | 'year' | 'portfolio'>, amount: number | undefined) => {
    const field = fieldOf(limit)
    const { [limitName(limit)]: _, ...rest } = settings[field]
    set({ [field]: { ...rest, ...(amount !== undefined && { [limitName(limit)]: amount }) } })
  }
  const amounts = problem.limits.filter((limit) => limit.of !== 'receiving')
  const none = unlimited.map((one) => ({ of: 'cost' as const, ...one }))
  return (
    <section className={styles.section} aria-labelledby='limits'>
      <div className={styles.sectionHead}>
        <h2 id='limits'>{t('scenarios.limits')}</h2>
        <label>
          {t('scenarios.firstYear')}{' '}
          <input
            className={styles.year}
            type='number'
            min={2000}
            max={2200}
            value={years[0]}
            onChange={({ target: { valueAsNumber: first } }) => {
              if (first >= 2000 && first <= 2200) set({ years: years.map((_, i) => first + i) })
            }}
          />
        </label>
        <label>
          {t('scenarios.yearCount')}{' '}
          <select
            className={styles.select}
            value={years.length}
            onChange={({ target }) =>
              set({ years: Array.from({ length: Number(target.value) }, (_, i) => (years[0] ?? 0) + i) })
            }
          >
            {[1, 2, 3, 4, 5, 6].map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
        <button
          type='button'
          className={styles.button}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('scenarios.setFrames')}
        </button>
      </div>
      {isRequired && <p className={styles.quiet}>{t('scenarios.barsOfRequired')}</p>}
      <ul className={styles.bars}>
        {amounts.map((limit) => {
          const byHand = settings[fieldOf(limit)][limitName(limit)] !== undefined
          return (
            <Bar
              key={`${limit.of} ${limitName(limit)}`}
              name={limitOf(limit)}
              of={limit.of}
              used={usedOf(choice, limit, problem)}
              most={limit.most}
              byHand={byHand}
            >
              {isOpen && (
                <AmountField
                  label={limitOf(limit)}
                  of={limit.of === 'cost' ? 'cost' : 'days'}
                  amount={limit.most}
                  byHand={byHand}
                  change={(amount) => change(limit, amount)}
                />
              )}
            </Bar>
          )
        })}
        {none.map((limit) => (
          <li key={limitName(limit)} className={styles.bar}>
            <span>{t('scenarios.unlimited', { what: limitOf(limit).toLowerCase() })}</span>
            {isOpen && (
              <AmountField
                label={limitOf(limit)}
                of='cost'
                amount={undefined}
                change={(amount) => change(limit, amount)}
              />
            )}
          </li>
        ))}
      </ul>
      <Rooms selection={selection} choice={choice} isOpen={isOpen} settings={settings} set={set} />
    </section>
  )
}
