/** Who may do what: the application's grant, cut down by the person's own rights. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aList, aTenant, type Client, type House, ids, site } from './fixtures.ts'

let house: House
let list: string

beforeEach(async () => {
  house = aTenant()
  list = await aList(await house.as('manage'))
})

const deeds: Record<string, (call: Client) => Promise<number>> = {
  read: async (call) => (await call('GET', `${list}/items`)).status,
  'write a row': async (call) => (await call('POST', `${list}/items`, { fields: {} })).status,
  'add a column': async (call) => (await call('POST', `${list}/columns`, { name: 'New', text: {} })).status,
  'make a list': async (call) => (await call('POST', `${site}/lists`, { displayName: 'New' })).status,
}

test.each([
  { who: 'read' as const, may: [200, 403, 403, 403] },
  { who: 'write' as const, may: [200, 201, 403, 403] },
  { who: 'manage' as const, may: [200, 201, 201, 201] },
  { who: 'fullcontrol' as const, may: [200, 201, 201, 201] },
  { who: 'admin' as const, may: [200, 201, 201, 201] },
])('an application granted $who on the site gets $may', async ({ who, may }) => {
  const call = await house.as(who)
  const statuses: number[] = []
  for (const deed of Object.values(deeds)) statuses.push(await deed(call))
  expect(statuses).toEqual(may)
})

test.each([
  { says: 'staff with read through a group', who: ids.reader, may: [200, 403, 403, 403] },
  { says: 'somebody with write', who: ids.writer, may: [200, 201, 403, 403] },
  { says: 'an owner', who: ids.owner, may: [200, 201, 201, 201] },
])('$says is limited to their own rights though the application has full control', async ({ who, may }) => {
  const call = await house.by(who)
  const statuses: number[] = []
  for (const deed of Object.values(deeds)) statuses.push(await deed(call))
  expect(statuses).toEqual(may)
})

test('an owner is limited to what the application was granted', async () => {
  const admin = await house.as('admin')
  const { body } = await admin('GET', `${site}/permissions`)
  for (const { id } of body.value) await admin('DELETE', `${site}/permissions/${id}`)
  const owner = await house.by(ids.owner)
  expect((await owner('GET', list)).status).toBe(403)
  await admin('POST', `${site}/permissions`, {
    roles: ['read'],
    grantedToIdentities: [{ application: { id: ids.tab, displayName: 'Tab' } }],
  })
  expect((await owner('GET', list)).status).toBe(200)
  expect((await owner('POST', `${list}/items`, { fields: {} })).status).toBe(403)
})

test('a grant holds on its own site only', async () => {
  const call = await house.as('fullcontrol')
  expect((await call('GET', `sites/${ids.otherSite}`)).status).toBe(403)
  expect((await call('GET', `sites/${ids.otherSite}/lists`)).body.error.code).toBe('accessDenied')
  expect((await call('POST', `sites/${ids.otherSite}/lists`, { displayName: 'x' })).status).toBe(403)
})

test('only Sites.FullControl.All may read and give grants', async () => {
  const call = await house.as('fullcontrol')
  const grant = { roles: ['write'], grantedToIdentities: [{ application: { id: ids.read } }] }
  expect((await call('GET', `${site}/permissions`)).status).toBe(403)
  expect((await call('POST', `${site}/permissions`, grant)).status).toBe(403)
  const admin = await house.as('admin')
  const { status, body } = await admin('POST', `${site}/permissions`, grant)
  expect(status).toBe(201)
  expect(await deeds['write a row']?.(await house.as('read'))).toBe(201)
  await admin('PATCH', `${site}/permissions/${body.id}`, { roles: ['read'] })
  expect(await deeds['write a row']?.(await house.as('read'))).toBe(403)
})

describe('people', () => {
  test('read themselves with User.Read, and others not', async () => {
    const call = await house.by(ids.reader)
    expect((await call('GET', 'me')).body).toMatchObject({
      id: ids.reader,
      displayName: 'Rut',
      jobTitle: 'Handläggare',
    })
    expect((await call('GET', `users/${ids.owner}`)).body.error.code).toBe('Authorization_RequestDenied')
    expect((await call('GET', 'users')).status).toBe(403)
  })

  test('are read by an application with User.Read.All, searched with ConsistencyLevel', async () => {
    const call = await house.as('admin')
    expect((await call('GET', 'me')).status).toBe(400)
    expect((await call('GET', 'users/olle@contoso.com?$select=id')).body.id).toBe(ids.owner)
    expect((await call('GET', 'users?$top=3')).body.value).toHaveLength(3)
    expect((await call('GET', 'users?$search="displayName:sv"')).body.error.code).toBe(
      'Request_UnsupportedQuery',
    )
    const found = await call('GET', 'users?$search="displayName:sv"', undefined, {
      consistencylevel: 'eventual',
    })
    expect(found.body.value.map(({ id }) => id)).toEqual([ids.stranger])
    const filtered = await call('GET', "users?$filter=startswith(displayName,'Ru')")
    expect(filtered.body.value.map(({ id }) => id)).toEqual([ids.reader])
  })

  test.each([
    { says: 'words of a name in any order', query: '$search="displayName:ol"', found: [ids.owner] },
    {
      says: 'one or the other',
      query: '$search="displayName:rut" OR "mail:sven"',
      found: [ids.reader, ids.stranger],
    },
    { says: 'both', query: '$search="displayName:rut" AND "mail:sven"', found: [] },
    {
      says: 'a search and a filter',
      query: `$search="displayName:rut"&$filter=startswith(mail,'o')`,
      found: [],
    },
    {
      says: 'either of two filters',
      query: `$filter=startswith(displayName,'Ru') or mail eq 'sven@contoso.com'`,
      found: [ids.reader, ids.stranger],
    },
  ])('are picked by $says', async ({ query, found }) => {
    const call = await house.as('admin')
    const { body } = await call('GET', `users?${query}&$count=true`, undefined, {
      consistencylevel: 'eventual',
    })
    expect([body.value.map(({ id }) => id), body['@odata.count']]).toEqual([found, found.length])
  })

  test.each([
    { says: 'a search without quotes', query: '$search=displayName:ol' },
    { says: 'a search of what is not searched', query: '$search="aboutMe:x"' },
    { says: 'skipping', query: '$skip=2' },
    { says: 'an end of a text, without counting', query: `$filter=endswith(mail,'.com')` },
    { says: 'a property that users lack', query: `$filter=Nope eq 'x'` },
  ])('$says is refused', async ({ query }) => {
    const call = await house.as('admin')
    const { status } = await call('GET', `users?${query}`, undefined, { consistencylevel: 'eventual' })
    expect(status).toBe(400)
  })

  test('are counted only with ConsistencyLevel', async () => {
    const call = await house.as('admin')
    expect((await call('GET', 'users?$count=true')).body).not.toHaveProperty(['@odata.count'])
    expect((await call('GET', 'users/$count')).status).toBe(400)
    const counted = await call('GET', 'users/$count', undefined, { consistencylevel: 'eventual' })
    expect(counted.body).toBe(4)
  })

  test('come in pages whose link keeps the search', async () => {
    const call = await house.as('admin')
    const headers = { consistencylevel: 'eventual' }
    const search = '$search="mail:rut" OR "mail:sven"&$top=1'
    const first = await call('GET', `users?${search}`, undefined, headers)
    const second = await call('GET', first.body['@odata.nextLink'] ?? '', undefined, headers)
    expect([first, second].map(({ body }) => body.value[0]?.id)).toEqual([ids.reader, ids.stranger])
    expect(second.body).not.toHaveProperty(['@odata.nextLink'])
  })

  test('are members of groups', async () => {
    const call = await house.as('admin')
    const { body } = await call('GET', `groups/${ids.staff}/members`)
    expect(body.value.map(({ id }) => id)).toEqual([ids.reader, ids.stranger])
    expect(body.value[0]?.['@odata.type']).toBe('#microsoft.graph.user')
    const reader = await house.by(ids.reader)
    expect((await reader('GET', 'me/memberOf')).body.value[0]?.['displayName']).toBe('Staff')
  })
})

test('reading alone makes a person known to the site, when that switch is on', async () => {
  const numbers = async () =>
    (await (await house.as('read'))('GET', `${site}/lists/users/items?expand=fields`)).body.value.map(
      ({ fields }) => fields['Title'],
    )
  const stranger = await house.by(ids.stranger)
  await stranger('GET', list)
  expect(await numbers()).not.toContain('Sven')
  house.tenant.control.setFlags({ readingAddsToUserList: true })
  await stranger('GET', list)
  expect(await numbers()).toContain('Sven')
})

test.each([
  { says: 'a broken escape in an address', path: 'sites/%E0%A4%A' },
  { says: 'a top that is no number', path: `${site}/lists?$top=many` },
])('$says is the caller’s mistake', async ({ path }) => {
  expect((await (await house.as('read'))('GET', path)).status).toBe(400)
})

test('an unknown call is answered 501, naming method and path', async () => {
  const call = await house.as('read')
  const { status, body } = await call('GET', 'me/drive/root')
  expect(status).toBe(501)
  expect(body.error.message).toBe('The local tenant does not know GET /v1.0/me/drive/root.')
})
