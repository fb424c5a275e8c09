/** Many calls in one. */
import { beforeEach, describe, expect, test } from 'vitest'
import { addRows, aList, aTenant, type Client, type House } from './fixtures.ts'

let house: House
let call: Client
let list: string

beforeEach(async () => {
  house = aTenant()
  call = await house.as('manage')
  list = await aList(call)
})

const json = { 'Content-Type': 'application/json' }
const get = (id: string, url: string, more: object = {}) => ({ id, method: 'GET', url, ...more })
const batch = async (requests: unknown[]) => {
  const answer = await call('POST', '$batch', { requests })
  const status = Object.fromEntries((answer.body.responses ?? []).map((one) => [one.id, one.status]))
  return { ...answer, status: answer.status, parts: status }
}

test('answers 200 and the status of each part, in another order than asked', async () => {
  await addRows(call, list, [{ Key: 'a' }])
  const requests = Array.from({ length: 20 }, (_, index) =>
    get(String(index), `/${list}/items/${index === 0 ? 1 : 99}`),
  )
  const orders = new Set<string>()
  for (let time = 0; time < 5; time += 1) {
    const { status, body, parts } = await batch(requests)
    expect(status).toBe(200)
    expect(parts['0']).toBe(200)
    expect(parts['19']).toBe(404)
    orders.add(body.responses.map(({ id }) => id).join())
  }
  expect(orders.size).toBeGreaterThan(1)
})

test.each([
  { says: 'the version in an address', requests: [get('1', '/v1.0/me')] },
  { says: 'a full address', requests: [get('1', 'https://graph.microsoft.com/v1.0/me')] },
  { says: 'two ids that differ only in case', requests: [get('a', '/me'), get('A', '/me')] },
  { says: 'a body without Content-Type', requests: [{ id: '1', method: 'POST', url: '/x', body: {} }] },
  { says: 'a dependency that is not there', requests: [get('1', '/me', { dependsOn: ['9'] })] },
  { says: 'no parts', requests: [] },
])('refuses the whole batch for $says', async ({ requests }) => {
  const { status, body } = await batch(requests)
  expect(status).toBe(400)
  expect(body.error.message).toBe('Invalid batch payload format.')
})

test('refuses more than twenty parts', async () => {
  const { status } = await batch(Array.from({ length: 21 }, (_, index) => get(String(index), '/me')))
  expect(status).toBe(400)
})

test('what depends on a failed part is answered 424, in order otherwise', async () => {
  const { parts } = await batch([
    { id: 'make', method: 'POST', url: `/${list}/items`, headers: json, body: { fields: { Key: 'a' } } },
    get('read', `/${list}/items/1`, { dependsOn: ['make'] }),
    get('missing', `/${list}/items/77`, { dependsOn: ['read'] }),
    get('after', `/${list}/items/1`, { dependsOn: ['missing'] }),
  ])
  expect(parts).toEqual({ make: 201, read: 200, missing: 404, after: 424 })
})

test('one part may be throttled alone, with its own Retry-After', async () => {
  house.tenant.control.setFaults([{ match: { path: '/columns' }, times: 1, status: 429, retryAfter: 7 }])
  const { status, body } = await batch([get('a', `/${list}`), get('b', `/${list}/columns`)])
  expect(status).toBe(200)
  const b = body.responses.find(({ id }) => id === 'b')
  expect([b?.status, b?.headers['Retry-After']]).toEqual([429, '7'])
  expect(body.responses.find(({ id }) => id === 'a')?.status).toBe(200)
})

describe('parallel writes', () => {
  test('of one row without If-Match collide', async () => {
    await addRows(call, list, [{ Key: 'a' }])
    const patch = (id: string) => ({
      id,
      method: 'PATCH',
      url: `/${list}/items/1/fields`,
      headers: json,
      body: { Pages: 1 },
    })
    const { parts } = await batch([patch('a'), patch('b')])
    expect(Object.values(parts).sort((a, b) => a - b)).toEqual([200, 409])
    const inOrder = await batch([patch('a'), { ...patch('b'), dependsOn: ['a'] }])
    expect(inOrder.parts).toEqual({ a: 200, b: 200 })
  })

  test('of the columns of one list collide', async () => {
    const column = (name: string) => ({
      id: name,
      method: 'POST',
      url: `/${list}/columns`,
      headers: json,
      body: { name, text: {} },
    })
    const { parts, body } = await batch([column('One'), column('Two')])
    expect(Object.values(parts).sort((a, b) => a - b)).toEqual([201, 409])
    expect(JSON.stringify(body)).toContain('Save Conflict')
  })
})

test('parts have the rights of the batch, not more', async () => {
  const read = await house.as('read')
  const requests = [{ id: '1', method: 'POST', url: `/${list}/items`, headers: json, body: { fields: {} } }]
  const { body } = await read('POST', '$batch', { requests })
  expect(body.responses[0]?.status).toBe(403)
})
