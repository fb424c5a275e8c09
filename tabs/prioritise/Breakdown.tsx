/** What a total is made of: each criterion's score, its weight and what they give together, as a bar and in words. */
import type { Scored } from '#src/rules/prioritising/scoring.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import styles from './Breakdown.module.css'

/** So many patterns; a further criterion begins again. */
const PATTERNS = 6

interface BreakdownProps {
  scored: Pick<Scored, 'total' | 'contributions'>
  criteria: readonly { key: string; title: string; weight: number }[]
}

/** The bar alone, of 100; what it shows is said beside it. */
export function TotalBar({ scored: { contributions } }: Pick<BreakdownProps, 'scored'>) {
  return (
    <span className={styles.bar} aria-hidden='true'>
      {contributions.map(({ criterion, points }, i) => (
        <i key={criterion} data-pattern={i % PATTERNS} style={{ inlineSize: `${points}%` }} />
      ))}
    </span>
  )
}

export function Breakdown({ scored, criteria }: BreakdownProps) {
  const { t, locale } = useWords()
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  const one = (value: number) => formatNumber(Math.round(value * 10) / 10, locale)
  return (
    <div>
      <TotalBar scored={scored} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope='col'>{t('scoring.criterionHead')}</th>
            <th scope='col'>{t('scoring.pointsHead')}</th>
            <th scope='col'>{t('scoring.weightHead')}</th>
            <th scope='col'>{t('scoring.givesHead')}</th>
          </tr>
        </thead>
        <tbody>
          {scored.contributions.map(({ criterion, value, lowest, highest, by, points }, i) => {
            const { title = criterion, weight = 0 } = criteria.find(({ key }) => key === criterion) ?? {}
            return (
              <tr key={criterion}>
                <th scope='row'>
                  <i data-pattern={i % PATTERNS} aria-hidden='true' />
                  {title}
                </th>
                <td>
                  {value === undefined
                    ? t('scoring.none')
                    : by > 1 && lowest !== highest
                      ? t('scoring.meanOf', { mean: one(value), lowest: lowest ?? 0, highest: highest ?? 0 })
                      : one(value)}
                </td>
                <td>{t('scoring.percent', { share: one(sum > 0 ? (weight * 100) / sum : 0) })}</td>
                <td>{one(points)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope='row' colSpan={3}>
              {t('scoring.totalOf')}
            </th>
            <td>{one(scored.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
