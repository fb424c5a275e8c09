/** Days as people say and type them: `5 april`, `friday`, `in two weeks`. No clock and no words: both are arguments. */
import type { Day } from '#src/lists/columns.ts'
import { daysEarlier, yearOf } from '../calendar.ts'
import { lastDayOf, monthOf, monthsAfter } from './months.ts'
import { daysLater as later, mondayOf, weekdayOf, workingDayBy } from './workingDays.ts'

/** The words days are said with, small letters; phrases of several words are joined by one space. */
export interface DayWords {
  /** 1 … 12 */
  months: Readonly<Record<string, number>>
  /** 1 Monday … 7 Sunday */
  weekdays: Readonly<Record<string, number>>
  numbers: Readonly<Record<string, number>>
  units: Readonly<Record<string, 'day' | 'week' | 'month'>>
  /** So many days from today. */
  near: Readonly<Record<string, number>>
  /** Before a number of days: `in two weeks`. */
  within: readonly string[]
  /** Before a weekday or a week: the one after this week. */
  next: readonly string[]
  /** Before the number of a week. */
  week: readonly string[]
  endOf: readonly string[]
  nextMeeting: readonly string[]
}

/** What a phrase is measured from. */
export interface DayContext {
  today: Day
  words: DayWords
  /** The day of the forum's next meeting, for who says so. */
  nextMeeting?: Day | undefined
  /** Days when offices are closed, besides weekends. */
  holidays: ReadonlySet<Day>
}

const MOST_WORDS = 3
const FRIDAY = 5
const WEEK = 7

/** The day that begins at a word, and the word after it; the longest phrase that is a day. `undefined` when none begins there. */
export function dayAt(
  said: readonly string[],
  from: number,
  context: DayContext,
): { day: Day; end: number } | undefined {
  for (let end = Math.min(said.length, from + MOST_WORDS); end > from; end--) {
    const day = dayOf(said.slice(from, end), context)
    if (day) return { day, end }
  }
  return undefined
}

/** The day a whole phrase says; without a year, the first from today on. What is reckoned (`in two weeks`) is a working day. */
export function dayOf(said: readonly string[], context: DayContext): Day | undefined {
  if (said.length > MOST_WORDS) return undefined
  const day = reckoned(said, context)
  if (!day) return saidOutright(said, context)
  const by = workingDayBy(day, context.holidays)
  return by < context.today ? day : by
}

/** A day that is named, whatever day it is. */
function saidOutright(said: readonly string[], context: DayContext): Day | undefined {
  const { today, words, nextMeeting } = context
  const [first = '', second = '', third = ''] = said
  const phrase = said.join(' ')
  const near = words.near[phrase]
  if (near !== undefined) return later(today, near)
  if (words.nextMeeting.includes(phrase)) return nextMeeting
  const weekday = words.weekdays[phrase]
  if (weekday !== undefined) return nextWeekday(today, weekday)
  const inNextWeek = words.next.includes(said.slice(0, -1).join(' '))
    ? words.weekdays[said.at(-1) ?? '']
    : undefined
  if (inNextWeek !== undefined) return later(mondayOf(today), WEEK + inNextWeek - 1)
  if (said.length === 1) return written(first, today)
  return named(first, second, third, context)
}

/** So long from now, by the end of a week or a month. */
function reckoned(said: readonly string[], { today, words }: DayContext): Day | undefined {
  const [first = '', second = ''] = said
  for (const [at, start] of [first, `${first} ${second}`].entries()) {
    const rest = said.slice(at + 1)
    const [after = '', unit = ''] = rest
    if (words.within.includes(start) && rest.length === 2) {
      const count = numberOf(after, words)
      const size = words.units[unit]
      if (count !== undefined && size) return laterBy(today, count, size)
    }
    if (words.next.includes(start) && rest.length === 1) {
      if (words.units[after] === 'week') return later(mondayOf(today), WEEK + FRIDAY - 1)
      if (words.units[after] === 'month') return lastDayOf(monthsAfter(monthOf(today), 1))
    }
    if (words.endOf.includes(start) && rest.length === 1) {
      const month = words.months[after]
      if (month !== undefined) return endOfMonth(today, month)
      if (words.units[after] === 'month') return lastDayOf(monthOf(today))
      if (words.units[after] === 'week') return later(mondayOf(today), FRIDAY - 1)
    }
    if (words.week.includes(start) && rest.length === 1 && /^\d{1,2}$/.test(after))
      return fridayOfWeek(today, Number(after))
  }
  return undefined
}

/** `2027-04-05`, `5/4`, `5/4-27`, `v14`. */
function written(text: string, today: Day): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const short = /^(\d{1,2})\/(\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(text)
  if (!short) return undefined
  const [, day, month, year] = short
  return year
    ? real(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day))
    : upcoming(today, Number(month), Number(day))
}

/** `5 april`, `april 5`, with or without a year. */
function named(first: string, second: string, third: string, { today, words }: DayContext): Day | undefined {
  const isFirst = words.months[first] !== undefined
  const month = words.months[isFirst ? first : second]
  const day = /^(\d{1,2})(?:\.|:e|:a|st|nd|rd|th)?$/.exec(isFirst ? second : first)?.[1]
  if (month === undefined || day === undefined) return undefined
  if (third === '') return upcoming(today, month, Number(day))
  return /^\d{4}$/.test(third) ? real(Number(third), month, Number(day)) : undefined
}

function laterBy(today: Day, count: number, size: 'day' | 'week' | 'month'): Day {
  if (size !== 'month') return later(today, size === 'week' ? count * WEEK : count)
  const month = monthsAfter(monthOf(today), count)
  const [day, last] = [today.slice(8), lastDayOf(month)]
  return day > last.slice(8) ? last : `${month}-${day}`
}

const numberOf = (text: string, { numbers }: DayWords) =>
  /^\d{1,3}$/.test(text) ? Number(text) : numbers[text]

/** The first after today: said on a Friday, Friday is a week away. */
const nextWeekday = (today: Day, weekday: number) =>
  later(today, ((weekday - weekdayOf(today) + WEEK - 1) % WEEK) + 1)

/** The Friday of an ISO week, of next year when this year's has passed. Week 1 is the one with 4 January. */
function fridayOfWeek(today: Day, week: number): Day | undefined {
  const fridayIn = (year: number) => {
    const friday = later(mondayOf(`${year}-01-04`), (week - 1) * WEEK + FRIDAY - 1)
    // A year has 52 or 53 weeks: the Thursday of each lies in it.
    return week >= 1 && yearOf(daysEarlier(friday, 1)) === year ? friday : undefined
  }
  const years = [yearOf(today), yearOf(today) + 1]
  return years.map(fridayIn).find((friday) => friday !== undefined && friday >= today)
}

function endOfMonth(today: Day, month: number): Day {
  const of = (year: number) => lastDayOf(`${year}-${String(month).padStart(2, '0')}`)
  const year = yearOf(today)
  return of(year) >= today ? of(year) : of(year + 1)
}

function upcoming(today: Day, month: number, day: number): Day | undefined {
  const year = yearOf(today)
  // 29 February may be up to eight years away.
  for (let later = year; later <= year + 8; later++) {
    const found = real(later, month, day)
    if (found && found >= today) return found
  }
  return undefined
}

/** The day, when the calendar has it. */
function real(year: number, month: number, day: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
