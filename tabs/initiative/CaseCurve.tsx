/** The business case as it adds up, year by year: below the line it costs more than it has given, above it has paid for itself. */
import type { CaseValue } from '#src/rules/money/caseValue.ts'
import { formatKr } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import styles from './Case.module.css'

const HEIGHT = 132
const STEP = 56
const BAR = 28
/** Room for the years under the bars. */
const FOOT = 20
const TOP = 6

/** The table of the years says the same in numbers. */
export function CaseCurve({ value: { years, paidBackIn } }: { value: CaseValue }) {
  const { t, locale } = useWords()
  if (years.length < 2) return null
  const sums = years.map(({ sum }) => sum)
  const high = Math.max(0, ...sums.map((sum) => Math.max(sum.high, sum.likely)))
  const low = Math.min(0, ...sums.map((sum) => Math.min(sum.low, sum.likely)))
  const scale = (HEIGHT - FOOT - TOP) / (high - low || 1)
  const y = (kr: number) => TOP + (high - kr) * scale
  const width = years.length * STEP
  const said = years
    .map(({ year, sum }) => t('case.curveYear', { year, kr: formatKr(sum.likely, locale) }))
    .join(', ')
  const paid = paidBackIn === undefined ? t('case.curveNever') : t('case.curvePaid', { year: paidBackIn })
  return (
    <figure className={styles.curve}>
      <figcaption>{t('case.curve')}</figcaption>
      <div
        className={styles.scroll}
        // What scrolls sideways must be reachable when nothing in it is: https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable
        {...{ tabIndex: 0, role: 'region', 'aria-label': t('case.curve') }}
      >
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          role='img'
          aria-label={`${t('case.curve')} ${paid} ${said}`}
        >
          {years.map(({ year, sum }, i) => {
            const x = i * STEP + (STEP - BAR) / 2
            const isPaid = paidBackIn !== undefined && year >= paidBackIn
            return (
              <g key={year}>
                <title>{t('case.curveYear', { year, kr: formatKr(sum.likely, locale) })}</title>
                <rect
                  x={x}
                  y={Math.min(y(sum.likely), y(0))}
                  width={BAR}
                  height={Math.max(Math.abs(y(sum.likely) - y(0)), 1)}
                  className={isPaid ? styles.curvePaid : styles.curveOwed}
                />
                <path
                  d={`M${x + BAR / 2} ${y(sum.high)}V${y(sum.low)}m-5 0h10M${x + BAR / 2 - 5} ${y(sum.high)}h10`}
                  className={styles.curveSpan}
                />
                <text
                  x={x + BAR / 2}
                  y={HEIGHT - 4}
                  textAnchor='middle'
                  className={year === paidBackIn ? styles.curveYearPaid : styles.curveYear}
                >
                  {year === paidBackIn ? `✓ ${year}` : year}
                </text>
              </g>
            )
          })}
          <path d={`M0 ${y(0)}H${width}`} className={styles.curveLine} />
        </svg>
      </div>
    </figure>
  )
}
