/** Builds the tab when its sources have changed since the last build; a start that needs no build takes none. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OUT = 'dist/tabs'
const STAMP = `${OUT}/.built`
const SOURCES = ['src', 'tabs', 'scripts/build', 'vite.config.ts', 'package-lock.json']

/** Answers whether it built. */
export async function ensureTabBuild(): Promise<boolean> {
  const now = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
  writeFileSync(STAMP, now)
  return true
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesBelow)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!path.includes('.') || path.startsWith('.')) {
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  }
  return [path]
}
