/** The whole product as `npm start` gives it, on free ports and with data of its own, and a browser to use it in. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Frame, FrameLocator, Page } from 'playwright'
import type { ListStore } from '#src/graph/listStore.ts'
import { demoInstallation, entraIdOf } from '#scripts/demo/installation.ts'
import type { DemoName } from '#scripts/demo/prepare.ts'
import { startProduct } from '#scripts/demo/product.ts'
import { serverStore } from '#scripts/serverStore.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'
import { tabOf } from '#tabs/host/tabOf.ts'
import { startChromium } from '#scripts/browser.ts'
import { putSeeded } from './seeded.ts'

/** Persons of the demo by what they are in the journeys. */
export const who = {
  director: 'p-001',
  homeCareManager: 'p-002',
  nursingManager: 'p-003',
  digitalManager: 'p-011',
  developmentLead: 'p-012',
  otherLead: 'p-013',
  administrator: 'p-014',
  projectManager: 'p-015',
  employee: 'p-027',
  portfolioOwner: 'p-106',
  jointManager: 'p-037',
  disabilityDirector: 'p-038',
  centreDirector: 'p-039',
  northEastDirector: 'p-040',
  southDirector: 'p-041',
  westDirector: 'p-042',
} as const
export type Who = keyof typeof who

export interface Place {
  route?: string
  /** Where the host shows the tab, when not for one person. */
  in?: 'channel' | 'meeting'
  site?: DemoName
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
  tenant: Tenant
  tenantOrigin: string
  /** Writes as the server does: what a journey starts from. */
  store: ListStore
  open: (person: Who, place?: Place) => Promise<Opened>
  closePages: () => Promise<void>
  close: () => Promise<void>
}

/** Well past the slowest step on a machine that does much else: a step ends as soon as it can. */
const PATIENCE_MS = 40_000

const root = resolve(import.meta.dirname, '../..')

/** `needs: false` leaves the portfolio empty; `demos` names both sites for a journey between them. */
export async function setUpStand({
  needs = true,
  demos = ['city'],
}: {
  needs?: boolean
  demos?: readonly [DemoName, ...DemoName[]]
} = {}): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), 'samstyr-journey-'))
  // A copy: a build made meanwhile must not take the files away from under the server.
  await cp(join(root, 'dist/tabs'), join(folder, 'dist/tabs'), { recursive: true })
  const data = join(folder, 'tenant.sqlite')
  await putSeeded(data, { needs, demos })
  const tenant = createTenant(demoInstallation(data))
  const ports = {
    host: await freePort(),
    tab: await freePort(),
    otherTab: await freePort(),
    tenant: 0,
  }
  await using started = new AsyncDisposableStack()
  started.defer(() => rm(folder, { recursive: true }))
  started.defer(() => tenant.close())
  // Both take their second.
  const starting = startChromium()
  started.defer(async () => (await starting).close())
  starting.catch(() => undefined)
  const product = await startProduct({ tenant, folder, demos, ports, seed: false, files: folder })
  started.defer(() => product.close())
  const store = await serverStore(product.environment)
  const chromium = await starting
  chromium.context.setDefaultTimeout(PATIENCE_MS)
  const everything = started.move()
  return {
    tenant,
    tenantOrigin: product.tenantOrigin,
    store,
    async open(person, { route, ...looks } = {}) {
      const page = await chromium.openWindow()
      await page.setViewportSize({ width: 1280, height: 900 })
      const link = new URLSearchParams({
        person: entraIdOf(who[person]),
        // In the tab that the page belongs to, as a link that the host gives out.
        ...(route && { sub: route, ...(!looks.in && { tab: tabOf(route) ?? 'home' }) }),
        ...looks,
      })
      await page.goto(`${product.origin}/?${link}`)
      return { page, tab: page.frameLocator(FRAME), frame: () => frameIn(page) }
    },
    async closePages() {
      await Promise.all(chromium.context.pages().map((page) => page.close()))
    },
    close: () => everything.disposeAsync(),
  }
}

const FRAME = '#stage > iframe'

async function frameIn(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector(FRAME)).contentFrame()
  if (frame === null) throw new Error('There is no tab')
  return frame
}

/** Each process of tests has a thousand ports of its own, outside those that a system hands out by itself. */
const FIRST_PORT = 20_000 + 1000 * (Number(process.env.VITEST_POOL_ID ?? 0) % 10)
let nextPort = Math.floor(Math.random() * 1000)

/** One after another: nobody else is given it before the product takes it. */
async function freePort(): Promise<number> {
  const port = FIRST_PORT + (nextPort++ % 1000)
  const taken = createServer()
  const isFree = await new Promise<boolean>((answer) => {
    taken.once('error', () => answer(false))
    taken.listen(port, '127.0.0.1', () => answer(true))
  })
  if (!isFree) return freePort()
  await new Promise((done) => taken.close(done))
  return port
}
