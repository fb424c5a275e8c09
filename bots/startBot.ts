/** Actions, and the bot where there is one: then people are told of what actions do, and reminded of what is due. */
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Work } from '#src/actions/work.ts'
import { moment } from '#src/businessDay.ts'
import type { Config } from '#src/config.ts'
import type { Graph } from '#src/graph/client.ts'
import { listStore } from '#src/graph/listStore.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { addresses, reminderChoices, sendings } from '#src/lists/reminding.ts'
import { tell as claim } from './delivery/tell.ts'
import { keepReminding } from './keepReminding.ts'
import { actionRunner, type Run } from './runner.ts'

export interface Started {
  run: Run
  tell?: Work['tell']
  /** Where Teams speaks to the bot. */
  routes?: Router
  /** Done when what is on its way is finished. */
  stop: () => Promise<void>
}

export async function startBot({
  config,
  graph,
  site,
  logger,
}: {
  config: Config
  graph: Graph
  site: Site
  logger: Logger
}): Promise<Started> {
  const now = moment(config)
  const today = async () => (await now()).day
  const { BOT_CLIENT_ID } = config
  const missing = [addresses, sendings, reminderChoices].filter(({ name }) => !site.listIds[name])
  if (!BOT_CLIENT_ID || missing.length > 0) {
    const why = BOT_CLIENT_ID ? 'the site lacks its lists: provision it' : 'BOT_CLIENT_ID is not set'
    logger.info({ why }, 'there is no bot')
    return { run: actionRunner({ graph, site, today, logger }), stop: () => Promise.resolve() }
  }
  // What is confidential is told to nobody.
  const store = listStore({ graph, site, narrow: () => false })
  const tell: Work['tell'] = (notice) => claim(store, notice)
  const run = actionRunner({ graph, site, today, tell, logger })
  // Only a server with a bot loads what it is made of.
  const { createBot } = await import('./bot/createBot.ts')
  const bot = await createBot({ config: { ...config, BOT_CLIENT_ID }, graph, site, today, run, logger })
  const perSecond = config.BOT_RATE_PER_SECOND
  const stop = keepReminding({ store, moment: now, bot, perSecond, logger })
  return { run, tell, routes: bot.routes, stop }
}
