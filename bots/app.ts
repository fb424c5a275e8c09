/** The routes of the server. */
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import type { Graph } from '#src/graph/client.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { actionRoutes } from './actions.ts'
import type { Today } from '#src/businessDay.ts'
import { securityHeaders } from './headers.ts'
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
  graph,
  site,
  today,
  logger,
  files,
}: {
  config: Config
  graph: Graph
  site: Site
  today: Today
  logger: Logger
  /** The folder of the built tab. */
  files: string
}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  app.use('/api/actions', actionRoutes({ graph, site, today, whoAsks: tokenCheck(config), logger }))
  app.use(securityHeaders(config, files), tabFiles({ config, site, today, files }))
  app.use(sayNoMore(logger))
  return app
}
