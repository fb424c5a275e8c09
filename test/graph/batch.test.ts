/** Batches on the local tenant: every call gets its own answer, and only the throttled ones are asked again. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { portfolios } from '#src/lists/portfolios.ts'
import { batch } from '#src/graph/batch.ts'
import type { Graph } from '#src/graph/client.ts'
import { GraphError } from '#src/graph/errors.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

const ROWS = 50
let stand: Stand
let graph: Graph
let items: string
let ids: string[]

beforeAll(async () => {
  stand = await setUpStand('lists')
  graph = stand.graphAs('server')
  items = `/sites/${stand.site.id}/lists/${stand.site.listIds.Portfolios}/items`
  await stand.store.createMany(
    portfolios,
    Array.from({ length: ROWS }, (_, i) => ({
      key: `pf-${i}`,
      title: `Portfölj ${i}`,
      code: 'P',
      process: 'behovsprocessen' as const,
    })),
  )
  ids = (await stand.store.all(portfolios)).map(({ id }) => id)
})
afterAll(() => stand.close())
afterEach(() => stand.tenant.control.setFaults([]))

const calls = (asked = ids) => asked.map((id) => ({ path: `${items}/${id}?$select=id` }))
const idOf = (answer: unknown) => (answer as { id?: string }).id
const waits: number[] = []
const wait = async (seconds: number) => void waits.push(seconds)

test('fifty calls go in three requests and are answered in the order asked', async () => {
  let answers: unknown[] = []
  const requests = await stand.requestsOf(async () => {
    answers = await batch(graph, calls())
  })
  expect(requests).toBe(3)
  expect(answers.map(idOf)).toEqual(ids)
})

test('nothing to ask asks nothing', async () => {
  expect(await stand.requestsOf(() => batch(graph, []))).toBe(0)
})

test('only the throttled calls are asked again, after the longest time that one of them said', async () => {
  waits.length = 0
  stand.tenant.control.setFaults([
    { match: { path: `/items/${ids[3]}\\?` }, times: 1, status: 429, retryAfter: 7 },
    { match: { path: `/items/${ids[5]}\\?` }, times: 1, status: 503, retryAfter: 11 },
  ])
  const bodies: number[] = []
  const counted: Graph = (call) => {
    bodies.push((call.body as { requests: unknown[] }).requests.length)
    return graph(call)
  }
  const answers = await batch(counted, calls(ids.slice(0, 20)), wait)
  expect([bodies, waits]).toEqual([[20, 2], [11]])
  expect(answers.map(idOf)).toEqual(ids.slice(0, 20))
})

test('a call that stays throttled fails alone and says for how long', async () => {
  stand.tenant.control.setFaults([
    { match: { path: `/items/${ids[1]}\\?` }, times: 99, status: 429, retryAfter: 9 },
  ])
  const answers = await batch(graph, calls(ids.slice(0, 3)), wait)
  expect(answers.map(idOf)).toEqual([ids[0], undefined, ids[2]])
  expect(answers[1]).toMatchObject({ status: 429, retryAfter: 9, code: 'activityLimitReached' })
})

test.for([
  { says: 'a date', header: 'Wed, 21 Oct 2026 07:28:00 GMT' },
  { says: 'nothing', header: undefined },
])('a wait said as $says becomes one second', async ({ header }) => {
  waits.length = 0
  let turn = 0
  const throttled = (async () => ({
    responses: [
      ++turn === 1
        ? { id: '0', status: 429, headers: header === undefined ? {} : { 'Retry-After': header } }
        : { id: '0', status: 200, body: { id: 'x' } },
    ],
  })) as unknown as Graph
  expect((await batch(throttled, [{ path: '/x' }], wait)).map(idOf)).toEqual(['x'])
  expect(waits).toEqual([1])
})

test('a call that fails leaves the others alone and carries the code of the service', async () => {
  const answers = await batch(graph, calls([ids[0] ?? '', '99999', ids[1] ?? '']))
  expect(answers.map(idOf)).toEqual([ids[0], undefined, ids[1]])
  expect(answers[1]).toBeInstanceOf(GraphError)
  expect(answers[1]).toMatchObject({ status: 404, code: 'itemNotFound' })
})

test('a call that waited for one that failed is told so', async () => {
  const dependent: Graph = (call) => {
    const { requests } = call.body as { requests: { id: string }[] }
    const chained = requests.map((r) => (r.id === '1' ? { ...r, dependsOn: ['0'] } : r))
    return graph({ ...call, body: { requests: chained } })
  }
  const answers = await batch(dependent, calls(['99999', ids[0] ?? '']))
  expect(answers).toMatchObject([{ status: 404 }, { status: 424, code: 'FailedDependency' }])
})

test('a batch that is throttled as a whole is asked again', async () => {
  stand.tenant.control.setFaults([{ match: { path: 'batch' }, times: 2, status: 429, retryAfter: 0 }])
  expect((await batch(graph, calls(ids.slice(0, 2)))).map(idOf)).toEqual(ids.slice(0, 2))
})

test('a call without an answer is an error of its own', async () => {
  const forgetful = (async () => ({ responses: [{ id: '0', status: 200, body: {} }] })) as unknown as Graph
  expect((await batch(forgetful, calls(['1', '2'])))[1]).toMatchObject({ status: -1, code: 'missing' })
})
