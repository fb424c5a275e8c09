/** What a choice is to keep to besides frames: shares, what excludes what, what may go, and whether rooms are reckoned with. */
import { useState } from 'react'
import type { ProblemRows, Selection } from '#src/rules/prioritising/selectionProblem.ts'
import type { Choice } from '#src/rules/selection.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import type { DraftState } from './useDraft.ts'
import { Shares } from './Shares.tsx'
import styles from './Scenarios.module.css'

export function Conditions({
  selection,
  rows,
  choice,
  draft: { draft, set },
}: {
  selection: Selection
  rows: ProblemRows
  choice: Choice | undefined
  draft: DraftState
}) {
  const { t } = useWords()
  const naming = useNaming()
  const { settings } = draft
  const { corridors, exclusions = [] } = settings
  return (
    <details
      className={styles.section}
      open={
        corridors.length + exclusions.length > 0 ||
        settings.isRunningFree === true ||
        settings.isReceivingFree === true
      }
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
      <label className={styles.check}>
        <input
          type='checkbox'
          checked={settings.isReceivingFree === true}
          onChange={({ target }) => set({ isReceivingFree: target.checked })}
        />{' '}
        {t('scenarios.receivingFree')}
      </label>
      <Shares
        selection={selection}
        rows={rows}
        choice={choice}
        shares={corridors}
        set={(shares) => set({ corridors: shares })}
      />
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
