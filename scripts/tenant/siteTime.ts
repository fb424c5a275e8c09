/** A site's wall clock: SharePoint keeps a date without time as the UTC instant of the site's midnight. */

/** Windows names, as SharePoint's regional settings give them, to what Intl knows.
 * https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones */
export const timeZones: Record<string, { iana: string; id: number; description: string; bias: number }> = {
  'W. Europe Standard Time': {
    iana: 'Europe/Stockholm',
    id: 4,
    description: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
    bias: -60,
  },
  'Pacific Standard Time': {
    iana: 'America/Los_Angeles',
    id: 13,
    description: '(UTC-08:00) Pacific Time (US and Canada)',
    bias: 480,
  },
  UTC: { iana: 'UTC', id: 93, description: '(UTC) Coordinated Universal Time', bias: 0 },
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** What clocks show beside UTC, by zone and quarter of an hour: no zone changes within one. Rows by the thousand are of few. */
const offsets = new Map<string, number>()
const QUARTER_MS = 900_000

/** The instant as clocks of the zone show it, written as if it were UTC. By the zone's name in Windows, or Intl's own. */
export function wallClock(instant: Date, timeZone: string): Date {
  const iana = timeZones[timeZone]?.iana ?? (timeZone.includes('/') ? timeZone : 'UTC')
  const quarter = Math.floor(instant.getTime() / QUARTER_MS)
  const name = `${iana} ${quarter}`
  const offset = offsets.get(name) ?? offsetOf(quarter * QUARTER_MS, iana)
  offsets.set(name, offset)
  return new Date(Math.floor(instant.getTime() / 1000) * 1000 + offset)
}

function offsetOf(instant: number, iana: string): number {
  const format =
    formats.get(iana) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: iana,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    })
  formats.set(iana, format)
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}

/** The UTC instant of midnight of the day that the site's clock shows at this instant.
 * https://github.com/pnp/pnpjs/issues/1890 */
export function siteMidnight(instant: Date, timeZone: string): Date {
  const shown = wallClock(instant, timeZone)
  const midnight = Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate())
  // The offset at midnight may differ from the offset now, so it is asked twice.
  let guess = midnight - (shown.getTime() - Math.floor(instant.getTime() / 1000) * 1000)
  guess = midnight - (wallClock(new Date(guess), timeZone).getTime() - guess)
  return new Date(guess)
}

/** SharePoint keeps whole seconds. */
export const wireInstant = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`
