/** The whole product on a local tenant: each site provisioned, with data, served by a real server of its own, shown by the host page. */
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { listen } from '#scripts/tenant/listen.ts'
import { startTeamsHost } from '#scripts/tenant/teamsHost/server.ts'
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { hostSite } from './hostSite.ts'
import { installations } from './installation.ts'
import { type DemoName, demoEnvironment, prepareDemo } from './prepare.ts'
import { seedChat } from './seedChat.ts'

export interface Product {
  /** The host page. */
  origin: string
  tenantOrigin: string
  /** Of the site shown first. */
  environment: Record<string, string>
  environments: Partial<Record<DemoName, Record<string, string>>>
  /** Needs and initiatives that this start put in. */
  created: number
  close: () => Promise<void>
}

export interface ProductOptions {
  tenant: Tenant
  /** Where the provisioning certificate is kept. */
  folder: string
  /** Sites to start, the one shown first first: the city's alone unless more are named. */
  demos?: readonly [DemoName, ...DemoName[]]
  /** `tab` serves the first site and `otherTab` the second; `server` when the first tab is served by something else, as under `npm run dev`. */
  ports: { host: number; tab: number; tenant: number; otherTab?: number; server?: number }
  latencyMs?: number
  seed?: boolean
  /** The folder that holds `dist/tabs`. */
  files?: string
  /** Awaited before the servers start: the build. */
  ready?: Promise<unknown>
}

const root = resolve(import.meta.dirname, '../..')

export async function startProduct({
  tenant,
  folder,
  demos = ['city'],
  ports,
  latencyMs = 0,
  seed = true,
  files = root,
  ready,
}: ProductOptions): Promise<Product> {
  // What has started when something fails is closed again: nobody else knows of it.
  await using started = new AsyncDisposableStack()
  const listening = await listen(tenant, { port: ports.tenant, latencyMs })
  started.defer(() => listening.close())
  tenant.control.movesTo(listening.origin)
  const [first] = demos
  const sites = demos.map((demo) => {
    const port = demo === first ? ports.tab : (ports.otherTab ?? ports.tab + 2)
    const environment = {
      ...demoEnvironment(tenant, listening.origin, folder, installations[demo]),
      PORT: String((demo === first && ports.server) || port),
      TAB_DOMAIN: `127.0.0.1:${port}`,
      DEMO_HOST_ORIGIN: `http://localhost:${ports.host}`,
    }
    return { demo, environment, tabOrigin: `http://127.0.0.1:${port}` }
  })
  const prepared = await Promise.all(
    sites.map(({ demo, environment }) => prepareDemo(environment, { seed, demo })),
  )
  await ready
  await Promise.all(
    sites.map(async ({ demo, environment }) => {
      const stop = await startServer(files, { LOG_LEVEL: 'warn', ...process.env, ...environment })
      started.defer(stop)
      const endpoint = `http://127.0.0.1:${environment.PORT}/api/messages`
      await seedChat(tenant, demo, { endpoint, origin: listening.origin })
    }),
  )
  const host = await startTeamsHost({
    port: ports.host,
    tenantOrigin: listening.origin,
    tenantId: installations[first].tenantId,
    manifestPath: resolve(root, 'manifest/manifest.json'),
    sites: sites.map(({ demo, tabOrigin }) => hostSite(demo, tabOrigin)),
  })
  started.defer(() => host.close())
  const environments = Object.fromEntries(sites.map(({ demo, environment }) => [demo, environment]))
  const everything = started.move()
  return {
    origin: host.origin,
    tenantOrigin: listening.origin,
    environment: sites[0]?.environment ?? {},
    environments,
    created: prepared.reduce((sum, { created }) => sum + created, 0),
    close: () => everything.disposeAsync(),
  }
}

/** The server is a process of its own, as in production. Answers how to stop it. */
async function startServer(cwd: string, env: Record<string, string | undefined>): Promise<() => void> {
  const server = fork(resolve(root, 'bots/server.ts'), {
    cwd,
    env: { NODE_COMPILE_CACHE: resolve(root, '.local/compiled'), ...env },
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
