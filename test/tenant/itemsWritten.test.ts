/** Rows that are added and changed: what SharePoint refuses, and what it lets through. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aList, aTenant, type Client } from './fixtures.ts'
import { rowsOf } from './rowsOf.ts'

let call: Client
let list: string

beforeEach(async () => {
  call = await aTenant().as('manage')
  list = await aList(call)
})

const { add, fieldsOf } = rowsOf(() => ({ call, list }))

describe('what is refused', () => {
  test.each([
    {
      says: 'a column the list lacks',
      fields: { Pagess: 1 },
      status: 400,
      text: "Field 'Pagess' is not recognized",
    },
    {
      says: 'a name in other case',
      fields: { pages: 1 },
      status: 400,
      text: "Field 'pages' is not recognized",
    },
    {
      says: 'a read-only column',
      fields: { Created: '2020-01-01T00:00:00Z' },
      status: 400,
      text: 'read-only',
    },
    {
      says: 'a text of 256 signs',
      fields: { Title: 'x'.repeat(256) },
      status: 400,
      text: 'Invalid text value',
    },
    {
      says: 'a number in a text column',
      fields: { Title: 5 },
      status: 500,
      text: 'General exception while processing',
    },
    {
      says: 'a text in a number column',
      fields: { Pages: 'many' },
      status: 500,
      text: 'General exception while processing',
    },
    {
      says: 'several values without a type',
      fields: { Tags: ['a'] },
      status: 400,
      text: 'A value without a type name was found',
    },
    {
      says: 'a web address in a hyperlink column',
      fields: { Link: { Url: 'https://a', Description: 'b' } },
      status: 400,
      text: 'Invalid request',
    },
    { says: 'null in a new row', fields: { Pages: null }, status: 400, text: 'Invalid request' },
  ])('$says', async ({ fields, status, text }) => {
    const answer = await add(fields)
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toContain(text)
  })

  test('a value that another row has in a unique column, whatever its case', async () => {
    await add({ Key: 'emil-1' })
    const { status, body } = await add({ Key: 'EMIL-1' })
    expect(status).toBe(400)
    expect(body.error.message).toContain('duplicate values were found')
    expect((await call('GET', `${list}/items`)).body.value).toHaveLength(1)
  })

  test('the same value is free again when its row is gone or has changed', async () => {
    await add({ Key: 'k' })
    await call('PATCH', `${list}/items/1/fields`, { Key: 'other' })
    expect((await add({ Key: 'k' })).status).toBe(201)
    await call('DELETE', `${list}/items/1`)
    expect((await add({ Key: 'other' })).status).toBe(201)
  })
})

describe('what is let through though it looks wrong', () => {
  test('a required column may be empty and a choice may be any word', async () => {
    await call('POST', `${list}/columns`, { name: 'Must', text: {}, required: true })
    expect((await add({ Genre: 'Ingen av dem' })).status).toBe(201)
    expect((await fieldsOf('1')).Genre).toBe('Ingen av dem')
  })

  test('an empty body makes a row', async () => {
    expect((await call('POST', `${list}/items`, {})).status).toBe(201)
  })
})

describe('changing', () => {
  test('PATCH of fields answers the fields, PATCH of the row answers the row', async () => {
    await add({ Title: 'a', Pages: 1 })
    const fields = await call('PATCH', `${list}/items/1/fields`, { Pages: 2 })
    expect(fields.body).toMatchObject({ Title: 'a', Pages: 2 })
    expect(fields.body).not.toHaveProperty('fields')
    const row = await call('PATCH', `${list}/items/1`, { fields: { Pages: 3 } })
    expect(row.body).toMatchObject({ id: '1', fields: { Pages: 3 } })
  })

  test('a stale tag is refused with 412 and nothing is changed', async () => {
    const { body: made } = await add({ Pages: 1 })
    await call('PATCH', `${list}/items/1/fields`, { Pages: 2 }, { 'if-match': made.eTag })
    const late = await call('PATCH', `${list}/items/1/fields`, { Pages: 3 }, { 'if-match': made.eTag })
    expect(late.status).toBe(412)
    expect(late.body.error).toMatchObject({
      code: 'resourceModified',
      innerError: { code: 'entityTagDoesNotMatch' },
    })
    expect((await fieldsOf('1')).Pages).toBe(2)
  })

  test.each([
    { says: 'a star matches all', tag: '*', status: 200 },
    { says: 'a tag without quotes is malformed', tag: 'abc,1', status: 400 },
  ])('$says', async ({ tag, status }) => {
    await add({})
    expect((await call('PATCH', `${list}/items/1/fields`, { Pages: 1 }, { 'if-match': tag })).status).toBe(
      status,
    )
  })

  test('of two overlapping changes without a tag the later is refused with 409', async () => {
    await add({})
    const both = await Promise.all([1, 2].map((Pages) => call('PATCH', `${list}/items/1/fields`, { Pages })))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })

  test('each change moves the tag, also with equal values', async () => {
    const { body: made } = await add({ Pages: 1 })
    const { body } = await call('PATCH', `${list}/items/1/fields`, { Pages: 1 })
    expect(body['@odata.etag']).not.toBe(made.eTag)
  })

  test('null empties a column; an empty typed array empties several values', async () => {
    await add({ Pages: 1, 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a', 'b'] })
    expect((await fieldsOf('1')).Tags).toEqual(['a', 'b'])
    const change = { Pages: null, 'Tags@odata.type': 'Collection(Edm.String)', Tags: [] }
    const { body } = await call('PATCH', `${list}/items/1/fields`, change)
    expect(body).not.toHaveProperty('Pages')
    expect(body).not.toHaveProperty('Tags')
  })

  test('what is gone is not found', async () => {
    await add({})
    expect((await call('DELETE', `${list}/items/1`)).status).toBe(204)
    expect((await call('DELETE', `${list}/items/1`)).status).toBe(404)
    expect((await call('GET', `${list}/items/1`)).body.error.code).toBe('itemNotFound')
  })
})
