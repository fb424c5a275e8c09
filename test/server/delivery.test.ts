/** How messages are claimed, sent once and marked, whatever happens to the servers and on the way. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Address, addresses, type Sending, sendings } from '#src/lists/reminding.ts'
import { momentOf } from '#src/rules/days/swedishClock.ts'
import { outcomeOf } from '#bots/delivery/outcome.ts'
import { anAction } from '#test/fixtures/meetings.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { delivering, pm, sent } from './delivering.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())

const { now, aServer, rounds, nextDay, reach, rows, states, linesOf } = delivering(() => stand)

test('a digest comes once, and says what is due', async () => {
  const server = aServer()
  await rounds(server)
  await rounds(server)
  expect(now.posted.map(({ row }) => row.person?.id)).toEqual(['pm'])
  expect(linesOf(0)).toEqual(['action/robots/2026-03-25/soon'])
  expect(await states()).toEqual(['2026-03-24 sent'])
})

test('of two servers one sends', async () => {
  const answered = await rounds(aServer('one'), aServer('other'))
  expect(answered.filter(Boolean).length).toBe(1)
  expect(now.posted.length).toBe(1)
})

test('a server that waits reads nothing before the right that it saw may have ended', async () => {
  const asked: string[] = []
  const { store } = stand
  const byKey: typeof store.byKey = (list, key) => {
    asked.push(key)
    return store.byKey(list, key)
  }
  const other = aServer('other', { store: { ...store, byKey } })
  await rounds(aServer('one'))
  await rounds(other)
  await rounds(other)
  expect(asked).toEqual(['sender'])
  await now.time.runUntil(now.time.now() + 100_000)
  expect(await rounds(other)).not.toEqual([undefined])
})

test('what another claimed and never sent is sent by whoever takes over, once its right has ended', async () => {
  await rounds(aServer('dead'))
  const [row] = await rows()
  now.posted = []
  await stand.store.change(sendings, row as Sending, { state: 'waiting' })
  const other = aServer('other')
  await rounds(other)
  expect(now.posted).toEqual([])
  await now.time.runUntil(now.time.now() + 100_000)
  await rounds(other)
  expect(now.posted.length).toBe(1)
})

test('what was on its way when its server died is told in the next digest, as perhaps seen', async () => {
  await rounds(aServer('dead'))
  const [row] = await rows()
  await stand.store.change(sendings, row as Sending, { state: 'sending' })
  await now.time.runUntil(now.time.now() + 100_000)
  const other = aServer('other')
  await rounds(other)
  expect([now.posted.length, await states()]).toEqual([1, ['2026-03-24 unconfirmed']])
  now.actions = [anAction('robots', { owner: pm, due: '2026-03-25' })]
  await nextDay('2026-03-25')
  await rounds(other)
  expect(linesOf(1)).toEqual(['action/robots/2026-03-25/soon again'])
})

test('whoever lets the bot in during the day has their digest within a minute, and once', async () => {
  const old = anAction('old', { owner: aPerson('new'), due: '2026-03-02' })
  now.actions = [...now.actions, old, anAction('plan', { owner: aPerson('new'), due: '2026-03-25' })]
  const [one, other] = [aServer('one'), aServer('other')]
  await rounds(one)
  expect(now.posted.map(({ row }) => row.person?.id)).toEqual(['pm'])
  await reach('new', '2026-03-24')
  await now.time.runUntil(now.time.now() + 31_000)
  await rounds(one, other)
  expect(now.posted.map(({ row }) => [row.person?.id, row.waits])).toEqual([
    ['pm', undefined],
    ['new', 1],
  ])
  // The one falls silent, and the other knows only what is claimed.
  await now.time.runUntil(now.time.now() + 100_000)
  await rounds(other)
  await now.time.runUntil(now.time.now() + 31_000)
  await rounds(other, one)
  expect(now.posted).toHaveLength(2)
})

test('whoever takes the bot away and lets it in again has no second digest that day', async () => {
  const server = aServer()
  await rounds(server)
  const row = async () => (await stand.store.where(addresses, { column: 'claim', value: 'pm' }))[0] as Address
  await stand.store.change(addresses, await row(), { state: 'removed', since: '2026-03-24' })
  await now.time.runUntil(now.time.now() + 31_000)
  await rounds(server)
  await stand.store.change(addresses, await row(), { state: 'reachable' })
  await now.time.runUntil(now.time.now() + 31_000)
  await rounds(server)
  await rounds(aServer('other'))
  expect(now.posted).toHaveLength(1)
})

test('a time-out is not sent again by itself', async () => {
  now.answers = [outcomeOf(undefined)]
  const server = aServer()
  await rounds(server)
  await rounds(server)
  expect([now.posted.length, await states()]).toEqual([1, ['2026-03-24 unconfirmed']])
})

test('what is throttled is sent again, no sooner than the service said', async () => {
  now.answers = [outcomeOf({ status: 429, retryAfter: '7' }), outcomeOf({ status: 412 })]
  const began = now.time.now()
  await rounds(aServer())
  expect([now.posted.length, await states()]).toEqual([3, ['2026-03-24 sent']])
  expect(now.time.now() - began).toBeGreaterThanOrEqual(7000)
})

test('whoever has blocked the bot is not asked again', async () => {
  now.answers = [outcomeOf({ status: 403 })]
  const server = aServer()
  await rounds(server)
  await nextDay('2026-03-25')
  await rounds(server)
  expect([now.posted.length, await states()]).toEqual([1, ['2026-03-24 unreachable']])
  expect(
    (await stand.store.all(addresses)).map(({ state, lastError }: Address) => `${state} ${lastError}`),
  ).toEqual(['unreachable 403'])
})

test('a server that is told to stop finishes what is on its way, and leaves the rest for another', async () => {
  for (const id of ['one', 'two', 'three']) await reach(id)
  now.actions = ['pm', 'one', 'two', 'three'].map((id) =>
    anAction(`robots-${id}`, { owner: aPerson(id), due: '2026-03-25' }),
  )
  let isOver = false
  await rounds(
    aServer('stopping', {
      isOver: () => isOver,
      post: async (_address, activity) => {
        isOver = true
        now.posted.push({ row: activity as Sending, on: momentOf(now.time.now()).day })
        return sent
      },
    }),
  )
  const before = await states()
  expect(before.filter((state) => state.endsWith('sending'))).toEqual([])
  expect(before.some((state) => state.endsWith('waiting'))).toBe(true)
  await now.time.runUntil(now.time.now() + 120_000)
  await rounds(aServer('other'))
  expect(new Set(now.posted.map(({ row }) => row.person?.id))).toEqual(new Set(['one', 'pm', 'three', 'two']))
  expect(now.posted).toHaveLength(4)
})

test('a round ends after some minutes however much is left, says how much, and the next goes on', async () => {
  const ids = ['pm', 'one', 'two', 'three']
  for (const id of ids.slice(1)) await reach(id)
  now.actions = ids.map((id) => anAction(`robots-${id}`, { owner: aPerson(id), due: '2026-03-25' }))
  const slow = aServer('slow', { perSecond: 1 / 200 })
  const began = now.time.now()
  const [counted] = await rounds(slow)
  expect(now.time.now() - began).toBeLessThan(10 * 60_000)
  expect(counted).toMatchObject({ digests: 4, sent: now.posted.length, waiting: 4 - now.posted.length })
  expect(counted?.waiting).toBeGreaterThan(0)
  const [next] = await rounds(slow)
  expect(next).toMatchObject({ sent: 4, waiting: 0 })
  const reached = now.posted.map(({ row }) => row.person?.id)
  expect(reached).toHaveLength(ids.length)
  expect(new Set(reached)).toEqual(new Set(ids))
})
