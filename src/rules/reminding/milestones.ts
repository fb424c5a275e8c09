/** The days something is reminded of, counted from the day it is due; of those that have passed the last one counts. */
import type { Day } from '#src/lists/columns.ts'
import { daysEarlier } from '../calendar.ts'
import { daysLater, isWorkingDay } from '../days/workingDays.ts'

/** Days or working days before (negative) or after the day something is due. */
export type Milestone = {
  name: string
  /** Sent at once, by itself, to whoever has had the day's digest. */
  urgent?: true
  /** Told to whoever stands behind the first, as the project's owner behind its manager. */
  to?: 'second'
} & ({ days: number } | { workingDays: number })

export interface Passed<M extends Milestone = Milestone> {
  milestone: M
  /** The day it was to be reminded of. */
  since: Day
}

/**
 * The day of a milestone. What is said before the due day is said on a working day before it, never after: one day before the
 * Tuesday after Easter is Maundy Thursday.
 */
export function milestoneDay(milestone: Milestone, due: Day, holidays: ReadonlySet<Day>): Day {
  if ('days' in milestone) {
    const day = daysLater(due, milestone.days)
    return milestone.days > 0 ? day : workingDayBefore(day, holidays)
  }
  let day = milestone.workingDays > 0 ? due : workingDayBefore(due, holidays)
  const step = Math.sign(milestone.workingDays)
  for (let left = Math.abs(milestone.workingDays); left > 0; ) {
    day = daysLater(day, step)
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}

/** The last milestone that has come: a night that was missed heals, and one that was overtaken is never said. */
export function lastPassed<M extends Milestone>(
  milestones: readonly M[],
  due: Day,
  { today, holidays }: { today: Day; holidays: ReadonlySet<Day> },
): Passed<M> | undefined {
  for (const milestone of milestones.toReversed()) {
    const since = milestoneDay(milestone, due, holidays)
    if (since <= today) return { milestone, since }
  }
  return undefined
}

/** The day itself, or the last working day before it. */
function workingDayBefore(day: Day, holidays: ReadonlySet<Day>): Day {
  let at = day
  while (!isWorkingDay(at, holidays)) at = daysEarlier(at, 1)
  return at
}
