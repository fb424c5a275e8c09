/** Builds what the browser loads, once and before the first journey. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

/** In a process of its own: Vitest's environment would build with the settings of tests. */
export function setup(): void {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  const code = "import('./scripts/build/tabBuild.ts').then(({ ensureTabBuild }) => ensureTabBuild())"
  const cwd = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['-e', code], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] })
}
