/** When a forum meets, in words that stand within a sentence; subject `meetings`. */
import type { Day } from '#src/lists/columns.ts'
import type { Cadence } from '#src/lists/forumTemplates.ts'
import { weekOf } from '#src/rules/days/workingDays.ts'
import { formatDay, formatList } from './format.ts'
import type { Locale, Words } from './words.ts'

const ALL_MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

/** More months than this are said by those that are left out. */
const MOST_NAMED = 8

/** `andra tisdagen i mars, augusti och november`, `varje torsdag, inte i juli`. */
export function cadenceText(rule: Cadence, words: Words, today: Day): string {
  const { t, locale } = words
  switch (rule.every) {
    case 'month': {
      const at = {
        nth: t(`cadence.nth${rule.nth === -1 ? 'Last' : rule.nth}`),
        weekday: weekdayName(rule.weekday, locale),
      }
      const months = rule.months?.length ? rule.months : ALL_MONTHS
      const others = ALL_MONTHS.filter((month) => !months.includes(month))
      if (others.length === 0) return t('cadence.everyMonth', at)
      if (months.length <= MOST_NAMED)
        return t('cadence.months', { ...at, months: monthNames(months, locale) })
      return t('cadence.monthsBut', { ...at, months: monthNames(others, locale) })
    }
    case 'week': {
      const weekday = weekdayName(rule.weekday, locale)
      const from = t('cadence.week', weekOf(rule.from))
      const often =
        rule.weeks > 2
          ? t('cadence.everyWeeks', { weekday, weeks: rule.weeks, from })
          : rule.weeks === 2
            ? t('cadence.everyOther', { weekday, from })
            : t('cadence.everyWeek', { weekday })
      if (!rule.notMonths?.length) return often
      return t('cadence.notIn', { often, months: monthNames(rule.notMonths, locale) })
    }
    case 'days':
      return formatList(
        [...rule.days].sort().map((day) => formatDay(day, locale, today)),
        locale,
      )
    case 'need':
      return t('cadence.need')
  }
}

const inWords = (locale: Locale, day: Day, part: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { timeZone: 'UTC', ...part }).format(
    new Date(day),
  )

/** A week that begins on Monday the first names the days, a year the months. */
const weekdayName = (weekday: number, locale: Locale) =>
  inWords(locale, `2024-01-0${weekday}`, { weekday: 'long' })

const monthNames = (months: readonly number[], locale: Locale) =>
  formatList(
    [...months]
      .sort((a, b) => a - b)
      .map((month) => inWords(locale, `2024-${String(month).padStart(2, '0')}-01`, { month: 'long' })),
    locale,
  )
