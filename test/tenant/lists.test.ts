/** Sites, lists and columns. */
import { beforeEach, describe, expect, test } from 'vitest'
import { addRows, aList, aTenant, type Client, type House, ids, site } from './fixtures.ts'

let house: House
let call: Client

beforeEach(async () => {
  house = aTenant()
  call = await house.as('manage')
})

describe('sites', () => {
  test.each([
    { says: 'by its triple id', path: site },
    { says: 'with commas encoded', path: `sites/${encodeURIComponent(ids.site)}` },
    { says: 'by the id of its collection alone', path: `sites/${ids.site.split(',')[1]}` },
    { says: 'by host and path', path: 'sites/contoso.sharepoint.com:/sites/books' },
    { says: 'by host and path with a closing colon', path: 'sites/contoso.sharepoint.com:/sites/books:' },
  ])('are found $says', async ({ path }) => {
    const { status, body } = await call('GET', path)
    expect([status, body.id]).toEqual([200, ids.site])
  })

  test('what follows a path works as well', async () => {
    await aList(call)
    const { body } = await call(
      'GET',
      'sites/contoso.sharepoint.com:/sites/books:/lists/Books/columns?$select=name',
    )
    expect(body.value[1]).toEqual({ name: 'Key' })
  })

  test('a site that is not there is 404', async () => {
    expect((await call('GET', 'sites/contoso.sharepoint.com:/sites/nothing')).body.error.code).toBe(
      'itemNotFound',
    )
  })
})

describe('lists', () => {
  test('are made by display name and found by id, name and title', async () => {
    const { status, body } = await call('POST', `${site}/lists`, {
      displayName: 'Books: old',
      list: { template: 'genericList' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      name: 'Books old',
      displayName: 'Books: old',
      list: { template: 'genericList', hidden: false },
    })
    await call('PATCH', `${site}/lists/${body.id}`, { displayName: 'Böcker' })
    for (const key of [body.id, 'Books old', encodeURIComponent('Böcker')]) {
      expect((await call('GET', `${site}/lists/${key}`)).body).toMatchObject({
        id: body.id,
        displayName: 'Böcker',
      })
    }
  })

  test.each([
    {
      says: 'a name, which the server gives',
      body: { name: 'x', displayName: 'x' },
      status: 400,
      text: "Cannot define a 'name'",
    },
    { says: 'no title', body: {}, status: 400, text: 'Invalid request' },
    {
      says: 'a column without type',
      body: { displayName: 'x', columns: [{ name: 'A' }] },
      status: 400,
      text: 'Unable to determine type',
    },
    { says: 'a title that is taken', body: { displayName: 'books' }, status: 409, text: 'already exists' },
  ])('refuse $says', async ({ body, status, text }) => {
    await aList(call)
    const answer = await call('POST', `${site}/lists`, body)
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toContain(text)
  })

  test('system lists come only when `system` is selected or they are asked for by title', async () => {
    await aList(call)
    const names = async (query: string) =>
      (await call('GET', `${site}/lists${query}`)).body.value.map(({ name }) => name)
    expect(await names('')).toEqual(['Shared Documents', 'Books'])
    expect(await names('?$select=id,name,system')).toEqual(['users', 'Shared Documents', 'Books'])
    expect(await names("?$filter=displayName eq 'User Information List'")).toEqual(['users'])
  })

  test('filter only by display name', async () => {
    const { status, body } = await call('GET', `${site}/lists?$filter=name eq 'Books'`)
    expect([status, body.error.message]).toEqual([400, 'The provided filter statement is not supported'])
  })

  test('go with all they hold, and their title is free again', async () => {
    const list = await aList(call)
    await addRows(call, list, [{ Key: 'a' }])
    expect((await call('DELETE', list)).status).toBe(204)
    expect((await call('GET', list)).status).toBe(404)
    expect((await call('GET', `${await aList(call)}/items`)).body.value).toEqual([])
  })

  test('have the one content type', async () => {
    const { body } = await call('GET', `${await aList(call)}/contentTypes`)
    expect(body.value.map(({ name }) => name)).toEqual(['Item'])
  })
})

describe('columns', () => {
  test('three are labelled Title, and map by name', async () => {
    const { body } = await call('GET', `${await aList(call)}/columns`)
    const titled = body.value.filter((column) => column['displayName'] === 'Title').map(({ name }) => name)
    expect(titled).toEqual(['Title', 'LinkTitleNoMenu', 'LinkTitle'])
  })

  test('signs outside ASCII letters and digits become codes in the name', async () => {
    const list = await aList(call)
    const { body } = await call('POST', `${list}/columns`, { name: 'Antal sidor å', number: {} })
    expect(body).toMatchObject({ name: 'Antal_x0020_sidor_x0020__x00e5_', displayName: 'Antal sidor å' })
    await call('POST', `${list}/items`, { fields: { [body.name]: 3 } })
    expect((await call('GET', `${list}/items/1/fields`)).body).toMatchObject({ [body.name]: 3 })
  })

  test('a name that SharePoint uses itself gets a number', async () => {
    const list = await aList(
      call,
      [
        { name: 'Author', text: {} },
        { name: 'PageCount', number: {} },
      ],
      'Official',
    )
    expect((await call('GET', `${list}/columns/Author0`)).body['displayName']).toBe('Author')
    expect(
      (await call('POST', `${list}/items`, { fields: { Author0: 'Astrid', PageCount: 3 } })).status,
    ).toBe(201)
  })

  test('a new label leaves the name; the facet reads back in full', async () => {
    const list = await aList(call)
    const { body } = await call('POST', `${list}/columns`, {
      name: 'Stage',
      choice: { choices: ['A'] },
      indexed: true,
    })
    const changed = await call('PATCH', `${list}/columns/${body.id}`, {
      displayName: 'Steg',
      choice: { choices: ['A', 'B'] },
    })
    expect(changed.body).toMatchObject({
      name: 'Stage',
      displayName: 'Steg',
      indexed: true,
      choice: { choices: ['A', 'B'], allowTextEntry: false, displayAs: 'dropDownMenu' },
    })
    expect((await call('GET', `${list}/columns/Stage`)).body['displayName']).toBe('Steg')
  })

  test('a hyperlink column reads back without any facet', async () => {
    const { body } = await call('GET', `${await aList(call)}/columns/Link`)
    expect(body).not.toHaveProperty('hyperlinkOrPicture')
    expect(body['displayName']).toBe('Link')
  })

  test('a hidden column comes only when `hidden` is selected', async () => {
    const list = await aList(call)
    await call('POST', `${list}/columns`, { name: 'Secret', text: {}, hidden: true })
    const names = async (query: string) =>
      (await call('GET', `${list}/columns${query}`)).body.value.map(({ name }) => name)
    expect(await names('')).not.toContain('Secret')
    expect(await names('?$select=name,hidden')).toContain('Secret')
    await call('POST', `${list}/items`, { fields: { Secret: 'x' } })
    expect((await call('GET', `${list}/items/1?expand=fields`)).body.fields).not.toHaveProperty('Secret')
    expect((await call('GET', `${list}/items/1?expand=fields(select=Secret)`)).body.fields['Secret']).toBe(
      'x',
    )
  })

  test.each([
    {
      says: 'unique values without an index',
      body: { name: 'U', text: {}, enforceUniqueValues: true },
      text: 'indexed',
    },
    {
      says: 'an index on a multi-line text',
      body: { name: 'U', text: { allowMultipleLines: true }, indexed: true },
      text: 'cannot be indexed',
    },
    { says: 'a name that is taken', body: { name: 'Key', text: {} }, text: 'duplicate field name' },
    { says: 'two types', body: { name: 'U', text: {}, number: {} }, text: 'Unable to determine type' },
  ])('refuse $says', async ({ body, text }) => {
    const answer = await call('POST', `${await aList(call)}/columns`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toContain(text)
  })

  test('at most twenty have an index', async () => {
    const list = await aList(
      call,
      Array.from({ length: 20 }, (_, index) => ({ name: `C${index}`, text: {}, indexed: true })),
    )
    expect((await call('POST', `${list}/columns`, { name: 'C20', text: {}, indexed: true })).status).toBe(400)
    expect((await call('POST', `${list}/columns`, { name: 'C20', text: {} })).status).toBe(201)
    expect((await call('PATCH', `${list}/columns/C20`, { indexed: true })).status).toBe(400)
  })

  test('an index made later finds the rows there are, and uniqueness their doubles', async () => {
    const list = await aList(call)
    await call('POST', `${list}/columns`, { name: 'Shelf', text: {} })
    await addRows(call, list, [{ Shelf: 'A' }, { Shelf: 'B' }, { Shelf: 'a' }])
    await call('PATCH', `${list}/columns/Shelf`, { indexed: true })
    expect((await call('GET', `${list}/items?$filter=fields/Shelf eq 'A'`)).body.value).toHaveLength(2)
    expect((await call('PATCH', `${list}/columns/Shelf`, { enforceUniqueValues: true })).status).toBe(400)
    await call('DELETE', `${list}/items/3`)
    expect((await call('PATCH', `${list}/columns/Shelf`, { enforceUniqueValues: true })).status).toBe(200)
  })

  test('a removed column takes its values along', async () => {
    const list = await aList(call)
    await addRows(call, list, [{ Pages: 5 }])
    expect((await call('DELETE', `${list}/columns/Pages`)).status).toBe(204)
    expect((await call('GET', `${list}/items/1/fields`)).body).not.toHaveProperty('Pages')
    expect((await call('DELETE', `${list}/columns/Title`)).status).toBe(403)
  })

  test('a default value is kept and shown but not filled in', async () => {
    const list = await aList(call)
    await call('POST', `${list}/columns`, { name: 'Colour', text: {}, defaultValue: { value: 'Red' } })
    expect((await call('POST', `${list}/items`, { fields: {} })).body.fields).not.toHaveProperty('Colour')
    house.tenant.control.setFlags({ defaultValuesApplied: true })
    expect((await call('POST', `${list}/items`, { fields: {} })).body.fields['Colour']).toBe('Red')
  })

  test('a lookup points at a list that is there and shows its text on demand', async () => {
    const target = await aList(call)
    await addRows(call, target, [{ Title: 'Emil' }])
    const listId = target.split('/').at(-1)
    const list = await aList(call, [{ name: 'Book', lookup: { listId, columnName: 'Title' } }], 'Loans')
    await call('POST', `${list}/items`, { fields: { BookLookupId: 1 } })
    const { body } = await call('GET', `${list}/items/1?$expand=fields($select=Book,BookLookupId)`)
    expect(body.fields).toMatchObject({ Book: 'Emil', BookLookupId: '1' })
    expect(
      (await call('POST', `${list}/columns`, { name: 'X', lookup: { listId: 'no', columnName: 'Title' } }))
        .status,
    ).toBe(400)
  })

  test('more than twelve lookups and persons in one query are too many', async () => {
    const columns = Array.from({ length: 13 }, (_, index) => ({ name: `P${index}`, personOrGroup: {} }))
    const list = await aList(call, columns, 'Many')
    const select = (count: number) =>
      columns
        .slice(0, count)
        .map(({ name }) => `${name}LookupId`)
        .join()
    expect((await call('GET', `${list}/items?$expand=fields($select=${select(12)})`)).status).toBe(200)
    expect((await call('GET', `${list}/items?$expand=fields($select=${select(13)})`)).status).toBe(422)
  })

  test.each([
    { formula: '=[Pages]>0', good: { Pages: 1 }, bad: { Pages: 0 } },
    { formula: '=AND(Pages>=10, Pages*2<=40)', good: { Pages: 20 }, bad: { Pages: 21 } },
    {
      formula: '=OR(Pages=1,NOT(LEN(Title)>3))',
      good: { Pages: 5, Title: 'abc' },
      bad: { Pages: 5, Title: 'abcd' },
    },
  ])('validation by $formula holds for the API too', async ({ formula, good, bad }) => {
    const list = await aList(call, [{ name: 'Pages', number: {}, validation: { formula } }], 'Checked')
    expect((await call('POST', `${list}/items`, { fields: good })).status).toBe(201)
    const refused = await call('POST', `${list}/items`, { fields: bad })
    expect([refused.status, refused.body.error.message]).toEqual([500, 'List data validation failed.'])
    expect((await call('PATCH', `${list}/items/1/fields`, bad)).status).toBe(500)
  })

  test('a validation that is not understood is refused at once', async () => {
    const list = await aList(call)
    const { status } = await call('POST', `${list}/columns`, {
      name: 'X',
      text: {},
      validation: { formula: '=VLOOKUP(' },
    })
    expect(status).toBe(400)
  })
})
