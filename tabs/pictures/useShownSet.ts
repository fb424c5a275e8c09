/** What a picture is over, in words: the day it is of, how many initiatives it shows, and what they were chosen by. */
import { portfolios } from '#src/lists/portfolios.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { TableState } from '../ui/portfolioView/address.ts'
import { facetName, facetText } from '../ui/portfolioView/FilterBar.tsx'
import { facets } from '../ui/portfolioView/view.ts'

/** `2026-11-02 · 24 initiativ · Portfölj: Vård`. */
export function useShownSet(state: TableState, count: number): string {
  const words = useWords()
  const { t, locale } = words
  const { session, today } = useSession()
  const names = new Map(useItems(session.data, portfolios).map((one) => [one.key, one.title]))
  const chosen = [
    state.search && t('pictures.searched', { text: state.search }),
    ...facets.map((facet) => {
      const value = state.filters[facet]
      return value && `${facetName(facet, words)}: ${facetText(facet, value, words, names)}`
    }),
  ].filter(Boolean)
  const by = chosen.length > 0 ? chosen : [t('pictures.unfiltered')]
  return [today, t('pictures.groupCount', { count: formatNumber(count, locale) }), ...by].join(' · ')
}
