/** The routes of the server. */
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import type { Graph } from '#src/graph/client.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { actionRoutes } from './actions.ts'
import type { Today } from '#src/businessDay.ts'
import { securityHeaders } from './headers.ts'
import { tabFiles } from './tabFiles.ts'
import { tokenCheck } from './token.ts'

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
  return app
}
