/** How evenly the page is drawn while somebody scrolls the table or drags a card over the board. */
import type { Frame, Page } from 'playwright'

export interface Frames {
  count: number
  medianMs: number
  /** Frames that took longer than 50 ms: what an eye sees as a jerk. */
  over50: number
  greatestMs: number
}

const STEPS = 60
const STEP_PX = 1200
const PAN_PX = 200

/** Sixty turns of the wheel through the table, from its top. */
export function framesWhileScrolling(page: Page, frame: Frame): Promise<Frames> {
  return framesDuring(frame, async () => {
    await overMiddleOf(page, frame, '[data-scroller]')
    for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, STEP_PX)
    await frame.waitForFunction(
      (least) => (document.querySelector('[data-scroller]')?.scrollTop ?? 0) > least,
      STEP_PX,
    )
  })
}

/** A card is taken and carried from column to column and back; Escape puts it down where it was. */
export function framesWhileDragging(page: Page, frame: Frame): Promise<Frames> {
  return framesDuring(frame, async () => {
    const { x, y } = await overMiddleOf(page, frame, '[data-card]')
    await page.mouse.down()
    for (let step = 1; step <= STEPS; step++) {
      const there = Math.sin((step / STEPS) * Math.PI)
      await page.mouse.move(x + there * 700, y + there * 60)
    }
    await page.keyboard.press('Escape')
    await page.mouse.up()
  })
}

/** A picture is dragged about, or its scroller turned, sixty steps, one a frame as a hand does. */
export function framesWhilePanning(page: Page, frame: Frame, by: 'drag' | 'wheel'): Promise<Frames> {
  return framesDuring(frame, async () => {
    const { x, y } = await overMiddleOf(page, frame, 'figure [data-scroller]')
    if (by === 'drag') await page.mouse.down()
    for (let step = 1; step <= STEPS; step++)
      if (by === 'wheel') {
        await page.mouse.wheel(0, PAN_PX)
        // Nothing waits for a turn of the wheel to be drawn; a move of the mouse is answered when it is.
        await frame.evaluate(() => new Promise(requestAnimationFrame))
      } else await page.mouse.move(x + Math.sin((step / STEPS) * 2 * Math.PI) * PAN_PX, y + step)
    if (by === 'drag') await page.mouse.up()
  })
}

/** The same hand over an empty page: what this machine and its browser give at best. */
export async function framesOfNothing(page: Page): Promise<Frames> {
  await page.goto('about:blank')
  return framesDuring(page.mainFrame(), async () => {
    await page.mouse.move(600, 400)
    await page.mouse.down()
    for (let step = 1; step <= STEPS; step++)
      await page.mouse.move(600 + Math.sin((step / STEPS) * 2 * Math.PI) * PAN_PX, 400 + step)
    await page.mouse.up()
  })
}

async function overMiddleOf(page: Page, frame: Frame, selector: string) {
  const box = await (await frame.waitForSelector(selector)).boundingBox()
  if (!box) throw new Error(`${selector} can't be seen`)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(at.x, at.y)
  return at
}

async function framesDuring(frame: Frame, work: () => Promise<unknown>): Promise<Frames> {
  await frame.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { frameTimes: times })
    let last = performance.now()
    const note = (now: number) => {
      times.push(now - last)
      last = now
      if ('frameTimes' in window) requestAnimationFrame(note)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(note)
    })
  })
  await work()
  const times = await frame.evaluate(() => {
    const noted = (window as unknown as { frameTimes?: number[] }).frameTimes ?? []
    delete (window as unknown as { frameTimes?: number[] }).frameTimes
    return noted
  })
  const sorted = times.toSorted((a, b) => a - b)
  return {
    count: times.length,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    over50: times.filter((ms) => ms > 50).length,
    greatestMs: sorted.at(-1) ?? 0,
  }
}
