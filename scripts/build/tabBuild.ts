/** Builds the tab when its sources have changed since the last build; a start that needs no build takes none. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterBuild } from './afterBuild.ts'
import { fingerprintOf } from './fingerprint.ts'

const OUT = 'dist/tabs'
const STAMP = `${OUT}/.built`
const SOURCES = ['src', 'tabs', 'scripts/build', 'vite.config.ts', 'package-lock.json']

/** Answers whether it built. */
export async function ensureTabBuild(): Promise<boolean> {
  const now = fingerprintOf(SOURCES)
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false
  await buildTab()
  writeFileSync(STAMP, now)
  return true
}

/**
 * The tab by vite.config.ts, then the two pages that sign-in pop-ups return to, on their own: built together, MSAL would be
 * cut in pieces that all of them need, and the tab's sign-in would weigh 9 KiB more.
 */
async function buildTab() {
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
  await build({
    configFile: false,
    logLevel: 'warn',
    root: 'tabs',
    plugins: [afterBuild()],
    build: {
      outDir: '../dist/tabs',
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: { input: ['auth', 'relay'].map((page) => resolve('tabs', `${page}.html`)) },
    },
  })
}
