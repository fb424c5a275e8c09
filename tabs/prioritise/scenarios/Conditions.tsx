/** What a choice is to keep to besides frames: shares of the cost, what excludes what, and whether what has begun may go. */
import { useState } from 'react'
import type { WantedShare } from '#src/lists/prioritising.ts'
import { type Choice, wholeCost } from '#src/rules/selection.ts'
import { axisValue, type ProblemRows, type Selection } from '#src/rules/prioritising/selectionProblem.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import type { DraftState } from './useDraft.ts'
import styles from './Scenarios.module.css'

const axes = ['nature', 'complexity', 'pios', 'legal', 'type', 'unit'] as const

export function Conditions({
  selection,
  rows,
  byCount,
  choice,
  draft: { draft, set },
}: {
  selection: Selection
  rows: ProblemRows
  /** Shares that aren't tried here, by name. */
  byCount: readonly string[]
  choice: Choice | undefined
  draft: DraftState
}) {
  const { t, locale } = useWords()
  const naming = useNaming()
  const { settings } = draft
  const { corridors, exclusions = [] } = settings
  const changeShare = (at: number, change: Partial<WantedShare> | undefined) =>
    set({
      corridors: corridors.flatMap((one, i) => (i !== at ? [one] : change ? [{ ...one, ...change }] : [])),
    })
  const partOf = (at: number) => {
    const ids = new Set(selection.problem.corridors?.[at]?.ids)
    const chosen = selection.problem.candidates.filter(({ id }) => choice?.has(id))
    const sum = (some: typeof chosen) => some.reduce((total, one) => total + wholeCost(one), 0)
    const whole = sum(chosen)
    return whole > 0 ? Math.round((sum(chosen.filter(({ id }) => ids.has(id))) / whole) * 100) : 0
  }
  const nameOf = (share: WantedShare) => `${naming.axisOf(share.axis)}: ${naming.valueOf(share)}`
  return (
    <details
      className={styles.section}
      open={corridors.length + exclusions.length > 0 || settings.isRunningFree === true}
    >
      <summary>
        <h2>{t('scenarios.settings')}</h2>
      </summary>
      <label className={styles.check}>
        <input
          type='checkbox'
          checked={settings.isRunningFree === true}
          onChange={({ target }) => set({ isRunningFree: target.checked })}
        />{' '}
        {t('scenarios.runningFree')}
      </label>
      <h3>{t('scenarios.corridors')}</h3>
      <ul className={styles.rows}>
        {corridors.map((share, at) => (
          <li key={`${share.axis} ${share.value}`} className={styles.fields}>
            <b>{nameOf(share)}</b>
            {(['least', 'most'] as const).map((end) => (
              <label key={end}>
                {t(`scenarios.${end}`)}{' '}
                <input
                  className={styles.year}
                  type='number'
                  min={0}
                  max={100}
                  aria-label={`${t(`scenarios.${end}`)}, ${nameOf(share)}`}
                  value={share[end] === undefined ? '' : Math.round(share[end] * 100)}
                  onChange={({ target: { value } }) => {
                    const { [end]: _, ...rest } = share
                    const part = Math.min(Math.max(Number(value), 0), 100) / 100
                    set({
                      corridors: corridors.with(at, value === '' ? rest : { ...rest, [end]: part }),
                    })
                  }}
                />
              </label>
            ))}
            <span className={styles.quiet}>{t('scenarios.shareNow', { percent: partOf(at) })}</span>
            <button
              type='button'
              className={styles.quietButton}
              aria-label={t('scenarios.removeCorridor', { name: nameOf(share) })}
              onClick={() => changeShare(at, undefined)}
            >
              {t('scenarios.drop')}
            </button>
          </li>
        ))}
      </ul>
      {byCount.length > 0 && (
        <p className={styles.quiet}>
          {t('scenarios.byCount', { count: byCount.length, names: formatList(byCount, locale) })}
        </p>
      )}
      <AddShare rows={rows} taken={corridors} add={(share) => set({ corridors: [...corridors, share] })} />
      <h3>{t('scenarios.exclusions')}</h3>
      <ul className={styles.rows}>
        {exclusions.map(([one, other]) => {
          const names = { one: naming.titleOf(one), other: naming.titleOf(other) }
          return (
            <li key={`${one} ${other}`} className={styles.fields}>
              {t('scenarios.exclusion', names)}
              <button
                type='button'
                className={styles.quietButton}
                aria-label={t('scenarios.removeExclusion', names)}
                onClick={() =>
                  set({ exclusions: exclusions.filter((pair) => pair[0] !== one || pair[1] !== other) })
                }
              >
                {t('scenarios.drop')}
              </button>
            </li>
          )
        })}
      </ul>
      <AddExclusion
        ids={selection.problem.candidates.map(({ id }) => id)}
        add={(pair) => set({ exclusions: [...exclusions, pair] })}
      />
    </details>
  )
}

function AddShare({
  rows,
  taken,
  add,
}: {
  rows: ProblemRows
  taken: readonly WantedShare[]
  add: (share: WantedShare) => void
}) {
  const { t } = useWords()
  const { axisOf, valueOf } = useNaming()
  const [axis, setAxis] = useState<(typeof axes)[number]>('nature')
  const [value, setValue] = useState('')
  const values = [
    ...new Set(rows.candidates.flatMap(({ initiative }) => axisValue(initiative, axis) ?? [])),
  ].filter((one) => !taken.some((share) => share.axis === axis && share.value === one))
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
          {axes.map((one) => (
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
      <button
        type='button'
        className={styles.button}
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && add({ axis, value: chosen, least: 0.2 })}
      >
        {t('scenarios.addCorridor')}
      </button>
    </div>
  )
}

function AddExclusion({ ids, add }: { ids: readonly string[]; add: (pair: [string, string]) => void }) {
  const { t } = useWords()
  const { titleOf } = useNaming()
  const [pair, setPair] = useState<[string, string]>(['', ''])
  const [one, other] = pair
  return (
    <div className={styles.fields}>
      {(['one', 'other'] as const).map((which, at) => (
        <label key={which}>
          {t(`scenarios.${which}`)}{' '}
          <select
            className={styles.select}
            value={pair[at]}
            onChange={({ target }) => setPair(at === 0 ? [target.value, other] : [one, target.value])}
          >
            <option value=''>{t('scenarios.notInIt')}</option>
            {ids.map((id) => (
              <option key={id} value={id}>
                {titleOf(id)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button
        type='button'
        className={styles.button}
        disabled={one === '' || other === '' || one === other}
        onClick={() => {
          add([one, other])
          setPair(['', ''])
        }}
      >
        {t('scenarios.addExclusion')}
      </button>
    </div>
  )
}
