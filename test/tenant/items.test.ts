/** Rows and their values, as SharePoint keeps and shows them. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aList, aTenant, type Client, ids, site } from './fixtures.ts'
import { rowsOf } from './rowsOf.ts'

let call: Client
let list: string

beforeEach(async () => {
  call = await aTenant().as('manage')
  list = await aList(call)
})

const { add, fieldsOf } = rowsOf(() => ({ call, list }))

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
