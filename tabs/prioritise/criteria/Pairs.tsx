/** Weights from comparing criteria two at a time, and whether the comparisons go together. */
import {
  type Comparison,
  CONTRADICTS,
  pairsOf,
  type Preference,
  preferences,
  weightsOf,
} from '#src/rules/prioritising/pairwise.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import type { DraftCriterion } from './draft.ts'
import styles from './Criteria.module.css'

const stronger = (Object.keys(preferences) as Preference[]).filter((one) => one !== 'same')

export function Pairs({
  rows,
  comparisons,
  change,
}: {
  rows: readonly DraftCriterion[]
  comparisons: readonly Comparison[]
  change: (next: Comparison[]) => void
}) {
  const { t } = useWords()
  const keys = rows.map(({ key }) => key)
  const nameOf = (key: string) => {
    const at = keys.indexOf(key)
    return rows[at]?.title || t('scoring.unnamed', { place: at + 1 })
  }
  const isOf = ([a, b]: readonly [string, string], { more, less }: Comparison) =>
    (more === a && less === b) || (more === b && less === a)
  const choose = (pair: readonly [string, string], said: string) => {
    const rest = comparisons.filter((one) => !isOf(pair, one))
    const [which, preference] = said.split(' ') as [string, Preference]
    const [more, less] = which === 'b' ? [pair[1], pair[0]] : pair
    change(said === '' ? rest : [...rest, { more, less, preference }])
  }
  return (
    <section aria-labelledby='pairs-title' className={styles.pairs}>
      <h3 id='pairs-title'>{t('scoring.pairs')}</h3>
      <p className={styles.quiet}>{t('scoring.pairsAbout')}</p>
      <ul className={styles.pairList}>
        {pairsOf(keys).map((pair) => {
          const [a, b] = pair
          const found = comparisons.find((one) => isOf(pair, one))
          const value = found
            ? `${found.more === b && found.preference !== 'same' ? 'b' : 'a'} ${found.preference}`
            : ''
          return (
            <li key={pair.join('\n')}>
              <label>
                <span>{t('scoring.pair', { a: nameOf(a), b: nameOf(b) })}</span>
                <select value={value} onChange={(event) => choose(pair, event.target.value)}>
                  <option value=''>{t('scoring.notCompared')}</option>
                  {stronger.toReversed().map((one) => (
                    <option key={`a ${one}`} value={`a ${one}`}>
                      {t(`scoring.more.${one}`, { name: nameOf(a) })}
                    </option>
                  ))}
                  <option value='a same'>{t('scoring.more.same')}</option>
                  {stronger.map((one) => (
                    <option key={`b ${one}`} value={`b ${one}`}>
                      {t(`scoring.more.${one}`, { name: nameOf(b) })}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          )
        })}
      </ul>
      <p role='status'>
        <Consistency keys={keys} comparisons={comparisons} nameOf={nameOf} />
      </p>
    </section>
  )
}

function Consistency({
  keys,
  comparisons,
  nameOf,
}: {
  keys: readonly string[]
  comparisons: readonly Comparison[]
  nameOf: (key: string) => string
}) {
  const { t, locale } = useWords()
  const { missing, inconsistency, oddest } = weightsOf(keys, comparisons)
  if (missing.length > 0) return t('scoring.pairsMissing', { count: missing.length })
  const number = formatNumber(Math.round(inconsistency * 100) / 100, locale)
  if (inconsistency > CONTRADICTS && oddest)
    return t('scoring.contradicts', { number, a: nameOf(oddest[0]), b: nameOf(oddest[1]) })
  return keys.length < 3 ? t('scoring.pairsAll') : t('scoring.consistent', { number })
}
