/** Rows and their values, as SharePoint keeps and shows them. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aList, aTenant, type Client, ids, site } from './fixtures.ts'

let call: Client
let list: string

beforeEach(async () => {
  call = await aTenant().as('manage')
  list = await aList(call)
})

const add = (fields: Record<string, unknown>) => call('POST', `${list}/items`, { fields })
const fieldsOf = async (id: string, select = '') =>
  (await call('GET', `${list}/items/${id}?$expand=fields${select === '' ? '' : `($select=${select})`}`)).body
    .fields

describe('what comes back', () => {
  test('an empty column is absent, not null, also when it is asked for', async () => {
    await add({ Title: 'Emil' })
    expect(await fieldsOf('1')).not.toHaveProperty('Pages')
    expect(Object.keys(await fieldsOf('1', 'Title,Pages'))).toEqual(['@odata.etag', 'Title'])
  })

  test('a yes/no column is false from the start', async () => {
    await add({})
    expect((await fieldsOf('1', 'Read')).Read).toBe(false)
  })

  test('numbers of rows are texts, are counted per list and are never used again', async () => {
    await add({ Title: 'a' })
    await add({ Title: 'b' })
    await call('DELETE', `${list}/items/2`)
    expect((await add({ Title: 'c' })).body.id).toBe('3')
  })

  test('no values come without $expand=fields', async () => {
    await add({ Title: 'Emil' })
    expect((await call('GET', `${list}/items/1`)).body).not.toHaveProperty('fields')
  })

  test('$select=id keeps the tag of the fields, so that If-Match still works', async () => {
    const { body: made } = await add({ Title: 'Emil' })
    const { body } = await call('GET', `${list}/items?$select=id&$expand=fields($select=Title)`)
    expect(body.value[0]?.fields).toEqual({ '@odata.etag': made.eTag, Title: 'Emil' })
    expect(body.value[0]).not.toHaveProperty('createdBy')
  })

  test('odata.metadata=none takes away every @odata. property', async () => {
    await add({ Title: 'Emil' })
    const { body } = await call('GET', `${list}/items?$expand=fields`, undefined, {
      accept: 'application/json;odata.metadata=none',
    })
    expect(JSON.stringify(body)).not.toContain('@odata.')
  })

  test('the title comes three times and the version as text', async () => {
    await add({ Title: 'Emil' })
    expect(await fieldsOf('1')).toMatchObject({
      Title: 'Emil',
      LinkTitle: 'Emil',
      LinkTitleNoMenu: 'Emil',
      _UIVersionString: '1.0',
      ContentType: 'Item',
      id: '1',
    })
  })
})

describe('persons', () => {
  const personId = async (mail: string): Promise<string> => {
    const { body } = await call('GET', `${site}/lists/User Information List/items?expand=fields`)
    return body.value.find(({ fields }) => fields['EMail'] === mail)?.id ?? ''
  }

  test.each([
    ['as a number', Number],
    ['as a text', String],
  ])('is written as XLookupId %s and read as a text', async (_says, form) => {
    const id = await personId('rut@contoso.com')
    await add({ LenderLookupId: form(id) })
    expect((await fieldsOf('1')).LenderLookupId).toBe(id)
    expect(await fieldsOf('1', 'Lender')).toMatchObject({ Lender: 'Rut' })
  })

  test('several persons are written with their type and read with name and mail', async () => {
    const id = Number(await personId('rut@contoso.com'))
    await add({ 'ReadersLookupId@odata.type': 'Collection(Edm.Int32)', ReadersLookupId: [id] })
    expect((await fieldsOf('1')).Readers).toEqual([
      { LookupId: id, LookupValue: 'Rut', Email: 'rut@contoso.com' },
    ])
  })

  test('somebody who never came to the site has no number there', async () => {
    const { body } = await call('GET', `${site}/lists/users/items?expand=fields`)
    const names = body.value.map(({ fields }) => fields['Title'])
    expect(names).toContain('Rut')
    expect(names).not.toContain('Sven')
  })

  test('writing makes a person known to the site', async () => {
    const house = aTenant()
    const manage = await house.as('manage')
    const path = await aList(manage)
    const viola = await house.by(ids.writer)
    const { body } = await viola('POST', `${path}/items`, { fields: { Title: 'x' } })
    expect(body.createdBy.user).toEqual({ displayName: 'Viola', email: 'viola@contoso.com', id: ids.writer })
    expect(body.createdBy.application?.displayName).toBe('Tab')
  })

  test('a text column called EmployeeId swallows what is written to the person column Employee', async () => {
    const trap = await aList(
      call,
      [
        { name: 'Employee', personOrGroup: {} },
        { name: 'EmployeeId', text: {} },
      ],
      'Trap',
    )
    await call('POST', `${trap}/items`, { fields: { EmployeeLookupId: '6' } })
    const { body } = await call('GET', `${trap}/items/1/fields`)
    expect(body.EmployeeId).toBe('6')
    expect(body).not.toHaveProperty('EmployeeLookupId')
    expect((await call('POST', `${trap}/items`, { fields: { EmployeeLookupId: 6 } })).status).toBe(500)
  })
})

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

describe('dates', () => {
  test.each([
    { says: 'summer', sent: '2026-06-30T10:00:00Z', kept: '2026-06-29T22:00:00Z' },
    { says: 'winter', sent: '2026-01-15T10:00:00Z', kept: '2026-01-14T23:00:00Z' },
    {
      says: 'late in the evening in UTC, the next day in Sweden',
      sent: '2026-06-30T22:30:00Z',
      kept: '2026-06-30T22:00:00Z',
    },
    { says: 'the day the clocks go forward', sent: '2026-03-29T12:00:00Z', kept: '2026-03-28T23:00:00Z' },
    { says: 'the day the clocks go back', sent: '2026-10-25T12:00:00Z', kept: '2026-10-24T22:00:00Z' },
    { says: 'a bare date', sent: '2026-03-31', kept: '2026-03-30T22:00:00Z' },
  ])('a date without time is kept as midnight of the site: $says', async ({ sent, kept }) => {
    await add({ Printed: sent })
    expect((await fieldsOf('1')).Printed).toBe(kept)
  })

  test('a date with time is kept as it was, in whole seconds', async () => {
    await add({ SeenAt: '2026-06-30T10:11:12.345+02:00' })
    expect((await fieldsOf('1')).SeenAt).toBe('2026-06-30T08:11:12Z')
  })

  test('the answer to POST shows dates in local time as if they were UTC; GET is right', async () => {
    const { body } = await add({ SeenAt: '2026-06-30T10:00:00Z' })
    expect(body.fields.SeenAt).toBe('2026-06-30T12:00:00Z')
    expect((await fieldsOf('1')).SeenAt).toBe('2026-06-30T10:00:00Z')
    const honest = await aTenant({ observedQuirks: false }).as('manage')
    const path = await aList(honest)
    const made = await honest('POST', `${path}/items`, { fields: { SeenAt: '2026-06-30T10:00:00Z' } })
    expect(made.body.fields.SeenAt).toBe('2026-06-30T10:00:00Z')
  })
})
