/** What receiving says in words: of all units, of one cell, of one column. */
import { formatList, formatMonth, formatNumber, formatQuarter } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import type { MonthLoad, UnitLoad } from '#src/rules/pictures/unitLoad.ts'
import type { Column } from './windows.ts'

const NAMED = 3

/** Which units have too much and when it is worst; how many have not said what they have room for. */
export function receivingSays(loads: readonly UnitLoad[], words: Words): string {
  const { t, locale } = words
  const over = loads.flatMap(({ unit, months }) => {
    const of = months.filter(({ overDays }) => overDays > 0)
    const worst = of.toSorted((a, b) => b.overDays - a.overDays)[0]
    return worst ? [{ unit, worst, count: of.length }] : []
  })
  const named = over
    .toSorted((a, b) => b.worst.overDays - a.worst.overDays)
    .slice(0, NAMED)
    .map(({ unit, worst, count }) =>
      t('receiving.saysUnit', {
        unit: unit.title,
        count,
        days: formatNumber(worst.overDays, locale),
        month: formatMonth(worst.month, locale),
      }),
    )
  const rest = over.length - named.length
  const unsaid = loads.filter(({ limitDays }) => limitDays === undefined).length
  return [
    over.length === 0
      ? t('receiving.saysFits', { count: loads.length - unsaid })
      : t('receiving.saysOver', {
          count: over.length,
          total: loads.length,
          units: formatList(named, locale),
        }),
    rest > 0 && t('receiving.saysRest', { count: rest }),
    unsaid > 0 && t('receiving.saysUnsaid', { count: unsaid }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** `237 (+47)`, `0`, `12 + 2 ?`. */
export function cellText({ days, overDays, unsaid }: MonthLoad, { t, locale }: Words): string {
  const number = formatNumber(days, locale)
  const known =
    overDays > 0 ? t('receiving.cellOver', { days: number, over: formatNumber(overDays, locale) }) : number
  return unsaid > 0 ? t('receiving.cellUnsaid', { days: known, count: unsaid }) : known
}

/** `nov.`, with the year where it begins; `kv 4 2026`. */
export function columnName(column: Column, { locale }: Words, withYear = true): string {
  const [month] = column.months
  if (column.months.length > 1) {
    const whole = formatQuarter(column.key, locale)
    return withYear ? whole : whole.replace(/ \d{4}$/, '')
  }
  const year = column.key.slice(0, 4)
  const name = formatMonth(month ?? column.key, locale, { today: `${year}-01-01` })
  return withYear ? `${name} ${year}` : name
}

/** What a cell's mark is called. */
export function cellLabel(load: UnitLoad, column: Column, month: MonthLoad, words: Words): string {
  const { t, locale } = words
  const of = {
    unit: load.unit.title,
    month: columnName(column, words),
    days: formatNumber(month.days, locale),
  }
  const said =
    load.limitDays === undefined
      ? t('receiving.labelNoRoom', of)
      : month.overDays > 0
        ? t('receiving.labelOver', {
            ...of,
            room: load.limitDays,
            over: formatNumber(month.overDays, locale),
          })
        : t('receiving.label', { ...of, room: load.limitDays })
  return month.unsaid > 0 ? `${said} ${t('receiving.labelUnsaid', { count: month.unsaid })}` : said
}
