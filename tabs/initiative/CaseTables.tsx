/** The years of a business case, and what each source pays of its project. */
import type { CaseValue, Paid } from '#src/rules/money/caseValue.ts'
import { formatKr, formatKrExact, formatList } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import styles from './Case.module.css'

export function CaseYears({ value: { years, cost, benefit, net } }: { value: CaseValue }) {
  const { t } = useWords()
  return (
    <Scrolled label={t('case.perYear')}>
      <table className={styles.table}>
        <caption>{t('case.perYear')}</caption>
        <thead>
          <tr>
            <th scope='col'>{t('case.year')}</th>
            <th scope='col'>{t('case.project')}</th>
            <th scope='col'>{t('case.running')}</th>
            <th scope='col'>{t('case.low')}</th>
            <th scope='col'>{t('case.likely')}</th>
            <th scope='col'>{t('case.high')}</th>
            <th scope='col'>{t('case.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, projectKr, runningKr, benefit: gain, sum }) => (
            <tr key={year}>
              <th scope='row'>{year}</th>
              <Kr kr={projectKr} />
              <Kr kr={runningKr} />
              <Kr kr={gain.low} />
              <Kr kr={gain.likely} />
              <Kr kr={gain.high} />
              <Kr kr={sum.likely} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope='row'>{t('case.total')}</th>
            <Kr kr={cost} span={2} />
            <Kr kr={benefit.low} />
            <Kr kr={benefit.likely} />
            <Kr kr={benefit.high} />
            <Kr kr={net.likely} />
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  )
}

export function PaidBy({ paid, years }: { paid: readonly Paid[]; years: readonly number[] }) {
  const { t, word, locale } = useWords()
  const shown = years.filter((year) => paid.some(({ perYear }) => perYear.has(year)))
  return (
    <Scrolled label={t('case.whoPays')}>
      <table className={styles.table}>
        <caption>{t('case.whoPays')}</caption>
        <thead>
          <tr>
            <th scope='col'>{t('case.source')}</th>
            {shown.map((year) => (
              <th scope='col' key={year}>
                {year}
              </th>
            ))}
            <th scope='col'>{t('case.all')}</th>
          </tr>
        </thead>
        <tbody>
          {paid.map(({ financing, payers, perYear, sumKr }) => (
            <tr key={financing}>
              <th scope='row'>
                {word('financings', financing)}
                {payers.length > 0 && <small>{formatList(payers, locale)}</small>}
              </th>
              {shown.map((year) => (
                <Kr key={year} kr={perYear.get(year) ?? 0} />
              ))}
              <Kr kr={sumKr} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

/** Wider than a phone: what scrolls sideways is reached by the keyboard too. */
function Scrolled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div
      className={styles.scroll}
      // What scrolls sideways must be reachable when nothing in it is: https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable
      {...{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      {children}
    </div>
  )
}

function Kr({ kr, span }: { kr: number; span?: number }) {
  const { locale } = useWords()
  return (
    <td title={formatKrExact(kr, locale)} {...(span && { colSpan: span })}>
      {kr === 0 ? '–' : formatKr(kr, locale)}
    </td>
  )
}
