/** A change in words: what it was before and after, and all of them in one sentence. */
import type { Day } from '#src/lists/columns.ts'
import {
  daysLaterBy,
  type Ends,
  type InitiativeChange,
  totalsOf,
} from '#src/rules/pictures/changesBetween.ts'
import { formatDay, formatKr, formatList, formatQuarter } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

/** Both ends as people read them; empty where nobody knows. */
export function endTexts(ends: Ends, words: Words, today: Day): { before: string; after: string } {
  const { word, locale } = words
  const both = <V>(said: (value: V) => string, { before, after }: { before?: V; after?: V }) => ({
    before: before === undefined ? '' : said(before),
    after: after === undefined ? '' : said(after),
  })
  switch (ends.of) {
    case 'stage':
      return both((stage) => word('stages', stage), ends)
    case 'state':
      return both((state) => word('states', state), ends)
    case 'merged':
      return { before: '', after: words.t('changes.into', { title: ends.into.title }) }
    case 'kr':
      return both((kr) => formatKr(kr, locale), ends)
    case 'light':
      return both((light) => word('lights', light), ends)
    case 'time':
      return both(
        (time) => (time.includes('Q') ? formatQuarter(time, locale) : formatDay(time, locale, today)),
        ends,
      )
  }
}

/** `Beredning → Klart för start`, `kv 4 2026 → kv 2 2027 (182 dagar senare)`. */
export function endsText(ends: Ends, words: Words, today: Day): string {
  const { t } = words
  const { before, after } = endTexts(ends, words, today)
  const text = before && after ? t('changes.fromTo', { before, after }) : after
  if (ends.of !== 'time') return text
  const named = ends.point ? `${ends.point}: ${text}` : text
  const days = daysLaterBy(ends)
  if (!days) return named
  return t(days > 0 ? 'changes.days' : 'changes.sooner', { text: named, count: Math.abs(days) })
}

/** The totals in one sentence. */
export function changesSay(
  changes: readonly InitiativeChange<{ key: string }>[],
  { from, to, words, today }: { from: Day; to: Day; words: Words; today: Day },
): string {
  const { t, locale } = words
  const days = { from: formatDay(from, locale, today), to: formatDay(to, locale, today) }
  const totals = totalsOf(changes)
  if (totals.length === 0) return t('changes.none', days)
  const parts = totals.map(({ kind, count, kr }) =>
    t(`changes.total.${kind}`, { count, kr: signedKr(kr, words) }),
  )
  return t('changes.says', { ...days, totals: formatList(parts, locale) })
}

const signedKr = (kr: number, { locale }: Words) =>
  kr > 0 ? `+${formatKr(kr, locale)}` : formatKr(kr, locale).replace('-', '−')
