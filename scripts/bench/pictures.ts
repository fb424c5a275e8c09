/** The pictures with 2,000 initiatives: how long each takes to draw, and how evenly it is panned. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright'
import { benefits, dependencies } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { receptions } from '#src/lists/receptions.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { startChromium } from '../browser.ts'
import { demoInstallation, entraIdOf } from '../demo/installation.ts'
import { startProduct } from '../demo/product.ts'
import { serverStore } from '../serverStore.ts'
import { createTenant } from '../tenant/tenant.ts'
import { framesWhilePanning } from './frames.ts'
import { synced, tabOf } from './measure.ts'
import { heading, line, median, ms } from './report.ts'
import { growTo } from './rows.ts'

const SIZE = 2000
const RUNS = 5
const MOST_MS = 300
const A_CALL = 400
const PERSON = entraIdOf('p-101')
const MARK = 'figure svg [data-mark]'

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
  await fill(await serverStore(product.environment))
  heading(`Pictures of ${SIZE} initiatives, medians of ${RUNS}`)
  const chromium = await startChromium()
  const page = await chromium.openWindow()
  await page.setViewportSize({ width: 1280, height: 900 })
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
    if (pan !== 'none') await printPanning(page, frame, pan)
  }
  await chromium.close()
  await product.close()
  tenant.close()
  rmSync(folder, { recursive: true })
}

async function printPanning(page: Page, frame: Frame, pan: 'drag' | 'wheel') {
  if (pan === 'drag')
    for (let step = 0; step < 2; step++) await frame.getByRole('button', { name: 'Zooma in' }).click()
  const { count, medianMs, over50, greatestMs } = await framesWhilePanning(page, frame, pan)
  line(`  panned, ${count} frames`, ms(medianMs), `${over50} over 50 ms`, `most ${ms(greatestMs)}`)
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

/** Copies of the region's initiatives, each with a benefit, and every third waiting for the one before it. */
async function fill(store: ListStore) {
  await growTo(store, SIZE)
  const copies = (await store.all(initiatives)).filter(({ key }) => key.startsWith('bench-'))
  const refs = copies.map(({ key, title }) => ({ key, title }))
  const gains = refs.map((initiative, i) => ({
    key: `${initiative.key}/gain`,
    title: initiative.title,
    initiative,
    kind: 'financial' as const,
    year: 2028,
    likelyKr: 50_000 * (1 + ((i * 37) % 400)),
  }))
  const waits = refs.flatMap((initiative, i) => {
    const needs = refs[i - 1]
    return i % 3 === 0 && needs
      ? [{ key: `${initiative.key}/waits`, title: needs.title, initiative, needs }]
      : []
  })
  for (let from = 0; from < gains.length; from += A_CALL)
    await store.createMany(benefits, gains.slice(from, from + A_CALL))
  for (let from = 0; from < waits.length; from += A_CALL)
    await store.createMany(dependencies, waits.slice(from, from + A_CALL))
  await land(store, refs)
}

/** Each copy lands on a unit for some months and was put off lately: receiving and changes have as much to draw as the others. */
async function land(store: ListStore, refs: readonly Ref[]) {
  const rooms = (await store.all(units)).filter(({ receivingDays }) => receivingDays !== undefined)
  const person = { id: PERSON, name: 'Bench' }
  const landings = refs.flatMap((initiative, i) => {
    const unit = rooms[i % rooms.length]
    return unit
      ? {
          key: `${initiative.key}/lands`,
          title: initiative.title,
          initiative,
          unit: { key: unit.key, title: unit.title },
          kind: 'training' as const,
          from: `2027-${String(1 + (i % 9)).padStart(2, '0')}-01`,
          to: `2027-${String(3 + (i % 9)).padStart(2, '0')}-28`,
          days: 1 + (i % 5),
        }
      : []
  })
  const late = refs.map((initiative, i) => ({
    key: `${initiative.key}/late`,
    title: 'Planerat slut',
    initiative,
    kind: 'time' as const,
    field: 'PlannedEnd',
    from: '2027-Q1',
    to: '2027-Q3',
    day: `2026-10-${String(3 + (i % 28)).padStart(2, '0')}`,
    person,
  }))
  for (let from = 0; from < refs.length; from += A_CALL) {
    await store.createMany(receptions, landings.slice(from, from + A_CALL))
    await store.createMany(trail, late.slice(from, from + A_CALL))
  }
}
