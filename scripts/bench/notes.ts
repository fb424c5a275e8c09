/** What a letter in the notes of an open meeting waits for, while they are kept in the browser and saved on the server. */
import type { BrowserContext, Frame } from 'playwright'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { tabOf } from './measure.ts'

export interface NoteKeys {
  /** From the letter until every listener has had it, for each letter. */
  keysMs: number[]
  /** The same letters in a field that nothing listens to: what the machine itself takes. */
  plainMs: number[]
  /** The longest that the page answered to nothing while letters were typed and saved. */
  longestMs: number
  /** Times the server was asked to save meanwhile. */
  saves: number
}

const ITEMS = 40
/** A long discussion is on the page before the first letter. */
const WRITTEN = 'The supplier told how far it has come and what is left to do. '.repeat(100)
const TYPED = 'The forum talked about it and agreed that it should go on. '.repeat(4)
const KEY = 'm-bench'
const PATIENCE_MS = 30_000

/** Puts an open meeting with many items in place, types at the pace of somebody quick, and answers how it went. */
export async function measureNotes(
  context: BrowserContext,
  { origin, store }: { origin: string; store: ListStore },
): Promise<NoteKeys> {
  const person = await anOpenMeeting(store)
  const page = await context.newPage()
  let saves = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/actions/noteItem')) saves++
  })
  const route = `/meeting/${KEY}?part=hold&item=${KEY}-1`
  await page.goto(`${origin}/?${new URLSearchParams({ person, sub: route })}`)
  const frame = await tabOf(page)
  const field = await frame.waitForSelector('[data-note=notes]:not([readonly])', { timeout: PATIENCE_MS })
  await field.focus()
  await page.keyboard.press('Control+End')
  await listen(frame)
  await page.keyboard.type(TYPED, { delay: 30 })
  // Until the last of it is saved.
  await frame.waitForSelector('[data-state=saved]', { timeout: PATIENCE_MS })
  const { keys, longest } = await noted(frame)
  const saved = saves
  await frame.evaluate(() => {
    const plain = document.createElement('textarea')
    document.body.append(plain)
    plain.focus()
  })
  await listen(frame)
  await page.keyboard.type(TYPED, { delay: 30 })
  const plain = await noted(frame)
  return { keysMs: keys, plainMs: plain.keys, longestMs: longest, saves: saved }
}

/** Times each letter, and asks the page for a sign of life again and again. */
const listen = (frame: Frame) =>
  frame.evaluate(() => {
    const noted = { keys: [] as number[], longest: 0, on: true }
    Object.assign(window, { noted })
    let began = 0
    window.addEventListener('beforeinput', () => (began = performance.now()), { capture: true })
    window.addEventListener('input', () => {
      queueMicrotask(() => noted.on && noted.keys.push(performance.now() - began))
    })
    const { port1, port2 } = new MessageChannel()
    let last = performance.now()
    port1.addEventListener('message', () => {
      const now = performance.now()
      noted.longest = Math.max(noted.longest, now - last)
      last = now
      // A pause between: the signs of life must not be what keeps the page busy.
      if (noted.on)
        setTimeout(() => {
          last = performance.now()
          port2.postMessage(undefined)
        }, 0)
    })
    port1.start()
    port2.postMessage(undefined)
  })

const noted = (frame: Frame) =>
  frame.evaluate(() => {
    const { noted: found } = window as unknown as { noted: { keys: number[]; longest: number; on: boolean } }
    found.on = false
    return found
  })

/** The secretary of the demo's dialogue is who writes. */
async function anOpenMeeting(store: ListStore): Promise<string> {
  const earlier = (await store.all(meetings)).find(({ chair, secretary }) => chair && secretary)
  if (!earlier?.chair || !earlier.secretary) throw new Error('The demo has no meeting with a secretary')
  const { forum, chair, secretary } = earlier
  const meeting = { key: KEY, title: forum.title }
  await store.create(meetings, {
    ...meeting,
    forum,
    chair,
    secretary,
    kind: 'extra',
    claim: KEY,
    day: '2024-10-01',
    state: 'open',
    minutesKind: 'protocol',
    effectAt: 'atMeeting',
  })
  await store.createMany(
    agendaItems,
    Array.from({ length: ITEMS }, (_, at) => ({
      key: `${KEY}-${at + 1}`,
      title: `Item ${at + 1}`,
      forum,
      meeting,
      state: 'agenda' as const,
      order: at + 1,
      kind: 'discussion' as const,
      source: 'added' as const,
      notes: WRITTEN,
    })),
  )
  return secretary.id
}
