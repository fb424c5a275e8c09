/** A connector that misbehaves as the real one may, and remembers everything that reached anybody. */
import type { Sending } from '#src/lists/reminding.ts'
import { type Outcome, outcomeOf } from '#bots/delivery/outcome.ts'
import type { MonthOptions } from './options.ts'
import type { VirtualTime } from './virtualTime.ts'

export interface Delivered {
  at: number
  person: string
  row: Sending
}

const WINDOW_MS = 999
const RETRY_AFTER_S = '2'

export interface Connector {
  delivered: Delivered[]
  attempts: number
  /** Sends above the rate within a second. */
  overRate: number
  post: (row: Sending, isAlive: () => boolean) => Promise<Outcome>
}

export function createConnector(
  options: MonthOptions,
  {
    time,
    random,
    unreachable,
  }: { time: VirtualTime; random: () => number; unreachable: ReadonlySet<string> },
): Connector {
  const recent: number[] = []
  const connector: Connector = {
    delivered: [],
    attempts: 0,
    overRate: 0,
    async post(row, isAlive) {
      const now = time.now()
      connector.attempts++
      while (recent[0] !== undefined && recent[0] <= now - WINDOW_MS) recent.shift()
      recent.push(now)
      if (recent.length > options.perSecond) connector.overRate++
      await time.sleep(20 + random() * 80)
      // Of what a killed process had put on the wire, some arrives.
      if (!isAlive() && random() < 0.5) return outcomeOf(undefined)
      const person = row.person?.id ?? ''
      const chance = random()
      const { throttled, precondition, timeout } = options
      const outcome = (): Outcome => {
        if (unreachable.has(person)) return outcomeOf({ status: 403 })
        if (chance < throttled) return outcomeOf({ status: 429, retryAfter: RETRY_AFTER_S })
        if (chance < throttled + precondition) return outcomeOf({ status: 412 })
        connector.delivered.push({ at: time.now(), person, row })
        if (chance < throttled + precondition + timeout) return outcomeOf(undefined)
        return { got: 'sent', activity: `a-${connector.delivered.length}` }
      }
      const answer = outcome()
      await time.sleep(answer.got === 'unconfirmed' ? 15_000 : 20 + random() * 80)
      return answer
    },
  }
  return connector
}
