/** Asking a list what changed. */
import { beforeEach, expect, test } from 'vitest'
import { addRows, aList, aTenant, type Body, type Client, type House, nextOf } from './fixtures.ts'

let house: House
let call: Client
let list: string

beforeEach(async () => {
  house = aTenant()
  call = await house.as('manage')
  list = await aList(call)
})

const keys = (body: Body): string[] =>
  body.value.map(({ fields, id }) => String(fields?.['Key'] ?? `gone ${id}`))

async function follow(start: string): Promise<{ seen: string[]; pages: number; link: string }> {
  const seen: string[] = []
  let link = start
  for (let pages = 1; ; pages += 1) {
    const { body } = await call('GET', link)
    seen.push(...keys(body))
    link = nextOf(body)
    if (body['@odata.deltaLink'] !== undefined) return { seen, pages, link }
  }
}

test('reads everything first, then only what changed, with what was removed as a tombstone', async () => {
  await addRows(call, list, [{ Key: 'a' }, { Key: 'b' }, { Key: 'c' }])
  const first = await follow(`${list}/items/delta?$expand=fields`)
  expect(first.seen).toEqual(['a', 'b', 'c'])

  await call('PATCH', `${list}/items/1/fields`, { Title: 'changed' })
  await call('DELETE', `${list}/items/2`)
  const { body } = await call('GET', first.link)
  expect(keys(body)).toEqual(['a', 'gone 2'])
  expect(body.value[1]).toMatchObject({ id: '2', deleted: { state: 'deleted' } })
  expect(body.value[1]).not.toHaveProperty('eTag')
  expect((await follow(nextOf(body))).seen).toEqual([])
})

test('a row that was removed before the first reading is not mentioned', async () => {
  await addRows(call, list, [{ Key: 'a' }, { Key: 'b' }])
  await call('DELETE', `${list}/items/1`)
  expect((await follow(`${list}/items/delta?$expand=fields`)).seen).toEqual(['b'])
})

test('what changes or goes while the pages are read comes again, the last word last', async () => {
  await addRows(call, list, [{ Key: 'a' }, { Key: 'b' }, { Key: 'c' }])
  const { body: first } = await call('GET', `${list}/items/delta?$expand=fields&$top=2`)
  expect(keys(first)).toEqual(['a', 'b'])
  await call('DELETE', `${list}/items/1`)
  await call('PATCH', `${list}/items/2/fields`, { Key: 'b2' })
  expect((await follow(nextOf(first))).seen).toEqual(['c', 'gone 1', 'b2'])
})

test('token=latest gives a link without reading', async () => {
  await addRows(call, list, [{ Key: 'a' }])
  const { body } = await call('GET', `${list}/items/delta?token=latest&$expand=fields`)
  expect(body.value).toEqual([])
  await addRows(call, list, [{ Key: 'b' }])
  expect((await follow(nextOf(body))).seen).toEqual(['b'])
})

test.each(['delta()', "delta(token='latest')"])('the form %s works too', async (form) => {
  expect((await call('GET', `${list}/items/${form}`)).status).toBe(200)
})

test('pages hold 200 rows unless $top says more', async () => {
  await addRows(
    call,
    list,
    Array.from({ length: 250 }, (_, index) => ({ Key: `k${index}` })),
  )
  expect((await follow(`${list}/items/delta?$expand=fields`)).pages).toBe(2)
  expect((await follow(`${list}/items/delta?$expand=fields&$top=5000`)).pages).toBe(1)
})

test('$filter is refused, and so is a token of another list', async () => {
  expect((await call('GET', `${list}/items/delta?$filter=fields/Key eq 'a'`)).status).toBe(400)
  const other = await aList(call, [], 'Other')
  const { body } = await call('GET', `${other}/items/delta?token=latest`)
  const token = new URL(nextOf(body)).searchParams.get('token')
  expect((await call('GET', `${list}/items/delta?token=${token}`)).status).toBe(400)
})

test('a token that is too old is answered 410 with the place to start again', async () => {
  const { body } = await call('GET', `${list}/items/delta?token=latest`)
  house.tenant.control.setFaults([{ match: { path: '/delta' }, times: 1, expireDelta: true }])
  const old = await call('GET', nextOf(body))
  expect(old.status).toBe(410)
  expect(old.body.error.code).toBe('resyncChangesApplyDifferences')
  expect((await call('GET', old.headers.get('location') ?? '')).status).toBe(200)
  house.tenant.control.setFlags({ deltaTokenDays: -1 })
  expect((await call('GET', nextOf(body))).status).toBe(410)
})

test('a page may hold an error among its rows, and be 200 all the same', async () => {
  await addRows(call, list, [{ Key: 'a' }])
  house.tenant.control.setFaults([{ match: { path: '/delta' }, times: 1, errorInDelta: true }])
  const { status, body } = await call('GET', `${list}/items/delta`)
  expect(status).toBe(200)
  expect(body.value[0]?.error.code).toBe('InternalServerError')
})

test('with a replication lag new rows show up later, in the list and in delta', async () => {
  const { body: before } = await call('GET', `${list}/items/delta?token=latest`)
  house.tenant.control.setFlags({ replicationLagMs: 60_000 })
  await addRows(call, list, [{ Key: 'a' }])
  expect((await call('GET', `${list}/items`)).body.value).toEqual([])
  const { body } = await call('GET', nextOf(before))
  expect(body.value).toEqual([])
  expect((await call('GET', `${list}/items/1`)).status).toBe(200)
  house.tenant.control.setFlags({ replicationLagMs: 0 })
  expect((await call('GET', nextOf(body))).body.value).toHaveLength(1)
})
