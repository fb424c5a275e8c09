/** How long to wait before another attempt. */

const FIRST_MS = 1000
const LONGEST_MS = 60_000

/** Doubled each time and spread out, so that those refused together don't return together; never sooner than the service said. */
export function backOffMs(attempt: number, random: () => number, retryAfterMs = 0): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1))
  return Math.max(doubled * (0.5 + random()), retryAfterMs + FIRST_MS * random())
}
