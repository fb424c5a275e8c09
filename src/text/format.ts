/** Days, money and lists as people read them. */
import type { Day } from '#src/lists/columns.ts'
import type { Locale } from './words.ts'

const tags = { sv: 'sv-SE', en: 'en-GB' } as const

const cached = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>()
function once<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>(
  key: string,
  make: () => T,
): T {
  const found = (cached.get(key) as T | undefined) ?? make()
  cached.set(key, found)
  return found
}

/** `12 nov.`; with the year when it isn't the year of `today`. */
export function formatDay(day: Day, locale: Locale, today: Day): string {
  const withYear = day.slice(0, 4) !== today.slice(0, 4)
  const format = once(
    `day-${locale}-${withYear}`,
    () =>
      new Intl.DateTimeFormat(tags[locale], {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'short',
        ...(withYear && { year: 'numeric' }),
      }),
  )
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** `oktober 2026`; in a narrow column `okt.`, with the year when it isn't that of `today`. */
export function formatMonth(month: string, locale: Locale, short?: { today: Day }): string {
  const withYear = !short || month.slice(0, 4) !== short.today.slice(0, 4)
  const format = once(
    `month-${locale}-${short !== undefined}-${withYear}`,
    () =>
      new Intl.DateTimeFormat(tags[locale], {
        timeZone: 'UTC',
        month: short ? 'short' : 'long',
        ...(withYear && { year: 'numeric' }),
      }),
  )
  return format.format(new Date(`${month}-01T00:00:00Z`))
}

/** `1,2 mnkr`, `250 tkr`, `900 kr`. */
export function formatKr(kr: number, locale: Locale): string {
  const [value, unit] =
    Math.abs(kr) >= 1_000_000
      ? [kr / 1_000_000, 'mnkr']
      : Math.abs(kr) >= 10_000
        ? [kr / 1000, 'tkr']
        : [kr, 'kr']
  const digits = unit === 'mnkr' ? 1 : 0
  const number = once(
    `kr-${locale}-${digits}`,
    () => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }),
  ).format(value)
  // As English public servants write: SEK 4.2 m.
  if (locale === 'en')
    return ['SEK', number, { mnkr: 'm', tkr: 'k', kr: '' }[unit]].filter(Boolean).join('\u00A0')
  return `${number}\u00A0${unit}`
}

/** `1 200 000 kr`: every krona. */
export const formatKrExact = (kr: number, locale: Locale) =>
  `${once(`exact-${locale}`, () => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 })).format(kr)}\u00A0kr`

/** `150–300 tkr`; one figure when both ends are the same. */
export function formatKrRange(
  low: number | undefined,
  high: number | undefined,
  locale: Locale,
): string | undefined {
  if (low === undefined && high === undefined) return undefined
  if (low === undefined || high === undefined || low === high) return formatKr(high ?? low ?? 0, locale)
  const [from, to] = [formatKr(low, locale), formatKr(high, locale)]
  const english = /^SEK\u00A0([\d.,]+)(.*)$/.exec(from)
  if (english && to.endsWith(english[2] ?? '')) return `SEK\u00A0${english[1]}–${to.slice(4)}`
  // Swedish groups thousands with the same space that stands before the unit.
  const [, figure, unit] = /^(.*\d)(\u00A0.*)$/.exec(from) ?? []
  return unit !== undefined && to.endsWith(unit) ? `${figure}–${to}` : `${from}–${to}`
}

/** `2024-Q3` as `kv 3 2024`. */
export const formatQuarter = (quarter: string, locale: Locale) =>
  quarter.replace(/^(\d{4})-Q(\d)$/, locale === 'sv' ? 'kv $2 $1' : 'Q$2 $1')

/** `a, b och c`. */
export const formatList = (items: readonly string[], locale: Locale) =>
  once(`list-${locale}`, () => new Intl.ListFormat(tags[locale], { type: 'conjunction' })).format(items)

/** `a, b eller c`. */
export const formatEither = (items: readonly string[], locale: Locale) =>
  once(`either-${locale}`, () => new Intl.ListFormat(tags[locale], { type: 'disjunction' })).format(items)

/** `1,2 MB`, `340 kB`: of a file. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [value, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [Math.ceil(bytes / 1024), 'kB']
  return `${once(`bytes-${locale}`, () => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 })).format(value)}\u00A0${unit}`
}

export const formatNumber = (value: number, locale: Locale) =>
  once(`number-${locale}`, () => new Intl.NumberFormat(tags[locale])).format(value)

/** Alphabetical as Swedish readers expect: å, ä, ö last. */
export const compareTexts = (locale: Locale) =>
  new Intl.Collator(tags[locale], { numeric: true, sensitivity: 'base' }).compare
