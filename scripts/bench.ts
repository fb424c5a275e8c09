/** `npm run bench`: what a person waits for, with 89 and 10,000 initiatives and 50 ms to every answer. Budgets: README. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium } from './browser.ts'
import { growTo } from './bench/rows.ts'
import { markRows, measureKeys, measureOpening, type Opening } from './bench/measure.ts'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, entraIdOf } from './demo/installation.ts'
import { startProduct } from './demo/product.ts'
import { serverStore } from './serverStore.ts'
import { createTenant } from './tenant/tenant.ts'

const SIZES = [89, 10_000]
const LATENCY_MS = 50
const RUNS = 3

await ensureTabBuild()
const sizes = JSON.parse(execFileSync('size-limit', ['--json'], { encoding: 'utf8' })) as {
  name: string
  size: number
}[]
const firstLoad = sizes[0]?.size ?? 0
console.log(`First-load JavaScript: ${(firstLoad / 1024).toFixed(1)} KiB brotli`)
console.log(`Latency ${LATENCY_MS} ms a request; medians of ${RUNS}\n`)

const medians: Record<number, number> = {}
for (const size of SIZES) {
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-bench-'))
  const tenant = createTenant(demoInstallation(join(folder, 'tenant.sqlite')))
  const product = await startProduct({
    tenant,
    folder,
    ports: { host: 5190, tab: 5191, tenant: 5192 },
    latencyMs: LATENCY_MS,
  })
  await growTo(await serverStore(product.environment), size)
  const url = `${product.origin}/?person=${entraIdOf('p-002')}`
  const cold: Opening[] = []
  const warm: Opening[] = []
  const keys: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // A browser of its own for each run: nothing is cached when it is cold.
    const chromium = await startChromium()
    await markRows(chromium.context)
    const page = await chromium.context.newPage()
    cold.push(await measureOpening(page, { url, rows: size, tenant }))
    warm.push(await measureOpening(page, { url, rows: size, tenant }))
    keys.push(...(await measureKeys(page, 'digital')))
    await chromium.close()
  }
  await product.close()
  tenant.close()
  rmSync(folder, { recursive: true })
  medians[size] = median(keys)
  print(size, 'cold', cold)
  print(size, 'warm', warm)
  console.log(
    `${size} rows, keystroke to painted rows: ${medians[size]?.toFixed(0)} ms (greatest ${Math.max(...keys).toFixed(0)})\n`,
  )
}
const [small, large] = SIZES.map((size) => medians[size] ?? 0)
console.log(`Keystroke, 10,000 against 89 rows: ${((large ?? 0) / (small || 1)).toFixed(1)} times`)
process.exit(0)

function print(size: number, how: string, openings: Opening[]) {
  const of = (pick: (o: Opening) => number) => median(openings.map(pick))
  console.log(
    [
      `${size} rows, ${how}: ${of((o) => o.requests)} Graph requests (${of((o) => o.requestsBeforeRows)} before the first rows)`,
      `${(of((o) => o.bytes) / 1024).toFixed(0)} KiB`,
      `first paint ${of((o) => o.firstPaintMs).toFixed(0)} ms`,
      `first rows ${of((o) => o.firstRowsMs).toFixed(0)} ms`,
      `complete ${of((o) => o.completeMs).toFixed(0)} ms`,
    ].join(', '),
  )
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
