/** Filters, thresholds and pages. */
import { beforeAll, describe, expect, test } from 'vitest'
import { addRows, aList, aTenant, type Client, type House, nextOf } from './fixtures.ts'

let house: House
let call: Client
let list: string

beforeAll(async () => {
  house = aTenant()
  call = await house.as('manage')
  list = await aList(call)
  const rows = Array.from({ length: 450 }, (_, index) => ({
    Title: index === 7 ? "Olle's & Co" : `Bok ${index}`,
    Key: `k${index}`,
    Genre: index % 10 === 0 ? 'Saga' : 'Fakta',
    Pages: index,
    Printed: index < 2 ? '2024-10-01T10:00:00Z' : '2025-01-01T10:00:00Z',
  }))
  await addRows(call, list, rows)
})

const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }
const filter = (text: string, headers: Record<string, string> = {}) =>
  call(
    'GET',
    `${list}/items?$filter=${encodeURIComponent(text)}&$expand=fields&$top=1000`,
    undefined,
    headers,
  )

describe('$filter', () => {
  test.each([
    { says: 'an indexed choice', text: "fields/Genre eq 'Saga'", rows: 45 },
    { says: 'text without regard to case', text: "fields/Genre eq 'saga'", rows: 45 },
    { says: 'two clauses, both indexed', text: "fields/Genre eq 'Saga' and fields/Key eq 'k10'", rows: 1 },
    { says: 'a quoted date', text: "fields/Printed lt '2024-12-31T00:00:00Z'", rows: 2 },
    { says: 'a bare date', text: 'fields/Printed lt 2024-12-31T00:00:00Z', rows: 2 },
    { says: 'startswith', text: "startswith(fields/Key,'k44')", rows: 11 },
    { says: 'not equal', text: "fields/Genre ne 'Saga'", rows: 405 },
  ])('understands $says', async ({ text, rows }) => {
    const { status, body } = await filter(text)
    expect([status, body.value?.length]).toEqual([200, rows])
  })

  test.each([
    { says: 'a number', text: 'fields/Pages ge 440', rows: 10 },
    { says: 'quotes doubled', text: "fields/Title eq 'Olle''s & Co'", rows: 1 },
    { says: 'or', text: 'fields/Pages eq 1 or fields/Pages eq 2', rows: 2 },
    { says: 'Modified', text: "fields/Modified gt '2020-01-01T00:00:00Z'", rows: 450 },
  ])('takes $says on a column without index with the Prefer header', async ({ text, rows }) => {
    expect((await filter(text, prefer)).body.value).toHaveLength(rows)
  })

  test.each([
    {
      says: 'a column without index',
      text: 'fields/Pages lt 600',
      code: 'invalidRequest',
      message: "Field 'Pages' cannot be referenced in filter or orderby as it is not indexed.",
    },
    {
      says: 'a bare column name',
      text: "Genre eq 'Saga'",
      code: 'BadRequest',
      message: 'Invalid filter clause',
    },
    { says: 'contains', text: "contains(fields/Key,'k')", code: 'invalidRequest', message: 'not supported' },
    {
      says: 'or without Prefer',
      text: "fields/Key eq 'k1' or fields/Key eq 'k2'",
      code: 'invalidRequest',
      message: 'not supported',
    },
    {
      says: 'createdDateTime',
      text: 'createdDateTime ge 2020-01-01',
      code: 'invalidRequest',
      message: 'not supported',
    },
    {
      says: 'a column that is not there',
      text: "fields/Nothing eq '1'",
      code: 'invalidRequest',
      message: 'not recognized',
    },
    {
      says: 'a multi-line text',
      text: "fields/Summary eq 'x'",
      code: 'invalidRequest',
      message: 'cannot be used',
    },
    {
      says: 'a sentence cut short',
      text: "fields/Key eq 'k1",
      code: 'BadRequest',
      message: 'Invalid filter clause',
    },
  ])('refuses $says', async ({ text, code, message }) => {
    const { status, body } = await filter(text)
    expect(status).toBe(400)
    expect(body.error.code).toBe(code)
    expect(body.error.message).toContain(message)
  })

  test('a first clause that touches more rows than the threshold fails with 422', async () => {
    house.tenant.control.setFlags({ threshold: 100 })
    const first = await filter("fields/Genre eq 'Fakta' and fields/Key eq 'k1'")
    const second = await filter("fields/Key eq 'k1' and fields/Genre eq 'Fakta'")
    const scan = await filter('fields/Pages eq 1', prefer)
    house.tenant.control.setFlags({ threshold: 5000 })
    expect(first.status).toBe(422)
    expect(first.body.error).toMatchObject({ code: 'notSupported', innerError: { code: 'tooManyResources' } })
    expect(second.body.value).toHaveLength(1)
    expect(scan.status).toBe(422)
  })
})

describe('other options', () => {
  test('$orderby is ignored, and refused on a column without index', async () => {
    const { body } = await call('GET', `${list}/items?$orderby=id desc&$top=2`)
    expect(body.value.map(({ id }) => id)).toEqual(['1', '2'])
    expect((await call('GET', `${list}/items?$orderby=fields/Pages`)).status).toBe(400)
  })

  test('$count=true says nothing and /$count is refused', async () => {
    expect((await call('GET', `${list}/items?$count=true`)).body).not.toHaveProperty('@odata.count')
    expect((await call('GET', `${list}/items/$count`)).status).toBe(400)
  })

  test.each(['$search="bok"', '$skip=5'])('%s is refused', async (option) => {
    expect((await call('GET', `${list}/items?${option}`)).status).toBe(400)
  })

  test('options work without their dollar sign', async () => {
    const { body } = await call('GET', `${list}/items?expand=fields(select=Title)&top=1`)
    expect(body.value[0]?.fields).toMatchObject({ Title: 'Bok 0' })
  })

  test('two levels of $expand from the list', async () => {
    const { body } = await call(
      'GET',
      `${list}?select=id,name&expand=columns(select=name),items(expand=fields(select=Key))`,
    )
    expect(body.columns[0]).toEqual({ name: 'Title' })
    expect(body.items[3]?.fields.Key).toBe('k3')
    expect(body).not.toHaveProperty('displayName')
  })

  test('a column that is not there is refused in the selection', async () => {
    expect((await call('GET', `${list}/items?$expand=fields($select=Nothing)`)).status).toBe(400)
  })
})

describe('pages', () => {
  const readAll = async (path: string): Promise<number[]> => {
    const sizes: number[] = []
    let next: string | undefined = path
    while (next !== undefined) {
      const { body } = await call('GET', next)
      sizes.push(body.value.length)
      next = body['@odata.nextLink']
    }
    return sizes
  }

  test.each([
    { says: '200 rows unless asked for', path: '', sizes: [200, 200, 50] },
    { says: 'as many as $top says', path: '?$top=300', sizes: [300, 150] },
    { says: 'more than 5,000 is no error', path: '?$top=9000', sizes: [450] },
    { says: 'no next link after an exact fit', path: '?$top=225', sizes: [225, 225] },
  ])('$says', async ({ path, sizes }) => {
    expect(await readAll(`${list}/items${path}`)).toEqual(sizes)
  })

  test('the next link keeps the options and hides a paged position', async () => {
    const { body } = await call('GET', `${list}/items?$top=20&$expand=fields($select=Key)`)
    const token = new URL(nextOf(body)).searchParams.get('$skiptoken') ?? ''
    expect(Buffer.from(token, 'base64').toString()).toBe('Paged=TRUE&p_ID=20')
    const { body: second } = await call('GET', nextOf(body))
    expect(second.value[0]?.fields.Key).toBe('k20')
  })

  test('Prefer must be said again on each page', async () => {
    const first = await call('GET', `${list}/items?$filter=fields/Pages ge 0&$top=100`, undefined, prefer)
    expect((await call('GET', nextOf(first.body))).status).toBe(400)
    expect((await call('GET', nextOf(first.body), undefined, prefer)).body.value).toHaveLength(100)
  })

  test('a page may be empty and still have a next link', async () => {
    house.tenant.control.setFaults([{ match: { path: '/items' }, times: 1, emptyPage: true }])
    expect(await readAll(`${list}/items?$top=450`)).toEqual([0, 450])
  })

  test('a made-up position is refused', async () => {
    expect((await call('GET', `${list}/items?$skiptoken=abc`)).body.error.innerError.code).toBe('badArgument')
  })
})
