/** The sender's share of what SharePoint lets an application use in a minute: whoever reads and decides meanwhile comes first. */
import type { Clock } from './clock.ts'

/** Resource units (https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online). */
export const UNITS = { read: 2, write: 2 } as const
const BURST_MS = 10_000

export interface Units {
  /** Waits until so many units may be used. */
  take: (units: number) => Promise<void>
}

export function createUnits(clock: Clock, perMinute: number): Units {
  const msAUnit = 60_000 / perMinute
  // The instant at which all that was taken has been earned; it may lie a little ahead.
  let earned = 0
  return {
    async take(units) {
      earned = Math.max(earned, clock.now()) + units * msAUnit
      const wait = earned - BURST_MS - clock.now()
      if (wait > 0) await clock.sleep(wait)
    },
  }
}
