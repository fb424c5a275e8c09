/** The pictures with 2,000 initiatives: how long each takes to draw, and how evenly it is panned. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright'
import { startChromium } from '../browser.ts'
import { demoInstallation, entraIdOf } from '../demo/installation.ts'
import { startProduct } from '../demo/product.ts'
import { serverStore } from '../serverStore.ts'
import { createTenant } from '../tenant/tenant.ts'
import { framesOfNothing, framesWhilePanning } from './frames.ts'
import { synced, tabOf } from './measure.ts'
import { fillForPictures } from './pictureRows.ts'
import { heading, line, median, ms, times } from './report.ts'

const SIZE = 2000
const RUNS = 5
const MOST_MS = 300
const PERSON = entraIdOf('p-101')
const MARK = 'figure [data-mark]'

/** Each picture of the portfolio; `pan`: how a person moves about in it. */
const pictures = [
  { route: '/bubbles', pan: 'drag' },
  { route: '/roadmap', pan: 'wheel' },
  { route: '/flow', pan: 'none' },
  { route: '/receiving', pan: 'none' },
  { route: '/balance', pan: 'none' },
  { route: '/changes', pan: 'none' },
] as const

export async function printPictures() {
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-bench-'))
  const tenant = createTenant(demoInstallation(join(folder, 'tenant.sqlite')))
  const ports = { host: 5190, tab: 5191, tenant: 5192 }
  const product = await startProduct({ tenant, folder, demos: ['region'], ports })
  await fillForPictures(await serverStore(product.environment), SIZE)
  heading(`Pictures of ${SIZE} initiatives, medians of ${RUNS}`)
  const chromium = await startChromium()
  const page = await chromium.openWindow()
  await page.setViewportSize({ width: 1280, height: 900 })
  const atBest = await framesOfNothing(page)
  line('an empty page, under the same hand', ms(atBest.medianMs), `most ${ms(atBest.greatestMs)}`)
  for (const { route, pan } of pictures) {
    await page.goto(
      `${product.origin}/?${new URLSearchParams({ person: PERSON, tab: 'portfolio', sub: route })}`,
    )
    const frame = await tabOf(page)
    // A filter bar: all of the portfolio is here.
    await frame.locator('#portfolio-search').waitFor()
    await synced(frame)
    const drawn = await drawingOf(frame)
    if (drawn === undefined) {
      line(route, 'no marks to draw')
      continue
    }
    line(route, `drawn ${ms(drawn.medianMs)}`, `most ${ms(drawn.mostMs)}`, `budget ${ms(MOST_MS)}`)
    if (pan !== 'none') await printPanning(page, { frame, pan, atBestMs: atBest.medianMs })
  }
  await chromium.close()
  await product.close()
  tenant.close()
  rmSync(folder, { recursive: true })
}

async function printPanning(page: Page, { frame, pan, atBestMs }: Panned) {
  if (pan === 'drag')
    for (let step = 0; step < 2; step++) await frame.getByRole('button', { name: 'Zooma in' }).click()
  const { count, medianMs, over50, greatestMs } = await framesWhilePanning(page, frame, pan)
  line(
    `  panned, ${count} frames`,
    ms(medianMs),
    `${over50} over 50 ms`,
    `most ${ms(greatestMs)}`,
    `${times(medianMs, atBestMs)} empty`,
  )
}

interface Panned {
  frame: Frame
  pan: 'drag' | 'wheel'
  /** A frame of an empty page. */
  atBestMs: number
}

/** From the table twin back to the picture: what it is made of is there, and what is measured is the drawing. */
async function drawingOf(frame: Frame): Promise<{ medianMs: number; mostMs: number } | undefined> {
  const there = await frame.waitForSelector(MARK, { timeout: 15_000 }).catch(() => undefined)
  if (!there) return undefined
  const [picture, table] = ['Bild', 'Tabell'].map((name) => frame.getByRole('button', { name, exact: true }))
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await table?.click()
    await frame.waitForSelector(MARK, { state: 'detached' })
    const measured = frame.evaluate(
      (mark) =>
        new Promise<number>((done) => {
          document.addEventListener(
            'click',
            () => {
              const started = performance.now()
              const look = () =>
                document.querySelector(mark)
                  ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
                  : requestAnimationFrame(look)
              look()
            },
            { capture: true, once: true },
          )
        }),
      MARK,
    )
    await picture?.click()
    times.push(await measured)
  }
  return { medianMs: median(times), mostMs: Math.max(...times) }
}
