/** How many of the department's own stand in each stage, and for how long. */
import { Link } from 'wouter'
import type { Unit } from '#src/lists/organisation.ts'
import type { DepartmentState } from '#src/rules/meetings/departmentState.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import common from '../Parts.module.css'
import styles from './Department.module.css'

export function Funnel({
  stages,
  sum,
  unit,
}: {
  stages: DepartmentState['stages']
  sum: DepartmentState['sum']
  unit: Unit
}) {
  const { t, word, locale } = useWords()
  if (sum.total === 0) return <p>{t('department.noNeeds')}</p>
  // The table of the portfolio is filtered by departments alone.
  const table =
    unit.kind === 'department' ? `/portfolio?department=${encodeURIComponent(unit.title)}` : undefined
  const count = (n: number, stage: string) =>
    n > 0 && table ? (
      <Link className={common.link} href={`${table}&stage=${stage}`}>
        {formatNumber(n, locale)}
      </Link>
    ) : (
      formatNumber(n, locale)
    )
  return (
    <table className={styles.funnel}>
      <caption>
        {[
          t('department.total', { count: formatNumber(sum.total, locale) }),
          t('department.ended', { count: formatNumber(sum.ended, locale) }),
          sum.medianDays !== undefined &&
            t('department.median', { days: formatNumber(sum.medianDays, locale) }),
          sum.oldestDays !== undefined &&
            t('department.oldest', { days: formatNumber(sum.oldestDays, locale) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </caption>
      <thead>
        <tr>
          {stages.map(({ stage }) => (
            <th key={stage} scope='col'>
              {word('stages', stage)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {stages.map(({ stage, count: n, medianDays }) => (
            <td key={stage} data-label={word('stages', stage)}>
              <b>{count(n, stage)}</b>
              {n > 0 && medianDays !== undefined && (
                <span className={common.quiet}>
                  {' '}
                  {t('department.days', { days: formatNumber(medianDays, locale) })}
                </span>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
