/** Between which days the changes are looked at, as it stands in the address. Pure. */
import type { Day, Ref } from '#src/lists/columns.ts'
import { isDay } from '#src/lists/shapes.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { monthOf, monthsAfter } from '#src/rules/days/months.ts'

export interface Span {
  /** What is stood on: changes after it count. */
  from: Day
  to: Day
}

/** A quick choice: a name in words, or the last sitting of a forum. */
export type Quick = { id: string; from: Day } & (
  | { name: 'month' | 'quarter' | 'year' }
  | { name: 'meeting'; forum: Ref }
)

/** The same day some months back, or the last day of a shorter month. */
function monthsBefore(today: Day, count: number): Day {
  const month = monthsAfter(monthOf(today), -count)
  const last = daysEarlier(`${monthsAfter(month, 1)}-01`, 1)
  const same = `${month}-${today.slice(8)}`
  return same < last ? same : last
}

/** The sittings first, latest first: what has happened since one met is asked for most. */
export function quickChoices(
  today: Day,
  sittings: readonly { key: string; forum: Ref; day: Day }[],
): Quick[] {
  return [
    ...sittings.map(({ forum, day }) => ({
      id: `f:${forum.key}`,
      name: 'meeting' as const,
      forum,
      from: day,
    })),
    { id: 'month', name: 'month', from: monthsBefore(today, 1) },
    { id: 'quarter', name: 'quarter', from: monthsBefore(today, 3) },
    // The last day of the year before: all of this year counts.
    { id: 'year', name: 'year', from: `${Number(today.slice(0, 4)) - 1}-12-31` },
  ]
}

/** As asked for in the address; without days of one's own, since the same day last month. */
export function spanIn(from: string | undefined, to: string | undefined, today: Day): Span {
  return {
    from: isDay(from) ? from : monthsBefore(today, 1),
    to: isDay(to) ? to : today,
  }
}
