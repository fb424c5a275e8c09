/** `npm start`: the whole product on the local tenant, with demo data, in a Teams host page. */
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, installation } from './demo/installation.ts'
import { keepEnvironment } from './demo/prepare.ts'
import { startProduct } from './demo/product.ts'
import { createTenant } from './tenant/tenant.ts'

const { values } = parseArgs({
  options: {
    /** Forgets what the local tenant holds. */
    fresh: { type: 'boolean', default: false },
    /** The demo's business day, `2024-10-01`. */
    today: { type: 'string' },
    /** Of the host page; the tab and the tenant take the two after it. */
    port: { type: 'string', default: '5180' },
    /** Milliseconds added to every answer of the tenant. */
    latency: { type: 'string', default: '0' },
  },
})
const FOLDER = '.local'
const DATA = `${FOLDER}/tenant.sqlite`
const port = Number(values.port)

mkdirSync(FOLDER, { recursive: true })
if (values.fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(DATA + suffix, { force: true })
const tenant = createTenant(demoInstallation(DATA, { withCrowd: true }))
if (values.today) tenant.control.setToday(installation.siteId, values.today)

const product = await startProduct({
  tenant,
  folder: FOLDER,
  ports: { host: port, tab: port + 1, tenant: port + 2 },
  latencyMs: Number(values.latency),
  ready: ensureTabBuild(),
})
keepEnvironment(product.environment)
console.log(
  `Samstyr: ${product.origin}${product.created ? `  (${product.created} needs imported)` : ''}\nStop with Ctrl+C.`,
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
