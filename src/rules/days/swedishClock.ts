/** The day and the time of day in Sweden at an instant, summer time included; the instant is an argument. */
import type { Day } from '#src/lists/columns.ts'

export interface Moment {
  day: Day
  /** Minutes since midnight, by the clock on the wall. */
  minutes: number
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** What the clock on the wall says at an instant (ms since 1970). */
export function momentOf(instant: number): Moment {
  const parts = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

const MINUTE_MS = 60_000

/** The first instant at which the clock on the wall says so or later: a time that summer time skips is an hour later. */
export function instantOf({ day, minutes }: Moment): number {
  const asUtc = Date.parse(day) + minutes * MINUTE_MS
  // Sweden is one or two hours ahead; the earlier instant is the first of a time that comes twice.
  for (const ahead of [120, 60]) {
    const instant = asUtc - ahead * MINUTE_MS
    const at = momentOf(instant)
    if (at.day === day && at.minutes === minutes) return instant
  }
  return asUtc - 60 * MINUTE_MS
}
