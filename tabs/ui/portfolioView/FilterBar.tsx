/** The search and the filters above the table, each choice with how many rows it would show. */
import { Input } from '@fluentui/react-components'
import { useEffect } from 'react'
import { portfolios } from '#src/lists/portfolios.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { TableState } from './address.ts'
import { type Facet, facets, NONE } from './view.ts'
import styles from './FilterBar.module.css'

const SEARCH = 'portfolio-search'

type Counts = Record<string, Map<string, number>>

export function FilterBar({
  state,
  change,
  counts,
  shown,
  total,
}: {
  state: TableState
  change: (next: Partial<TableState>) => void
  counts: Counts
  shown: number
  total: number
}) {
  const words = useWords()
  const { t, label, locale } = words
  const { session } = useSession()
  const names = new Map(useItems(session.data, portfolios).map((p) => [p.key, p.title]))
  useSlashKey()
  const filtered = state.search !== '' || Object.keys(state.filters).length > 0
  const shownFacets = facets.filter(
    (facet) => facet !== 'portfolio' || (counts.portfolio?.size ?? 0) > 1 || state.filters.portfolio,
  )

  return (
    <section className={`${styles.filters} no-print`} aria-label={t('portfolio.filters')}>
      <Input
        id={SEARCH}
        type='search'
        className={styles.search ?? ''}
        aria-label={t('portfolio.search')}
        placeholder={t('portfolio.search')}
        value={state.search}
        onChange={(_, { value }) => change({ search: value })}
      />
      {shownFacets.map((facet) => (
        <select
          key={facet}
          aria-label={label(initiatives, facet)}
          className={styles.facet}
          value={state.filters[facet] ?? ''}
          onChange={(event) => change({ filters: withFilter(state.filters, facet, event.target.value) })}
        >
          <option value=''>
            {label(initiatives, facet)}: {t('portfolio.all').toLowerCase()}
          </option>
          {optionsOf(facet, counts[facet], words, names, state.filters[facet]).map(
            ({ value, text, count }) => (
              <option key={value} value={value}>{`${text} (${formatNumber(count, locale)})`}</option>
            ),
          )}
        </select>
      ))}
      {filtered && (
        <button type='button' className={styles.button} onClick={() => change({ search: '', filters: {} })}>
          {t('portfolio.clear')}
        </button>
      )}
      <span className={styles.count} role='status'>
        {t('portfolio.shown', { shown: formatNumber(shown, locale), total: formatNumber(total, locale) })}
      </span>
    </section>
  )
}

function withFilter(filters: TableState['filters'], facet: Facet, value: string): TableState['filters'] {
  const { [facet]: _, ...others } = filters
  return value ? { ...others, [facet]: value } : others
}

function optionsOf(
  facet: Facet,
  counts: Map<string, number> | undefined,
  words: Words,
  portfolioNames: Map<string, string>,
  chosen: string | undefined,
) {
  const values = new Map(counts)
  if (chosen && !values.has(chosen)) values.set(chosen, 0)
  const options = [...values].map(([value, count]) => ({
    value,
    count,
    text: textOf(facet, value, words, portfolioNames),
  }))
  const fixed =
    facet === 'stage'
      ? Object.keys(initiatives.columns.stage.words)
      : facet === 'state'
        ? Object.keys(initiatives.columns.state.words)
        : undefined
  const compare = compareTexts(words.locale)
  return options.toSorted((a, b) => {
    if (a.value === NONE || b.value === NONE) return a.value === NONE ? 1 : -1
    return fixed ? fixed.indexOf(a.value) - fixed.indexOf(b.value) : compare(a.text, b.text)
  })
}

function textOf(
  facet: Facet,
  value: string,
  { t, word }: Words,
  portfolioNames: Map<string, string>,
): string {
  if (value === NONE) return t('portfolio.none')
  switch (facet) {
    case 'stage':
      return word('stages', value as never)
    case 'state':
      return word('states', value as never)
    case 'legal':
      return word('yesNoUnknown', value as never)
    case 'portfolio':
      return portfolioNames.get(value) ?? value
    case 'unit':
      return value
  }
}

/** `/` goes to the search from anywhere on the page but a field (and never with a modifier: WCAG 2.1.4 lets Tab do the same). */
function useSlashKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const onRow = target.closest('[role=row]') !== null || target === document.body
      if (event.key !== '/' || !onRow || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      document.getElementById(SEARCH)?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
