/** The side door, scripted trouble, pages of other origins, the file, and the port. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant } from '#scripts/tenant/tenant.ts'
import {
  aList,
  aTenant,
  type Client,
  clientFor,
  type House,
  ids,
  origin,
  site,
  smallTenant,
} from './fixtures.ts'

let house: House
let call: Client
let list: string

beforeEach(async () => {
  house = aTenant()
  call = await house.as('manage')
  list = await aList(call)
})

describe('scripted trouble', () => {
  test('hits as many matching requests as it says', async () => {
    house.tenant.control.setFaults([
      { match: { method: 'get', path: '/items' }, times: 2, status: 503, retryAfter: 1 },
    ])
    const statuses: number[] = []
    for (let time = 0; time < 3; time += 1) statuses.push((await call('GET', `${list}/items`)).status)
    expect(statuses).toEqual([503, 503, 200])
    house.tenant.control.setFaults([{ match: {}, times: 1, status: 429, retryAfter: 3 }])
    const { body, headers } = await call('GET', list)
    expect([body.error.code, headers.get('retry-after')]).toEqual(['activityLimitReached', '3'])
  })

  test('may hit a whole batch', async () => {
    house.tenant.control.setFaults([{ match: { path: 'batch' }, times: 1, status: 503, retryAfter: 2 }])
    const requests = [{ id: '1', method: 'GET', url: `/${list}` }]
    const first = await call('POST', '$batch', { requests })
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '2'])
    expect((await call('POST', '$batch', { requests })).status).toBe(200)
  })

  test('a dropped connection after commit leaves the row behind', async () => {
    house.tenant.control.setFaults([{ match: { method: 'POST' }, times: 1, dropAfterCommit: true }])
    const server = await listen(house.tenant, { port: 0 })
    const { token } = await house.tenant.control.appToken({ clientId: ids.manage })
    const send = () =>
      fetch(`${server.origin}/v1.0/${list}/items`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ fields: { Key: 'once' } }),
      })
    await expect(send()).rejects.toThrow('fetch failed')
    expect((await send()).status).toBe(400)
    await server.close()
    expect((await call('GET', `${list}/items?$filter=fields/Key eq 'once'`)).body.value).toHaveLength(1)
  })

  test('is set, seen and taken away over HTTP', async () => {
    const faults = (method: string, body?: object) =>
      house.tenant.handle(
        new Request(`${origin}/_control/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) }),
      )
    await faults('PUT', [{ match: { path: '/lists' }, status: 500 }])
    expect(await (await faults('GET')).json()).toMatchObject([{ times: 1, status: 500 }])
    await faults('DELETE')
    expect((await call('GET', list)).status).toBe(200)
  })
})

test('an application above its resource units is throttled, and warned from 80 %', async () => {
  house.tenant.control.setFlags({ unitsPerMinute: 10 })
  const seen: [number, string | null][] = []
  for (let time = 0; time < 6; time += 1) {
    const { status, headers } = await call('GET', `${list}/items`)
    seen.push([status, headers.get('ratelimit-remaining')])
  }
  expect(seen.map(([status]) => status)).toEqual([200, 200, 200, 200, 200, 429])
  expect(seen.map(([, left]) => left)).toEqual([null, null, null, '2', '0', '0'])
})

test('a person has a limit of requests of their own, without warning headers', async () => {
  const limited = aTenant({ userRequestsPer5Minutes: 2 })
  const reader = await limited.by(ids.reader)
  const statuses = []
  for (let i = 0; i < 3; i += 1) statuses.push(await reader('GET', 'me'))
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
  expect(statuses[2]?.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(statuses[2]?.headers.has('ratelimit-limit')).toBe(false)
  expect((await (await limited.by(ids.owner))('GET', 'me')).status).toBe(200)
  expect(limited.tenant.control.usage()).toEqual({ [ids.reader]: 3, [ids.owner]: 1 })
})

test('requests, bytes and resource units are counted', async () => {
  const { control } = house.tenant
  control.resetStats()
  await call('GET', `${list}/items`)
  const token = await call('GET', `${list}/items/delta?token=latest`)
  await call('GET', String(token.body['@odata.deltaLink']))
  const stats = control.stats()
  expect([stats.requests, stats.units]).toEqual([3, 4])
  expect(stats.paths[`/v1.0/${list}/items`]).toMatchObject({ requests: 1, units: 2 })
  expect(stats.bytes).toBeGreaterThan(200)
})

test('the business day belongs to a site and Graph does not use it', async () => {
  const today = (method: string, body?: object) =>
    house.tenant.handle(
      new Request(`${origin}/_control/today?site=books`, {
        method,
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    )
  expect(await (await today('GET')).json()).toEqual({ today: '2024-10-01' })
  await today('PUT', { today: '2024-11-05' })
  expect(house.tenant.control.today(ids.site)).toBe('2024-11-05')
  expect((await today('PUT', { today: 'soon' })).status).toBe(400)
  const before = Date.now()
  const { body } = await call('POST', `${list}/items`, { fields: {} })
  // Told in whole seconds.
  expect(Date.parse(String(body['lastModifiedDateTime']))).toBeGreaterThan(before - 1000)
})

test('flags are known by name', async () => {
  const put = (body: object) =>
    house.tenant.handle(
      new Request(`${origin}/_control/flags`, { method: 'PUT', body: JSON.stringify(body) }),
    )
  expect((await put({ defaultPage: 5 })).status).toBe(200)
  expect(house.tenant.control.flags().defaultPage).toBe(5)
  expect((await put({ nonsense: true })).status).toBe(400)
})

describe('pages of other origins', () => {
  const ask = (path: string, from: string, method = 'OPTIONS') =>
    house.tenant.handle(new Request(origin + path, { method, headers: { origin: from } }))

  test('Graph may be called from anywhere', async () => {
    const { status, headers } = await ask('/v1.0/me', 'https://example.org')
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(headers.get('access-control-allow-headers')).toContain('If-Match')
    const answer = await ask(`/v1.0/${site}`, 'https://example.org', 'GET')
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After')
  })

  test('the side door only from this machine', async () => {
    expect(
      (await ask('/_control/people', 'http://localhost:5180', 'GET')).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('http://localhost:5180')
    const other = await ask('/_control/people', 'https://localhost.example.org', 'GET')
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })
})

describe('the data file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('keeps rows, keys and numbers from start to start; seeds only add', async () => {
    const file = join(folder, 'tenant.sqlite')
    const first = createTenant(smallTenant({}, file))
    const { token } = await first.control.appToken({ clientId: ids.manage })
    const path = await aList(clientFor(first, token))
    await clientFor(first, token)('POST', `${path}/items`, { fields: { Key: 'a' } })
    const { certificateKey } = first.control.credentials(ids.manage)
    first.control.setToday('books', '2024-12-24')
    first.close()

    const second = createTenant(smallTenant({}, file))
    const again = clientFor(second, token)
    expect((await again('GET', `${path}/items?expand=fields`)).body.value[0]?.fields['Key']).toBe('a')
    expect(second.control.credentials(ids.manage).certificateKey).toEqual(certificateKey)
    expect(second.control.today('books')).toBe('2024-12-24')
    second.close()
  })

  test('may be served from another port: the addresses of its own that rows hold follow', async () => {
    const file = join(folder, 'tenant.sqlite')
    const tenant = createTenant(smallTenant({}, file))
    const { token } = await tenant.control.appToken({ clientId: ids.manage })
    const client = clientFor(tenant, token)
    const path = await aList(client)
    const addresses = ['http://127.0.0.1:518/a', 'http://127.0.0.1:5180/a', 'https://books.example.org/a']
    tenant.control.movesTo('http://127.0.0.1:518')
    for (const address of addresses)
      await client('POST', `${path}/items`, { fields: { Key: address, Genre: address } })
    tenant.control.movesTo('http://127.0.0.1:6180')
    const { body } = await client('GET', `${path}/items?expand=fields`)
    expect(body.value.map(({ fields }) => fields['Genre'])).toEqual([
      'http://127.0.0.1:6180/a',
      ...addresses.slice(1),
    ])
    const asked = encodeURIComponent("fields/Key eq 'http://127.0.0.1:6180/a'")
    expect((await client('GET', `${path}/items?$filter=${asked}`)).body.value).toHaveLength(1)
    tenant.close()
  })
})

test('a default view with a filter hides rows, when that switch is on', async () => {
  await call('POST', `${list}/items`, { fields: { Genre: 'Saga' } })
  await call('POST', `${list}/items`, { fields: { Genre: 'Fakta' } })
  house.tenant.control.setFlags({ defaultViewFilter: { field: 'Genre', value: 'Saga' } })
  expect((await call('GET', `${list}/items`)).body.value).toHaveLength(1)
})
