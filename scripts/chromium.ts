/** Finds the Chromium that tests and benches drive; installs Debian's when there is none. Never downloads a browser of its own. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Its path: `CHROME_PATH`, else a known name on PATH. */
export function findChromium(): string | undefined {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isRunnable)
}

/** Throws an Error with one plain sentence when there is none and it can't be installed. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  try {
    for (const args of [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ]) {
      const [command = '', ...rest] = [...asRoot, ...args]
      execFileSync(command, rest, {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    }
  } catch {
    throw new Error(
      'The tests need Chromium: install it (Debian: apt-get install chromium) or set CHROME_PATH to it.',
    )
  }
  const installed = findChromium()
  if (!installed) throw new Error('Chromium was installed but is not on PATH: set CHROME_PATH to it.')
  return installed
}

function isRunnable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
