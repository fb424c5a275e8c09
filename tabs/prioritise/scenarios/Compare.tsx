/** Up to four scenarios side by side: what each is worth, how much of its frames it uses, and where they choose otherwise. */
import { useState } from 'react'
import type { Scenario, ScenarioResult } from '#src/lists/prioritising.ts'
import type { Problem } from '#src/rules/selection.ts'
import { wholeCost } from '#src/rules/selection.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import styles from './Scenarios.module.css'

const MOST = 4

interface Shown {
  key: string
  title: string
  result: ScenarioResult | undefined
  isStale: boolean
}

export function Compare({
  problem,
  saved,
  now,
  isStale,
}: {
  problem: Problem
  saved: readonly Scenario[]
  now: { title: string; result: ScenarioResult | undefined }
  isStale: (scenario: Scenario) => boolean
}) {
  const { t } = useWords()
  const { titleOf, points, amountOf } = useNaming()
  const [picked, setPicked] = useState<readonly string[]>()
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const all: Shown[] = [
    { key: '', title: now.title || t('scenarios.now'), result: now.result, isStale: false },
    ...saved.map((one) => ({
      key: one.key,
      title: one.title,
      result: one.result,
      isStale: isStale(one),
    })),
  ]
  const keys = picked ?? all.slice(0, MOST).map(({ key }) => key)
  const shown = all.filter(({ key }) => keys.includes(key))
  const ids = [...new Set(shown.flatMap(({ result }) => Object.keys(result?.chosen ?? {})))]
  const differs = (id: string) => new Set(shown.map(({ result }) => result?.chosen[id] ?? 'out')).size > 1
  const listed = ids
    .filter((id) => !onlyDiffering || differs(id))
    .toSorted((a, b) => titleOf(a).localeCompare(titleOf(b), 'sv'))
  const costs = new Map(problem.candidates.map((one) => [one.id, wholeCost(one)]))
  const costOf = ({ chosen }: ScenarioResult) =>
    Object.keys(chosen).reduce((sum, id) => sum + (costs.get(id) ?? 0), 0)
  return (
    <section className={styles.section}>
      <h2 id='compare'>{t('scenarios.compare')}</h2>
      {all.length > 2 && (
        <fieldset className={styles.picks}>
          <legend>{t('scenarios.compareWhich')}</legend>
          {all.map(({ key, title }) => (
            <label key={key} className={styles.check}>
              <input
                type='checkbox'
                checked={keys.includes(key)}
                disabled={!keys.includes(key) && keys.length >= MOST}
                onChange={({ target }) =>
                  setPicked(target.checked ? [...keys, key] : keys.filter((one) => one !== key))
                }
              />{' '}
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <label className={styles.check}>
        <input
          type='checkbox'
          checked={onlyDiffering}
          onChange={({ target }) => setOnlyDiffering(target.checked)}
        />{' '}
        {t('scenarios.onlyDiffering')}
      </label>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles.scroll} role='region' aria-labelledby='compare' tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope='col'>{t('scenarios.initiative')}</th>
              {shown.map(({ key, title, result, isStale: stale }) => (
                <th key={key} scope='col'>
                  {title}
                  <span className={styles.under}>
                    {result
                      ? `${t('scenarios.points', { points: points(result.value) })} · ${amountOf('cost', costOf(result))}`
                      : t('scenarios.noResult')}
                    {stale && ` · ${t('scenarios.changedShort')}`}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map((id) => (
              <tr key={id}>
                <th scope='row'>{titleOf(id)}</th>
                {shown.map(({ key, result }) => {
                  const year = result?.chosen[id]
                  return (
                    <td key={key} data-in={year !== undefined}>
                      {year === undefined ? t('scenarios.notInIt') : t('scenarios.inIt', { year })}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {listed.length === 0 && onlyDiffering && <p className={styles.quiet}>{t('scenarios.allAlike')}</p>}
    </section>
  )
}
