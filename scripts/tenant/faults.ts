/** Scripted trouble: which requests, how many times, and what happens to them. */

export type Fault = {
  match: { method?: string /** A regular expression on path and query. */; path?: string }
  /** How many requests it hits. */
  times: number
  /** Answer this instead. */
  status?: number
  /** Seconds, sent as Retry-After. */
  retryAfter?: number
  code?: string
  delayMs?: number
  /** The write is done, then the connection breaks. */
  dropAfterCommit?: boolean
  /** The delta token is too old: 410. */
  expireDelta?: boolean
  /** https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544 */
  errorInDelta?: boolean
  /** A page without rows but with a next link. https://learn.microsoft.com/graph/paging */
  emptyPage?: boolean
}

export type Faults = {
  set(faults: Fault[]): void
  /** The fault that hits this request, used up by one. */
  take(method: string, address: string): Fault | undefined
  left(): Fault[]
}

export function createFaults(): Faults {
  let faults: { fault: Fault; path: RegExp | undefined; left: number }[] = []
  return {
    set(next) {
      faults = next.map((fault) => ({
        fault,
        path: fault.match.path === undefined ? undefined : new RegExp(fault.match.path),
        left: fault.times,
      }))
    },
    take(method, address) {
      const hit = faults.find(
        ({ fault, path, left }) =>
          left > 0 &&
          (fault.match.method === undefined || fault.match.method.toUpperCase() === method) &&
          (path === undefined || path.test(address)),
      )
      if (!hit) return undefined
      hit.left -= 1
      return hit.fault
    },
    left: () => faults.filter(({ left }) => left > 0).map(({ fault, left }) => ({ ...fault, times: left })),
  }
}
