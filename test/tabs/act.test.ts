import { beforeEach, expect, test, vi } from 'vitest'
import type { Refusal } from '#src/rules/refusal.ts'
import { createActing } from '#tabs/act.ts'
import type { BrowserCache } from '#tabs/cache.ts'
import type { Asked } from '#tabs/queue.ts'

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
    change: async <T>(name: string, step: (kept: T | undefined) => T) =>
      void memory.set(name, structuredClone(step(memory.get(name) as T | undefined))),
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

test('two windows of one person keep each other’s, and what one has sent the other doesn’t keep', async () => {
  const cache = aCache()
  net = 'down'
  const [first, second] = [aPage(cache), aPage(cache)]
  await Promise.all([
    first.act('prepareInitiative', args, {}, 'key-1'),
    second.act('prepareInitiative', args, {}, 'key-2'),
  ])
  expect((await cache.kept<Asked[]>('queue'))?.map(({ key }) => key).sort()).toEqual(['key-1', 'key-2'])
  net = 'up'
  await first.flush()
  expect(await cache.kept<Asked[]>('queue')).toEqual([])
})

test('what has not been sent can be taken back', async () => {
  const cache = aCache()
  const acting = aPage(cache)
  net = 'down'
  await acting.act('prepareInitiative', args, {}, 'key-1')
  await acting.act('prepareInitiative', args, {}, 'key-2')
  await acting.discard('key-1')
  net = 'up'
  await aPage(cache).open()
  expect(sent.map(({ key }) => key)).toEqual(['key-2'])
})

test('an expired sign-in is renewed once by itself, and nothing has to be done again', async () => {
  const asked: boolean[] = []
  const acting = createActing({
    cache: aCache(),
    token: async ({ fresh }) => {
      asked.push(fresh)
      return fresh ? 'new' : 'old'
    },
    done: () => undefined,
    refused: () => undefined,
    send: async (_url, init) =>
      new Headers(init?.headers).get('authorization') === 'Bearer new'
        ? Response.json({ done: {} })
        : Response.json({ refusals: [{ why: 'notSignedIn' }] }, { status: 401 }),
  })
  expect(await acting.act('prepareInitiative', args)).toEqual({ done: {} })
  expect(asked).toEqual([false, true])
})

test.each([
  ['the server takes none', 401],
  ['only the person can sign in', 'byHand'],
] as const)(
  'when %s, what was meant waits and the page knows that signing in is asked for',
  async (_, how) => {
    let signedIn = false
    const acting = createActing({
      cache: aCache(),
      token: async () => {
        if (how === 'byHand' && !signedIn) throw Object.assign(new Error('by hand'), { name: 'SignInNeeded' })
        return 'token'
      },
      done: () => undefined,
      refused: (asked, refusals) => refused.push({ asked, refusals }),
      send: async () =>
        signedIn
          ? Response.json({ done: {} })
          : Response.json({ refusals: [{ why: 'notSignedIn' }] }, { status: 401 }),
    })
    expect(await acting.act('prepareInitiative', args)).toEqual({ waiting: true })
    expect(acting.signInNeeded()).toBe(true)
    signedIn = true
    await acting.flush()
    expect(acting.queue()).toEqual([])
    expect(acting.signInNeeded()).toBe(false)
    expect(refused).toEqual([])
  },
)
