import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lists } from '#src/lists/all.ts'
import { findingText, stepText } from '#src/text/provision.ts'
import { demoInstallation, installation } from '#scripts/demo/installation.ts'
import { demoEnvironment } from '#scripts/demo/prepare.ts'
import { provision } from '#scripts/provision/run.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'

let folder: string
const open: { tenant: Tenant; close: () => Promise<void> }[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samstyr-provision-'))
})
afterAll(async () => {
  for (const { tenant, close } of open) {
    await close()
    tenant.close()
  }
  rmSync(folder, { recursive: true })
})

/** An empty site, and the environment that provisioning it takes. */
async function anEmptySite(
  change: (options: ReturnType<typeof demoInstallation>) => ReturnType<typeof demoInstallation> = (same) =>
    same,
) {
  const tenant = createTenant(change(demoInstallation(':memory:')))
  const { origin, close } = await listen(tenant, { port: 0 })
  open.push({ tenant, close })
  const secret = tenant.control.credentials(installation.apps.provisioning).clientSecret ?? ''
  return { tenant, origin, secret, environment: demoEnvironment(tenant, origin, folder) }
}

/** What Graph answers the provisioning application. */
async function ask<T>(
  { tenant, origin }: { tenant: Tenant; origin: string },
  path: string,
  init: RequestInit = {},
) {
  const { token } = await tenant.control.appToken({ clientId: installation.apps.provisioning })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/v1.0/sites/${installation.siteId}${path}`, { ...init, headers })
  return (await answer.json()) as T
}

test('the plan of an empty site names every list and makes none', async () => {
  const site = await anEmptySite()
  const { steps } = await provision(site.environment, { apply: false })
  expect(steps.map((step) => step.do === 'createList' && step.list.name)).toEqual(
    Object.values(lists).map((list) => list.name),
  )
  const there = await ask<{ value: { name: string }[] }>(site, '/lists')
  expect(there.value.map(({ name }) => name)).not.toContain('Initiatives')
})

test('what was made is not made again, and keeps versions', async () => {
  const site = await anEmptySite()
  const made = await provision(site.environment, { apply: true })
  expect(made.steps.filter((step) => step.do === 'keepVersions')).toHaveLength(Object.keys(lists).length)
  const again = await provision(site.environment, { apply: true })
  expect(again.steps).toEqual([])
})

test('lists keep their ASCII name and show their Swedish one, columns too', async () => {
  const site = await anEmptySite()
  await provision(site.environment, { apply: true })
  const { value } = await ask<{ value: { id: string; name: string; displayName: string }[] }>(site, '/lists')
  const initiatives = value.find(({ name }) => name === 'Initiatives')
  expect(initiatives?.displayName).toBe('Initiativ')
  const columns = await ask<{ value: { name: string; displayName: string; indexed: boolean }[] }>(
    site,
    `/lists/${initiatives?.id}/columns`,
  )
  expect(columns.value).toContainEqual(
    expect.objectContaining({ name: 'Stage', displayName: 'Steg', indexed: true }),
  )
  expect(columns.value).toContainEqual(expect.objectContaining({ name: 'Title', displayName: 'Titel' }))
})

test('a column that someone removed is added, and nothing else is touched', async () => {
  const site = await anEmptySite()
  await provision(site.environment, { apply: true })
  const { value } = await ask<{ value: { id: string; name: string }[] }>(site, '/lists')
  const id = value.find(({ name }) => name === 'Forums')?.id
  const { value: columns } = await ask<{ value: { id: string; name: string }[] }>(
    site,
    `/lists/${id}/columns`,
  )
  const cadence = columns.find(({ name }) => name === 'Cadence')
  const { token } = await site.tenant.control.appToken({ clientId: installation.apps.provisioning })
  await fetch(`${site.origin}/v1.0/sites/${installation.siteId}/lists/${id}/columns/${cadence?.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  const { steps } = await provision(site.environment, { apply: false })
  expect(steps.map(stepText)).toEqual(['lägg till kolumnen Cadence i Forum'])
})

test('a column of another kind is named and left as it is', async () => {
  const site = await anEmptySite()
  await ask(site, '/lists', {
    method: 'POST',
    body: JSON.stringify({
      displayName: 'Portfolios',
      columns: [{ name: 'Code', number: {} }],
      list: { template: 'genericList' },
    }),
  })
  const { findings } = await provision(site.environment, { apply: true })
  expect(findings.map(findingText)).toContainEqual(
    expect.stringContaining('Kolumnen Code i Portföljer finns men är av annat slag'),
  )
})

test('an application with a secret makes the lists and is told what it could not do', async () => {
  const site = await anEmptySite()
  const { PROVISION_CERTIFICATE: _, ...environment } = site.environment
  const { steps, findings } = await provision(
    { ...environment, PROVISION_CLIENT_SECRET: site.secret },
    { apply: true },
  )
  expect(steps.some((step) => step.do === 'createList')).toBe(true)
  expect(steps.some((step) => step.do === 'keepVersions')).toBe(false)
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['versionsUnknown', 'timeZoneUnknown', 'staffUnknown']),
  )
})

test('a site in another time zone is told of', async () => {
  const site = await anEmptySite((options) => ({
    ...options,
    sites: options.sites.map((s) => ({ ...s, timeZone: 'Pacific Standard Time' })),
  }))
  const { findings } = await provision(site.environment, { apply: false })
  expect(findings).toContainEqual(expect.objectContaining({ what: 'timeZone' }))
})

test('staff who could write are named', async () => {
  const site = await anEmptySite((options) => ({
    ...options,
    sites: options.sites.map((s) => ({
      ...s,
      assignments: s.assignments.map((a) =>
        a.principal === installation.staffGroupId ? { ...a, right: 'write' as const } : a,
      ),
    })),
  }))
  const { findings } = await provision(site.environment, { apply: false })
  expect(findings.map(findingText)).toContainEqual(
    expect.stringContaining('Alla medarbetare kan skriva på webbplatsen'),
  )
})

test('staff who could not read are let in, to read and no more', async () => {
  const site = await anEmptySite((options) => ({
    ...options,
    sites: options.sites.map((s) => ({
      ...s,
      assignments: s.assignments.filter((a) => a.principal !== installation.staffGroupId),
    })),
  }))
  const { steps } = await provision(site.environment, { apply: true })
  expect(steps.filter((step) => step.do === 'letStaffRead')).toHaveLength(1)
  const again = await provision(site.environment, { apply: false })
  expect(again.steps).toEqual([])
  expect(again.findings.map(({ what }) => what)).not.toContain('staffMayWrite')
})

test('an application without the site says so instead of making half of it', async () => {
  const site = await anEmptySite((options) => ({
    ...options,
    sites: options.sites.map((s) => ({ ...s, grants: [] })),
  }))
  await expect(provision(site.environment, { apply: true })).rejects.toMatchObject({ status: 403 })
})

test('a missing variable is named', async () => {
  const site = await anEmptySite()
  await expect(provision({ ...site.environment, SITE_ID: undefined }, { apply: false })).rejects.toThrow(
    'SITE_ID',
  )
  await expect(
    provision({ ...site.environment, PROVISION_CLIENT_ID: undefined }, { apply: false }),
  ).rejects.toThrow('PROVISION_CLIENT_ID')
})
