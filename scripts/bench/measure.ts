/** Opens the tab as a person would and measures what they wait for. */
import type { BrowserContext, Frame, Page } from 'playwright'
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { graphStats } from './tenantStats.ts'

export interface Opening {
  /** Calls to Graph and what they answered. */
  requests: number
  bytes: number
  units: number
  /** Calls answered before the first row was painted. */
  requestsBeforeRows: number
  firstPaintMs: number
  firstRowsMs: number
  completeMs: number
}

const FRAME = '#stage > iframe'
const MOST_MS = 60_000

/** From the frame's start to the first rows, and to the last. Times are the frame's own. */
export async function measureOpening(
  page: Page,
  { url, rows, tenant }: { url: string; rows: number; tenant: Tenant },
): Promise<Opening> {
  tenant.control.resetStats()
  await page.goto('about:blank')
  await page.goto(url)
  const frame = await tabOf(page)
  await frame.waitForFunction(
    () => 'marks' in window && (window as unknown as Marked).marks.rows !== undefined,
    undefined,
    { timeout: MOST_MS, polling: 20 },
  )
  const before = graphStats(tenant).requests
  await frame.waitForFunction(
    (count) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(count + 1),
    rows,
    { timeout: MOST_MS, polling: 20 },
  )
  const marks = await frame.evaluate(() => ({
    rows: (window as unknown as Marked).marks.rows ?? 0,
    all: (window as unknown as Marked).marks.all ?? performance.now(),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }))
  // What comes after the rows (delta when warm) belongs to the opening too.
  await synced(frame)
  return {
    ...graphStats(tenant),
    requestsBeforeRows: before,
    firstPaintMs: marks.paint,
    firstRowsMs: marks.rows,
    completeMs: marks.all,
  }
}

/** Milliseconds from a key to the painted rows, for each key of a word typed into the search. */
export async function measureKeys(page: Page, word: string): Promise<number[]> {
  const frame = await tabOf(page)
  await frame.locator('#portfolio-search').focus()
  await frame.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.querySelector('#portfolio-search')?.addEventListener('beforeinput', () => {
      const started = performance.now()
      const before = shown()
      const look = () => {
        if (shown() !== before || performance.now() - started > 2000)
          requestAnimationFrame(() => times.push(performance.now() - started))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    function shown() {
      return `${(document.querySelector('#portfolio-search') as HTMLInputElement).value}|${document.querySelector('section [role=status]')?.textContent}`
    }
  })
  for (const [i, letter] of word.split('').entries()) {
    await page.keyboard.press(letter)
    await frame.waitForFunction(
      (count) => (window as unknown as { keyTimes: number[] }).keyTimes.length >= count,
      i + 1,
      { timeout: MOST_MS },
    )
  }
  return frame.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
}

/** The foot of the page says at what time everything was fetched. */
export async function synced(frame: Frame) {
  await frame.waitForFunction(
    () => /\d\d[:.]\d\d/.test(document.querySelector('footer [role=status]')?.textContent ?? ''),
    undefined,
    { timeout: MOST_MS, polling: 50 },
  )
}

interface Marked {
  marks: { rows?: number; all?: number }
}

/** Notes, inside every frame, when rows first stand there and when their number last changed. */
export async function markRows(context: BrowserContext) {
  await context.addInitScript(() => {
    const marks: { rows?: number; all?: number } = {}
    Object.assign(window, { marks })
    let count = ''
    const look = () => {
      if (marks.rows === undefined && document.querySelector('[data-row]')) marks.rows = performance.now()
      const now = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? ''
      if (now !== count) {
        count = now
        marks.all = performance.now()
      }
    }
    new MutationObserver(() => requestAnimationFrame(look)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-rowcount'],
    })
  })
}

export async function tabOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector(FRAME)).contentFrame()
  if (!frame) throw new Error('The host shows no tab')
  return frame
}
