/** What became of the needs: a bar and a number for each, and the sum. The words and figures are the picture's twin. */
import { Link } from 'wouter'
import type { Stage } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { type Became, becameOrder, type Coverage } from '#src/rules/needs/coverage.ts'
import { isStarted, stagesOf } from '#src/rules/processes.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { type Asked, portfolioAddress } from './portfolioAddress.ts'
import styles from './Need.module.css'

export function BecameTable({
  coverage: { total, became },
  portfolio,
  processes,
}: {
  coverage: Coverage
  portfolio: string
  /** Those that the needs follow. */
  processes: readonly ProcessName[]
}) {
  const { t, locale } = useWords()
  const percent = (count: number) => (total === 0 ? 0 : Math.round((count / total) * 100))
  const shown = becameOrder.filter((name) => became[name] > 0)
  return (
    <table className={styles.table}>
      <caption className='visually-hidden'>{t('coverage.became')}</caption>
      <thead>
        <tr>
          <th scope='col'>{t('coverage.what')}</th>
          <th scope='col' className={styles.number}>
            {t('coverage.count')}
          </th>
          <th scope='col' className={styles.number}>
            {t('coverage.share')}
          </th>
          <td className={styles.barCell} />
        </tr>
      </thead>
      <tbody>
        {shown.map((name) => {
          const count = formatNumber(became[name], locale)
          return (
            <tr key={name}>
              <th scope='row'>{t(`became.${name}`)}</th>
              <td className={styles.number}>
                <Link href={portfolioAddress({ ...askedFor(name, processes), portfolio })}>
                  {count}
                  <span className='visually-hidden'> {t(`became.${name}`)}</span>
                </Link>
              </td>
              <td className={styles.number}>{percent(became[name])} %</td>
              <td className={styles.barCell} aria-hidden='true'>
                <div
                  className={`${styles.bar} ${styles[name]}`}
                  style={{ inlineSize: `${(became[name] / Math.max(1, total)) * 100}%` }}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope='row'>{t('coverage.total')}</th>
          <td className={styles.number}>{formatNumber(total, locale)}</td>
          <td className={styles.number}>{percent(total)} %</td>
          <td className={styles.barCell} />
        </tr>
      </tfoot>
    </table>
  )
}

/** The filters that show just those. */
function askedFor(name: Became, processes: readonly ProcessName[]): Asked {
  const inStages = (is: (stage: Stage, process: ProcessName, at: number) => boolean): Asked => ({
    stage: [
      ...new Set(
        processes.flatMap((process) => stagesOf(process).filter((stage, at) => is(stage, process, at))),
      ),
    ].join(','),
    state: 'active',
    external: 'no',
  })
  switch (name) {
    case 'first':
      return inStages((_, __, at) => at === 0)
    case 'underway':
      return inStages((stage, process, at) => at > 0 && !isStarted(stage, process))
    case 'started':
      return inStages((stage, process) => stage !== 'closed' && isStarted(stage, process))
    case 'closed':
      return { stage: 'closed', state: 'active', external: 'no' }
    case 'external':
      return { state: 'active', external: 'yes' }
    case 'paused':
    case 'stopped':
    case 'screenedOut':
    case 'merged':
      return { state: name }
  }
}
