/** What gates look at is read once; after that a question asks only for what has changed, and always knows it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { keptRows } from '#bots/messages/keptRows.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
}, 60_000)
afterAll(() => stand.close())

test('a change is known to whoever asks after it, with every column, in one request or two', async () => {
  const need = await aNeed(stand, { description: 'Först' })
  const found = async () => (await keptRows(stand.store))(initiatives).find(({ key }) => key === need.key)
  expect(await found()).toEqual(need)
  expect(await stand.requestsOf(found)).toBeLessThanOrEqual(1)
  await stand.store.change(initiatives, need, { description: 'Sedan' })
  const requests = await stand.requestsOf(async () => expect((await found())?.description).toBe('Sedan'))
  expect(requests).toBeLessThanOrEqual(2)
})

test('all who ask meanwhile are answered by one reading, each knowing what they have done', async () => {
  await keptRows(stand.store)
  const made: Promise<boolean>[] = []
  const requests = await stand.requestsOf(async () => {
    const need = await aNeed(stand)
    for (let n = 0; n < 5; n++)
      made.push(keptRows(stand.store).then((items) => items(initiatives).some(({ key }) => key === need.key)))
    await Promise.all(made)
  })
  expect(await Promise.all(made)).toEqual([true, true, true, true, true])
  expect(requests).toBeLessThanOrEqual(12)
})

test('what could not be read is read by the next who asks', async () => {
  const { control } = stand.tenant
  const need = await aNeed(stand)
  control.setFaults([{ match: { path: 'batch' }, times: 1, status: 500 }])
  await expect(keptRows(stand.store)).rejects.toThrow()
  control.setFaults([])
  expect((await keptRows(stand.store))(initiatives).some(({ key }) => key === need.key)).toBe(true)
})
