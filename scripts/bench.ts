/** `npm run bench`: what a person waits for and what it costs, with 90 and 10,000 initiatives, beside a plain Graph client; pictures with 2,000. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { lists } from '#src/lists/all.ts'
import { createGraph } from '#src/graph/client.ts'
import { findLists } from '#src/graph/findLists.ts'
import { startChromium } from './browser.ts'
import { printFirstLoad } from './bench/firstLoad.ts'
import { growItems, printAsking } from './botMonth/asking.ts'
import { type Frames, framesWhileDragging, framesWhileScrolling } from './bench/frames.ts'
import { anOpenHour } from './bench/hour.ts'
import { markRows, measureKeys, measureOpening, type Opening, synced, tabOf } from './bench/measure.ts'
import { printMeetings } from './bench/meetings.ts'
import { plainLoad } from './bench/plainClient.ts'
import { measureNotes } from './bench/notes.ts'
import { printReminders } from './bench/reminders.ts'
import { printSelection } from './bench/selection.ts'
import { printSending } from './botMonth/sending.ts'
import { printPictures } from './bench/pictures.ts'
import { heading, kib, line, median, ms, times } from './bench/report.ts'
import { growTo } from './bench/rows.ts'
import { noteSimilar, similarTimes } from './bench/similarKeys.ts'
import { bootLists, syncLoad } from './bench/syncClient.ts'
import { graphStats } from './bench/tenantStats.ts'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, entraIdOf, installation } from './demo/installation.ts'
import { type Product, startProduct } from './demo/product.ts'
import { workbookNeeds } from './demo/workbookNeeds.ts'
import { serverStore } from './serverStore.ts'
import { createTenant, type Tenant } from './tenant/tenant.ts'

/** The demo as it is, and grown. */
const [SMALL, LARGE] = [90, 10_000]
const LATENCY_MS = 50
const RUNS = 3
/** The smallest tier of resource units that an application may use in a minute: scripts/tenant/flags.ts names the source. */
const UNITS_A_MINUTE = 1250
const PERSON = entraIdOf('p-002')

await ensureTabBuild()
printFirstLoad()
printMeetings()
printReminders()
await printSending()
await printSelection()
await printPictures()
const small = await measure(SMALL)
const large = await measure(LARGE)
line('keystroke, 10,000 against 90 rows', times(large.keyMs, small.keyMs))
process.exit(0)

async function measure(size: number) {
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-bench-'))
  const tenant = createTenant(demoInstallation(join(folder, 'tenant.sqlite')))
  const ports = { host: 5190, tab: 5191, tenant: 5192 }
  const product = await startProduct({ tenant, folder, ports, latencyMs: LATENCY_MS })
  await growTo(await serverStore(product.environment), size)
  const cold: Opening[] = []
  const warm: Opening[] = []
  const keys: number[] = []
  for (let run = 0; run < RUNS; run++)
    await inChromium(async (context) => {
      await markRows(context)
      const page = await context.newPage()
      const at = { url: urlOf(product, '/portfolio'), rows: size, tenant }
      cold.push(await measureOpening(page, at))
      warm.push(await measureOpening(page, at))
      keys.push(...(await measureKeys(page, 'digital')))
    })
  const plain = await plainly(tenant, product)
  heading(
    `${size} initiatives, ${Object.keys(lists).length} lists; ${LATENCY_MS} ms to each answer, medians of ${RUNS}`,
  )
  const [coldly, warmly] = [medianOf(cold), medianOf(warm)]
  line('', 'requests', 'JSON', 'units')
  const loads = [
    ['cold', coldly],
    ['warm', warmly],
  ] as const
  for (const [name, { requests, bytes, units }] of [
    ...loads,
    ['plain client, cold and warm alike', plain] as const,
  ])
    line(name, `${requests}`, kib(bytes), `${units}`)
  for (const [name, of] of loads)
    line(
      `plain against ${name}`,
      times(plain.requests, of.requests),
      times(plain.bytes, of.bytes),
      times(plain.units, of.units),
    )
  line(
    'time of the reading alone',
    `${ms(plain.coldMs)} cold`,
    `${ms(plain.warmMs)} warm`,
    `${ms(plain.ms)} plain`,
  )
  line('plain against ours', `${times(plain.ms, plain.coldMs)} cold`, `${times(plain.ms, plain.warmMs)} warm`)
  line(
    'requests before the first rows',
    `${coldly.requestsBeforeRows} cold`,
    `${warmly.requestsBeforeRows} warm`,
  )
  line('first rows on screen', `${ms(coldly.firstRowsMs)} cold`, `${ms(warmly.firstRowsMs)} warm`)
  line('all rows on screen', `${ms(coldly.completeMs)} cold`, `${ms(warmly.completeMs)} warm`)
  line('first paint', `${ms(coldly.firstPaintMs)} cold`, `${ms(warmly.firstPaintMs)} warm`)
  line('keystroke to painted rows', ms(median(keys)), `most ${ms(Math.max(...keys))}`)
  if (size === LARGE) {
    await inUse(tenant, product, coldly, warmly)
    const store = await serverStore(product.environment)
    await printAsking(store, installation.today, await growItems(store, installation.today))
  }
  if (size === SMALL) await notes(product)
  await product.close()
  tenant.close()
  rmSync(folder, { recursive: true })
  return { keyMs: median(keys) }
}

/** A letter at a meeting never waits for its saving. */
async function notes(product: Product) {
  const store = await serverStore(product.environment)
  await inChromium(async (context) => {
    const { keysMs, plainMs, longestMs, saves } = await measureNotes(context, {
      origin: product.origin,
      store,
    })
    line(
      `letter in the notes of a meeting, ${keysMs.length}`,
      ms(median(keysMs)),
      `most ${ms(Math.max(...keysMs))}`,
      `budget ${ms(16)}`,
    )
    line('  in a plain field', ms(median(plainMs)), `most ${ms(Math.max(...plainMs))}`)
    line(`  busy at most, with ${saves} savings`, ms(longestMs))
  })
}

/** Scrolling, dragging, typing a need, and a working hour. */
async function inUse(tenant: Tenant, product: Product, cold: Opening, warm: Opening) {
  await inChromium(async (context) => {
    await noteSimilar(context)
    const page = await context.newPage()
    const open = async (route: string) => {
      await page.goto(urlOf(product, route))
      const frame = await tabOf(page)
      await synced(frame)
      return frame
    }
    const table = await open('/portfolio')
    await table.locator('[data-row]').first().waitFor()
    printFrames('scroll', await framesWhileScrolling(page, table))
    printFrames('board drag', await dragging(page, await open('/board')))
    const { firstMs, timesMs } = await similarTimes(await open('/need/new'), workbookNeeds()[0]?.title ?? '')
    line('similar needs, a keystroke, in the worker', ms(median(timesMs)), `most ${ms(Math.max(...timesMs))}`)
    line('  the first, which waits for the index', ms(firstMs))
  })
  await inChromium(async (context) => {
    const hour = await anOpenHour(context, { url: urlOf(product, '/portfolio'), tenant })
    line('resource units', `${cold.units} cold`, `${warm.units} warm`, `${hour.units} an hour`)
    line('requests in an hour open', `${hour.requests}`)
    const aMinute = hour.units / 60
    line('tabs open at once in the smallest tier', `${Math.floor(UNITS_A_MINUTE / aMinute)}`)
  })
}

async function dragging(page: Page, frame: Awaited<ReturnType<typeof tabOf>>): Promise<Frames> {
  await frame.locator('[data-card]').first().waitFor()
  return framesWhileDragging(page, frame)
}

function printFrames(name: string, { count, medianMs, over50, greatestMs }: Frames) {
  line(`${name}, ${count} frames`, ms(medianMs), `${over50} over 50 ms`, `most ${ms(greatestMs)}`)
}

/** The same lists by the same person: a plain client, and ours without a browser. */
async function plainly(tenant: Tenant, product: Product) {
  const origin = product.tenantOrigin
  const asked = { clientId: installation.apps.samstyr, oid: PERSON, scopes: ['Sites.Selected'] }
  const { access_token: token } = await tenant.control.personToken(asked, origin)
  const { siteId } = installation
  const names = bootLists.map(({ name }) => name)
  const listIds = await findLists(createGraph({ origin, getToken: async () => token }), siteId)
  const ours: Awaited<ReturnType<typeof syncLoad>>[] = []
  const took: number[] = []
  for (let run = 0; run < RUNS; run++) {
    ours.push(await syncLoad({ origin, token, site: { id: siteId, listIds } }))
    tenant.control.resetStats()
    took.push((await plainLoad({ origin, token, siteId, names })).ms)
  }
  return {
    ...graphStats(tenant),
    ms: median(took),
    coldMs: median(ours.map(({ coldMs }) => coldMs)),
    warmMs: median(ours.map(({ warmMs }) => warmMs)),
  }
}

/** A browser of its own each time: nothing is cached when it is cold. */
async function inChromium(work: (context: BrowserContext) => Promise<void>) {
  const chromium = await startChromium()
  await work(chromium.context)
  await chromium.close()
}

function medianOf(openings: readonly Opening[]): Opening {
  const of = (name: keyof Opening) => median(openings.map((opening) => opening[name]))
  return {
    requests: of('requests'),
    bytes: of('bytes'),
    units: of('units'),
    requestsBeforeRows: of('requestsBeforeRows'),
    firstPaintMs: of('firstPaintMs'),
    firstRowsMs: of('firstRowsMs'),
    completeMs: of('completeMs'),
  }
}

function urlOf({ origin }: Product, route: string) {
  return `${origin}/?${new URLSearchParams({ person: PERSON, sub: route })}`
}
