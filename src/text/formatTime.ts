/** Days with their weekday, and times of the day, as an invitation to a meeting writes them. */
import type { Day } from '#src/lists/columns.ts'
import type { Locale } from './words.ts'

const tags = { sv: 'sv-SE', en: 'en-GB' } as const
const formats = new Map<string, Intl.DateTimeFormat>()

/** `tis 12 nov.`, `tisdag 12 november`; with the year when it isn't that of `today`, or `today` isn't said. */
export function formatWeekday(
  day: Day,
  locale: Locale,
  { today, long = false }: { today?: Day; long?: boolean },
): string {
  const withYear = day.slice(0, 4) !== today?.slice(0, 4)
  const key = `${locale}-${long}-${withYear}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(tags[locale], {
      timeZone: 'UTC',
      weekday: long ? 'long' : 'short',
      day: 'numeric',
      month: long ? 'long' : 'short',
      ...(withYear && { year: 'numeric' }),
    })
  formats.set(key, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** `13.00`; in English `13:00`. */
export const formatTime = (time: string, locale: Locale) =>
  locale === 'sv' ? time.replace(':', '.') : time.replace('.', ':')

/** `13.00–14.30`; the beginning alone when nobody said when it ends, nothing when nobody said when it begins. */
export function formatTimes(start: string | undefined, end: string | undefined, locale: Locale) {
  if (!start) return undefined
  return end ? `${formatTime(start, locale)}–${formatTime(end, locale)}` : formatTime(start, locale)
}

/** `tis 12 nov. 13.00–14.30, Storsalen`: what is known of a meeting's day, time and place. */
export function whenAndWhere(
  {
    day,
    start,
    end,
    place,
  }: { day: Day; start?: string | undefined; end?: string | undefined; place?: string | undefined },
  locale: Locale,
  how: { today: Day; long?: boolean },
): string {
  const when = [formatWeekday(day, locale, how), formatTimes(start, end, locale)]
  return [when.filter(Boolean).join(' '), place].filter(Boolean).join(', ')
}
