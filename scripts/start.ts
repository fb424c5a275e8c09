/** `npm start`: the whole product on the local tenant, with demo data, in a Teams host page. */
import { mkdirSync, rmSync } from 'node:fs'
import { isDay } from '#src/lists/shapes.ts'
import { argumentsOf } from './argumentsOf.ts'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, installations } from './demo/installation.ts'
import { demoNames, keepEnvironments } from './demo/prepare.ts'
import { startProduct } from './demo/product.ts'
import { createTenant } from './tenant/tenant.ts'

const use =
  'npm start -- [--demo city|region] [--today 2024-11-05] [--time 08:00|now] [--fresh] [--port P] [--latency MS]'
const { values } = argumentsOf(use, {
  options: {
    /** Forgets what the local tenant holds. */
    fresh: { type: 'boolean', default: false },
    /** Which organisation is shown first, `city` or `region`. */
    demo: { type: 'string', default: 'city' },
    /** The business day of the one shown first, `2024-10-01`. */
    today: { type: 'string' },
    /** Its time of day, `08:00`, where the clock then stands; `now` lets it go again. */
    time: { type: 'string' },
    /** Of the host page; the city's tab, the tenant and the region's tab take the three after it. */
    port: { type: 'string', default: '5180' },
    /** Milliseconds added to every answer of the tenant. */
    latency: { type: 'string', default: '0' },
  },
})
const FOLDER = '.local'
const DATA = `${FOLDER}/tenant.sqlite`
const port = Number(values.port)
const first = demoNames.find((name) => name === values.demo)
if (!first) {
  console.error(`--demo is one of ${demoNames.join(', ')}`)
  process.exit(1)
}
if (values.today !== undefined && !isDay(values.today)) {
  console.error(`--today is a day such as 2024-11-05, not ${values.today}`)
  process.exit(1)
}
const [other] = demoNames.filter((name) => name !== first)
// A site keeps its port whichever is shown first: what the browser remembers of it stays its own.
const tabPort = { city: port + 1, region: port + 3 }

mkdirSync(FOLDER, { recursive: true })
if (values.fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(DATA + suffix, { force: true })
const tenant = createTenant(demoInstallation(DATA, { withCrowd: true }))
if (values.today) tenant.control.setToday(installations[first].siteId, values.today)
if (values.time)
  tenant.control.setTime(installations[first].siteId, values.time === 'now' ? null : values.time)

const product = await startProduct({
  tenant,
  folder: FOLDER,
  demos: other ? [first, other] : [first],
  ports: {
    host: port,
    tab: tabPort[first],
    tenant: port + 2,
    ...(other && { otherTab: tabPort[other] }),
  },
  latencyMs: Number(values.latency),
  ready: ensureTabBuild(),
})
keepEnvironments(product.environments, first)
console.log(
  `Samstyr: ${product.origin}${product.created ? `  (${product.created} needs and initiatives put in)` : ''}\nStop with Ctrl+C.`,
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
