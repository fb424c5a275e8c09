/** `npm start`: the whole product on the local tenant, with demo data, in a Teams host page. */
import { fork } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, entraIdOf, installation } from './demo/installation.ts'
import { demoEnvironment, keepEnvironment, prepareDemo } from './demo/prepare.ts'
import { listen } from './tenant/listen.ts'
import { startTeamsHost } from './tenant/teamsHost/server.ts'
import { createTenant } from './tenant/tenant.ts'

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    today: { type: 'string' },
    port: { type: 'string', default: '5180' },
    latency: { type: 'string', default: '0' },
  },
})
const DATA = '.local/tenant.sqlite'
const port = Number(values.port)
const ports = { host: port, tab: port && port + 1, tenant: port && port + 2 }

mkdirSync('.local', { recursive: true })
if (values.fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(DATA + suffix, { force: true })

const building = ensureTabBuild()
const tenant = createTenant(demoInstallation(DATA))
const { origin } = await listen(tenant, { port: ports.tenant, latencyMs: Number(values.latency) })
if (values.today) tenant.control.setToday(installation.siteId, values.today)
const hostOrigin = `http://localhost:${ports.host}`
const environment = {
  ...demoEnvironment(tenant, origin),
  PORT: String(ports.tab),
  DEMO_HOST_ORIGIN: hostOrigin,
}
keepEnvironment(environment)
const { created } = await prepareDemo(environment)
await building
await startServer({ ...environment, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' })

const host = await startTeamsHost({
  port: ports.host,
  tabOrigin: `http://127.0.0.1:${ports.tab}`,
  tenantOrigin: origin,
  siteId: installation.siteId,
  tenantId: installation.tenantId,
  clientId: installation.apps.samstyr,
  manifestPath: 'manifest/manifest.json',
  favourites: [
    { oid: entraIdOf('p-002'), role: 'departmentManager' },
    { oid: entraIdOf('p-012'), role: 'developmentLead' },
    { oid: entraIdOf('p-001'), role: 'director' },
    { oid: entraIdOf('p-018'), role: 'projectOffice' },
    { oid: entraIdOf('p-027'), role: 'employee' },
    { oid: entraIdOf('p-014'), role: 'administrator' },
  ],
})
console.log(`Samstyr: ${host.origin}${created ? `  (${created} needs imported)` : ''}\nStop with Ctrl+C.`)

/** The server is a process of its own, as in production. */
function startServer(env: Record<string, string>): Promise<void> {
  const server = fork('bots/server.ts', {
    env: { ...process.env, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const stop = () => {
    server.kill()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return new Promise((resolve, reject) => {
    server.once('message', () => resolve())
    server.once('exit', (code) =>
      reject(new Error(`The server stopped at once (${code}); its line above says why`)),
    )
  })
}
