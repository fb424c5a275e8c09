/** Shares that a choice is to keep: of the cost or of how many, at least and at most, with how much it is now. */
import { useState } from 'react'
import { type Measure, measures } from '#src/lists/balance.ts'
import type { WantedShare } from '#src/lists/prioritising.ts'
import { type ProblemRows, type Selection, valuesOn } from '#src/rules/prioritising/selectionProblem.ts'
import { type Choice, partOf } from '#src/rules/selection.ts'
import { useWords } from '../../language.ts'
import { offered, useAxes } from '../../ui/axes/axesContext.ts'
import { useNaming } from './context.ts'
import styles from './Scenarios.module.css'

const axes = ['nature', 'complexity', 'pios', 'legal', 'type', 'unit'] as const

export function Shares({
  selection: { problem },
  rows,
  choice,
  shares,
  set,
}: {
  selection: Selection
  rows: ProblemRows
  choice: Choice | undefined
  shares: readonly WantedShare[]
  set: (shares: WantedShare[]) => void
}) {
  const { t } = useWords()
  const { shareOf } = useNaming()
  const percentOf = (at: number) => {
    const corridor = problem.corridors?.[at]
    if (!corridor || !choice) return 0
    const { part, whole } = partOf(corridor, choice, problem)
    return whole > 0 ? Math.round((part / whole) * 100) : 0
  }
  return (
    <>
      <h3>{t('scenarios.corridors')}</h3>
      <ul className={styles.rows}>
        {shares.map((share, at) => (
          <li key={shareId(share)} className={styles.fields}>
            <b>{shareOf(share)}</b>
            {(['least', 'most'] as const).map((end) => (
              <label key={end}>
                {t(`scenarios.${end}`)}{' '}
                <input
                  className={styles.year}
                  type='number'
                  min={0}
                  max={100}
                  aria-label={`${t(`scenarios.${end}`)}, ${shareOf(share)}`}
                  value={share[end] === undefined ? '' : Math.round(share[end] * 100)}
                  onChange={({ target: { value } }) => {
                    const { [end]: _, ...rest } = share
                    const part = Math.min(Math.max(Number(value), 0), 100) / 100
                    set(shares.with(at, value === '' ? rest : { ...rest, [end]: part }))
                  }}
                />
              </label>
            ))}
            <span className={styles.quiet}>{t('scenarios.shareNow', { percent: percentOf(at) })}</span>
            <button
              type='button'
              className={styles.quietButton}
              aria-label={t('scenarios.removeCorridor', { name: shareOf(share) })}
              onClick={() => set(shares.filter((_, i) => i !== at))}
            >
              {t('scenarios.drop')}
            </button>
          </li>
        ))}
      </ul>
      <AddShare rows={rows} taken={shares} add={(share) => set([...shares, share])} />
    </>
  )
}

/** The same axis and value may be wanted both in kronor and in number. */
const shareId = ({ axis, value, measure = 'kr' }: WantedShare) => `${axis} ${value} ${measure}`

function AddShare({
  rows,
  taken,
  add,
}: {
  rows: ProblemRows
  taken: readonly WantedShare[]
  add: (share: WantedShare) => void
}) {
  const { t, of } = useWords()
  const { axisOf, valueOf } = useNaming()
  const { used } = useAxes()
  const [asked, setAxis] = useState<(typeof axes)[number]>()
  const axis = asked ?? offered(axes, used)[0] ?? 'unit'
  const [value, setValue] = useState('')
  const [measure, setMeasure] = useState<Measure>('kr')
  const shareWith = (key: string): WantedShare => ({
    axis,
    value: key,
    ...(measure === 'count' && { measure }),
  })
  const there = new Set(taken.map(shareId))
  const values = valuesOn(axis, rows).flatMap(({ key }) => (there.has(shareId(shareWith(key))) ? [] : [key]))
  const chosen = values.includes(value) ? value : values[0]
  return (
    <div className={styles.fields}>
      <label>
        {t('scenarios.axis')}{' '}
        <select
          className={styles.select}
          value={axis}
          onChange={({ target }) => setAxis(target.value as typeof axis)}
        >
          {offered(axes, used, axis).map((one) => (
            <option key={one} value={one}>
              {axisOf(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('scenarios.axisValue')}{' '}
        <select
          className={styles.select}
          value={chosen ?? ''}
          onChange={({ target }) => setValue(target.value)}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {valueOf({ axis, value: one })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('scenarios.measure')}{' '}
        <select
          className={styles.select}
          value={measure}
          onChange={({ target }) => setMeasure(target.value as Measure)}
        >
          {(Object.keys(measures) as Measure[]).map((one) => (
            <option key={one} value={one}>
              {of(measures, one)}
            </option>
          ))}
        </select>
      </label>
      <button
        type='button'
        className={styles.button}
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && add({ ...shareWith(chosen), least: 0.2 })}
      >
        {t('scenarios.addCorridor')}
      </button>
    </div>
  )
}
