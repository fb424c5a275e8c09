/** How an order has changed, in words: one sentence for each difference, naming the initiative. */
import type { RankingChange } from '#src/rules/prioritising/rankingChanges.ts'
import { formatKr, formatNumber } from './format.ts'
import type { Words } from './words.ts'

export function rankingChangeText(change: RankingChange, { t, locale }: Words): string {
  const { title } = change.initiative
  switch (change.what) {
    case 'new':
      return t('rankingChange.new', { title, to: change.to })
    case 'gone':
      return t('rankingChange.gone', { title, from: change.from })
    case 'moved':
      return t(change.to < change.from ? 'rankingChange.up' : 'rankingChange.down', {
        title,
        from: change.from,
        to: change.to,
      })
    case 'need':
      return t(change.toKr > change.fromKr ? 'rankingChange.grew' : 'rankingChange.shrank', {
        title,
        from: formatKr(change.fromKr, locale),
        to: formatKr(change.toKr, locale),
      })
    case 'total':
      return t('rankingChange.total', {
        title,
        from: formatNumber(Math.round(change.from), locale),
        to: formatNumber(Math.round(change.to), locale),
      })
    case 'within':
    case 'beyond':
      return t(`rankingChange.${change.what}`, { title })
  }
}
