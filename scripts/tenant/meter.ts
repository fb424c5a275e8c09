/** Counts requests, bytes and resource units, in total, by path, and by application or person in a window of time. */

export type Stats = {
  requests: number
  bytes: number
  units: number
  paths: Record<string, { requests: number; bytes: number; units: number }>
}

export type Meter = {
  count(path: string, amount: { requests?: number; bytes?: number; units?: number }): void
  /** Adds to what somebody has used in this window of so many minutes and tells the sum. */
  use(who: string, amount: number, minutes?: number): { used: number; secondsLeft: number }
  /** What each has used in the window that runs. */
  usage(): Record<string, number>
  stats(): Stats
  reset(): void
}

export function createMeter(): Meter {
  let stats: Stats = { requests: 0, bytes: 0, units: 0, paths: {} }
  const windows = new Map<string, { window: number; used: number; ends: number }>()

  return {
    count(path, { requests = 0, bytes = 0, units = 0 }) {
      const entry = (stats.paths[path] ??= { requests: 0, bytes: 0, units: 0 })
      for (const sum of [stats, entry]) {
        sum.requests += requests
        sum.bytes += bytes
        sum.units += units
      }
    },
    use(who, amount, minutes = 1) {
      const length = minutes * 60
      const now = Math.floor(Date.now() / 1000)
      const window = Math.floor(now / length)
      const entry = windows.get(who)
      const used = (entry?.window === window ? entry.used : 0) + amount
      windows.set(who, { window, used, ends: (window + 1) * length })
      return { used, secondsLeft: length - (now % length) }
    },
    usage: () =>
      Object.fromEntries(
        [...windows].flatMap(([who, { used, ends }]) => (ends * 1000 > Date.now() ? [[who, used]] : [])),
      ),
    stats: () => structuredClone(stats),
    reset() {
      windows.clear()
      stats = { requests: 0, bytes: 0, units: 0, paths: {} }
    },
  }
}
