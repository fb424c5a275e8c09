/** What became of the needs: a bar and a number for each, and the sum. The words and figures are the picture's twin. */
import { Link } from 'wouter'
import type { Stage } from '#src/lists/initiatives.ts'
import { type Became, becameOrder, type Coverage } from '#src/rules/coverage.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { type Asked, portfolioAddress } from './portfolioAddress.ts'
import styles from './Need.module.css'

export function BecameTable({
  coverage: { total, became },
  portfolio,
  firstStage,
}: {
  coverage: Coverage
  portfolio: string
  /** The first stage of the process, when all needs follow the same. */
  firstStage: Stage | undefined
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
          const asked = askedFor(name, firstStage)
          const count = formatNumber(became[name], locale)
          return (
            <tr key={name}>
              <th scope='row'>{t(`became.${name}`)}</th>
              <td className={styles.number}>
                {asked ? (
                  <Link href={portfolioAddress({ ...asked, portfolio })}>
                    {count}
                    <span className='visually-hidden'> {t(`became.${name}`)}</span>
                  </Link>
                ) : (
                  count
                )}
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

/** The filters that show just those; nothing where no filter of the portfolio does. */
function askedFor(name: Became, firstStage: Stage | undefined): Asked | undefined {
  switch (name) {
    case 'first':
      return firstStage && { stage: firstStage, state: 'active', external: 'no' }
    case 'closed':
      return { stage: 'closed', state: 'active', external: 'no' }
    case 'external':
      return { state: 'active', external: 'yes' }
    case 'paused':
    case 'stopped':
    case 'screenedOut':
    case 'merged':
      return { state: name }
    default:
      return undefined
  }
}
