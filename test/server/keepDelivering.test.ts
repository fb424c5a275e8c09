/** Rounds that follow each other, also when one fails. */
import { expect, test } from 'vitest'
import { keepDelivering } from '#bots/delivery/keepDelivering.ts'
import { createVirtualTime } from '#scripts/botMonth/virtualTime.ts'

async function roundsIn(seconds: number, round: (n: number) => Promise<void>, stopAfter = Infinity) {
  const time = createVirtualTime(0)
  const began: number[] = []
  const ended: number[] = []
  const failures: unknown[] = []
  const stop = keepDelivering(
    async () => {
      const n = began.push(time.now() / 1000)
      if (n === stopAfter) void stop().then(() => ended.push(time.now() / 1000))
      await time.sleep(4000)
      await round(n)
    },
    { clock: time, failed: (error) => failures.push(error), random: () => 0.5 },
  )
  await time.runUntil(seconds * 1000)
  return { began, ended, failures }
}

test('a round begins when the one before has ended and some seconds have passed', async () => {
  const { began } = await roundsIn(30, async () => undefined)
  expect(began).toEqual([0, 14, 28])
})

test('rounds that fail are told of and come less often; one that succeeds comes as before', async () => {
  const { began, failures } = await roundsIn(60, async (n) => {
    if (n < 3) throw new Error(`round ${n}`)
  })
  expect(began).toEqual([0, 12, 32, 46, 60])
  expect(failures.length).toBe(2)
})

test('none begins after it is stopped, which is done when the one under way has ended', async () => {
  const { began, ended } = await roundsIn(100, async () => undefined, 2)
  expect(began).toEqual([0, 14])
  expect(ended).toEqual([18])
})
