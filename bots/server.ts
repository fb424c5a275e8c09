/** Starts the server: one process for the tab's files, the actions and the bot. */
import { createServer } from 'node:http'
import pino from 'pino'
import { readConfig } from '#src/config.ts'
import { createApp } from './app.ts'
import { findLists } from '#src/graph/findLists.ts'
import { serverGraph } from '#src/graph/appTokens.ts'
import { startBot } from './startBot.ts'
import { keepApplying } from './timer.ts'
import { businessDay } from '#src/businessDay.ts'

/** Hosts in front of a server give up on it after a minute or more; people do sooner. */
const LONGEST_WAIT_S = 20
/** Hosts kill what hasn't stopped within ten seconds or more. */
const LAST_WORDS_MS = 5000
const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' })

try {
  const config = readConfig(process.env)
  const graph = serverGraph(config, { longestWait: LONGEST_WAIT_S })
  const site = { id: config.SITE_ID, listIds: await findLists(graph, config.SITE_ID) }
  const today = businessDay(config)
  const { run, tell, routes: bot, stop: stopBot } = await startBot({ config, graph, site, logger })
  const app = createApp({ config, site, today, run, bot, logger, files: 'dist/tabs' })
  // Beside a local tenant nobody else on the net gets to it.
  const where = { port: config.PORT, ...(config.DEMO_CLOCK_URL && { host: '127.0.0.1' }) }
  const listening = createServer(app).listen(where, () => {
    const address = listening.address()
    logger.info({ port: typeof address === 'object' ? address?.port : address }, 'listening')
    process.send?.('listening')
  })
  const stopTimer = keepApplying({ graph, site, today, tell, logger })
  const stop = () => {
    stopTimer()
    // A message that has gone and isn't marked as sent would come again tomorrow.
    const finished = Promise.race([stopBot(), new Promise((late) => setTimeout(late, LAST_WORDS_MS))])
    listening.close(() => void finished.finally(() => process.exit(0)))
    listening.closeAllConnections()
  }
  process.once('SIGTERM', stop)
  // Whoever started this as a part of something larger is gone, however it ended.
  process.once('disconnect', stop)
} catch (error) {
  logger.fatal((error as Error).message)
  process.exitCode = 1
}
