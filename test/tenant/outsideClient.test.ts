/** An unmodified outside Graph client, @pnp/graph, does a list's whole life over real HTTP. */
import '@pnp/graph/columns/index.js'
import '@pnp/graph/list-item/index.js'
import '@pnp/graph/lists/index.js'
import '@pnp/graph/sites/index.js'
import { GraphBrowser, GraphCollection, type GraphFI, graphfi, GraphInstance, graphPatch } from '@pnp/graph'
import { Paged } from '@pnp/graph/behaviors/paged.js'
import { body, headers, InjectHeaders } from '@pnp/queryable'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '#scripts/tenant/listen.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'
import { ids, smallTenant } from './fixtures.ts'

let tenant: Tenant
let server: Listening
let graph: GraphFI

beforeAll(async () => {
  tenant = createTenant(smallTenant())
  server = await listen(tenant, { port: 0 })
  const response = await fetch(`${server.origin}/${ids.tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: ids.manage,
      client_secret: 'secret-manage',
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  graph = graphfi().using(
    GraphBrowser({ baseUrl: `${server.origin}/v1.0` }),
    InjectHeaders({ Authorization: `Bearer ${token}` }),
  )
})
afterAll(async () => {
  await server.close()
  tenant.close()
})

type Row = { id: string; eTag: string; fields: Record<string, unknown>; deleted?: { state: string } }
type Page = { value: Row[]; hasNext: boolean; nextLink: string; deltaLink: string }

test('creates a list with columns, adds, filters, pages, updates with If-Match and follows delta', async () => {
  const lists = graph.sites.getById(ids.site).lists
  const made = await lists.add({
    displayName: 'Outside',
    columns: [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }],
    list: { template: 'genericList' },
  })
  const list = lists.getById(made.id ?? '')
  await list.columns.add({ name: 'Pages', number: {}, indexed: true })
  expect((await list.columns()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Key', 'Pages', 'LinkTitle']),
  )

  for (let row = 1; row <= 25; row += 1) {
    await list.items.add({ fields: { Title: `Bok ${row}`, Key: `k${row}`, Pages: row } as object })
  }
  await expect(list.items.add({ fields: { Key: 'k1' } as object })).rejects.toThrow('duplicate values')

  const few = await list.items.filter('fields/Pages gt 23').expand('fields')<Row[]>()
  expect(few.map(({ fields }) => fields['Key'])).toEqual(['k24', 'k25'])

  const sizes: number[] = []
  for await (const page of list.items.top(10).expand('fields($select=Key)'))
    sizes.push((page as Row[]).length)
  expect(sizes).toEqual([10, 10, 5])

  const delta = GraphCollection(list.items, 'delta')
  delta.query.set('token', 'latest')
  const { deltaLink } = (await delta.using(Paged())()) as unknown as Page

  const item = list.items.getById('7')
  const before = await item.expand('fields')<Row>()
  const fields = GraphInstance(list.items.getById('7'), 'fields')
  const change = (pages: number) =>
    graphPatch(fields, headers({ 'If-Match': before.eTag }, body({ Pages: pages })))
  expect(await change(700)).toMatchObject({ Pages: 700, Key: 'k7' })
  await expect(change(701)).rejects.toThrow('[412]')
  await list.items.getById('8').delete()

  const later = GraphCollection([list.items, deltaLink]).using(Paged())
  const changes = (await later.expand('fields')()) as unknown as Page
  expect(changes.value.map(({ id, deleted }) => [id, deleted?.state])).toEqual([
    ['7', undefined],
    ['8', 'deleted'],
  ])
  expect(changes.value[0]?.fields['Pages']).toBe(700)

  await list.update({ displayName: 'Utifrån' })
  expect((await list())['displayName']).toBe('Utifrån')
  await list.delete()
  expect((await lists()).map(({ name }) => name)).toEqual(['Shared Documents'])
})
