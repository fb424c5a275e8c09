/** Starts the server: one process for the tab's files, the actions and, later, the bot. */
import pino from 'pino'
import { readConfig } from '#src/config.ts'
import { createApp } from './app.ts'
import { findLists } from '#src/graph/findLists.ts'
import { serverGraph } from '#src/graph/appTokens.ts'
import { keepApplying } from './timer.ts'
import { businessDay } from '#src/businessDay.ts'

/** Hosts in front of a server give up on it after a minute or more; people do sooner. */
const LONGEST_WAIT_S = 20
const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' })

try {
  const config = readConfig(process.env)
  const graph = serverGraph(config, { longestWait: LONGEST_WAIT_S })
  const site = { id: config.SITE_ID, listIds: await findLists(graph, config.SITE_ID) }
  const today = businessDay(config)
  const app = createApp({ config, graph, site, today, logger, files: 'dist/tabs' })
  const listening = app.listen(config.PORT, () => {
    const address = listening.address()
    logger.info({ port: typeof address === 'object' ? address?.port : address }, 'listening')
    process.send?.('listening')
  })
  const stopTimer = keepApplying({ graph, site, today, logger })
  const stop = () => {
    stopTimer()
    listening.close(() => process.exit(0))
    listening.closeAllConnections()
  }
  process.once('SIGTERM', stop)
  // Whoever started this as a part of something larger is gone, however it ended.
  process.once('disconnect', stop)
} catch (error) {
  logger.fatal((error as Error).message)
  process.exitCode = 1
}
