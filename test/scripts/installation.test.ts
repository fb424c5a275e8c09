/** The demo's two installations: apart where they must be, and a directory without twins. */
import { expect, test } from 'vitest'
import { demoInstallation, entraIdOf, installations } from '#scripts/demo/installation.ts'
import { createTenant } from '#scripts/tenant/tenant.ts'

const options = demoInstallation(':memory:', { withCrowd: true })
const crowd = options.crowd?.people() ?? []

test('five thousand more people, each with an id and an address of their own', () => {
  const everyone = [...options.people, ...crowd]
  expect(crowd).toHaveLength(5000)
  expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length)
  expect(new Set(everyone.map(({ mail }) => mail)).size).toBe(everyone.length)
  expect(everyone.filter(({ mail }) => !/^[a-z.-]+(\.\d)?@example\.org$/.test(mail))).toEqual([])
})

test('they are the same each time, and both organisations have some', () => {
  const again = demoInstallation(':memory:', { withCrowd: true }).crowd?.people()
  expect(again).toEqual(crowd)
  for (const { staffGroupId } of Object.values(installations))
    expect(crowd.filter(({ groups }) => groups.includes(staffGroupId)).length).toBeGreaterThan(1000)
})

test('they are nobody that the host page offers to be, but they may sign in', async () => {
  const tenant = createTenant(options)
  expect(tenant.control.people()).toHaveLength(options.people.length)
  const [somebody] = crowd
  const token = await tenant.control.personToken({
    clientId: installations.city.apps.samstyr,
    oid: somebody?.id ?? '',
    scopes: ['Sites.Selected'],
  })
  expect(token.account.name).toBe(somebody?.displayName)
  tenant.close()
})

const sitesSeenBy = async (ask: (tenant: ReturnType<typeof createTenant>) => Promise<string>) => {
  const tenant = createTenant(demoInstallation(':memory:'))
  const token = await ask(tenant)
  const statuses = await Promise.all(
    Object.values(installations).map(async ({ siteId }) => {
      const url = `http://127.0.0.1/v1.0/sites/${siteId}/lists`
      return (await tenant.handle(new Request(url, { headers: { authorization: `Bearer ${token}` } }))).status
    }),
  )
  tenant.close()
  return statuses
}
const { city, region } = installations
const person = (id: string) => async (tenant: ReturnType<typeof createTenant>) =>
  (
    await tenant.control.personToken({
      clientId: city.apps.samstyr,
      oid: entraIdOf(id),
      scopes: ['Sites.Selected'],
    })
  ).access_token
const app = (clientId: string) => async (tenant: ReturnType<typeof createTenant>) =>
  (await tenant.control.appToken({ clientId })).token

test.for([
  { says: 'the city’s director', ask: person('p-001'), sees: [200, 403] },
  { says: 'the city’s administrator', ask: person(city.administrator), sees: [200, 403] },
  { says: 'the region’s administrator', ask: person(region.administrator), sees: [403, 200] },
  { says: 'the city’s server', ask: app(city.apps.server), sees: [200, 403] },
  { says: 'the region’s server', ask: app(region.apps.server), sees: [403, 200] },
  { says: 'provisioning', ask: app(city.apps.provisioning), sees: [200, 200] },
])('$says reaches city and region as $sees', async ({ ask, sees }) => {
  expect(await sitesSeenBy(ask)).toEqual(sees)
})

test('each has a business day of its own', () => {
  const tenant = createTenant(demoInstallation(':memory:'))
  expect([tenant.control.today(city.siteId), tenant.control.today('samstyr-region')]).toEqual([
    '2024-10-01',
    '2026-11-02',
  ])
  tenant.close()
})
