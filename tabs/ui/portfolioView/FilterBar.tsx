/** The search and the filters above the table, each choice with how many rows it would show. */
import { useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { wordOf } from '../fields/choices.ts'
import { useSlashKey } from '../keys/useSlashKey.ts'
import type { Change, TableState } from './address.ts'
import { type Counts, type Facet, facets, NONE, valuesOf } from './view.ts'
import styles from './FilterBar.module.css'

const SEARCH = 'portfolio-search'

/** Shown when somebody asks for more, or has chosen one of them. */
const rarer: ReadonlySet<Facet> = new Set(['unit', 'type', 'scope', 'external', 'hasContact', 'hasUnit'])

export function FilterBar({
  state,
  change,
  counts,
  shown,
  total,
}: {
  state: TableState
  change: Change
  counts: Counts
  shown: number
  total: number
}) {
  const words = useWords()
  const { t, locale } = words
  const { session } = useSession()
  const names = new Map(useItems(session.data, portfolios).map((p) => [p.key, p.title]))
  const [more, setMore] = useState(false)
  useSlashKey(SEARCH)
  const filtered = state.search !== '' || Object.keys(state.filters).length > 0
  const isShown = (facet: Facet) => {
    if (state.filters[facet] !== undefined) return true
    if (rarer.has(facet)) return more
    // One portfolio, or no unit that belongs to a department: there is nothing to choose between.
    return (facet !== 'portfolio' && facet !== 'department') || counts[facet].size > 1
  }

  return (
    <section className={`${styles.filters} no-print`} aria-label={t('portfolio.filters')}>
      <input
        id={SEARCH}
        type='search'
        className={`${styles.field} ${styles.search}`}
        aria-label={t('portfolio.search')}
        placeholder={t('portfolio.search')}
        value={state.search}
        onChange={({ target }) => change({ search: target.value })}
      />
      {facets.filter(isShown).map((facet) => (
        <select
          key={facet}
          aria-label={facetName(facet, words)}
          className={`${styles.field} ${styles.facet} ${state.filters[facet] ? styles.chosen : ''}`}
          value={state.filters[facet] ?? ''}
          onChange={({ target }) => change({ filters: withFilter(state.filters, facet, target.value) })}
        >
          <option value=''>
            {facetName(facet, words)}: {t('portfolio.all').toLowerCase()}
          </option>
          {optionsOf(facet, counts[facet], words, names, state.filters[facet]).map(
            ({ value, text, count }) => (
              <option key={value} value={value}>{`${text} (${formatNumber(count, locale)})`}</option>
            ),
          )}
        </select>
      ))}
      <button type='button' className={styles.quiet} aria-expanded={more} onClick={() => setMore(!more)}>
        {t(more ? 'portfolio.fewer' : 'portfolio.more')}
      </button>
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

export const facetName = (facet: Facet, { t, label }: Words) =>
  isOurs(facet) ? t(`portfolio.${facet}`) : label(initiatives, facet)

/** Facets that are no column. */
const ours = ['department', 'hasContact', 'hasUnit'] as const
const isOurs = (facet: Facet): facet is (typeof ours)[number] => (ours as readonly Facet[]).includes(facet)

function withFilter(filters: TableState['filters'], facet: Facet, value: string): TableState['filters'] {
  const { [facet]: _, ...others } = filters
  return value ? { ...others, [facet]: value } : others
}

function optionsOf(
  facet: Facet,
  counts: Map<string, number>,
  words: Words,
  portfolioNames: ReadonlyMap<string, string>,
  chosen: string | undefined,
) {
  const values = new Map(counts)
  if (chosen && !values.has(chosen))
    values.set(
      chosen,
      valuesOf(facet, chosen).reduce((sum, value) => sum + (counts.get(value) ?? 0), 0),
    )
  const options = [...values].map(([value, count]) => ({
    value,
    count,
    text: facetText(facet, value, words, portfolioNames),
  }))
  const fixed = Object.keys(isOurs(facet) || facet === 'portfolio' ? {} : (wordsOf(facet) ?? {}))
  const compare = compareTexts(words.locale)
  return options.toSorted((a, b) => {
    if (a.value === NONE || b.value === NONE) return a.value === NONE ? 1 : -1
    return fixed.length ? fixed.indexOf(a.value) - fixed.indexOf(b.value) : compare(a.text, b.text)
  })
}

const wordsOf = (facet: Exclude<Facet, (typeof ours)[number]>): Record<string, string> | undefined => {
  const column = initiatives.columns[facet]
  return 'words' in column ? column.words : undefined
}

/** The word of a value of a facet. */
export function facetText(
  facet: Facet,
  value: string,
  words: Words,
  portfolioNames: ReadonlyMap<string, string>,
): string {
  if (value === NONE) return words.t('portfolio.none')
  if (facet === 'portfolio') return portfolioNames.get(value) ?? value
  if (facet === 'unit' || facet === 'department') return value
  if (facet === 'external' || isOurs(facet)) return words.word('yesNoUnknown', value as 'yes' | 'no')
  return valuesOf(facet, value)
    .map((one) => wordOf(initiatives, facet, one, words))
    .join(', ')
}
