/** Who may read and write on a site that is made ready, and what provisioning can not do itself. */
import { writeFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { narrowLists } from '#src/lists/confidential.ts'
import { provisioned as openLists } from '#src/lists/provisioned.ts'
import { findLists } from '#src/graph/findLists.ts'
import { listStore } from '#src/graph/listStore.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { installation } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import {
  declared,
  kinds,
  whats,
  planned,
  applied,
  withSite,
  listsPath,
  listNames,
  narrowList,
  restAs,
} from './site.ts'

let stand: Stand | undefined
afterEach(async () => {
  await stand?.close()
  stand = undefined
})
const open = async (...asked: Parameters<typeof setUpStand>) => (stand = await setUpStand(...asked))

describe('the rights of the site', () => {
  test('the group of staff is let read, and no more', async () => {
    const empty = await open('empty', withSite({ assignments: [] }))
    const { steps } = await applied(empty)
    expect(kinds(steps)).toContain('letStaffRead')
    expect(await planned(empty)).toEqual({ steps: [], findings: [] })
    const site = {
      id: installation.siteId,
      listIds: await findLists(empty.graphAs('server'), installation.siteId),
    }
    const employee = listStore({ graph: empty.graphAs('employee'), site })
    expect(await employee.all(portfolios)).toEqual([])
    const draft = { key: 'pf', title: 'Ett', code: 'P', process: 'behovsprocessen' as const }
    await expect(employee.create(portfolios, draft)).rejects.toMatchObject({ status: 403 })
  })

  test('staff that may write are named', async () => {
    const principal = installation.staffGroupId
    const loose = await open('lists', withSite({ assignments: [{ principal, right: 'write' }] }))
    expect((await planned(loose)).findings).toEqual([{ what: 'staffMayWrite', who: 'Alla medarbetare' }])
  })

  test('anybody among the members that a site is born with is named, for members may edit', async () => {
    const ready = await open('lists')
    expect((await planned(ready)).findings).toEqual([])
    const { token } = await ready.tenant.control.appToken({
      clientId: installation.apps.provisioning,
      audience: `https://${installation.host}`,
      credential: '2',
    })
    const groups = `${ready.origin}${installation.sitePath}/_api/web/sitegroups`
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json;odata=nometadata',
      'content-type': 'application/json;odata=nometadata',
    }
    const all = (await (await fetch(groups, { headers })).json()) as {
      value: { Id: number; Title: string }[]
    }
    const members = all.value.find(({ Title }) => Title.endsWith('Members'))
    const LoginName = `c:0t.c|tenant|${installation.staffGroupId}`
    const added = await fetch(`${groups}(${members?.Id})/users`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ LoginName }),
    })
    expect(added.ok).toBe(true)
    expect((await planned(ready)).findings).toEqual([{ what: 'staffMayWrite', who: 'Samstyr Members' }])
  })

  test.for([
    { says: 'none', role: undefined, findings: ['grantMissing'] },
    { says: 'to read', role: 'read', findings: ['grantMissing'] },
    { says: 'to write', role: 'write', findings: [] },
  ] as const)('a server that was granted $says is told of', async ({ role, findings }) => {
    const { server } = installation.apps
    const empty = await open('empty', (options) => ({
      ...options,
      apps: options.apps.map((app) => ({ ...app, applicationPermissions: ['Sites.FullControl.All'] })),
      sites: options.sites.map((site) => ({
        ...site,
        grants: [
          ...site.grants.filter(({ clientId }) => clientId !== server),
          ...(role ? [{ clientId: server, role }] : []),
        ],
      })),
    }))
    expect(whats((await planned(empty, { SERVER_CLIENT_ID: server })).findings)).toEqual(findings)
  })
})

describe('what provisioning can not do itself', () => {
  test('a site in another time zone is told of', async () => {
    const elsewhere = await open('empty', withSite({ timeZone: 'Pacific Standard Time' }))
    expect((await planned(elsewhere)).findings).toMatchObject([
      { what: 'timeZone', zone: expect.stringMatching(/Pacific/) as string },
    ])
  })

  test('with a secret the lists are made, and what the secret prevents is told', async () => {
    const empty = await open('empty')
    const { clientSecret = '' } = empty.tenant.control.credentials(installation.apps.provisioning)
    const environment = { PROVISION_CERTIFICATE: '', PROVISION_CLIENT_SECRET: clientSecret }
    const { findings } = await applied(empty, environment)
    expect(whats(findings)).toEqual([
      'versionsUnknown',
      'staffUnknown',
      'closedUnknown',
      'readersUnknown',
      'timeZoneUnknown',
    ])
    for (const finding of findings) expect('why' in finding && finding.why).toMatch(/^401 /)
    // Without rights of their own the narrow lists would be read by all: none of them is made.
    expect(await listNames(empty)).toEqual(openLists.map(({ name }) => name).toSorted())
    const { steps } = await planned(empty)
    expect(kinds(steps)).toEqual(['closeList', 'createList', 'keepVersions'])
    expect(steps.flatMap((step) => (step.do === 'createList' ? step.list.name : []))).toEqual(
      narrowLists.map(({ name }) => name),
    )
  })

  test('without a group that reads them, no confidential lists are made, and that is told', async () => {
    const empty = await open('empty')
    const { findings } = await applied(empty, { CONFIDENTIAL_GROUP_ID: '' })
    expect(whats(findings)).toEqual(['noConfidentialGroup'])
    expect(await listNames(empty)).toEqual(openLists.map(({ name }) => name).toSorted())
  })

  test('a confidential list whose rights were not set is not used, and is mended', async () => {
    const ready = await open('lists')
    const { id = '' } = narrowList(ready, 'ConfidentialTrail')
    await restAs(ready, `lists(guid'${id}')/resetroleinheritance`, {})
    expect((await planned(ready)).steps).toMatchObject([{ do: 'narrowList', broken: false }])
    await restAs(
      ready,
      `lists(guid'${id}')`,
      { Description: '' },
      { 'x-http-method': 'MERGE', 'if-match': '*' },
    )
    expect(await listNames(ready)).toEqual(openLists.map(({ name }) => name).toSorted())
    await applied(ready)
    expect(await listNames(ready)).toEqual(declared.map(({ name }) => name).toSorted())
  })

  test('somebody else who reads a confidential list is named', async () => {
    const ready = await open('lists')
    const { id = '' } = narrowList(ready, 'ConfidentialTrail')
    const staff = await restAs(ready, 'ensureuser', {
      logonName: `c:0t.c|tenant|${installation.staffGroupId}`,
    })
    const add = `addroleassignment(principalid=${staff.Id},roledefid=1073741826)`
    await restAs(ready, `lists(guid'${id}')/roleassignments/${add}`, {})
    expect((await planned(ready)).findings).toMatchObject([
      { what: 'othersRead', list: { name: 'ConfidentialTrail' }, who: installation.staffGroupName },
    ])
  })

  test('the group reads the confidential lists, and staff neither read nor see them', async () => {
    const ready = await open('lists')
    for (const { name } of narrowLists) {
      const { id } = narrowList(ready, name)
      const path = `${listsPath}/${id}/items`
      expect(await ready.graphAs('developmentLead')({ path })).toMatchObject({ value: [] })
      await expect(ready.graphAs('employee')({ path })).rejects.toMatchObject({ status: 404 })
    }
  })

  test('staff read no list of where people are reached, what they are sent or when they are away', async () => {
    const ready = await open('lists')
    const closed = openLists.filter((list) => list.closed)
    expect(closed.map(({ name }) => name)).toEqual(['Addresses', 'Sendings', 'ReminderChoices'])
    for (const { name } of closed) {
      const path = `${listsPath}/${ready.site.listIds[name]}/items`
      expect(await ready.graphAs('server')({ path })).toMatchObject({ value: [] })
      for (const who of ['employee', 'developmentLead', 'administrator'] as const)
        await expect(ready.graphAs(who)({ path })).rejects.toMatchObject({ status: 404 })
    }
  })

  test('a closed list that was opened again is told of, or closed', async () => {
    const ready = await open('lists')
    const at = `lists(guid'${ready.site.listIds.Sendings}')`
    await restAs(ready, `${at}/resetroleinheritance`, {})
    expect((await planned(ready)).steps).toMatchObject([{ do: 'closeList', list: { name: 'Sendings' } }])
    await applied(ready)
    const staff = await restAs(ready, 'ensureuser', {
      logonName: `c:0t.c|tenant|${installation.staffGroupId}`,
    })
    const add = `addroleassignment(principalid=${staff.Id},roledefid=1073741826)`
    await restAs(ready, `${at}/roleassignments/${add}`, {})
    expect(await planned(ready)).toMatchObject({
      steps: [],
      findings: [{ what: 'othersRead', list: { name: 'Sendings' }, who: installation.staffGroupName }],
    })
  })

  test('an application that may not see the grants says what to look at', async () => {
    const ready = await open('lists')
    const environment = { SERVER_CLIENT_ID: installation.apps.server }
    expect(whats((await planned(ready, environment)).findings)).toEqual(['grantUnknown'])
  })

  test('an application without a right to the site is refused', async () => {
    const empty = await open('empty')
    const { clientSecret = '' } = empty.tenant.control.credentials(installation.apps.server)
    const environment = {
      PROVISION_CERTIFICATE: '',
      PROVISION_CLIENT_ID: installation.apps.server,
      PROVISION_CLIENT_SECRET: clientSecret,
    }
    await expect(applied(empty, environment)).rejects.toMatchObject({ status: 403 })
  })

  test('a certificate of somebody else is refused', async () => {
    const empty = await open('empty')
    const { privateKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    )
    const file = join(dirname(empty.environment.PROVISION_CERTIFICATE ?? ''), 'other.json')
    writeFileSync(file, JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey)))
    await expect(planned(empty, { PROVISION_CERTIFICATE: file })).rejects.toThrow(/invalid_client|AADSTS/)
  })

  test.for(['SITE_ID', 'TENANT_ID', 'PROVISION_CLIENT_ID'])(
    'without %s it says what is missing',
    async (name) => {
      const empty = await open('empty')
      await expect(planned(empty, { [name]: '' })).rejects.toThrow(name)
    },
  )
})
