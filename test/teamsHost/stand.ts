/** Everything the host page needs around it: a built tab on 127.0.0.1, control endpoints, and Chromium. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium, type Browser, type Frame, type Page } from 'playwright'
import { build } from 'vite'
import { startTeamsHost, type RunningHost } from '#scripts/tenant/teamsHost/server.ts'
import { demoInstallation, entraIdOf, installation, installations } from '#scripts/demo/installation.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'
import type { TabUnderTest } from './tab/main.ts'

export type Stand = {
  host: RunningHost
  tenant: Tenant
  tenantOrigin: string
  /** opens the host page at a link and waits for its tab to be ready */
  open(query?: string): Promise<{ page: Page; tab: Frame }>
  /** opens the host page without waiting for the tab */
  openPage(query?: string): Promise<Page>
  /** what the browser kept for them is gone, too */
  closePages(): Promise<void>
  close(): Promise<void>
}

const { tenantId } = installation
const clientId = installation.apps.samstyr
const manifestFolder = join(import.meta.dirname, '../../manifest')

export async function setUpStand(): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), 'teams-host-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'tab'),
    logLevel: 'error',
    define: { clientId: JSON.stringify(clientId), tenantId: JSON.stringify(tenantId) },
    build: { outDir: join(folder, 'tab'), target: 'es2024' },
  })
  const tab = await serveTab(join(folder, 'tab'))
  const otherTab = await serveTab(join(folder, 'tab'))
  const tenant = createTenant(demoInstallation(':memory:'))
  const listening = await listen(tenant, { port: 0 })
  const host = await startTeamsHost({
    port: 0,
    tenantOrigin: listening.origin,
    tenantId,
    manifestPath: await manifestWithThreeTabs(join(folder, 'manifest')),
    sites: [
      {
        id: 'city',
        name: 'Sundhamns stad',
        tabOrigin: tab.origin,
        siteId: installations.city.siteId,
        clientId,
        appIds: [installations.city.teamsApp.catalogId],
        favourites: [
          { oid: entraIdOf('p-012'), role: 'developmentLead' },
          { oid: entraIdOf('p-002'), role: 'departmentManager' },
        ],
        staff: ['p-012', 'p-002', 'p-027'].map(entraIdOf),
      },
      {
        id: 'region',
        name: 'Region Västmark',
        tabOrigin: otherTab.origin,
        siteId: installations.region.siteId,
        clientId,
        favourites: [{ oid: entraIdOf('p-106'), role: 'portfolioOwner' }],
        staff: ['p-106', 'p-112'].map(entraIdOf),
      },
    ],
  })
  const browser = await launch()
  const newContext = () => browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  let context = await newContext()
  const openPage = async (query = '') => {
    const page = await context.newPage()
    await page.goto(query === 'about:blank' ? query : `${host.origin}/${query}`)
    return page
  }
  return {
    host,
    tenant,
    tenantOrigin: listening.origin,
    openPage,
    async open(query = '') {
      const page = await openPage(query)
      return { page, tab: await tabIn(page) }
    },
    async closePages() {
      await context.close()
      context = await newContext()
    },
    async close() {
      await browser.close()
      await Promise.all([host.close(), listening.close(), rm(folder, { recursive: true })])
      tenant.close()
      tab.close()
      otherTab.close()
    },
  }
}

/** The frame of the open tab, once its code runs; `selector` finds another frame, such as a dialog's. */
export async function tabIn(page: Page, selector = '#stage > iframe'): Promise<Frame> {
  const frame = await (await page.waitForSelector(selector)).contentFrame()
  if (frame === null) throw new Error('There is no frame')
  await frame.waitForFunction(() => window.tab !== undefined)
  return frame
}

/** Runs code in the tab, with the tab's own handle. */
export async function inTab<T>(frame: Frame, act: (tab: TabUnderTest) => T | Promise<T>): Promise<T> {
  return frame.evaluate(`(${act.toString()})(window.tab)`)
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      // teams-js asks Microsoft for its list of hosts; nothing here may reach the network
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
}

/** Serves the built tab, its page for every path, framed by any host: each tab decides whom it trusts. */
async function serveTab(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://tab').pathname
    const script = extname(path) === '.js'
    readFile(join(folder, script ? path : 'index.html')).then(
      (body) =>
        response.writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, close: () => server.close().closeAllConnections() }
}

/** The app's own manifest with tabs added: one to go to, one that fails and one that is never ready. */
async function manifestWithThreeTabs(folder: string): Promise<string> {
  await cp(manifestFolder, folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { staticTabs: object[] }
  const added = [
    { entityId: 'goals', name: 'Mål', contentUrl: 'https://${{TAB_DOMAIN}}/goals?who={user.id}' },
    { entityId: 'fails', name: 'Trasig', contentUrl: 'https://${{TAB_DOMAIN}}/fails?fails' },
    { entityId: 'silent', name: 'Tyst', contentUrl: 'https://${{TAB_DOMAIN}}/silent?silent' },
  ]
  manifest.staticTabs.push(...added)
  await writeFile(path, JSON.stringify(manifest))
  return path
}
