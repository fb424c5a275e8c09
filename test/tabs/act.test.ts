import { beforeEach, expect, test, vi } from 'vitest'
import type { Refusal } from '#src/rules/refusal.ts'
import { type Asked, createActing } from '#tabs/act.ts'
import type { BrowserCache } from '#tabs/cache.ts'

/** A browser's database that lasts longer than a page. */
function aCache(): BrowserCache {
  const memory = new Map<string, unknown>()
  return {
    works: true,
    read: async (names) => names.map(() => undefined),
    write: async () => undefined,
    keep: async (name, value) => void memory.set(name, structuredClone(value)),
    kept: async <T>(name: string) => memory.get(name) as T | undefined,
    drop: async (name) => void memory.delete(name),
  }
}

const args = { initiative: 'i-1', changes: { need: 'Nytt' }, base: { need: null } }
let net: 'up' | 'down' | 'busy' | Refusal[]
let sent: { name: string; key: string }[]
let refused: { asked: Asked; refusals: Refusal[] }[]

const send: typeof fetch = async (url, init) => {
  if (net === 'down') throw new TypeError('Failed to fetch')
  sent.push({
    name: String(url).split('/').at(-1) ?? '',
    key: (JSON.parse(String(init?.body)) as { key: string }).key,
  })
  if (net === 'busy') return Response.json({ refusals: [{ why: 'busy', seconds: 5 }] }, { status: 503 })
  if (Array.isArray(net)) return Response.json({ refusals: net }, { status: 409 })
  return Response.json({ done: { created: 1 } })
}
const aPage = (cache: BrowserCache) =>
  createActing({
    cache,
    token: async () => 'token',
    done: () => undefined,
    refused: (asked, refusals) => refused.push({ asked, refusals }),
    send,
  })

beforeEach(() => {
  vi.useFakeTimers()
  net = 'up'
  sent = []
  refused = []
  return () => vi.useRealTimers()
})

test('what the server takes is answered and leaves nothing in the queue', async () => {
  const acting = aPage(aCache())
  expect(await acting.act('prepareInitiative', args)).toEqual({ done: { created: 1 } })
  expect(acting.queue()).toEqual([])
  expect(acting.savedAt()).toBeInstanceOf(Date)
})

test.each([['down'], ['busy']] as const)(
  'with the net %s it waits, and comes through by itself under the same key',
  async (trouble) => {
    const acting = aPage(aCache())
    net = trouble
    expect(await acting.act('prepareInitiative', args, {}, 'key-1')).toEqual({ waiting: true })
    expect(acting.queue().map(({ key }) => key)).toEqual(['key-1'])
    net = 'up'
    sent = []
    await vi.advanceTimersByTimeAsync(16_000)
    expect(sent).toEqual([{ name: 'prepareInitiative', key: 'key-1' }])
    expect(acting.queue()).toEqual([])
  },
)

test('what waited when the page closed is sent by the next page, in order', async () => {
  const cache = aCache()
  const first = aPage(cache)
  net = 'down'
  await first.act('prepareInitiative', args, {}, 'key-1')
  await first.act(
    'saveRow',
    { initiative: 'i-1', list: 'costItems', row: 'r', values: {}, base: {} },
    {},
    'key-2',
  )
  net = 'up'
  const next = aPage(cache)
  await next.open()
  expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
  expect(next.queue()).toEqual([])
})

test('what is meant before the earlier page’s has been sent stands behind it, not in its place', async () => {
  const cache = aCache()
  net = 'down'
  await aPage(cache).act('prepareInitiative', args, {}, 'key-1')
  await aPage(cache).act('prepareInitiative', args, {}, 'key-2')
  net = 'up'
  await aPage(cache).open()
  expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
})

test('something new never overtakes what waits', async () => {
  const acting = aPage(aCache())
  net = 'down'
  await acting.act('prepareInitiative', args, {}, 'key-1')
  net = 'up'
  await acting.act('prepareInitiative', args, {}, 'key-2')
  expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
})

test('a refusal is answered at once and not asked again', async () => {
  const acting = aPage(aCache())
  net = [{ why: 'reasonMissing' }]
  expect(await acting.act('prepareInitiative', args)).toEqual({ refusals: [{ why: 'reasonMissing' }] })
  expect(acting.queue()).toEqual([])
})

test('a refusal of what waited is told, with what the person meant', async () => {
  const acting = aPage(aCache())
  net = 'down'
  await acting.act('prepareInitiative', args, {}, 'key-1')
  net = [{ why: 'archived' }]
  await acting.flush()
  expect(refused).toEqual([
    { asked: expect.objectContaining({ key: 'key-1', args }), refusals: [{ why: 'archived' }] },
  ])
  expect(acting.queue()).toEqual([])
})

test('two flushes at once send each thing once', async () => {
  const acting = aPage(aCache())
  net = 'down'
  await acting.act('prepareInitiative', args, {}, 'key-1')
  net = 'up'
  await Promise.all([acting.flush(), acting.flush()])
  expect(sent.map(({ key }) => key)).toEqual(['key-1'])
})
