/** The demo's bots: who has them from the start, where they are, and what another start changes. */
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entraIdOf, installations, demoInstallation } from '#scripts/demo/installation.ts'
import { seedChat } from '#scripts/demo/seedChat.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'

let tenant: Tenant
let heard: { type: string; action?: string; serviceUrl: string }[]
const stop: (() => void)[] = []
let at: { endpoint: string; origin: string }

beforeEach(async () => {
  heard = []
  const bot = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof heard)[number])
      response.end()
    })
  })
  await new Promise<void>((done) => {
    bot.listen(0, '127.0.0.1', done)
  })
  const address = bot.address()
  const port = typeof address === 'object' ? address?.port : undefined
  at = { endpoint: `http://127.0.0.1:${port}/api/messages`, origin: 'http://127.0.0.1:5182' }
  tenant = createTenant(demoInstallation(':memory:'))
  stop.push(() => {
    bot.closeAllConnections()
    bot.close()
    tenant.close()
  })
})
afterEach(() => {
  for (const each of stop.splice(0)) each()
})

const personal = () =>
  tenant.control
    .people()
    .filter(({ id }) =>
      tenant.control.chat.conversations(id).some(({ kind, installed }) => kind === 'personal' && installed),
    )
    .map(({ id }) => id)
    .toSorted()

const handful = ['p-015', 'p-012', 'p-002', 'p-014', 'p-027'].map(entraIdOf)

test('a handful of people have the bot, and some forums a channel with it', async () => {
  await seedChat(tenant, 'city', at)
  expect(personal()).toEqual(handful.toSorted())
  const manager = tenant.control.chat.conversations(entraIdOf('p-002'))
  expect(manager.map(({ kind, title, team }) => [kind, title, team])).toEqual(
    expect.arrayContaining([
      ['personal', 'Samstyr', undefined],
      ['channel', 'Strategisk dialog Hemtjänst', 'Digital samstyrning'],
    ]),
  )
  expect(manager).toHaveLength(2)
  expect(heard.filter(({ type, action }) => type === 'installationUpdate' && action === 'add')).toHaveLength(
    10,
  )
})

test('another start leaves in peace whoever has removed it, and tells the bot where the tenant is now', async () => {
  await seedChat(tenant, 'city', at)
  const { bot } = installations.city.apps
  await tenant.control.chat.uninstall(entraIdOf('p-027'), bot)
  heard = []
  await seedChat(tenant, 'city', at)
  expect(heard).toEqual([])
  await seedChat(tenant, 'city', { ...at, origin: 'http://127.0.0.1:6182' })
  expect(new Set(heard.map(({ action, serviceUrl }) => `${action} ${serviceUrl}`))).toEqual(
    new Set(['add-upgrade http://127.0.0.1:6182/connector/']),
  )
  expect(heard).toHaveLength(9)
  expect(personal()).not.toContain(entraIdOf('p-027'))
})

test('each organisation has its own bot, seen by its own people', async () => {
  await seedChat(tenant, 'city', at)
  await seedChat(tenant, 'region', at)
  const sites = tenant.control.chat.bots().map(({ siteId }) => siteId)
  expect(new Set(sites)).toEqual(new Set([installations.city.siteId, installations.region.siteId]))
  const seen = tenant.control.chat.conversations(entraIdOf('p-113')).map(({ bot }) => bot)
  expect(new Set(seen)).toEqual(new Set([installations.region.apps.bot]))
})
