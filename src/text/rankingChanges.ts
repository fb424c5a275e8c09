/** How an order has changed, in words: one sentence for each difference, naming the initiative. */
import type { RankingChange } from '#src/rules/prioritising/rankingChanges.ts'
import { formatKr, formatNumber } from './format.ts'
import type { Words } from './words.ts'

export function rankingChangeText(change: RankingChange, { t, locale }: Words): string {
  switch (change.what) {
    case 'frame':
    case 'concept':
      return t(`rankingChange.${change.what}${sidesOf(change.fromKr, change.toKr)}`, {
        from: formatKr(change.fromKr ?? 0, locale),
        to: formatKr(change.toKr ?? 0, locale),
      })
    case 'weight':
      return t(`rankingChange.weight${sidesOf(change.from, change.to)}`, {
        criterion: change.criterion,
        from: formatNumber(change.from ?? 0, locale),
        to: formatNumber(change.to ?? 0, locale),
      })
    case 'new':
      return t('rankingChange.new', { title: change.initiative.title, to: change.to })
    case 'gone':
      return t('rankingChange.gone', { title: change.initiative.title, from: change.from })
    case 'moved':
      return t(change.to < change.from ? 'rankingChange.up' : 'rankingChange.down', {
        title: change.initiative.title,
        from: change.from,
        to: change.to,
      })
    case 'need':
      return t(change.toKr > change.fromKr ? 'rankingChange.grew' : 'rankingChange.shrank', {
        title: change.initiative.title,
        from: formatKr(change.fromKr, locale),
        to: formatKr(change.toKr, locale),
      })
    case 'total':
      return t('rankingChange.total', {
        title: change.initiative.title,
        from: formatNumber(Math.round(change.from), locale),
        to: formatNumber(Math.round(change.to), locale),
      })
    case 'within':
    case 'beyond':
      return t(`rankingChange.${change.what}`, { title: change.initiative.title })
  }
}

/** Set where it wasn't, or no longer set where it was; `Changed` where both are. */
const sidesOf = (from: number | undefined, to: number | undefined) =>
  from === undefined ? 'Set' : to === undefined ? 'Unset' : 'Changed'
