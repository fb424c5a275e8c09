/** Subscriptions to a list: shaken hands on, short-lived, and told that something changed but never what. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aList, aTenant, type Body, type Client, type House, ids, site } from './fixtures.ts'

type Answering = (query: URLSearchParams, response: ServerResponse) => void

let house: House
let call: Client
let list: string
let address: string
let heard: Body[]
let answer: Answering
let close: () => void

const shakesHands: Answering = (query, response) => {
  const token = query.get('validationToken')
  if (token === null) response.writeHead(202).end()
  else response.writeHead(200, { 'content-type': 'text/plain' }).end(token)
}

beforeEach(async () => {
  house = aTenant({ notificationDelayMs: 20, notificationRetriesMs: [20, 20] })
  call = await house.as('manage')
  list = await aList(call)
  heard = []
  answer = shakesHands
  const server = createServer((request, response) => void receive(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
})
afterEach(() => {
  house.tenant.close()
  close()
})

async function receive(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  if (text !== '') heard.push(JSON.parse(text) as Body)
  answer(new URL(request.url ?? '', 'http://x').searchParams, response)
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const subscribe = (more: object = {}, as: Client = call) =>
  as('POST', 'subscriptions', {
    changeType: 'updated',
    resource: list,
    notificationUrl: address,
    expirationDateTime: inMinutes(60),
    clientState: 'secret',
    ...more,
  })

describe('a new subscription', () => {
  test('is made after the address has given back the token', async () => {
    const { status, body } = await subscribe()
    expect(status).toBe(201)
    expect(body).toMatchObject({ changeType: 'updated', resource: list, clientState: 'secret' })
    expect(heard).toEqual([])
  })

  test.for([
    {
      says: 'gives back something else',
      how: (_q, r) => void r.writeHead(200, { 'content-type': 'text/plain' }).end('no'),
    },
    {
      says: 'answers JSON',
      how: (q, r) =>
        void r.writeHead(200, { 'content-type': 'application/json' }).end(q.get('validationToken')),
    },
    { says: 'answers 202', how: (_q, r) => void r.writeHead(202).end() },
    { says: 'takes too long', how: () => undefined, patienceMs: 50 },
  ] satisfies { says: string; how: Answering; patienceMs?: number }[])(
    'is refused when the address $says',
    async ({ how, patienceMs = 10_000 }) => {
      house.tenant.control.setFlags({ handshakeMs: patienceMs })
      answer = how
      const { status, body } = await subscribe()
      expect([status, body.error.code]).toEqual([400, 'ValidationError'])
      expect((await call('GET', 'subscriptions')).body.value).toEqual([])
    },
  )

  test.for([
    { says: 'another kind of change', more: { changeType: 'created' }, text: "'changeType'" },
    { says: 'two kinds of change', more: { changeType: 'updated,deleted' }, text: "'changeType'" },
    {
      says: 'a longer life than 42,300 minutes',
      more: { expirationDateTime: inMinutes(42_301) },
      text: '42300',
    },
    { says: 'an end that has passed', more: { expirationDateTime: inMinutes(-1) }, text: 'future' },
    { says: 'an address without https', more: { notificationUrl: 'http://example.org/' }, text: 'HTTPS' },
    {
      says: 'a full address of the list',
      more: { resource: 'https://graph.microsoft.com/v1.0/sites/x' },
      text: 'relative',
    },
  ])('with $says is refused', async ({ more, text }) => {
    const { status, body } = await subscribe(more)
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(text)])
  })

  test('of 42,300 minutes is allowed', async () => {
    expect((await subscribe({ expirationDateTime: inMinutes(42_299.9) })).status).toBe(201)
  })

  test('takes the right to write', async () => {
    expect((await subscribe({}, await house.as('read'))).status).toBe(403)
    expect((await subscribe({}, await house.by(ids.reader))).status).toBe(403)
    expect((await subscribe({}, await house.by(ids.writer))).status).toBe(201)
  })

  test('of a list that is not there is 404', async () => {
    expect((await subscribe({ resource: `${site}/lists/nope` })).status).toBe(404)
  })
})

describe('a change', () => {
  const told = (count: number) => expect.poll(() => heard).toHaveLength(count)

  test.for([
    { says: 'a new row', change: () => call('POST', `${list}/items`, { fields: { Title: 'a' } }) },
    { says: 'a changed row', change: () => call('PATCH', `${list}/items/1/fields`, { Title: 'b' }) },
    { says: 'a removed row', change: () => call('DELETE', `${list}/items/1`) },
  ])('of any kind is told: $says', async ({ change }) => {
    await call('POST', `${list}/items`, { fields: { Title: 'first' } })
    const { body } = await subscribe()
    await change()
    await told(1)
    expect(heard[0]?.value).toEqual([
      {
        subscriptionId: body.id,
        subscriptionExpirationDateTime: body['expirationDateTime'],
        clientState: 'secret',
        changeType: 'updated',
        resource: list,
        tenantId: ids.tenant,
        resourceData: null,
      },
    ])
  })

  test('that comes with others is told once', async () => {
    await subscribe()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (const Title of ['a', 'b', 'c']) await call('POST', `${list}/items`, { fields: { Title } })
    vi.advanceTimersByTime(20)
    vi.useRealTimers()
    await told(1)
    await call('POST', `${list}/items`, { fields: { Title: 'later' } })
    await told(2)
  })

  test('is told again when it was not taken', async () => {
    await subscribe()
    answer = (_query, response) => {
      if (heard.length < 3) response.writeHead(503).end()
      else response.writeHead(202).end()
    }
    await call('POST', `${list}/items`, { fields: { Title: 'a' } })
    await told(3)
  })
})

describe('one’s own subscriptions', () => {
  test('are listed, renewed and removed; those of others are not found', async () => {
    const { body } = await subscribe()
    const other = await house.by(ids.writer)
    expect((await call('GET', 'subscriptions')).body.value.map(({ id }) => id)).toEqual([body.id])
    expect((await other('GET', 'subscriptions')).body.value).toEqual([])
    expect((await other('DELETE', `subscriptions/${body.id}`)).status).toBe(404)
    const until = inMinutes(120)
    const renewed = await call('PATCH', `subscriptions/${body.id}`, { expirationDateTime: until })
    expect(renewed.body['expirationDateTime']).toBe(until)
    const tooLong = await call('PATCH', `subscriptions/${body.id}`, { expirationDateTime: inMinutes(50_000) })
    expect(tooLong.status).toBe(400)
    expect((await call('POST', `subscriptions/${body.id}/reauthorize`)).status).toBe(204)
    expect((await call('DELETE', `subscriptions/${body.id}`)).status).toBe(204)
    expect((await call('GET', `subscriptions/${body.id}`)).status).toBe(404)
  })
})
