/** Making a site ready: says what is missing, makes it, and then changes nothing. */
import { writeFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { narrowLists } from '#src/lists/confidential.ts'
import { minutesLibrary } from '#src/lists/minutesLibrary.ts'
import { provisioned as openLists } from '#src/lists/provisioned.ts'
import { wireColumns } from '#src/lists/list.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import { findLists } from '#src/graph/findLists.ts'
import { listStore } from '#src/graph/listStore.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { installation } from '#scripts/demo/installation.ts'
import { provision } from '#scripts/provision/run.ts'
import type { TenantOptions } from '#scripts/tenant/options.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand | undefined
afterEach(async () => {
  await stand?.close()
  stand = undefined
})
const open = async (...asked: Parameters<typeof setUpStand>) => (stand = await setUpStand(...asked))

const declared = [...openLists, ...narrowLists]
const kinds = (steps: readonly Step[]) => [...new Set(steps.map((step) => step.do))].toSorted()
const whats = (findings: readonly Finding[]) => findings.map(({ what }) => what)
/** Only a tenant administrator may look at grants; without the server's id nobody asks. */
const noServer = { SERVER_CLIENT_ID: '' }
const planned = (of: Stand, environment = {}) =>
  provision({ ...of.environment, ...noServer, ...environment }, { apply: false })
const applied = (of: Stand, environment = {}) =>
  provision({ ...of.environment, ...noServer, ...environment }, { apply: true })
const withSite = (change: Partial<TenantOptions['sites'][number]>) => (options: TenantOptions) => ({
  ...options,
  sites: options.sites.map((site) => ({ ...site, ...change })),
})

interface Column {
  id: string
  name: string
  displayName: string
  indexed: boolean
}
const listsPath = `/sites/${installation.siteId}/lists`
async function columnsOf(of: Stand, name: string) {
  const id = (await findLists(of.graphAs('server'), installation.siteId))[name]
  const path = `${listsPath}/${id}/columns`
  const { value } = await of.graphAs('provisioning')<{ value: Column[] }>({ path })
  return { id, path, columns: new Map(value.map((column) => [column.name, column])) }
}
const listNames = async (of: Stand) =>
  Object.keys(await findLists(of.graphAs('server'), installation.siteId)).toSorted()
const narrowList = (of: Stand, name: string) => ({ id: of.site.listIds[name] })
async function restAs(of: Stand, path: string, body: object, headers: Record<string, string> = {}) {
  const { token } = await of.tenant.control.appToken({
    clientId: installation.apps.provisioning,
    audience: `https://${installation.host}`,
    credential: '2',
  })
  const response = await fetch(`${of.origin}${installation.sitePath}/_api/web/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json;odata=nometadata',
      'content-type': 'application/json;odata=nometadata',
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return (text ? JSON.parse(text) : {}) as { Id?: number }
}
const rest = async (of: Stand, path: string) => {
  const { token } = await of.tenant.control.appToken({
    clientId: installation.apps.provisioning,
    audience: `https://${installation.host}`,
    credential: '2',
  })
  const response = await fetch(`${of.origin}${installation.sitePath}/_api/web/${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json;odata=nometadata' },
  })
  return (await response.json()) as { EnableVersioning: boolean; value: { PrincipalId: number }[] }
}

describe('an empty site', () => {
  test('lacks every list, and a plan makes none', async () => {
    const empty = await open('empty')
    const { steps } = await planned(empty)
    expect(steps.map((step) => ('list' in step ? step.list.name : ''))).toEqual(
      declared.map(({ name }) => name),
    )
    expect(kinds(steps)).toEqual(['createList'])
    expect(await planned(empty)).toEqual(await planned(empty))
    await expect(findLists(empty.graphAs('server'), installation.siteId)).rejects.toThrow(
      /lacks Committees.*provision/,
    )
  })

  test('gets every list with its Swedish name, columns, indexes and versions; again, nothing is left to do', async () => {
    const empty = await open('empty')
    const told: Step[] = []
    const done = await provision(
      { ...empty.environment, ...noServer },
      { apply: true, told: (step) => told.push(step) },
    )
    expect(told).toEqual(done.steps)
    expect(done.findings).toEqual([])
    const { value } = await empty.graphAs('server')<{ value: { name: string; displayName: string }[] }>({
      path: listsPath,
    })
    const names = new Map(value.map(({ name, displayName }) => [name, displayName]))
    for (const { name, label } of declared) expect(names.get(name)).toBe(label)
    for (const list of declared) {
      const { columns, id } = await columnsOf(empty, list.name)
      for (const { name, displayName, indexed = false } of wireColumns(list))
        expect(columns.get(name)).toMatchObject({ name, displayName, indexed })
      expect((await rest(empty, `lists(guid'${id}')`)).EnableVersioning).toBe(true)
    }
    const before = empty.tenant.control.stats().paths
    expect(await applied(empty)).toEqual({ steps: [], findings: [] })
    expect(Object.keys(empty.tenant.control.stats().paths)).toEqual(Object.keys(before))
  })

  test('gets a library for minutes, whose files carry what is declared; staff read it and the server writes', async () => {
    const ready = await open('lists')
    const id = ready.site.listIds[minutesLibrary.name]
    const list = await ready.graphAs('employee')<{ list: { template: string }; webUrl: string }>({
      path: `${listsPath}/${id}`,
    })
    expect(list.list.template).toBe('documentLibrary')
    expect(new URL(list.webUrl).pathname).toBe(`${installation.sitePath}/Minutes`)
    const put = (who: 'server' | 'employee') =>
      ready.graphAs(who)<{ id: string }>({
        method: 'PUT',
        path: `${listsPath}/${id}/drive/root:/PF/2024/a.docx:/content`,
        content: new Uint8Array(3),
      })
    await expect(put('employee')).rejects.toMatchObject({ status: 403 })
    const file = await put('server')
    const fields = { PaperKind: 'Protokoll', MeetingDay: '2024-10-01T12:00:00Z', Edition: 1 }
    const path = `${listsPath}/${id}/drive/items/${file.id}/listItem`
    await ready.graphAs('server')({ method: 'PATCH', path: `${path}/fields`, body: fields })
    const row = await ready.graphAs('employee')<{ fields: object }>({ path })
    expect(row.fields).toMatchObject({ ...fields, MeetingDay: '2024-09-30T22:00:00Z' })
  })

  test('a library whose versions somebody has switched off gets them back', async () => {
    const ready = await open('lists')
    ready.tenant.control.setFlags({ newLibrariesKeepVersions: false })
    const id = ready.site.listIds[minutesLibrary.name]
    await ready.graphAs('provisioning')({ method: 'DELETE', path: `${listsPath}/${id}` })
    const { steps } = await applied(ready)
    expect(steps).toMatchObject([
      { do: 'createList', list: { name: 'Minutes' } },
      { do: 'nameList', list: { label: 'Protokoll' } },
      { do: 'nameColumn' },
      { do: 'keepVersions' },
    ])
    expect(await planned(ready)).toEqual({ steps: [], findings: [] })
  })

  test('keeps the versions of a row from then on', async () => {
    const ready = await open('lists')
    const store = ready.storeAs('server')
    const draft = { key: 'pf', title: 'Ett', code: 'P', process: 'behovsprocessen' as const }
    const { item } = await store.create(portfolios, draft)
    await store.change(portfolios, item, { title: 'Två' })
    const path = `${listsPath}/${ready.site.listIds.Portfolios}/items/${item.id}/versions`
    const { value } = await ready.graphAs('server')<{ value: unknown[] }>({ path })
    expect(value).toHaveLength(2)
  })

  test('gets what is missing when it was broken off half-way', async () => {
    const empty = await open('empty')
    empty.tenant.control.setFaults([
      { match: { method: 'POST', path: '/lists$' }, times: 5 },
      { match: { method: 'POST', path: '/lists$' }, times: 1, status: 500 },
    ])
    await expect(applied(empty)).rejects.toThrow()
    await applied(empty)
    expect(await planned(empty)).toEqual({ steps: [], findings: [] })
  })
})

describe('a site that has gone its own way', () => {
  test('gets back a column, a name, an index and a choice, and loses nothing of its own', async () => {
    const ready = await open('lists')
    const graph = ready.graphAs('provisioning')
    const { path, columns } = await columnsOf(ready, 'Initiatives')
    const column = (name: string) => `${path}/${columns.get(name)?.id}`
    await graph({ method: 'DELETE', path: column('Comment') })
    await graph({ method: 'PATCH', path: column('Systems'), body: { displayName: 'Omdöpt' } })
    await graph({ method: 'PATCH', path: column('Start'), body: { indexed: false } })
    const words = ['Ja', 'Kanske']
    await graph({ method: 'PATCH', path: column('Legal'), body: { choice: { choices: words } } })
    await graph({ method: 'POST', path, body: { name: 'Egen', displayName: 'Egen kolumn', text: {} } })

    expect(kinds((await planned(ready)).steps)).toEqual([
      'addChoices',
      'addColumn',
      'indexColumn',
      'nameColumn',
    ])
    await applied(ready)
    expect(await planned(ready)).toEqual({ steps: [], findings: [] })
    const after = (await columnsOf(ready, 'Initiatives')).columns
    expect([after.get('Systems')?.displayName, after.get('Start')?.indexed]).toEqual([
      'System och kopplingar',
      true,
    ])
    expect(after.get('Legal')).toMatchObject({
      choice: { choices: ['Ja', 'Kanske', 'Nej', 'Oklart'], displayAs: 'dropDownMenu' },
    })
    expect(after.has('Egen')).toBe(true)
  })

  test.for([
    { says: 'a number', list: 'Initiatives', name: 'Systems', body: { number: {} } },
    {
      says: 'a line where several lines are declared',
      list: 'Initiatives',
      name: 'Comment',
      body: { text: {} },
    },
    {
      says: 'one choice where several are declared',
      list: 'People',
      name: 'Roles',
      body: { choice: { choices: ['Direktör'] } },
    },
    {
      says: 'a time where a day is declared',
      list: 'Initiatives',
      name: 'LegalDay',
      body: { dateTime: { format: 'dateTime' } },
    },
  ])('a column that is $says is named, and never touched', async ({ list, name, body }) => {
    const ready = await open('lists')
    const graph = ready.graphAs('provisioning')
    const { path, columns } = await columnsOf(ready, list)
    await graph({ method: 'DELETE', path: `${path}/${columns.get(name)?.id}` })
    await graph({ method: 'POST', path, body: { name, displayName: 'Någon annans', ...body } })
    const before = (await columnsOf(ready, list)).columns.get(name)
    const { steps, findings } = await applied(ready)
    expect(steps).toEqual([])
    expect(findings).toMatchObject([{ what: 'columnKindDiffers', list: { name: list }, name }])
    expect((await columnsOf(ready, list)).columns.get(name)).toEqual(before)
  })
})

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
