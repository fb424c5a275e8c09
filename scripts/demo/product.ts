/** The whole product on a local tenant: provisioned, with data, served by the real server, shown by the host page. */
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { listen } from '#scripts/tenant/listen.ts'
import { startTeamsHost } from '#scripts/tenant/teamsHost/server.ts'
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { entraIdOf, installation } from './installation.ts'
import { demoEnvironment, prepareDemo } from './prepare.ts'

export interface Product {
  /** The host page. */
  origin: string
  tenantOrigin: string
  environment: Record<string, string>
  /** Needs imported by this start. */
  created: number
  close: () => Promise<void>
}

const root = resolve(import.meta.dirname, '../..')

/** People the host page offers first. */
const favourites = [
  { person: 'p-002', role: 'departmentManager' },
  { person: 'p-012', role: 'developmentLead' },
  { person: 'p-001', role: 'director' },
  { person: 'p-018', role: 'projectOffice' },
  { person: 'p-027', role: 'employee' },
  { person: 'p-014', role: 'administrator' },
] as const

export async function startProduct({
  tenant,
  folder,
  ports,
  latencyMs = 0,
  seed = true,
  files = root,
  ready,
}: {
  tenant: Tenant
  /** Where the provisioning certificate is kept. */
  folder: string
  /** `server` when the tab is served by something else, as under `npm run dev`. */
  ports: { host: number; tab: number; tenant: number; server?: number }
  latencyMs?: number
  seed?: boolean
  /** The folder that holds `dist/tabs`. */
  files?: string
  /** Awaited before the server starts: the build. */
  ready?: Promise<unknown>
}): Promise<Product> {
  const listening = await listen(tenant, { port: ports.tenant, latencyMs })
  const environment = {
    ...demoEnvironment(tenant, listening.origin, folder),
    PORT: String(ports.server ?? ports.tab),
    DEMO_HOST_ORIGIN: `http://localhost:${ports.host}`,
  }
  const { created } = await prepareDemo(environment, { seed })
  await ready
  const stopServer = await startServer(files, { LOG_LEVEL: 'warn', ...process.env, ...environment })
  const host = await startTeamsHost({
    port: ports.host,
    tabOrigin: `http://127.0.0.1:${ports.tab}`,
    tenantOrigin: listening.origin,
    siteId: installation.siteId,
    tenantId: installation.tenantId,
    clientId: installation.apps.samstyr,
    manifestPath: resolve(root, 'manifest/manifest.json'),
    favourites: favourites.map(({ person, role }) => ({ oid: entraIdOf(person), role })),
  })
  return {
    origin: host.origin,
    tenantOrigin: listening.origin,
    environment,
    created,
    async close() {
      stopServer()
      await Promise.all([host.close(), listening.close()])
    },
  }
}

/** The server is a process of its own, as in production. Answers how to stop it. */
async function startServer(cwd: string, env: Record<string, string | undefined>): Promise<() => void> {
  const server = fork(resolve(root, 'bots/server.ts'), {
    cwd,
    env,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const stop = () => {
    server.kill()
  }
  process.once('exit', stop)
  await new Promise<void>((listening, failed) => {
    server.once('message', () => listening())
    server.once('exit', (code) =>
      failed(new Error(`The server stopped at once (${code}); its line above says why`)),
    )
  })
  return () => {
    process.off('exit', stop)
    stop()
  }
}
