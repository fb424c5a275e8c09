/** SharePoint's own REST calls: versions, people, and rights on lists. */
import { beforeEach, describe, expect, test } from 'vitest'
import { aList, aTenant, addRows, type Client, clientFor, type House, ids, origin } from './fixtures.ts'

let house: House
let rest: Client
let list: string
let guid: string

const web = `${origin}/sites/books/_api/web`
const audience = 'https://contoso.sharepoint.com'

beforeEach(async () => {
  house = aTenant()
  list = await aList(await house.as('manage'))
  guid = list.split('/').at(-1) ?? ''
  rest = await restAs('fullcontrol', '2')
})

async function restAs(app: 'manage' | 'fullcontrol' | 'write', credential: '1' | '2'): Promise<Client> {
  const { token } = await house.tenant.control.appToken({ clientId: ids[app], audience, credential })
  return clientFor(house.tenant, token)
}

describe('who is let in', () => {
  test('an application with a secret is refused, with a certificate let in', async () => {
    const { status, body } = await (await restAs('fullcontrol', '1'))('GET', `${web}/lists(guid'${guid}')`)
    expect([status, body['error_description']]).toEqual([401, 'Unsupported app only token.'])
    expect((await rest('GET', `${web}/lists(guid'${guid}')`)).status).toBe(200)
  })

  test('a token for Graph is refused here, and one for SharePoint at Graph', async () => {
    expect((await (await house.as('fullcontrol'))('GET', web)).status).toBe(401)
    const { status, body } = await rest('GET', list)
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken'])
  })

  test('an owner is let in as themselves; staff may read but not change', async () => {
    const as = async (oid: string) => {
      const request = { clientId: ids.tab, oid, scopes: [`${audience}/.default`] }
      return clientFor(house.tenant, (await house.tenant.control.personToken(request)).access_token)
    }
    const change = { EnableVersioning: true }
    expect((await (await as(ids.owner))('PATCH', `${web}/lists(guid'${guid}')`, change)).status).toBe(204)
    expect((await (await as(ids.reader))('GET', `${web}/lists(guid'${guid}')`)).status).toBe(200)
    const refused = await (await as(ids.reader))('PATCH', `${web}/lists(guid'${guid}')`, change)
    expect(refused.status).toBe(403)
    expect(refused.body['odata.error']).toMatchObject({ message: { value: 'Access denied.' } })
  })

  test('manage may set versions but not rights', async () => {
    const manage = await restAs('manage', '2')
    expect((await manage('PATCH', `${web}/lists(guid'${guid}')`, { EnableVersioning: true })).status).toBe(
      204,
    )
    expect((await manage('POST', `${web}/lists(guid'${guid}')/breakroleinheritance(true)`)).status).toBe(403)
  })
})

test('the time zone is the site’s', async () => {
  const { body } = await rest('GET', `${web}/RegionalSettings/TimeZone`)
  expect(body).toMatchObject({ Id: 4, Information: { Bias: -60, DaylightBias: -60, StandardBias: 0 } })
})

describe('ensureuser', () => {
  test.each(['i:0#.f|membership|sven@contoso.com', 'sven@contoso.com'])(
    'gives %s a number',
    async (logonName) => {
      const { status, body } = await rest('POST', `${web}/ensureuser`, { logonName })
      expect(status).toBe(200)
      expect(body).toMatchObject({ Title: 'Sven', PrincipalType: 1, Email: 'sven@contoso.com' })
      const again = await rest('POST', `${web}/ensureuser`, { logonName })
      expect(again.body['Id']).toBe(body['Id'])
      const graph = await house.as('manage')
      const row = await graph('GET', `sites/${ids.site}/lists/users/items/${body['Id']}?expand=fields`)
      expect(row.body.fields).toMatchObject({
        Title: 'Sven',
        Name: 'i:0#.f|membership|sven@contoso.com',
        ContentType: 'Person',
      })
    },
  )

  test('knows groups of the directory, and nobody else', async () => {
    const { body } = await rest('POST', `${web}/ensureuser`, { logonName: `c:0t.c|tenant|${ids.staff}` })
    expect(body).toMatchObject({ Title: 'Staff', PrincipalType: 4 })
    expect((await rest('POST', `${web}/ensureuser`, { logonName: 'nobody@contoso.com' })).status).toBe(404)
  })
})

describe('versions', () => {
  test('are kept from the moment they are switched on, and can be restored', async () => {
    const call = await house.as('write')
    await addRows(call, list, [{ Title: 'one' }])
    const change = (Title: string) => call('PATCH', `${list}/items/1/fields`, { Title })
    await change('two')
    const versions = async () =>
      (await call('GET', `${list}/items/1/versions`)).body.value.map(({ id }) => id)
    expect(await versions()).toEqual(['1.0'])

    const settings = { EnableVersioning: true, MajorVersionLimit: 100 }
    const merged = await rest('POST', `${web}/lists(guid'${guid}')`, settings, {
      'x-http-method': 'MERGE',
      'if-match': '*',
    })
    expect(merged.status).toBe(204)
    expect(
      (await rest('GET', `${web}/lists(guid'${guid}')?$select=EnableVersioning,MajorVersionLimit`)).body,
    ).toEqual(settings)
    await change('three')
    await change('four')
    expect(await versions()).toEqual(['3.0', '2.0', '1.0'])
    expect((await call('GET', `${list}/items/1/versions/2.0?expand=fields`)).body.fields['Title']).toBe(
      'three',
    )

    expect((await call('POST', `${list}/items/1/versions/1.0/restoreVersion`)).status).toBe(204)
    expect((await call('GET', `${list}/items/1/fields`)).body).toMatchObject({
      Title: 'two',
      _UIVersionString: '4.0',
    })
    expect((await call('GET', `${list}/items/1/versions/9.0`)).status).toBe(404)
  })

  test('older ones than the limit go', async () => {
    const call = await house.as('write')
    await rest('PATCH', `${web}/lists(guid'${guid}')`, { EnableVersioning: true, MajorVersionLimit: 2 })
    await addRows(call, list, [{ Title: 'one' }])
    for (const Title of ['two', 'three', 'four']) await call('PATCH', `${list}/items/1/fields`, { Title })
    const { body } = await call('GET', `${list}/items/1/versions`)
    expect(body.value.map(({ id }) => id)).toEqual(['4.0', '3.0', '2.0'])
  })

  test('show a time that was moved to UTC once too often', async () => {
    const call = await house.as('write')
    await addRows(call, list, [{ Title: 'one' }])
    const when = async () =>
      Date.parse(
        String((await call('GET', `${list}/items/1/versions`)).body.value[0]?.['lastModifiedDateTime']),
      )
    const shown = await when()
    house.tenant.control.setFlags({ observedQuirks: false })
    expect([1, 2]).toContain(((await when()) - shown) / 3_600_000)
  })
})

describe('rights on a list', () => {
  const staffId = async () =>
    Number((await rest('POST', `${web}/ensureuser`, { logonName: `c:0t.c|tenant|${ids.staff}` })).body['Id'])
  const at = () => `${web}/lists(guid'${guid}')`

  test('a list with rights of its own that leave somebody out is not found by them', async () => {
    const reader = await house.by(ids.reader)
    expect((await reader('GET', list)).status).toBe(200)
    expect(
      (await rest('POST', `${at()}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)`))
        .status,
    ).toBe(200)
    expect((await reader('GET', list)).status).toBe(200)
    const removed = await rest(
      'POST',
      `${at()}/roleassignments/removeroleassignment(principalid=${await staffId()},roledefid=1073741826)`,
    )
    expect(removed.status).toBe(200)
    expect((await reader('GET', list)).status).toBe(404)
    expect((await reader('GET', `${list}/items/delta`)).status).toBe(404)
    const visible = (await reader('GET', `sites/${ids.site}/lists`)).body.value
    expect(visible.map(({ name }) => name)).toEqual(['Shared Documents'])
    expect((await (await house.by(ids.owner))('GET', list)).status).toBe(200)
    expect((await (await house.as('read'))('GET', list)).status).toBe(200)
    house.tenant.control.setFlags({ hiddenListStatus: 403 })
    expect((await reader('GET', list)).status).toBe(403)
  })

  test('staff can be given more on one list than on the site', async () => {
    await rest('POST', `${at()}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`)
    const reader = await house.by(ids.reader)
    expect((await reader('GET', list)).status).toBe(404)
    await rest(
      'POST',
      `${at()}/roleassignments/addroleassignment(principalid=${await staffId()},roledefid=1073741827)`,
    )
    expect((await reader('POST', `${list}/items`, { fields: {} })).status).toBe(201)
    await rest('POST', `${at()}/resetroleinheritance`)
    expect((await reader('POST', `${list}/items`, { fields: {} })).status).toBe(403)
  })

  test('are shown with holder and roles, and say whether they are the list’s own', async () => {
    const own = async () =>
      (await rest('GET', `${at()}?$select=HasUniqueRoleAssignments`)).body['HasUniqueRoleAssignments']
    expect(await own()).toBe(false)
    await rest('POST', `${at()}/breakroleinheritance(true)`)
    expect(await own()).toBe(true)
    const { body } = await rest('GET', `${at()}/roleassignments?$expand=Member,RoleDefinitionBindings`)
    const staff = body.value.find(
      (row) => row['PrincipalId'] !== undefined && JSON.stringify(row).includes('"Staff"'),
    )
    expect(staff).toMatchObject({
      Member: { Title: 'Staff' },
      RoleDefinitionBindings: [{ Id: 1073741826, Name: 'Read' }],
    })
    const gone = await rest('DELETE', `${at()}/roleassignments/getbyprincipalid(${await staffId()})`)
    expect(gone.status).toBe(200)
    expect((await (await house.by(ids.reader))('GET', list)).status).toBe(404)
  })

  test('a list that inherits takes no rights of its own', async () => {
    const { status } = await rest(
      'POST',
      `${at()}/roleassignments/addroleassignment(principalid=${await staffId()},roledefid=1073741827)`,
    )
    expect(status).toBe(400)
  })

  test('a group of the site passes its rights on to its members', async () => {
    const groups = await rest('GET', `${web}/sitegroups`)
    expect(groups.body.value.map((group) => group['Title'])).toEqual([
      'Books Owners',
      'Books Members',
      'Books Visitors',
    ])
    await rest('POST', `${web}/sitegroups(4)/users`, { LoginName: 'i:0#.f|membership|rut@contoso.com' })
    const reader = await house.by(ids.reader)
    expect((await reader('POST', `${list}/items`, { fields: {} })).status).toBe(201)
  })

  test('the six role definitions have their fixed ids', async () => {
    const { body } = await rest('GET', `${web}/roledefinitions`)
    expect(body.value.map((role) => [role['Id'], role['Name']])).toContainEqual([1073741827, 'Contribute'])
  })
})

test('an unknown call is answered 501, naming it', async () => {
  const { status, body } = await rest('GET', `${web}/navigation`)
  expect(status).toBe(501)
  expect(JSON.stringify(body)).toContain('GET /sites/books/_api/web/navigation')
})
