/** One server that sends: it can be killed wherever it waits, and nothing of it goes on after that. */
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { momentOf } from '#src/rules/days/swedishClock.ts'
import { createDelivery } from '#bots/delivery/deliver.ts'
import type { RowStore } from '#bots/delivery/rows.ts'
import type { Connector } from './connector.ts'
import type { MonthOptions } from './options.ts'
import type { VirtualTime } from './virtualTime.ts'

/** Often while digests are sent; the rest of a simulated day is rounds with little to do, each still within the right to send. */
const ROUND_EVERY_MS = 20_000
const QUIET_EVERY_MS = 60_000
const BUSY = { from: 8 * 60, to: 8 * 60 + 30 } as const

export interface Instance {
  kill: () => void
}

export function startInstance(
  holder: string,
  options: MonthOptions,
  of: {
    store: RowStore
    time: VirtualTime
    connector: Connector
    random: () => number
    factsOf: (day: string) => ReminderFacts
    failed: (error: unknown) => void
  },
): Instance {
  const { time, connector, random } = of
  let isAlive = true
  /** What a killed process waited for never comes. */
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    const found = await work
    return isAlive ? found : new Promise(() => undefined)
  }
  const sleep = (ms: number) => alive(time.sleep(ms))
  const store = new Proxy(of.store, {
    get: (whole, name: keyof RowStore) => {
      const ask = whole[name] as (...asked: unknown[]) => Promise<unknown>
      return async (...asked: unknown[]) => {
        await sleep(10 + random() * 40)
        const answer = await alive(time.during(() => ask(...asked)))
        await sleep(10 + random() * 40)
        return answer
      }
    },
  })
  const round = createDelivery({
    store,
    holder,
    random,
    perSecond: options.perSecond,
    unitsPerMinute: options.unitsPerMinute,
    clock: { now: time.now, sleep },
    moment: async () => momentOf(time.now()),
    gather: async (_store, _units, day) => of.factsOf(day),
    draw: (sending) => sending,
    post: (_address, activity) => alive(connector.post(activity as never, () => isAlive)),
  })
  const run = async () => {
    for (;;) {
      await round().catch(of.failed)
      const { minutes } = momentOf(time.now())
      const isBusy = minutes >= BUSY.from && minutes < BUSY.to
      await sleep((isBusy ? ROUND_EVERY_MS : QUIET_EVERY_MS) * (0.8 + 0.4 * random()))
    }
  }
  void run()
  return { kill: () => (isAlive = false) }
}
