import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureChromium, findChromium } from '#scripts/chromium.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samstyr-path-'))
  vi.stubEnv('CHROME_PATH', '')
  // Only what is put there is found; the shell that runs it is named in full.
  vi.stubEnv('PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function aProgram(name: string, script: string) {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
}
/** A package manager that notes what it is asked, and a way to be root for those who aren't. */
function aPackageManager(installs: string) {
  aProgram('apt-get', `echo "$@" >> ${folder}/asked\n[ "$1" = install ] || exit 0\n${installs}`)
  aProgram('sudo', 'shift; exec "$@"')
}

test('CHROME_PATH wins over what is on PATH', () => {
  aProgram('chromium', '')
  vi.stubEnv('CHROME_PATH', '/opt/mine')
  expect(findChromium()).toBe('/opt/mine')
})

test('a browser on PATH is used as it is', () => {
  aProgram('google-chrome', '')
  aPackageManager('exit 1')
  expect(ensureChromium()).toBe(join(folder, 'google-chrome'))
})

test('without a browser, the packaged one is installed', () => {
  aPackageManager(`: > ${folder}/chromium; /bin/chmod 755 ${folder}/chromium`)
  expect(ensureChromium()).toBe(join(folder, 'chromium'))
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(
    'update\ninstall -y --no-install-recommends chromium\n',
  )
})

test.each([
  { says: 'there is no package manager', prepare: () => undefined },
  { says: 'it can not be installed', prepare: () => aPackageManager('exit 1') },
])('when $says, one sentence tells what to do', ({ prepare }) => {
  prepare()
  expect(() => ensureChromium()).toThrow(
    /^The tests need Chromium: install it .* or set CHROME_PATH to it\.$/,
  )
})
