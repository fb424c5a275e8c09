/** How long the worker that finds similar needs takes for each pause in somebody's typing. */
import type { BrowserContext, Frame } from 'playwright'

interface Noted {
  asked: { id: number; at: number }[]
  times: number[]
}

/** Notes, in every frame, from each question to the worker until its answer is here. Before the page is opened. */
export async function noteSimilar(context: BrowserContext) {
  await context.addInitScript(() => {
    const noted: Noted = { asked: [], times: [] }
    Object.assign(window, { similarNoted: noted })
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        this.addEventListener('message', ({ data }: MessageEvent<{ id?: number }>) => {
          const question = noted.asked.find(({ id }) => id === data.id)
          if (question) noted.times.push(performance.now() - question.at)
        })
      }
      override postMessage(message: { kind?: string; id?: number }) {
        if (message.kind === 'find') noted.asked.push({ id: message.id ?? -1, at: performance.now() })
        super.postMessage(message)
      }
    }
  })
}

/** Fewer letters than these are not asked about: tabs/need/SimilarHints.tsx. */
const ENOUGH_LETTERS = 8

/** Types a need's title letter by letter, each after the answer to the one before; the first answer waits for the index. */
export async function similarTimes(
  frame: Frame,
  title: string,
): Promise<{ firstMs: number; timesMs: number[] }> {
  const field = frame.locator('main input[type=text]').first()
  await field.waitFor()
  const noted = () => frame.evaluate(() => (window as unknown as { similarNoted: Noted }).similarNoted.times)
  const before = (await noted()).length
  const type = async () => {
    for (let letters = ENOUGH_LETTERS; letters <= title.length; letters++) {
      const answers = (await noted()).length
      await field.fill(title.slice(0, letters))
      await frame.waitForFunction(
        (count) => (window as unknown as { similarNoted: Noted }).similarNoted.times.length > count,
        answers,
        { timeout: 60_000, polling: 20 },
      )
    }
    return noted()
  }
  // Typed twice: at first the index is still being made.
  const first = await type()
  return { firstMs: first[before] ?? 0, timesMs: (await type()).slice(first.length) }
}
