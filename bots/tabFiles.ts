/** Serves the built tab: compressed files that never change, and pages with the installation's configuration written in. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import type { BrowserConfig, Config } from '#src/config.ts'
import type { Site } from '#src/graph/wireItems.ts'
import type { Today } from '#src/businessDay.ts'
import { API_SCOPE } from './token.ts'

const CONFIG_PLACE = '{"place":"config"}'

export function tabFiles({
  config,
  site,
  today,
  files,
}: {
  config: Config
  site: Site
  today: Today
  files: string
}): Router {
  const routes = Router()
  const servePage: RequestHandler = async (_request, response) => {
    // Read each time: a page from before a new build would ask for files that are gone.
    const page = await readFile(join(files, 'index.html'), 'utf8')
    const written = JSON.stringify(browserConfig(config, site, await today())).replaceAll('<', '\\u003c')
    response.set({ 'Cache-Control': 'no-cache', 'Content-Type': 'text/html; charset=utf-8' })
    response.send(page.replace(CONFIG_PLACE, () => written))
  }
  routes.get(['/', '/index.html'], servePage)
  routes.use(
    '/assets',
    compressed(join(files, 'assets')),
    express.static(join(files, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  )
  routes.use(express.static(files, { index: false, maxAge: 0, extensions: ['html'] }))
  // Every other address is a page of the tab, which tells when there is none.
  routes.get('/{*path}', servePage)
  return routes
}

function browserConfig(config: Config, site: Site, today: string): BrowserConfig {
  return {
    tenantId: config.TENANT_ID,
    clientId: config.CLIENT_ID,
    apiScope: `api://${config.CLIENT_ID}/${API_SCOPE}`,
    siteId: site.id,
    listIds: site.listIds,
    graphOrigin: config.GRAPH_ORIGIN,
    authority: config.AUTHORITY,
    ...(config.CONFIDENTIAL_GROUP_ID && { confidentialGroup: config.CONFIDENTIAL_GROUP_ID }),
    allowedHosts: [...config.ALLOWED_HOSTS, ...(config.DEMO_HOST_ORIGIN ? [config.DEMO_HOST_ORIGIN] : [])],
    today,
  }
}

/** Gives the `.br` twin made by the build to browsers that take it. */
function compressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const { path } = request
    if (!/^\/[\w.-]+$/.test(path) || !existsSync(join(folder, `${path}.br`))) return next()
    response.vary('Accept-Encoding')
    if (request.acceptsEncodings('br')) {
      response.set('Content-Encoding', 'br').type(path.slice(path.lastIndexOf('.')))
      request.url = request.url.replace(path, `${path}.br`)
    }
    next()
  }
}
