/** The whole product as `npm start` gives it, on free ports and with data of its own, and a browser to use it in. */
import { execFileSync, fork } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Frame, FrameLocator, Page } from 'playwright'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { demoInstallation, entraIdOf, installation } from '#scripts/demo/installation.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { demoEnvironment, prepareDemo } from '#scripts/demo/prepare.ts'
import { serverStore } from '#scripts/serverStore.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { startTeamsHost } from '#scripts/tenant/teamsHost/server.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'
import { startChromium } from './chromium.ts'

/** Persons of the demo by what they are in the journeys. */
export const who = {
  director: 'p-001',
  homeCareManager: 'p-002',
  nursingManager: 'p-003',
  digitalManager: 'p-011',
  developmentLead: 'p-012',
  otherLead: 'p-013',
  administrator: 'p-014',
  employee: 'p-027',
} as const
export type Who = keyof typeof who

export interface Place {
  route?: string
  theme?: 'default' | 'dark' | 'contrast'
  locale?: 'sv-se' | 'en-gb'
  width?: 'full' | '390' | '320'
}

/** The host page with the tab in it. */
export interface Opened {
  page: Page
  tab: FrameLocator
  /** The tab's own frame, for what a locator can't ask. */
  frame: () => Promise<Frame>
}

export interface Stand {
  origin: string
  tenant: Tenant
  tenantOrigin: string
  /** Writes as the server does: what a journey starts from. */
  store: ListStore
  open: (person: Who, place?: Place) => Promise<Opened>
  closePages: () => Promise<void>
  close: () => Promise<void>
}

const root = resolve(import.meta.dirname, '../..')

/** `needs: false` leaves the portfolio empty. */
export async function setUpStand({ needs = true } = {}): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), 'samstyr-journey-'))
  buildTab()
  // A copy: a build made meanwhile must not take the files away from under the server.
  await cp(join(root, 'dist/tabs'), join(folder, 'dist/tabs'), { recursive: true })
  const tenant = createTenant(demoInstallation(join(folder, 'tenant.sqlite')))
  const listening = await listen(tenant, { port: 0 })
  const [hostPort, tabPort] = [await freePort(), await freePort()]
  const environment = {
    ...demoEnvironment(tenant, listening.origin),
    PORT: String(tabPort),
    DEMO_HOST_ORIGIN: `http://localhost:${hostPort}`,
    LOG_LEVEL: 'warn',
  }
  await prepareDemo(environment, { seed: needs })
  const store = await serverStore(environment)
  if (!needs) await organisationOnly(store)
  const [server, chromium] = await Promise.all([startServer(folder, environment), startChromium()])
  const host = await startTeamsHost({
    port: hostPort,
    tabOrigin: `http://127.0.0.1:${tabPort}`,
    tenantOrigin: listening.origin,
    siteId: installation.siteId,
    tenantId: installation.tenantId,
    clientId: installation.apps.samstyr,
    manifestPath: join(root, 'manifest/manifest.json'),
    favourites: [{ oid: entraIdOf(who.homeCareManager), role: 'departmentManager' }],
  })
  const { context } = chromium
  return {
    origin: host.origin,
    tenant,
    tenantOrigin: listening.origin,
    store,
    async open(person, { route, ...looks } = {}) {
      const page = await context.newPage()
      await page.setViewportSize({ width: 1280, height: 900 })
      const link = new URLSearchParams({
        person: entraIdOf(who[person]),
        ...(route && { sub: route }),
        ...looks,
      })
      await page.goto(`${host.origin}/?${link}`)
      return { page, tab: page.frameLocator(FRAME), frame: () => frameIn(page) }
    },
    async closePages() {
      await Promise.all(context.pages().map((page) => page.close()))
    },
    async close() {
      await chromium.close()
      server.kill()
      await Promise.all([host.close(), listening.close()])
      tenant.close()
      await rm(folder, { recursive: true })
    },
  }
}

const FRAME = '#stage > iframe'

async function frameIn(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector(FRAME)).contentFrame()
  if (frame === null) throw new Error('There is no tab')
  return frame
}

/** In a process of its own: Vitest's environment would build with the settings of tests. */
function buildTab() {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  const code = "import('./scripts/build/tabBuild.ts').then(({ ensureTabBuild }) => ensureTabBuild())"
  execFileSync(process.execPath, ['-e', code], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The real server, a process of its own as in production. */
async function startServer(folder: string, env: Record<string, string>): Promise<{ kill: () => void }> {
  const server = fork(join(root, 'bots/server.ts'), {
    cwd: folder,
    env: { ...process.env, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const stop = () => void server.kill()
  process.once('exit', stop)
  await new Promise<void>((listening, failed) => {
    server.once('message', () => listening())
    server.once('exit', (code) => failed(new Error(`The server stopped at once (${code})`)))
  })
  return {
    kill: () => {
      process.off('exit', stop)
      stop()
    },
  }
}

async function organisationOnly(store: ListStore) {
  const rows = organisationRows('u-stad')
  await store.createMany(committees, rows.committees)
  await store.createMany(units, rows.units)
  await store.createMany(people, rows.people)
  await store.createMany(forums, rows.forums)
  await store.createMany(mandates, rows.mandates)
  await store.createMany(portfolios, rows.portfolios)
}

async function freePort(): Promise<number> {
  const taken = createServer()
  await new Promise<void>((done) => void taken.listen(0, '127.0.0.1', done))
  const { port } = taken.address() as AddressInfo
  await new Promise((done) => taken.close(done))
  return port
}
