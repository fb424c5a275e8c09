/** The site's document library as a drive: what Graph and SharePoint's own addresses answer. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aTenant, type Body, type Client, clientFor, type House, ids, origin, site } from './fixtures.ts'

let house: House
let write: Client
let token: string
beforeEach(async () => {
  house = aTenant()
  write = await house.as('write')
  token = (await house.tenant.control.appToken({ clientId: ids.write })).token
})

const drive = `${site}/drive`
const root = `${drive}/root`
const UNIT = 320 * 1024

/** A request with bytes, and no token unless given. */
async function send(method: string, address: string, body?: Uint8Array<ArrayBuffer>, headers = {}) {
  const url = address.startsWith('http') ? address : `${origin}/v1.0/${address}`
  const response = await house.tenant.handle(new Request(url, { method, headers, ...(body && { body }) }))
  const text = await response.text()
  return { status: response.status, text, headers: response.headers, body: jsonOf(text) }
}
const jsonOf = (text: string): Body => (text.startsWith('{') ? (JSON.parse(text) as Body) : ({} as Body))
const put = (path: string, text: string, headers = {}) =>
  send('PUT', `${drive}/root:/${path}:/content`, new TextEncoder().encode(text), {
    authorization: `Bearer ${token}`,
    'content-type': 'text/plain',
    ...headers,
  })

describe('a drive', () => {
  test('is found as the site’s own, by id, in the list of drives and from its list', async () => {
    const { body } = await write('GET', drive)
    expect(body).toMatchObject({ driveType: 'documentLibrary', name: 'Documents' })
    expect((await write('GET', `drives/${body.id}`)).body.id).toBe(body.id)
    expect((await write('GET', `${site}/drives`)).body.value.map(({ id }) => id)).toEqual([body.id])
    expect((await write('GET', `${site}/lists/Documents/drive`)).body.id).toBe(body.id)
  })

  test('of another site is closed to an application without a grant there', async () => {
    expect((await write('GET', `sites/${ids.otherSite}/drive`)).status).toBe(403)
  })

  test('holds files by path and by id, with folders on the way', async () => {
    const { status, body } = await put('Ärenden/12/beslut.txt', 'Ja')
    expect([status, body.name, body['size']]).toEqual([201, 'beslut.txt', 2])
    const byPath = await write('GET', `${drive}/root:/Ärenden/12/beslut.txt`)
    expect(byPath.body.id).toBe(body.id)
    expect((await write('GET', `${drive}/items/${body.id}`)).body.name).toBe('beslut.txt')
    const folder = await write('GET', `${drive}/root:/%C3%84renden/12`)
    const below = await write('GET', `${drive}/items/${folder.body.id}:/beslut.txt`)
    expect(below.body.id).toBe(body.id)
    expect((await write('GET', `${root}/children`)).body.value).toMatchObject([
      { name: 'Ärenden', folder: { childCount: 1 } },
    ])
    expect((await write('GET', `${drive}/root:/finns/inte:/children`)).status).toBe(404)
  })

  test('is also a list, whose rows have other numbers than the files', async () => {
    const { body } = await put('a.txt', 'a')
    const row = await write('GET', `${drive}/items/${body.id}/listItem`)
    expect(row.body).toMatchObject({ id: '1', fields: { FileLeafRef: 'a.txt', ContentType: 'Document' } })
    const rows = await write('GET', `${site}/lists/Documents/items?$expand=fields($select=FileLeafRef)`)
    expect(rows.body.value.map(({ fields }) => fields['FileLeafRef'])).toEqual(['a.txt'])
    expect((await write('POST', `${site}/lists/Documents/items`, { fields: {} })).status).toBe(400)
  })
})

describe('content', () => {
  test('replaced: another eTag and cTag, the same file', async () => {
    const first = await put('a.txt', 'a')
    const second = await put('a.txt', 'bb')
    expect([second.status, second.body.id]).toEqual([200, first.body.id])
    expect(second.body.eTag).not.toBe(first.body.eTag)
    expect(second.body['cTag']).not.toBe(first.body['cTag'])
    const stale = await put('a.txt', 'ccc', { 'if-match': first.body.eTag })
    expect([stale.status, stale.body.error.innerError.code]).toEqual([412, 'entityTagDoesNotMatch'])
  })

  test.for([
    { conflict: 'fail', status: 409, name: undefined },
    { conflict: 'rename', status: 201, name: 'a 1.txt' },
    { conflict: 'replace', status: 200, name: 'a.txt' },
  ])('where the name is taken, $conflict answers $status', async ({ conflict, status, name }) => {
    await put('a.txt', 'a')
    const path = `${drive}/root:/A.TXT:/content?@microsoft.graph.conflictBehavior=${conflict}`
    const answer = await send('PUT', path, new TextEncoder().encode('b'), {
      authorization: `Bearer ${token}`,
    })
    expect(answer.status).toBe(status)
    if (name !== undefined) expect(answer.body.name.toLowerCase()).toBe(name)
    else expect(answer.body.error.code).toBe('nameAlreadyExists')
  })

  test('is fetched by a redirect to an address that needs no token', async () => {
    const { body } = await put('a.txt', 'Hej')
    const redirect = await write('GET', `${drive}/items/${body.id}/content`)
    expect(redirect.status).toBe(302)
    const location = redirect.headers.get('location') ?? ''
    const fetched = await send('GET', location)
    expect([fetched.status, fetched.text, fetched.headers.get('content-type')]).toEqual([
      200,
      'Hej',
      'text/plain',
    ])
    expect((await send('GET', location.replace('tempauth=', 'tempauth=9'))).status).toBe(401)
  })

  test('its address comes with the file, but with $select only by name', async () => {
    const { body } = await put('a.txt', 'Hej')
    const path = `${drive}/items/${body.id}`
    expect((await write('GET', path)).body).toHaveProperty(['@microsoft.graph.downloadUrl'])
    expect((await write('GET', `${path}?$select=id`)).body).not.toHaveProperty([
      '@microsoft.graph.downloadUrl',
    ])
    const named = await write('GET', `${path}?$select=id,@microsoft.graph.downloadUrl`)
    expect(named.body).toHaveProperty(['@microsoft.graph.downloadUrl'])
  })

  test('an address is worn out after a while', async () => {
    house.tenant.control.setFlags({ downloadMinutes: -1 })
    const { body } = await put('a.txt', 'Hej')
    expect((await send('GET', String(body['@microsoft.graph.downloadUrl']))).status).toBe(401)
  })

  test('larger than one piece may be is refused', async () => {
    house.tenant.control.setFlags({ simpleUploadBytes: 3 })
    expect((await put('a.txt', 'fyra')).status).toBe(413)
  })

  test('a removed folder goes to the recycle bin with what it holds', async () => {
    await put('Mapp/a.txt', 'a')
    expect((await write('DELETE', `${drive}/root:/Mapp`)).status).toBe(204)
    expect((await write('GET', `${drive}/root:/Mapp/a.txt`)).status).toBe(404)
    expect(house.tenant.control.recycled(ids.site)).toEqual(['a.txt', 'Mapp'])
  })

  test.each(['a:b.txt', 'slut.', ' först', 'a?b', 'a|b'])('%j is no name', async (name) => {
    const { status } = await write('POST', `${root}/children`, { name, folder: {} })
    expect(status).toBe(400)
  })

  test('a folder whose name is taken is refused, or gets another name', async () => {
    const make = (more = {}) => write('POST', `${root}/children`, { name: 'Mapp', folder: {}, ...more })
    expect((await make()).status).toBe(201)
    expect((await make()).body.error.code).toBe('nameAlreadyExists')
    expect((await make({ '@microsoft.graph.conflictBehavior': 'rename' })).body.name).toBe('Mapp 1')
  })
})

describe('rights', () => {
  test.for([
    { says: 'an application with read', who: 'app', id: 'read', status: 403 },
    {
      says: 'a person who reads, in an application with full control',
      who: 'by',
      id: ids.reader,
      status: 403,
    },
    { says: 'a person who writes', who: 'by', id: ids.writer, status: 201 },
  ] as const)('$says gets $status for a new folder', async ({ who, id, status }) => {
    const call = who === 'app' ? await house.as(id) : await house.by(id)
    expect((await call('GET', `${root}/children`)).status).toBe(200)
    expect((await call('POST', `${root}/children`, { name: 'Mapp', folder: {} })).status).toBe(status)
    const session = await call('POST', `${drive}/root:/x.bin:/createUploadSession`, {})
    expect(session.status).toBe(status === 201 ? 200 : status)
  })

  test('a file says who made it, also when an upload session did', async () => {
    const { body } = await (await house.by(ids.writer))(
      'POST',
      `${drive}/root:/x.bin:/createUploadSession`,
      {},
    )
    const range = { 'content-range': 'bytes 0-1/2' }
    const made = await send('PUT', String(body['uploadUrl']), new Uint8Array(2), range)
    expect(made.body.createdBy.user).toMatchObject({ displayName: 'Viola' })
  })
})

describe('an upload session', () => {
  const open = async (name: string, item = {}) => {
    const { body } = await write('POST', `${drive}/root:/${name}:/createUploadSession`, { item })
    return String(body['uploadUrl'])
  }
  const fragment = (url: string, from: number, to: number, size: number | '*', headers = {}) =>
    send('PUT', url, new Uint8Array(to - from + 1), {
      'content-range': `bytes ${from}-${to}/${size}`,
      ...headers,
    })

  test('takes fragments in order, tells what it expects, and ends in a file', async () => {
    const url = await open('a.bin')
    expect(new URL(url).pathname.startsWith('/v1.0')).toBe(false)
    const first = await fragment(url, 0, UNIT - 1, UNIT + 5)
    expect([first.status, first.body['nextExpectedRanges']]).toEqual([202, [`${UNIT}-`]])
    expect((await send('GET', url)).body['nextExpectedRanges']).toEqual([`${UNIT}-`])
    const last = await fragment(url, UNIT, UNIT + 4, UNIT + 5)
    expect([last.status, last.body.name, last.body['size']]).toEqual([201, 'a.bin', UNIT + 5])
    expect((await send('GET', url)).status).toBe(404)
  })

  test.for([
    { says: 'a fragment that is no multiple of 320 KiB', from: 0, to: 99, size: 1000, status: 400 },
    { says: 'a total that is not told', from: 0, to: UNIT - 1, size: '*' as const, status: 400 },
    { says: 'a gap', from: UNIT, to: 2 * UNIT - 1, size: 3 * UNIT, status: 416 },
  ])('$says is refused with $status', async ({ from, to, size, status }) => {
    expect((await fragment(await open('a.bin'), from, to, size)).status).toBe(status)
  })

  test('bytes that have come already are refused with 416', async () => {
    const url = await open('a.bin')
    await fragment(url, 0, UNIT - 1, 2 * UNIT)
    const again = await fragment(url, 0, UNIT - 1, 2 * UNIT)
    expect([again.status, again.body.error.innerError.code]).toEqual([416, 'fragmentOverlap'])
  })

  test('another total than before, or none of the bytes that were said, is refused', async () => {
    const url = await open('a.bin')
    await fragment(url, 0, UNIT - 1, 2 * UNIT)
    expect((await fragment(url, UNIT, 2 * UNIT - 1, 3 * UNIT)).status).toBe(400)
    const short = await send('PUT', url, new Uint8Array(3), {
      'content-range': `bytes ${UNIT}-${2 * UNIT - 1}/${2 * UNIT}`,
    })
    expect(short.body.error.innerError.code).toBe('fragmentLengthMismatch')
  })

  test('a token sent along is refused with 401, and a guessed address with 403', async () => {
    const url = await open('a.bin')
    expect((await fragment(url, 0, 1, 2, { authorization: `Bearer ${token}` })).status).toBe(401)
    expect((await fragment(url.replace(/tempauth=.*/, 'tempauth=v1.x'), 0, 1, 2)).status).toBe(403)
  })

  test('fails at once, or at the end, where the name is taken', async () => {
    const fail = { '@microsoft.graph.conflictBehavior': 'fail' }
    const url = await open('a.bin', fail)
    await put('a.bin', 'annan')
    expect((await fragment(url, 0, 1, 2)).status).toBe(409)
    const asked = await write('POST', `${drive}/root:/a.bin:/createUploadSession`, { item: fail })
    expect(asked.body.error.code).toBe('nameAlreadyExists')
  })

  test('is given up by DELETE, and forgotten after its time', async () => {
    const url = await open('a.bin')
    expect((await send('DELETE', url)).status).toBe(204)
    expect((await fragment(url, 0, 1, 2)).status).toBe(404)
    house.tenant.control.setFlags({ uploadMinutes: -1 })
    expect((await fragment(await open('b.bin'), 0, 1, 2)).status).toBe(404)
  })
})

describe('a browser', () => {
  const preflight = (url: string) =>
    send('OPTIONS', url, undefined, {
      origin: 'http://127.0.0.1:5181',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-range',
    })

  test('may send fragments from any page, without the headers of the Graph client', async () => {
    const { body } = await write('POST', `${drive}/root:/a.bin:/createUploadSession`, {})
    const { headers } = await preflight(String(body['uploadUrl']))
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')).toContain('PUT')
    expect(headers.get('access-control-allow-headers')).toContain('Content-Range')
    expect(headers.get('access-control-allow-headers')).not.toMatch(/SdkVersion/i)
  })

  test('may fetch a content plainly, but not with headers that are asked for first', async () => {
    const { body } = await put('a.txt', 'a')
    const url = String(body['@microsoft.graph.downloadUrl'])
    expect((await send('GET', url)).headers.get('access-control-allow-origin')).toBe('*')
    expect((await preflight(url)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('an application that reads finds what another has written, and nobody does without a token', async () => {
  const { body } = await put('a.txt', 'a')
  const reader = await house.as('read')
  expect((await reader('GET', `${drive}/items/${body.id}`)).body.name).toBe('a.txt')
  expect((await clientFor(house.tenant, 'no token')('GET', drive)).status).toBe(401)
})
