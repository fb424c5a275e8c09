/** Counts requests, bytes and resource units, in total, by path and by application and minute. */

export type Stats = {
  requests: number
  bytes: number
  units: number
  paths: Record<string, { requests: number; bytes: number; units: number }>
}

export type Meter = {
  count(path: string, amount: { requests?: number; bytes?: number; units?: number }): void
  /** Adds to what the application has used this minute and tells the sum. */
  use(clientId: string, units: number): { used: number; secondsLeft: number }
  stats(): Stats
  reset(): void
}

export function createMeter(): Meter {
  let stats: Stats = { requests: 0, bytes: 0, units: 0, paths: {} }
  const minutes = new Map<string, { minute: number; used: number }>()

  return {
    count(path, { requests = 0, bytes = 0, units = 0 }) {
      const entry = (stats.paths[path] ??= { requests: 0, bytes: 0, units: 0 })
      for (const sum of [stats, entry]) {
        sum.requests += requests
        sum.bytes += bytes
        sum.units += units
      }
    },
    use(clientId, units) {
      const minute = Math.floor(Date.now() / 60_000)
      const entry = minutes.get(clientId)
      const used = (entry?.minute === minute ? entry.used : 0) + units
      minutes.set(clientId, { minute, used })
      return { used, secondsLeft: 60 - (Math.floor(Date.now() / 1000) % 60) }
    },
    stats: () => structuredClone(stats),
    reset() {
      stats = { requests: 0, bytes: 0, units: 0, paths: {} }
    },
  }
}
