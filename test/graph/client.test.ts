/** The door to Graph: hosts, tokens, claims challenges, errors and patience. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGraph, GRAPH_ORIGIN } from '#src/graph/client.ts'
import { GraphError, isDuplicate, isLost, isNoRight, SignInNeeded } from '#src/graph/errors.ts'
import { pathOf } from '#src/graph/links.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())

/** A service that answers what it is told, and remembers what it was asked. */
function service(...answers: (() => Response)[]) {
  const asked: { url: string; authorization: string | null; method: string }[] = []
  const send = (async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    asked.push({ url, authorization: headers.get('authorization'), method: init.method ?? '' })
    return (answers[asked.length - 1] ?? (() => Response.json({})))()
  }) as unknown as typeof fetch
  return { asked, send }
}

const failed = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )

test('without another origin it asks Microsoft Graph, with the query as it was written', async () => {
  const { asked, send } = service()
  const graph = createGraph({ getToken: async () => 't', fetch: send })
  const path =
    "/sites/a,b,c/lists/x/items?$filter=fields/Key%20eq%20'a%26b%2Bc%23'&$expand=fields($select=Key,Title)"
  await graph({ path })
  expect(asked).toEqual([{ url: `${GRAPH_ORIGIN}/v1.0${path}`, authorization: 'Bearer t', method: 'GET' }])
})

test.for([
  { says: "Graph's", link: `${GRAPH_ORIGIN}/v1.0/sites/x/lists?$skiptoken=a%2Fb` },
  { says: "the local tenant's", link: 'http://127.0.0.1:4000/v1.0/sites/x/lists?$skiptoken=a%2Fb' },
  { says: 'a path', link: '/sites/x/lists?$skiptoken=a%2Fb' },
])('a link of $says own host is followed on the origin it was given', async ({ link }) => {
  const { asked, send } = service()
  const graph = createGraph({ getToken: async () => 't', origin: 'http://127.0.0.1:5000', fetch: send })
  await graph({ path: link })
  expect(asked[0]?.url).toBe('http://127.0.0.1:5000/v1.0/sites/x/lists?$skiptoken=a%2Fb')
  expect(pathOf(link)).toBe('/sites/x/lists?$skiptoken=a%2Fb')
})

test('links of the local tenant are followed', async () => {
  const graph = stand.graphAs('server')
  const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.Trail}/items`
  await graph({ method: 'POST', path, body: { fields: { Title: 'Ett' } } })
  await graph({ method: 'POST', path, body: { fields: { Title: 'Två' } } })
  const first = await graph<{ '@odata.nextLink'?: string }>({ path: `${path}?$top=1` })
  const link = first['@odata.nextLink'] ?? ''
  expect(link).toContain(stand.origin)
  expect((await graph<{ value: unknown[] }>({ path: link })).value).toHaveLength(1)
})

test('a claims challenge is answered once, with a token that holds the claims', async () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'
  const challenge = () =>
    new Response('{}', {
      status: 401,
      headers: {
        'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`,
      },
    })
  const { asked, send } = service(challenge, () => Response.json({ ok: true }))
  const tokens: (string | undefined)[] = []
  const getToken = async (wanted?: string) => {
    tokens.push(wanted)
    return wanted === undefined ? 'old' : 'new'
  }
  expect(await createGraph({ getToken, fetch: send })({ path: '/me' })).toEqual({ ok: true })
  expect([tokens, asked.map((a) => a.authorization)]).toEqual([
    [undefined, claims],
    ['Bearer old', 'Bearer new'],
  ])
  const stubborn = service(challenge, challenge)
  expect(await failed(createGraph({ getToken, fetch: stubborn.send })({ path: '/me' }))).toMatchObject({
    status: 401,
  })
  expect(stubborn.asked).toHaveLength(2)
})

test('a refused token without a challenge is an error at once', async () => {
  const { asked, send } = service(() => new Response('{}', { status: 401 }))
  const graph = createGraph({ getToken: async () => 't', fetch: send })
  expect(await failed(graph({ path: '/me' }))).toMatchObject({ status: 401 })
  expect(asked).toHaveLength(1)
})

test('an error carries what the service said', async () => {
  const graph = stand.graphAs('employee')
  const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.Trail}/items`
  const error = await failed(graph({ method: 'POST', path, body: { fields: { Title: 'x' } } }))
  expect(error).toBeInstanceOf(GraphError)
  expect([isNoRight(error), (error as GraphError).code]).toEqual([true, 'accessDenied'])
  expect((error as GraphError).requestId).not.toBe('')
})

test('a broken connection is lost: nobody knows whether it was done', async () => {
  const send = (() => Promise.reject(new TypeError('fetch failed'))) as typeof fetch
  expect(isLost(await failed(createGraph({ getToken: async () => 't', fetch: send })({ path: '/me' })))).toBe(
    true,
  )
})

test.for([
  {
    says: 'Graph',
    body: '{"error":{"code":"activityLimitReached","message":"x"}}',
    type: 'application/json',
  },
  { says: 'a page from what stands before it', body: '<html>Too many</html>', type: 'text/html' },
  { says: 'nothing', body: '', type: 'text/plain' },
])('told by $says to wait longer than it has patience for, it says so at once', async ({ body, type }) => {
  const headers = { 'retry-after': '120', 'content-type': type }
  const { asked, send } = service(() => new Response(body, { status: 429, headers }))
  const graph = createGraph({ getToken: async () => 't', fetch: send, longestWait: 20 })
  expect(await failed(graph({ path: '/me' }))).toMatchObject({ status: 429, retryAfter: 120 })
  expect(asked).toHaveLength(1)
})

test.for([
  {
    says: 'a list with no right',
    error: new GraphError({ status: 403, code: '', message: '' }),
    lost: false,
  },
  {
    says: 'a gateway that gave up',
    error: new GraphError({ status: 504, code: '', message: '' }),
    lost: true,
  },
  { says: 'a mistake of ours', error: new TypeError('x is not a function'), lost: false },
])('$says: lost is $lost', ({ error, lost }) => {
  expect([isLost(error), isDuplicate(error)]).toEqual([lost, false])
})

test('that the person must sign in by hand is said as it is, at first and after a claims challenge', async () => {
  const needed = new SignInNeeded()
  const graph = createGraph({ getToken: () => Promise.reject(needed) })
  expect(await failed(graph({ path: '/me' }))).toBe(needed)
  const claims = 'Bearer realm="", error="insufficient_claims", claims="e30="'
  const { send } = service(() => new Response(null, { status: 401, headers: { 'www-authenticate': claims } }))
  const challenged = createGraph({
    fetch: send,
    getToken: async (asked) => {
      if (asked) throw needed
      return 'token'
    },
  })
  expect(await failed(challenged({ path: '/me' }))).toBe(needed)
})

test('a token that fails in another way is a lost request, as without a net', async () => {
  const graph = createGraph({ getToken: () => Promise.reject(new Error('no_network_connectivity')) })
  expect(isLost(await failed(graph({ path: '/me' })))).toBe(true)
})
