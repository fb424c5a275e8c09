/** The table on paper: all of it, with the header on every sheet, and above it what it shows and when. */
import { portfolios } from '#src/lists/portfolios.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { TableState } from '../../ui/portfolioView/address.ts'
import { standardColumns } from '../../ui/portfolioView/columns.ts'
import { facetName, facetText } from '../../ui/portfolioView/FilterBar.tsx'
import type { Line } from '../../ui/portfolioView/groups.ts'
import { type Around, cellText } from '../../ui/portfolioView/values.ts'
import { facets } from '../../ui/portfolioView/view.ts'
import { sumsText } from '../table/GroupRow.tsx'
import { alignsEnd, columnName } from '../table/TableHeader.tsx'
import styles from '../../ui/table/Print.module.css'

export function PrintTable({
  lines,
  count,
  state,
  around,
}: {
  lines: readonly Line[]
  /** How many initiatives fit the filters. */
  count: number
  state: TableState
  around: Around
}) {
  const words = useWords()
  const { t, locale } = words
  const { session, today } = useSession()
  const names = new Map(useItems(session.data, portfolios).map((p) => [p.key, p.title]))
  const columns = state.columns ?? standardColumns
  const chosen = [
    state.search && t('table.printSearch', { text: state.search }),
    ...facets.map((facet) => {
      const value = state.filters[facet]
      return value && `${facetName(facet, words)}: ${facetText(facet, value, words, names)}`
    }),
  ].filter(Boolean)
  return (
    <div data-print className={styles.print} lang={locale}>
      <h1>{t('portfolio.title')}</h1>
      <p>
        {[today, t('portfolio.groupCount', { count: formatNumber(count, locale) }), ...chosen].join(' · ')}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope='col' className={alignsEnd(name) ? styles.end : undefined}>
                {columnName(name, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            'group' in line ? (
              <tr key={`group ${line.group.key}`} className={styles.group}>
                <th colSpan={columns.length} scope='rowgroup'>
                  {line.group.text || t('portfolio.none')} <span>{sumsText(line.group, words)}</span>
                </th>
              </tr>
            ) : (
              <tr key={line.row.key}>
                {columns.map((name) => (
                  <td key={name} className={alignsEnd(name) ? styles.end : undefined}>
                    {cellText(name, line.row, around)}
                    {name === 'stage' &&
                      line.row.state !== 'active' &&
                      ` (${words.word('states', line.row.state)})`}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
