/** Times of events: a wall clock in a named zone as it was written, an instant inside, any zone as it is asked for. */
import { Failure } from './errors.ts'
import { timeZones, wallClock } from './siteTime.ts'

/** https://learn.microsoft.com/graph/api/resources/datetimetimezone */
export type WireTime = { dateTime: string; timeZone: string }

/** Zones that the calendar knows beside those of Windows; Europe/Stockholm is not among them. */
const additional = new Set([
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/London',
  'Etc/GMT',
  'America/Los_Angeles',
])

function checkZone(zone: string): string {
  if (Object.hasOwn(timeZones, zone)) return timeZones[zone]?.iana ?? 'UTC'
  if (additional.has(zone)) return zone
  throw new Failure(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone}'.`,
  )
}

/** The instant that clocks in the zone show so. */
export function instantOf({ dateTime, timeZone }: WireTime): number {
  const iana = checkZone(timeZone)
  const shown = Date.parse(`${dateTime.slice(0, 19)}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(dateTime) || Number.isNaN(shown))
    throw invalidTime()
  // The offset there and then is found by asking twice, as around the days that clocks are changed.
  const offsetAt = (instant: number) => wallClock(new Date(instant), iana).getTime() - instant
  const guess = shown - offsetAt(shown)
  return shown - offsetAt(guess)
}

export function timeIn(zone: string, instant: number): WireTime {
  const shown = wallClock(new Date(instant), checkZone(zone)).toISOString().slice(0, 19)
  return { dateTime: `${shown}.0000000`, timeZone: zone }
}

/** UTC unless `Prefer: outlook.timezone="…"` says otherwise. https://learn.microsoft.com/graph/api/user-list-events */
export function preferredZone(headers: Headers): string {
  const zone = /outlook\.timezone="([^"]+)"/i.exec(headers.get('prefer') ?? '')?.[1] ?? 'UTC'
  checkZone(zone)
  return zone
}

const invalidTime = (): Failure =>
  new Failure(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.')
