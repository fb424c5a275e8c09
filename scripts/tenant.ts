/** `npm run tenant -- --port P --data FILE`: the local tenant alone, for any Graph client. Prints one JSON line. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { argumentsOf } from './argumentsOf.ts'

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `The local tenant needs Node 24; this is ${process.version}. Start it with: npm run tenant\n`,
  )
  process.exit(1)
}

/** What a client needs to reach the tenant. */
type TenantLine = {
  graph: string
  authority: string
  tenantId: string
  clientId: string
  clientSecret: string
  siteId: string
}

const { values } = argumentsOf('npm run tenant -- --port P --data FILE|:memory: [--latency MS] [--seed]', {
  options: {
    port: { type: 'string', default: '4180' },
    data: { type: 'string', default: ':memory:' },
    latency: { type: 'string', default: '0' },
    seed: { type: 'boolean', default: false },
  },
})
if (values.data !== ':memory:') mkdirSync(dirname(values.data), { recursive: true })

// Only now, because an older Node can't even load these.
const { createTenant } = await import('#scripts/tenant/tenant.ts')
const { listen } = await import('#scripts/tenant/listen.ts')
const { demoInstallation, installation } = await import('#scripts/demo/installation.ts')

const tenant = createTenant(demoInstallation(values.data))
const { origin } = await listen(tenant, { port: Number(values.port), latencyMs: Number(values.latency) })
tenant.control.movesTo(origin)
if (values.seed) {
  const { demoEnvironment, prepareDemo } = await import('#scripts/demo/prepare.ts')
  await prepareDemo(demoEnvironment(tenant, origin, mkdtempSync(join(tmpdir(), 'samstyr-'))))
}
const line: TenantLine = {
  graph: `${origin}/v1.0`,
  authority: origin,
  tenantId: installation.tenantId,
  clientId: installation.apps.outside,
  clientSecret: tenant.control.credentials(installation.apps.outside).clientSecret ?? '',
  siteId: installation.siteId,
}
process.stdout.write(`${JSON.stringify(line)}\n`)
