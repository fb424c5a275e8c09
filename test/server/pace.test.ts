/** How fast messages go, and how often one conversation is written to. */
import { expect, test } from 'vitest'
import { backOffMs } from '#bots/delivery/backOff.ts'
import { createConversationLimits } from '#bots/delivery/conversationLimits.ts'
import { createPace } from '#bots/delivery/pace.ts'
import { createUnits } from '#bots/delivery/units.ts'
import { createVirtualTime } from '#scripts/botMonth/virtualTime.ts'

const RATE = 12

/** Instants of sends in so many seconds, each answered as `isThrottled` says. */
async function sendsIn(seconds: number, isThrottled: (n: number, at: number) => boolean) {
  const time = createVirtualTime(0)
  const pace = createPace(time, RATE)
  const sends: number[] = []
  const worker = async () => {
    for (;;) {
      await pace.turn()
      await time.sleep(30)
      await pace.gate()
      const n = sends.push(time.now())
      await time.sleep(100)
      pace.answered(isThrottled(n, time.now()), 2000)
    }
  }
  for (let i = 0; i < RATE; i++) void worker()
  await time.runUntil(seconds * 1000)
  return sends
}

const most = (sends: readonly number[]) =>
  Math.max(...sends.map((at) => sends.filter((other) => other >= at && other < at + 999).length))

test.each([
  { says: 'nothing is refused', isThrottled: () => false },
  { says: 'one in twenty is refused', isThrottled: (n: number) => n % 20 === 0 },
])('the rate is held within five percent and never passed when $says', async ({ isThrottled }) => {
  const sends = await sendsIn(100, isThrottled)
  expect(sends.length / 100 / RATE).toBeGreaterThan(0.95)
  expect(most(sends)).toBeLessThanOrEqual(RATE)
})

test('everybody slows down when the service refuses most, and comes back when it no longer does', async () => {
  const sends = await sendsIn(120, (_, at) => at < 60_000)
  const within = (from: number, to: number) => sends.filter((at) => at >= from && at < to).length
  expect(within(30_000, 60_000)).toBeLessThan(30)
  expect(within(110_000, 120_000)).toBeGreaterThan(RATE * 10 * 0.9)
})

test.each([
  { says: 'seven in a second', gapMs: 0, sends: 8, waits: 1000 },
  { says: 'eight in two seconds', gapMs: 160, sends: 9, waits: 720 },
  { says: 'sixty in thirty seconds', gapMs: 300, sends: 61, waits: 12_000 },
])('a conversation takes no more than $says', async ({ gapMs, sends, waits }) => {
  const time = createVirtualTime(0)
  const limits = createConversationLimits(time)
  for (let n = 1; n < sends; n++) {
    expect(limits.take('channel')).toBe(0)
    await time.runUntil(n * gapMs)
  }
  expect(limits.take('channel')).toBe(waits)
  expect(limits.take('other')).toBe(0)
})

test.each([
  { says: 'doubled each time', attempt: 3, retryAfterMs: 0, least: 2000, most: 6000 },
  { says: 'no longer than a minute and a half', attempt: 20, retryAfterMs: 0, least: 30_000, most: 90_000 },
  {
    says: 'never sooner than the service said',
    attempt: 1,
    retryAfterMs: 20_000,
    least: 20_000,
    most: 21_000,
  },
])('another attempt waits: $says', ({ attempt, retryAfterMs, least, most: longest }) => {
  for (const random of [0, 0.5, 0.999]) {
    const ms = backOffMs(attempt, () => random, retryAfterMs)
    expect(ms).toBeGreaterThanOrEqual(least)
    expect(ms).toBeLessThanOrEqual(longest)
  }
})

test('what SharePoint lets an application use is taken no faster than the share of it, a little ahead', async () => {
  const time = createVirtualTime(0)
  const units = createUnits(time, 60)
  let taken = 0
  const read = async () => {
    for (;;) {
      await units.take(2)
      taken += 2
    }
  }
  void read()
  await time.runUntil(60_000)
  expect(taken).toBeGreaterThanOrEqual(60)
  // Those of the ten seconds ahead, and one that is being taken.
  expect(taken).toBeLessThanOrEqual(60 + 10 + 2)
})
