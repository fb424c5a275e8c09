/** Serves the host page: its HTML and CSS, its modules with types stripped, and its settings. */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readApp } from './appManifest.ts'
import type { HostSettings, SiteInfo } from './settings.ts'

export type TeamsHostOptions = {
  /** 0 takes any free port */
  port: number
  tenantOrigin: string
  tenantId: string
  manifestPath: string
  /** the one shown first, first */
  sites: SiteOptions[]
}

/** A site as it is told; its tabs are read from the manifest. */
export type SiteOptions = Omit<SiteInfo, 'tabs' | 'configuration' | 'appIds'> & {
  /** What its bot and its links call the app, besides what this host does. */
  appIds?: string[]
}

export type RunningHost = { origin: string; close(): Promise<void> }

type File = { type: string; body: string | Buffer }

/** The app's id in this host: a package gets its own when it is made. */
export const localAppId = '5a357912-0000-4000-8000-000000000001'

const nodeOnly = ['server.ts', 'appManifest.ts']

/** Starts listening on localhost only; the frames, on 127.0.0.1, are then really of another site. */
export async function startTeamsHost(options: TeamsHostOptions): Promise<RunningHost> {
  const { tenantId, tenantOrigin, manifestPath } = options
  const apps = await Promise.all(
    options.sites.map(async (site) => ({ site, app: await readApp(manifestPath, site.tabOrigin) })),
  )
  const [first] = apps
  if (first === undefined) throw new Error('A host needs a site to show')
  const { appName, showLoadingIndicator, extension, iconPath } = first.app
  const sites = apps.map(
    ({ site, app: { tabs, configuration } }): SiteInfo => ({
      ...site,
      appIds: [...(site.appIds ?? []), localAppId],
      tabs,
      configuration,
    }),
  )
  const looks = { appName, showLoadingIndicator, extension }
  const settings: HostSettings = { appId: localAppId, ...looks, tenantOrigin, tenantId, sites }
  const files = await readFiles(iconPath, settings)
  const headers = securityHeaders(
    sites.map((site) => site.tabOrigin),
    tenantOrigin,
  )

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = files.get(path)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, headers)
    if (file === undefined) return end(response, 404, headers)
    response.writeHead(200, { ...headers, 'Content-Type': file.type })
    response.end(request.method === 'HEAD' ? undefined : file.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, 'localhost', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}

/** The library that draws cards, as a module: browsers take no UMD by `import`. https://github.com/umdjs/umd */
async function cardLibrary(): Promise<string> {
  const path = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')
  const names = Object.keys(createRequire(import.meta.url)(path) as object)
  const body = await readFile(path, 'utf8')
  return `const module = { exports: {} }, exports = module.exports
${body}
export const { ${names.join(', ')} } = module.exports`
}

const script = 'text/javascript; charset=utf-8'
const folders = ['', 'cards', 'chat']
const styles = ['page.css', 'cards/cards.css', 'chat/chat.css']

/**
 * Everything is read once: a handful of small files, and no path from a request ever reaches the disk. The page asks for all
 * modules at once, not for each when the one before it has come.
 */
async function readFiles(iconPath: string, settings: HostSettings): Promise<Map<string, File>> {
  const here = import.meta.dirname
  const modules = folders
    .flatMap((folder) => readdirSync(join(here, folder)).map((name) => join(folder, name)))
    .filter((each) => each.endsWith('.ts') && !nodeOnly.includes(each))
  const preloads = modules.map((name) => `<link rel="modulepreload" href="/modules/${name}">`).join('')
  const page = (await readFile(join(here, 'page.html'), 'utf8')).replace('</head>', `${preloads}</head>`)
  const files = new Map<string, File>([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/icon.png', { type: 'image/png', body: await readFile(iconPath) }],
    ['/settings.json', { type: 'application/json', body: JSON.stringify(settings) }],
    ['/modules/adaptivecards.js', { type: script, body: await cardLibrary() }],
  ])
  for (const path of styles) {
    files.set(`/${path}`, { type: 'text/css; charset=utf-8', body: await readFile(join(here, path)) })
  }
  for (const name of modules) {
    const body = stripTypeScriptTypes(await readFile(join(here, name), 'utf8'))
    // The one package that the page has; a browser knows no names of packages.
    const bound = body.replace(" from 'adaptivecards'", " from '/modules/adaptivecards.js'")
    files.set(`/modules/${name}`, { type: script, body: bound })
  }
  return files
}

function securityHeaders(tabOrigins: string[], tenantOrigin: string) {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:", // the pictures of cards
    `connect-src 'self' ${tenantOrigin}`,
    `frame-src ${tabOrigins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': 'no-store',
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string>): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain' })
  response.end(`${status}\n`)
}
