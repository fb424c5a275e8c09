/** Sends what is due to people for as long as the server runs, and installs the bot for those it doesn't reach. */
import type { Logger } from 'pino'
import type { ListStore } from '#src/graph/listStore.ts'
import type { Moment } from '#src/rules/days/swedishClock.ts'
import type { Bot } from './bot/createBot.ts'
import { realClock } from './delivery/clock.ts'
import { createDelivery } from './delivery/deliver.ts'
import { keepDelivering } from './delivery/keepDelivering.ts'
import { noteMissing } from './delivery/missing.ts'

/** Half of what the smallest tenant lets an application use; whoever works has the other half. */
const UNITS_PER_MINUTE = 600

/** Answers how to stop: done when what is on its way is finished. */
export function keepReminding({
  store,
  moment,
  bot: { post, draw, install },
  perSecond,
  logger,
}: {
  store: ListStore
  moment: () => Promise<Moment>
  bot: Pick<Bot, 'post' | 'draw' | 'install'>
  perSecond: number
  logger: Logger
}): () => Promise<void> {
  const state = { isOver: false }
  const round = createDelivery({
    store,
    isOver: () => state.isOver,
    clock: realClock,
    moment,
    post,
    draw,
    holder: `${process.pid}-${crypto.randomUUID()}`,
    perSecond,
    unitsPerMinute: UNITS_PER_MINUTE,
    unreached: async (people) => noteMissing(store, people, (await moment()).day),
  })
  const sendAndInstall = async () => {
    // Another server answers nothing: it isn't the one who sends.
    if ((await round()) && !state.isOver) await install()
  }
  const stop = keepDelivering(sendAndInstall, {
    clock: realClock,
    failed: (error) => logger.warn({ err: error }, 'reminders could not be sent'),
  })
  return () => {
    state.isOver = true
    return stop()
  }
}
