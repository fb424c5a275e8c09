/** What is typed at a meeting survives: a cut net, a closed tab, an expired sign-in, no storage, and somebody else at the same item. */
import { expect, test } from 'vitest'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { createActing } from '#tabs/act.ts'
import type { BrowserCache } from '#tabs/cache.ts'
import { createNotes, type Notes } from '#tabs/meetings/hold/notes.ts'

type Texts = Partial<Pick<AgendaItem, 'notes' | 'proposals'>>

const anItem = (key: string, version = '1', texts: Texts = {}): AgendaItem => ({
  key,
  id: key,
  version,
  title: key,
  forum: { key: 'f', title: 'F' },
  state: 'agenda',
  kind: 'discussion',
  source: 'added',
  ...texts,
})

/** A clock that moves only when told to; between, everything that was asked for is answered. */
function aClock() {
  let time = 0
  let waiting: { at: number; work: () => void }[] = []
  return {
    clock: {
      now: () => time,
      after: (ms: number, work: () => void) => {
        const one = { at: time + ms, work }
        waiting.push(one)
        return () => {
          waiting = waiting.filter((each) => each !== one)
        }
      },
    },
    async go(ms: number) {
      const until = time + ms
      for (;;) {
        await settle()
        const next = waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting = waiting.filter((each) => each !== next)
        time = Math.max(time, next.at)
        next.work()
      }
      time = until
      await settle()
    },
  }
}
const settle = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve()
}

function aCache({ works = true, full = false } = {}): BrowserCache & { rows: Map<string, unknown> } {
  const rows = new Map<string, unknown>()
  return {
    rows,
    works,
    read: async (names) => names.map(() => undefined),
    write: async () => undefined,
    keep: async (name, value) => {
      if (full) throw new Error('QuotaExceededError')
      rows.set(name, value)
    },
    kept: async <T>(name: string) => rows.get(name) as T | undefined,
    drop: async (name) => void rows.delete(name),
    change: async <T>(name: string, step: (now: T | undefined) => T) =>
      void rows.set(name, step(rows.get(name) as T | undefined)),
  }
}

/** A server that keeps items as the real one does: field by field, each from what the writer had before. */
function aServer(...items: AgendaItem[]) {
  const rows = new Map(items.map((item) => [item.key, item]))
  const asked: { item: string; values: Texts }[] = []
  let signedIn = true
  let online = true
  return {
    rows,
    asked,
    net: (on: boolean) => {
      online = on
    },
    sign: (on: boolean) => {
      signedIn = on
    },
    write(key: string, texts: Texts) {
      const row = rows.get(key) as AgendaItem
      const next = { ...row, ...texts, version: String(Number(row.version) + 1) }
      rows.set(key, next)
      return next
    },
    async send(_url: unknown, init: RequestInit | undefined) {
      if (!online) throw new TypeError('Failed to fetch')
      if (!signedIn) return Response.json({ refusals: [{ why: 'notSignedIn' }] }, { status: 401 })
      const { args } = JSON.parse(String(init?.body)) as {
        args: { item: string; values: Texts; base: Texts }
      }
      asked.push({ item: args.item, values: args.values })
      const row = rows.get(args.item) as AgendaItem
      const others = (Object.keys(args.values) as (keyof Texts)[]).filter(
        (field) =>
          (row[field] ?? '') !== (args.base[field] ?? '') && (row[field] ?? '') !== args.values[field],
      )
      if (others.length > 0)
        return Response.json({ refusals: [{ why: 'changedByOther', fields: [] }] }, { status: 409 })
      return Response.json({ done: { agendaItems: [this.write(args.item, args.values)] } })
    },
  }
}

async function open(
  server: ReturnType<typeof aServer>,
  { cache = aCache(), time = aClock() }: { cache?: BrowserCache; time?: ReturnType<typeof aClock> } = {},
) {
  const late: { notes?: Notes } = {}
  const acting = createActing({
    cache,
    token: async () => 'token',
    done: (done) => late.notes?.take(done.agendaItems ?? []),
    refused: () => undefined,
    send: (url, init) => server.send(url, init),
  })
  const notes = createNotes({
    meeting: 'm',
    items: [...server.rows.values()],
    cache,
    acting,
    store: { byKey: (async (_list: unknown, key: string) => server.rows.get(key)) as never },
    clock: time.clock,
  })
  late.notes = notes
  await settle()
  return { notes, acting, cache, time, word: (text: string) => notes.type('a', 'notes', text) }
}
const notesOf = (server: ReturnType<typeof aServer>, key = 'a') => server.rows.get(key)?.notes

test('each letter is kept in the browser at once and is on the server within two seconds', async () => {
  const server = aServer(anItem('a'))
  const cache = aCache()
  const { word, time } = await open(server, { cache })
  word('H')
  await settle()
  expect(cache.rows.get('notes/m/a/notes')).toEqual({ base: '', text: 'H' })
  for (let letter = 2; letter <= 10; letter++) {
    await time.go(200)
    word('H'.repeat(letter))
  }
  await time.go(100)
  expect(notesOf(server)).toBeDefined()
  await time.go(1900)
  expect(notesOf(server)).toBe('H'.repeat(10))
  expect(server.asked.length).toBeLessThan(4)
  expect([...cache.rows.keys()]).toEqual([])
})

test('the net is cut in the middle: nothing is lost, and all of it is sent when it is back', async () => {
  const server = aServer(anItem('a'), anItem('b'))
  const { notes, acting, word, time } = await open(server)
  word('Before')
  await time.go(2000)
  server.net(false)
  word('Before and during')
  notes.type('b', 'proposals', 'Also here')
  await time.go(30_000)
  expect(notesOf(server)).toBe('Before')
  expect(acting.queue()).toHaveLength(2)
  word('Before, during and after')
  await time.go(10_000)
  expect(acting.queue()).toHaveLength(2)
  server.net(true)
  await acting.flush()
  await time.go(5000)
  expect(notesOf(server)).toBe('Before, during and after')
  expect(server.rows.get('b')?.proposals).toBe('Also here')
  expect(acting.queue()).toEqual([])
})

test('the tab is closed before anything was sent: opened again, it stands there and is saved', async () => {
  const server = aServer(anItem('a'))
  const cache = aCache()
  server.net(false)
  const first = await open(server, { cache })
  first.word('Half a sentence')
  await settle()
  server.net(true)
  const second = await open(server, { cache })
  expect(second.notes.ready()).toBe(true)
  expect(second.notes.restored()).toBe(1)
  expect(second.notes.text('a', 'notes')).toBe('Half a sentence')
  await second.time.go(2000)
  expect(notesOf(server)).toBe('Half a sentence')
})

test('the sign-in has expired: it waits, and goes when the person is signed in again', async () => {
  const server = aServer(anItem('a'))
  const { acting, word, time } = await open(server)
  server.sign(false)
  word('Written meanwhile')
  await time.go(2000)
  expect(acting.signInNeeded()).toBe(true)
  word('Written meanwhile, all of it')
  await time.go(6000)
  server.sign(true)
  await acting.flush()
  await time.go(6000)
  expect(notesOf(server)).toBe('Written meanwhile, all of it')
})

test.for([
  { cache: aCache({ works: false }), says: 'denies storage' },
  { cache: aCache({ full: true }), says: 'has no room left' },
])('where the browser $says, it says so and sends at once', async ({ cache }) => {
  const server = aServer(anItem('a'))
  const { notes, word, time } = await open(server, { cache })
  word('A')
  await settle()
  await time.go(1)
  word('AB')
  await time.go(1)
  expect(notes.keeps()).toBe(false)
  expect(notesOf(server)).toBe('AB')
})

test('two people at different items never meet', async () => {
  const server = aServer(anItem('a'), anItem('b'))
  const [kim, sam] = [await open(server), await open(server)]
  kim.notes.type('a', 'notes', 'By Kim')
  sam.notes.type('b', 'notes', 'By Sam')
  await kim.time.go(2000)
  await sam.time.go(2000)
  expect([notesOf(server), notesOf(server, 'b')]).toEqual(['By Kim', 'By Sam'])
})

test('two people at the same text: both versions are shown, and the one put together is saved', async () => {
  const server = aServer(anItem('a', '1', { notes: 'Begun' }))
  const [kim, sam] = [await open(server), await open(server)]
  kim.word('Begun by Kim')
  await kim.time.go(2000)
  sam.word('Begun by Sam')
  await sam.time.go(2000)
  expect(notesOf(server)).toBe('Begun by Kim')
  expect(sam.notes.boxOf('a')?.theirs).toEqual({ notes: 'Begun by Kim' })
  expect(sam.notes.text('a', 'notes')).toBe('Begun by Sam')
  sam.notes.choose('a', 'notes', 'Begun by Kim and Sam')
  await sam.time.go(2000)
  expect(notesOf(server)).toBe('Begun by Kim and Sam')
})

test('a decision on the item meanwhile is no clash', async () => {
  const server = aServer(anItem('a'))
  const { notes, word, time } = await open(server)
  word('The decision was')
  notes.take([{ ...server.write('a', {}), outcome: 'grant' }])
  await time.go(2000)
  expect(notes.boxOf('a')?.theirs).toEqual({})
  expect(notesOf(server)).toBe('The decision was')
})

test('taken back from the queue by hand, what was typed is sent again', async () => {
  const server = aServer(anItem('a'))
  const { acting, word, time } = await open(server)
  server.net(false)
  word('Kept')
  await time.go(3000)
  server.net(true)
  await acting.discard(acting.queue()[0]?.key ?? '')
  await time.go(2000)
  expect(notesOf(server)).toBe('Kept')
})

test('closing the page sends what is left', async () => {
  const server = aServer(anItem('a'))
  const { notes, word } = await open(server)
  word('The last word')
  notes.close()
  await settle()
  expect(notesOf(server)).toBe('The last word')
})
