/** `npm test`: everything that must hold, and one closing line. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureTabBuild } from './build/tabBuild.ts'
import { ensureChromium } from './chromium.ts'

interface Result {
  passed: number
  failed: number
}

const REPORT = '.local/test-report.json'
const checks: [name: string, command: string, ...args: string[]][] = [
  ['types', 'tsc', '-p', '.'],
  ['types of src', 'tsc', '-p', 'src'],
  ['types of tabs', 'tsc', '-p', 'tabs'],
  ['lint and layers', 'oxlint', '--type-aware'],
  ['format', 'biome', 'check', '.'],
  ['unused code', 'knip'],
]

const results: Result[] = []
const chromium = ensureChromium()
mkdirSync('.local', { recursive: true })
for (const [name, command, ...args] of checks) results.push(check(name, command, args))
results.push(await built())
results.push(check('sizes', 'size-limit', []))
results.push(tests())

const passed = results.reduce((sum, r) => sum + r.passed, 0)
const failed = results.reduce((sum, r) => sum + r.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** One check: its output only when it fails. */
function check(name: string, command: string, args: string[]): Result {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status === 0) return { passed: 1, failed: 0 }
  console.log(stdout + stderr)
  return { passed: 0, failed: 1 }
}

async function built(): Promise<Result> {
  try {
    const fresh = await ensureTabBuild()
    console.log(`✓ build${fresh ? '' : ' (as it was)'}`)
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.log('✗ build', error)
    return { passed: 0, failed: 1 }
  }
}

function tests(): Result {
  rmSync(REPORT, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  // The build has just made this a production process, and React then leaves `act` out.
  const { NODE_ENV: _, ...env } = process.env
  const { status } = spawnSync('vitest', args, {
    stdio: 'inherit',
    env: { ...env, CHROME_PATH: chromium },
  })
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(REPORT, 'utf8'),
    ) as Record<string, number>
    const broken = (numFailedTests ?? 0) + (numFailedTests ? 0 : (numFailedTestSuites ?? 0))
    // A run that ends badly has failed even when no single test says so (an unhandled error, no test at all).
    return { passed: numPassedTests ?? 0, failed: broken || (status === 0 && numPassedTests ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
