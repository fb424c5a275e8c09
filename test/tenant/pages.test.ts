/** Pages of a site: drafts that are published, made of the web parts that Graph takes. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aTenant, type Client, type House, ids, site } from './fixtures.ts'

let house: House
let call: Client
beforeEach(async () => {
  house = aTenant()
  call = await house.as('write')
})

const pages = `${site}/pages`
const type = '#microsoft.graph.sitePage'
const make = (more: object = {}, as: Client = call) =>
  as('POST', pages, {
    '@odata.type': type,
    name: 'Start.aspx',
    title: 'Start',
    pageLayout: 'article',
    ...more,
  })
const canvas = (...webparts: object[]) => ({
  canvasLayout: {
    horizontalSections: [{ layout: 'oneColumn', id: '1', columns: [{ id: '1', width: 12, webparts }] }],
  },
})
const standard = (webPartType: string) => ({ '@odata.type': '#microsoft.graph.standardWebPart', webPartType })

test('a page is a draft until it is published, and again when it is changed', async () => {
  const { status, body } = await make()
  expect([status, body['publishingState']]).toEqual([201, { level: 'checkout', versionId: '0.1' }])
  const page = `${pages}/${body.id}/microsoft.graph.sitePage`
  expect((await call('POST', `${page}/publish`)).status).toBe(204)
  expect((await call('GET', page)).body['publishingState']).toEqual({ level: 'published', versionId: '1.0' })
  await call('PATCH', page, { '@odata.type': type, title: 'Ny' })
  expect((await call('GET', `${pages}/${body.id}`)).body).toMatchObject({
    title: 'Ny',
    publishingState: { level: 'checkout', versionId: '1.1' },
  })
  expect((await call('GET', pages)).body.value.map(({ name }) => name)).toEqual(['Start.aspx'])
  expect((await call('DELETE', `${pages}/${body.id}`)).status).toBe(204)
  expect((await call('GET', page)).status).toBe(404)
})

test('its sections come only with $expand=canvasLayout', async () => {
  const text = { '@odata.type': '#microsoft.graph.textWebPart', innerHtml: '<p>Hej</p>' }
  const { body } = await make(canvas(text))
  expect(body).not.toHaveProperty('canvasLayout')
  const whole = await call('GET', `${pages}/${body.id}/microsoft.graph.sitePage?$expand=canvasLayout`)
  expect(whole.body).toMatchObject(canvas(text))
})

describe('a web part', () => {
  test.for([
    { says: 'Quick Links is taken', part: standard('c70391ea-0b10-4ee9-b2b4-006d3fcad0cd'), status: 201 },
    { says: 'somebody else’s is taken', part: standard('aaaaaaaa-0000-4000-8000-000000000009'), status: 201 },
    { says: 'List is refused', part: standard('f92bf067-bc19-489e-a556-7fe95f508720'), status: 400 },
    { says: 'Quick chart is refused', part: standard('91a50c94-865f-4f5c-8b4e-e49659e69772'), status: 400 },
    {
      says: 'without a type is refused',
      part: { webPartType: 'c70391ea-0b10-4ee9-b2b4-006d3fcad0cd' },
      status: 400,
    },
    {
      says: 'of text without text is refused',
      part: { '@odata.type': '#microsoft.graph.textWebPart' },
      status: 400,
    },
  ])('$says', async ({ part, status }) => {
    expect((await make(canvas(part))).status).toBe(status)
  })
})

test('somebody else’s web part is refused, when that switch is set so', async () => {
  house.tenant.control.setFlags({ otherWebParts: 'refused' })
  expect((await make(canvas(standard('aaaaaaaa-0000-4000-8000-000000000009')))).status).toBe(400)
  expect((await make(canvas(standard('c70391ea-0b10-4ee9-b2b4-006d3fcad0cd')))).status).toBe(201)
})

test.for([
  { says: 'without its type', more: { '@odata.type': undefined }, status: 400 },
  { says: 'with a name that is no page’s', more: { name: 'Start.html' }, status: 400 },
  { says: 'without a title', more: { title: '' }, status: 400 },
  { says: 'with a name that is taken', more: { name: 'start.aspx' }, status: 409 },
])('a page $says is refused', async ({ more, status }) => {
  await make()
  expect((await make({ name: 'Ny.aspx', ...more })).status).toBe(status)
})

test('staff read pages and write none', async () => {
  const { body } = await make()
  const reader = await house.by(ids.reader)
  expect((await reader('GET', `${pages}/${body.id}`)).status).toBe(200)
  expect((await make({ name: 'Ny.aspx' }, reader)).status).toBe(403)
})
