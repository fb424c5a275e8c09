/** The routes of the server. */
import express, { type ErrorRequestHandler, type Express, type Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { actionRoutes } from './actions.ts'
import type { Today } from '#src/businessDay.ts'
import { securityHeaders } from './headers.ts'
import type { Run } from './runner.ts'
import { tabFiles } from './tabFiles.ts'
import { tokenCheck } from './token.ts'

/** The status and no more: Express would show where on this machine its files are. */
const sayNoMore =
  (logger: Logger): ErrorRequestHandler =>
  (error: { status?: number }, request, response, next) => {
    const status = error.status ?? 500
    if (status >= 500) logger.error({ path: request.path, err: error }, 'failed')
    if (response.headersSent) return next(error)
    response.sendStatus(status)
  }

export function createApp({
  config,
  site,
  today,
  run,
  bot,
  logger,
  files,
}: {
  config: Config
  site: Site
  today: Today
  run: Run
  /** Where Teams speaks to the bot, if there is one. */
  bot?: Router | undefined
  logger: Logger
  /** The folder of the built tab. */
  files: string
}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  app.use('/api/actions', actionRoutes({ run, whoAsks: tokenCheck(config), logger }))
  if (bot) app.use('/api/messages', bot)
  app.use(securityHeaders(config, files), tabFiles({ config, site, today, files }))
  app.use(sayNoMore(logger))
  return app
}
