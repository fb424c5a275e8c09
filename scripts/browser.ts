/**
 * Chromium as people run it. Playwright's own switches turn partitioned storage off, and the frame of a tab is then
 * denied IndexedDB: https://github.com/microsoft/playwright/blob/main/packages/playwright-core/src/server/chromium/chromiumSwitches.ts
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { chromiumFlags, ensureChromium } from './chromium.ts'

export interface RunningChromium {
  /** The ordinary profile: a private one blocks storage in frames of another site. */
  context: BrowserContext
  /** A page in a window of its own, as on another person's screen: a tab behind others paints once a second after a reload. */
  openWindow: () => Promise<Page>
  close: () => Promise<void>
}

export async function startChromium(): Promise<RunningChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'samstyr-chromium-'))
  const flags = [
    '--headless',
    ...chromiumFlags,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    // teams-js asks Microsoft for its list of hosts; nothing here may reach the network.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ]
  const running = spawn(ensureChromium(), [...flags, 'about:blank'], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
  const port = await debuggingPort(join(profile, 'DevToolsActivePort'))
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no profile open')
  const control = await browser.newBrowserCDPSession()
  return {
    context,
    async openWindow() {
      const [page] = await Promise.all([
        context.waitForEvent('page'),
        control.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
      ])
      return page
    },
    async close() {
      await browser.close()
      running.kill('SIGTERM')
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const STARTED_MS = 15_000

/** Chromium writes the port it was given into its profile once it listens. */
async function debuggingPort(file: string): Promise<string> {
  for (let waited = 0; waited < STARTED_MS; waited += 50) {
    const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port) return port
    await wait(50)
  }
  throw new Error('Chromium did not start')
}
