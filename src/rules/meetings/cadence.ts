/** The days a forum meets, by its rule; a public holiday is moved from, and the series goes on as if it had not been. */
import type { Day } from '#src/lists/columns.ts'
import type { Cadence } from '#src/lists/forumTemplates.ts'
import { daysBetween, daysEarlier, isWithin } from '../calendar.ts'
import { lastDayOf, monthOf, monthsAfter, type Month } from '../days/months.ts'
import { daysLater, isWorkingDay, mondayOf, weekdayOf } from '../days/workingDays.ts'

/** `slot` names the meeting in its series whatever day it is moved to: `2024-10` of a rule by month, else the day the rule says. */
export interface CadenceDay {
  slot: string
  day: Day
  movedFrom?: Day
}

export interface Period {
  /** Both are included. */
  from: Day
  to: Day
  holidays: ReadonlySet<Day>
}

/** In order; none of a forum that meets on need. A rule without sense (no weekday, month 13) gives none. */
export function daysOf(rule: Cadence, { from, to, holidays }: Period): CadenceDay[] {
  return slotsOf(rule, from, to)
    .map(({ slot, day }) => {
      const moved = awayFromHoliday(day, rule, holidays)
      return moved === day ? { slot, day } : { slot, day: moved, movedFrom: day }
    })
    .filter(({ day }) => isWithin(day, from, to))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** What the rule says, from a week before the period to a week after it: a holiday may move a day into it. */
function slotsOf(rule: Cadence, from: Day, to: Day): CadenceDay[] {
  switch (rule.every) {
    case 'month':
      return monthsOf(from, to).flatMap((month) => {
        if (rule.months?.length && !rule.months.includes(numberOf(month))) return []
        const day = nthOf(month, rule)
        return day === undefined ? [] : [{ slot: month, day }]
      })
    case 'week':
      return weeklyDays(rule, daysEarlier(from, 7), daysLater(to, 7)).map((day) => ({ slot: day, day }))
    case 'days':
      return [...new Set(rule.days)].map((day) => ({ slot: day, day }))
    case 'need':
      return []
  }
}

function monthsOf(from: Day, to: Day): Month[] {
  const months: Month[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = monthsAfter(month, 1)) months.push(month)
  return months
}

const numberOf = (month: Month) => Number(month.slice(5))

function nthOf(month: Month, { nth, weekday }: Extract<Cadence, { every: 'month' }>): Day | undefined {
  const last = lastDayOf(month)
  const first: Day = `${month}-01`
  const day =
    nth === -1
      ? daysEarlier(last, (weekdayOf(last) - weekday + 7) % 7)
      : daysLater(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  return monthOf(day) === month && weekdayOf(day) === weekday ? day : undefined
}

function weeklyDays(rule: Extract<Cadence, { every: 'week' }>, from: Day, to: Day): Day[] {
  const step = Math.max(1, Math.round(rule.weeks)) * 7
  const first = daysLater(mondayOf(rule.from), rule.weekday - 1)
  const past = Math.max(0, Math.ceil(daysBetween(first, from) / step))
  const days: Day[] = []
  for (let day = daysLater(first, past * step); day <= to; day = daysLater(day, step)) {
    const isLeftOut = day < rule.from || rule.notMonths?.includes(numberOf(monthOf(day)))
    if (!isLeftOut) days.push(day)
  }
  return days
}

/**
 * A public holiday gives way to the nearest working day after it in the same week, else to the nearest before it in that week.
 * A meeting of a month stays in its month, if need be in the week after or before: May's is never held in April, nor January's last year.
 * A forum that meets on weekends does so; only its holidays are moved from.
 */
function awayFromHoliday(day: Day, { every }: Cadence, holidays: ReadonlySet<Day>): Day {
  if (!holidays.has(day)) return day
  const weekday = weekdayOf(day)
  const near = [
    ...after(day, 7 - weekday),
    ...before(day, weekday - 1),
    ...after(day, 14),
    ...before(day, 14),
  ]
  const may = near.filter((other) => isWorkingDay(other, holidays))
  return may.find((other) => every !== 'month' || monthOf(other) === monthOf(day)) ?? day
}

const after = (day: Day, days: number) => Array.from({ length: days }, (_, i) => daysLater(day, i + 1))
const before = (day: Day, days: number) => Array.from({ length: days }, (_, i) => daysEarlier(day, i + 1))
